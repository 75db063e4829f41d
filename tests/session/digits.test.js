/** Digits that are loaded when they are first needed, and what waits for them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Browser } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";
import { open, visitor } from "./support.js";

const HASH = "#start=random&seed=3&epochs=1000";
const OFFER = /needs the MNIST digits: 11 MB/;

/** @param {string} [hash] a tab that has no digits yet */
const opened = (hash = HASH) => open(hash, visitor(), { data: false });

test("nothing is loaded until something needs digits", async () => {
  const tab = await opened();
  assert.equal(tab.state.data.kind, "none");
  await tab.session.step("batch");
  assert.equal(tab.state.data.complete, true);
  assert.equal(tab.state.steps, 1);
  assert.ok(tab.session.link().exact);
});

test("a step that waits is given up when training begins, which goes on", async () => {
  const tab = await opened();
  const step = tab.session.step("batch");
  await tab.session.run();
  assert.equal(await step, undefined);
  await tab.until(({ steps, phase }) => steps > 30 && phase === "running");
  await tab.session.pause();
});

test("a step that waits is given up when another network comes", async () => {
  const tab = await opened();
  const step = tab.session.step("batch");
  await tab.session.reset();
  assert.equal(await step, undefined);
  await tab.session.loadData();
  await tab.until(({ data }) => data.complete);
  assert.equal(tab.state.steps, 0);
});

test("a test digit that comes late does not take the place of a drawing", async () => {
  const tab = await opened();
  const digit = tab.session.testDigit();
  tab.session.draw([
    [
      [0.5, 0.2],
      [0.5, 0.8],
    ],
  ]);
  assert.equal(await digit, undefined);
  await tab.until(({ data }) => data.complete);
  assert.equal(tab.state.shown.kind, "drawing");
});

test("the first test digit is the same for everyone, however slowly the digits come", async () => {
  const slow = digitHost({ test: 3200 });
  /** @type {() => void} */ let goOn = () => {};
  const rest = new Promise((resolve) => {
    goOn = () => resolve(null);
  });
  const browser = visitor({ files: slow.files });
  browser.fetch = /** @type {any} */ (
    async (/** @type {any} */ url) => {
      const answer = await slow.fetch(url);
      if (!String(url).includes("t10k-images")) return answer;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const half = Math.ceil(bytes.length * 0.7);
      const start = async (/** @type {ReadableStreamDefaultController} */ controller) => {
        controller.enqueue(bytes.slice(0, half));
        await rest;
        controller.enqueue(bytes.slice(half));
        controller.close();
      };
      return new Response(new ReadableStream({ start }));
    }
  );
  const tab = await open(HASH, browser, { data: false });
  const digit = tab.session.testDigit();
  await tab.until(({ data }) => data.test >= 1000 && !data.testComplete);
  assert.equal(tab.state.shown.kind, "nothing");
  goOn();
  await digit;
  const quick = new Browser({ fetch: slow.fetch, worker: { files: slow.files } });
  const other = await open(HASH, quick);
  await other.session.testDigit();
  assert.equal(tab.state.shown.words, other.state.shown.words);
});

test("a step breaks no training that a link asks for and that waits for its digits", async () => {
  const tab = await opened(`${HASH}&steps=40`);
  await tab.session.step("batch");
  assert.ok(tab.notices.some((text) => /that the link asks for comes first/.test(text)));
  await tab.session.loadData();
  await tab.until(({ steps, replaying }) => steps === 40 && !replaying);
});

test("who pays for digits is asked at each need; closing the offer ends what waited", async () => {
  const tab = await opened();
  tab.session.environment.isMetered = () => true;
  const step = tab.session.step("batch");
  assert.ok(tab.notices.some((text) => OFFER.test(text)));
  tab.session.dismiss("digits");
  assert.equal(await step, undefined);
  tab.session.digits.need();
  assert.ok(tab.notices.some((text) => OFFER.test(text)));
  await tab.session.useHandwriting();
  await tab.until(
    ({ data, notices }) => data.complete && !notices.some(({ key }) => key === "digits"),
  );
  assert.equal(tab.state.steps, 0);
});

test("handwriting that was chosen is there again after the engine has died", async () => {
  const tab = await opened();
  await tab.session.useHandwriting();
  await tab.until(({ data }) => data.complete);
  tab.killEngine();
  await tab.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  await tab.until(({ data }) => data.complete && data.kind === "handwriting");
});
