/**
 * The lab Memorise in a browser: what its user does, and the numbers compared with the engine's.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { planOf } from "../../web/labs/memorise/options.js";
import { inBrowsers } from "../support/browser.js";
import {
  digits,
  engine,
  escaped,
  setField,
  testDigits,
  untilSaid,
  useOwnDigits,
} from "../support/labs.js";
import {
  byId,
  openLab,
  press,
  stateOf,
  textOf,
  untilAtLeast,
  untilAtRest,
  untilComplete,
  untilWords,
} from "../support/visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("../../web/labs/memorise/options.js").Choice} Choice
 */

/** Quickly learned. @type {Choice} */
const SMALL = { count: 100, width: 16, depth: 1, fraction: 1, seed: 1 };

/** @param {number} fraction */
const inPercent = (fraction) => `${(100 * fraction).toFixed(1)}%`;

/** The lab on a network at rest. @param {import("../support/labs.js").Open} open */
async function openedLab(open) {
  const { page, errors } = await open({ path: "#start=random&seed=3" });
  await untilComplete(page);
  await untilAtRest(page);
  await openLab(page, "memorise");
  return { page, errors };
}

/** @param {Page} page @param {Choice} choice */
async function choose(page, { count, width, depth, fraction }) {
  for (const [key, value] of Object.entries({ count, width, depth })) {
    await setField(page, byId(`memorise-${key}`), value, "change");
  }
  await setField(page, "#memorise input[type=range]", 100 * fraction, "input");
  await untilSaid(page, byId("memorise-fraction"), `${100 * fraction}%`);
}

/**
 * What the page knows of its two networks.
 * @param {Page} page
 * @returns {Promise<{ phase: string, kinds: string[], points: number[], last: any[],
 *   parameters: number[][] }>}
 */
function raceOf(page) {
  return page.evaluate(() => {
    const { race } = /** @type {any} */ (document.querySelector("dh-memorise"));
    const { phase, runners } = race;
    return {
      phase,
      kinds: runners.map((/** @type {any} */ { kind }) => kind),
      points: runners.map((/** @type {any} */ { points }) => points.length),
      last: runners.map((/** @type {any} */ { points }) => points[points.length - 1]),
      parameters: runners.map((/** @type {any} */ { parameters }) => [...(parameters ?? [])]),
    };
  });
}

/** Waits until both networks were measured after some steps. @param {Page} page */
async function untilBegun(page) {
  await page.waitForFunction(
    () => {
      const { race } = /** @type {any} */ (document.querySelector("dh-memorise"));
      const { runners } = race;
      return runners.length && runners.every((/** @type {any} */ { points }) => points.length > 1);
    },
    { polling: 40 },
  );
}

/** @param {Page} page @param {string} words  of the main button */
const untilButton = (page, words) => untilSaid(page, byId("memorise-run"), words);

/**
 * A click on what is known to be in sight: unlike the driver's, it waits for no frame, which may be
 * long in coming while both networks are trained.
 * @param {Page} page @param {string} selector
 */
function click(page, selector) {
  return page.$eval(selector, (element) => /** @type {HTMLElement} */ (element).click());
}

/** The engine's network of a plan after that many steps. @param {Choice} choice */
function trainedHere(choice, isShuffled = false, steps = 0, data = digits) {
  const { network, trainer, shuffled } = planOf(choice, isShuffled);
  const first = data.slice(0, choice.count);
  const labelled = shuffled ? first.shuffledLabels(shuffled) : first;
  const net = engine.network(network);
  net.trainer(labelled, trainer).train(steps);
  return { net, train: net.evaluate(labelled).accuracy };
}

inBrowsers(
  "The lab Memorise",
  ({ open }) => {
    test("both networks end as the engine ends; the page's network stays as it is", async () => {
      const { page, errors } = await openedLab(open);
      const before = await stateOf(page, "fingerprint");
      await choose(page, SMALL);
      await press(page, byId("memorise-run"));
      await untilWords(page, byId("memorise-finding"), /True labels were learned in \d+ epochs/);
      await untilButton(page, "Run");
      const { kinds, last, parameters } = await raceOf(page);
      assert.deepEqual(kinds, ["reached", "reached"]);
      for (const [i, id] of ["true", "shuffled"].entries()) {
        const { net, train } = trainedHere(SMALL, i === 1, last[i].steps);
        assert.deepEqual(parameters[i], [...net.parameters]);
        await untilSaid(page, byId(`memorise-${id}-train`), inPercent(train));
        const test = inPercent(net.evaluate(testDigits).accuracy);
        await untilSaid(page, byId(`memorise-${id}-test`), test);
        await untilSaid(page, byId(`memorise-${id}-epochs`), String(last[i].epoch));
      }
      const ratio = `${(last[1].epoch / last[0].epoch).toFixed(1)}×`;
      await untilWords(page, byId("memorise-finding"), new RegExp(escaped(ratio)));
      assert.equal(await stateOf(page, "fingerprint"), before);
      await click(page, "#memorise .predict button:nth-of-type(2)");
      await untilWords(page, "#memorise .predict", /Right: it learned them by heart/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("five seeds, one after the other, from the keyboard", async () => {
      const { page, errors } = await openedLab(open);
      await choose(page, { ...SMALL, fraction: 0.5 });
      await click(page, "#memorise .predict button:nth-of-type(2)");
      await page.evaluate(() => {
        const said = /** @type {HTMLElement} */ (document.querySelector("#memorise [role=status]"));
        const heard = new Set();
        Object.assign(globalThis, { heard });
        new MutationObserver(() => heard.add(said.textContent)).observe(said, {
          ...{ subtree: true, characterData: true, childList: true },
        });
      });
      await page.focus(byId("memorise-series"));
      await page.keyboard.press("Enter");
      await untilWords(page, byId("memorise-finding"), /for \d of 5 seeds/);
      await untilWords(page, "#memorise .predict", /Right for \d of 5 seeds\. Shuffled labels/);
      const verdicts = await page.evaluate(() =>
        [.../** @type {any} */ (globalThis).heard].filter((words) => /^(Right|No)/.test(words)),
      );
      assert.equal(verdicts.length, 1, "no verdict before the series has ended");
      const rows = await page.$$eval(`${byId("memorise-seeds")} tbody tr`, (rows) =>
        rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent)),
      );
      const { last } = await raceOf(page);
      assert.deepEqual(
        rows[4].slice(0, 2),
        last.map(({ epoch }) => String(epoch)),
      );
      for (const [plain, shuffled, ratio] of rows) {
        assert.equal(ratio, `${(Number(shuffled) / Number(plain)).toFixed(1)}×`);
      }
      const { net } = trainedHere({ ...SMALL, fraction: 0.5, seed: 5 }, true, last[1].steps);
      const test = inPercent(net.evaluate(testDigits).accuracy);
      await untilSaid(page, byId("memorise-shuffled-test"), test);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("paused, nothing moves; stopped, the numbers stay and say so", async () => {
      const { page, errors } = await openedLab(open);
      await choose(page, { ...SMALL, count: 10_000, width: 64 });
      await press(page, byId("memorise-run"));
      await untilBegun(page);
      await click(page, byId("memorise-run"));
      await untilButton(page, "Continue");
      await untilWords(page, byId("memorise-finding"), /^Paused/);
      // What is on its way when the pause comes is told by the time each worker has answered.
      const parameters = () =>
        page.evaluate(async () => {
          const { race } = /** @type {any} */ (document.querySelector("dh-memorise"));
          await race.pause();
          return race.runners.map((/** @type {any} */ { points }) => points.length);
        });
      let points = await parameters();
      for (let same = 0; same < 5; ) {
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
        const now = await parameters();
        same = String(now) === String(points) ? same + 1 : 0;
        points = now;
      }
      assert.equal((await raceOf(page)).phase, "paused");
      assert.ok(await page.$eval("#memorise fieldset", (set) => set.matches(":disabled")));
      await click(page, byId("memorise-run"));
      await untilButton(page, "Pause");
      await page.waitForFunction(
        (before) => {
          const { race } = /** @type {any} */ (document.querySelector("dh-memorise"));
          return race.runners[1].points.length > before;
        },
        { polling: 40 },
        points[1],
      );
      await click(page, byId("memorise-stop"));
      await untilButton(page, "Run");
      await untilWords(page, byId("memorise-finding"), /^Stopped after/);
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("other digits drop what is known of the old ones, and are raced on", async () => {
      const { page, errors } = await openedLab(open);
      await choose(page, SMALL);
      await press(page, byId("memorise-run"));
      await untilButton(page, "Pause");
      await untilBegun(page);
      await useOwnDigits(page, 11, 600);
      await untilWords(page, byId("memorise-trouble"), /digits were replaced/);
      await untilButton(page, "Run");
      assert.equal(await page.$("dh-memorise-layers"), null);
      await click(page, byId("memorise-run"));
      await untilWords(page, byId("memorise-finding"), /True labels were learned/);
      const own = engine.handwriting({ count: 600, seed: 11 });
      const { last } = await raceOf(page);
      const { net } = trainedHere(SMALL, true, last[1].steps, own.slice(0, 300));
      const test = inPercent(net.evaluate(own.slice(300)).accuracy);
      await untilSaid(page, byId("memorise-shuffled-test"), test);
      await setField(page, byId("memorise-count"), 1000, "change");
      await untilSaid(
        page,
        byId("memorise-trouble"),
        "There are only 300 training digits. Choose 300 or fewer.",
      );
      assert.ok(await page.$(`${byId("memorise-run")}:disabled`));
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("the same digits, loaded again by an engine that died, drop nothing", async () => {
      const { page, errors } = await openedLab(open);
      await choose(page, SMALL);
      await press(page, byId("memorise-run"));
      await untilButton(page, "Pause");
      await untilButton(page, "Run");
      const found = await textOf(page, "memorise-finding");
      const before = await stateOf(page, "data.generation");
      await page.evaluate(() => {
        const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
        return session.lost(new Error("it ran out of memory"));
      });
      await untilAtLeast(page, "data.generation", before + 1);
      await untilComplete(page);
      const generation = await stateOf(page, "data.generation");
      await page.waitForFunction(
        (generation) => {
          const { race } = /** @type {any} */ (document.querySelector("dh-memorise"));
          return race.data === generation || race.trouble;
        },
        { polling: 40 },
        generation,
      );
      assert.equal(await textOf(page, "memorise-finding"), found);
      assert.equal(await textOf(page, "memorise-trouble"), "");
      assert.ok(await page.$("#memorise dh-memorise-layers"), "the weights are there still");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("after a reload the results are there, with the settings that made them", async () => {
      const { page, errors } = await openedLab(open);
      await choose(page, { ...SMALL, fraction: 0.5 });
      await press(page, byId("memorise-run"));
      await untilWords(page, byId("memorise-finding"), /labels were learned in/);
      await untilButton(page, "Run");
      const shown = () =>
        page.$$eval("#memorise .memorise-results, #memorise .memorise-choice output", (parts) =>
          parts.map((part) => part.textContent?.replace(/\s+/g, " ")),
        );
      const before = await shown();
      const { last } = await raceOf(page);
      await page.reload();
      await untilComplete(page);
      await openLab(page, "memorise");
      await untilWords(page, byId("memorise-kept"), /These results are from an earlier\s+run\. /);
      assert.deepEqual(await shown(), before);
      assert.deepEqual((await raceOf(page)).last, last);
      assert.equal(
        await page.$eval(byId("memorise-width"), (field) => /** @type {any} */ (field).value),
        "16",
      );
      await useOwnDigits(page, 11, 600);
      await untilWords(page, byId("memorise-trouble"), /digits were replaced/);
      await page.waitForSelector(byId("memorise-kept"), { hidden: true });
      await press(page, byId("memorise-run"));
      await page.waitForSelector("dh-memorise-layers");
      assert.deepEqual(errors, []);
      await page.close();
    });

    test("leaving the lab ends its workers", async () => {
      const { page, errors } = await openedLab(open);
      const workers = () => page.workers().length;
      const before = workers();
      await choose(page, { ...SMALL, count: 10_000 });
      await press(page, byId("memorise-run"));
      await untilBegun(page);
      assert.equal(workers(), before + 2);
      await page.$eval("#memorise", (lab) => lab.parentElement?.remove());
      for (let i = 0; workers() > before && i < 1500; i++) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      assert.equal(workers(), before);
      assert.equal(await stateOf(page, "status"), "ready");
      assert.deepEqual(errors, []);
      await page.close();
    });
  },
  { only: "chromium" },
);
