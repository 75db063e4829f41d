/**
 * Every link of the lesson plans, opened on the built page as a class opens it: it shows the labs
 * and the network that it names, the same for everyone.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { DRAW } from "../../web/common/lab-ids.js";
import { readLink } from "../../web/model/link.js";
import { PLANS } from "../../web/plans/plans.js";
import { inBrowsers } from "../support/browser.js";
import { withoutMnist } from "../support/mnist.js";
import { follow } from "../support/plans.js";
import { stateOf, until } from "../support/visitor.js";

/** @typedef {import("puppeteer-core").Page} Page */

/** A link is answered within a second and a half; this machine may be busy with other things. */
const SOON_MS = 1500;
const BUSY = 6;

const LINKS = new Set(
  PLANS.flatMap(({ steps, sheetLink }) => [...steps.flatMap(({ link }) => link ?? []), sheetLink]),
);

/** Words of the labs in the bar. @param {Page} page */
const inBar = (page) =>
  page.$$eval("nav.labs a", (links) => links.map((link) => link.getAttribute("href")?.slice(1)));

/** How the network began, what was done to it, and its fingerprint. @param {Page} page */
async function networkOf(page) {
  const { start, done } = await stateOf(page, "provenance");
  const { kind, seed } = start;
  const steps = done.map((/** @type {{ steps: number }} */ { steps }) => steps);
  return { kind, seed, steps, fingerprint: await stateOf(page, "fingerprint") };
}

/**
 * What a link opens, and how soon.
 * @param {import("../support/plans.js").Open} open @param {string} url @param {string} link
 */
async function opened(open, url, link) {
  const { lab, page: wanted, replay } = readLink(link);
  const { page, errors, milliseconds } = await follow(open, url, link);
  await until(page, "provenance.done.length", replay.length);
  await until(page, "replaying", false);
  await page.waitForSelector(".class-bar");
  assert.equal(await stateOf(page, "lab"), lab);
  assert.deepEqual(
    await inBar(page),
    wanted.labs?.map((place) => (place === DRAW ? "" : place)),
  );
  assert.deepEqual(await stateOf(page, "settings.hide"), wanted.hide);
  const said = await page.$$eval(".notice", (all) => all.map(({ textContent }) => textContent));
  assert.deepEqual(
    said.filter((words) => !/^\s*New here\? Take the tour/.test(words ?? "")),
    [],
  );
  const network = await networkOf(page);
  assert.deepEqual(errors, []);
  await page.close();
  return { network, milliseconds };
}

inBrowsers(
  "A link of a lesson plan",
  ({ open, url }) => {
    for (const link of LINKS) {
      test(link, async (t) => {
        const { network, milliseconds } = await opened(open, url(), link);
        const { start, replay, print } = readLink(link);
        const { kind, seed, steps, fingerprint } = network;
        assert.deepEqual([kind, seed], [start.kind, start.seed]);
        assert.deepEqual(
          steps,
          replay.map((entry) => /** @type {{ steps: number }} */ (entry).steps),
        );
        assert.ok(fingerprint.startsWith(print), fingerprint);
        const again = await opened(open, url(), link);
        assert.deepEqual(again.network, network);
        const soonest = Math.min(milliseconds, again.milliseconds);
        t.diagnostic(`ready after ${Math.round(soonest)} ms`);
        assert.ok(soonest < BUSY * SOON_MS, `${soonest} ms`);
      });
    }
  },
  { mnist: true, skip: withoutMnist, only: "chromium" },
);
