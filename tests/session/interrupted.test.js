/** A reload in the middle: of training, of its digits, and where the storage keeps nothing. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { sprint } from "../../web/model/sprint.js";
import { engine, MemoryStore } from "../support/browser-in-node.js";
import { idxOf } from "../support/mnist-host.js";
import { host, open, visitor } from "./support.js";

const LATER = { data: false };

/** A browser whose digits come when they are let go. */
function slowVisitor() {
  const browser = visitor();
  /** @type {() => void} */ let release = () => {};
  const released = new Promise((resolve) => {
    release = () => resolve(null);
  });
  browser.fetch = /** @type {any} */ (
    async (/** @type {any} */ url) => {
      await released;
      return host.fetch(url);
    }
  );
  return { browser, release };
}

/** A store without space. */
class FullStore extends MemoryStore {
  /** @returns {Promise<void>} */
  async set() {
    throw new DOMException("full", "QuotaExceededError");
  }
}

test("a sprint that waits for its digits goes on after a reload, and after the next", async () => {
  const { browser, release } = slowVisitor();
  const tab = await open("", browser, LATER);
  await sprint(tab.session);
  assert.equal(tab.state.phase, "waiting");
  for (let i = 0; i < 2; i++) {
    await tab.session.painted();
    await tab.reload(LATER);
    await tab.until(({ phase }) => phase === "waiting");
    assert.equal(tab.state.settings.recipe, "sprint");
  }
  release();
  await tab.until(({ phase }) => phase === "finished");
  await tab.until(({ notices }) => notices.some(({ key }) => key === "sprint"));
  assert.match(tab.notices.join(), /of the test digits \(MNIST\) after [\d.]+ s of training/);
  await tab.session.painted();
  await tab.reload(LATER);
  assert.equal(tab.state.phase, "paused");
  assert.deepEqual(tab.notices, []);
  await tab.session.undo();
  assert.equal(tab.state.provenance?.start.kind, "lesson");
});

test("it goes on though the storage keeps no network: its address has it", async () => {
  const { browser, release } = slowVisitor();
  browser.store = new FullStore();
  const tab = await open("", browser, LATER);
  await sprint(tab.session);
  await tab.session.painted();
  await tab.reload(LATER);
  await tab.until(({ phase }) => phase === "waiting");
  release();
  await tab.until(({ phase }) => phase === "finished");
  assert.equal(tab.state.settings.recipe, "sprint");
});

test("pausing what waits ends it, for a reload too", async () => {
  const { browser, release } = slowVisitor();
  const tab = await open("#start=random&seed=3", browser, LATER);
  await tab.session.run();
  await tab.session.pause();
  await tab.session.painted();
  await tab.reload(LATER);
  assert.equal(tab.state.phase, "paused");
  release();
});

test("training that a reload ends is a notice with a button, until something is done", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  await tab.session.run();
  await tab.until(({ steps }) => steps > 5);
  await tab.session.painted();
  await tab.reload(LATER);
  const { steps } = tab.state;
  assert.ok(steps > 0);
  const notice = tab.state.notices.find(({ key }) => key === "interrupted");
  assert.equal(notice?.text, "The training was interrupted.");
  await notice?.act?.();
  await tab.until(({ steps: now, phase }) => phase === "running" && now > steps);
  assert.deepEqual(tab.notices, []);
  await tab.session.painted();
  await tab.reload(LATER);
  assert.equal(tab.notices.length, 1);
  await tab.session.reset();
  await tab.until(({ notices }) => !notices.some(({ key }) => key === "interrupted"));
  await tab.session.painted();
  await tab.reload(LATER);
  assert.deepEqual(tab.notices, []);
});

test("storage that kept neither network nor data: words about one's own, MNIST comes", async () => {
  const browser = visitor();
  browser.store = new FullStore();
  browser.ownStore = new FullStore();
  const tab = await open("#start=random&seed=3", browser, LATER);
  const digits = engine.handwriting({ count: 70, seed: 4 });
  const data = { train: idxOf(digits), test: null, name: "mine", heldOut: 1 / 7 };
  await tab.session.useOwnData(data);
  for (let i = 0; i < 3; i++) await tab.session.step("batch");
  await tab.session.painted();
  await tab.reload(LATER);
  tab.session.digits.needIfTrained();
  await tab.until(({ replaying, steps }) => !replaying && steps === 3);
  assert.equal(tab.state.data.kind, "mnist");
  const said = tab.state.notices.map(({ key, text }) => [key, text]);
  assert.deepEqual(
    Object.fromEntries(said).link,
    [
      "Your network was not kept in this browser. This one is made again from the address, and " +
        "may differ: it was trained on your own data.",
    ].join(),
  );
  assert.match(
    tab.notices.join(" "),
    /Your data \(mine\) are no longer in this browser, and MNIST is/,
  );
  assert.doesNotMatch(tab.notices.join(" "), /author|the link/);
});

test("one's own network made again exactly needs no words; another has its own", async () => {
  const browser = visitor();
  browser.store = new FullStore();
  const tab = await open("#start=random&seed=3", browser);
  for (let i = 0; i < 3; i++) await tab.session.step("batch");
  const { fingerprint } = tab.state;
  await tab.session.painted();
  await tab.reload();
  await tab.until(({ replaying, steps }) => !replaying && steps === 3);
  assert.equal(tab.state.fingerprint, fingerprint);
  const about = () => tab.state.notices.find(({ key }) => key === "link")?.text;
  assert.equal(about(), undefined);
  browser.offline = true;
  await tab.session.painted();
  await tab.reload(LATER);
  tab.session.digits.needIfTrained();
  await tab.until(() => about() !== undefined);
  assert.equal(
    about(),
    "Your network was not kept in this browser. This one is made again from the address, and " +
      "differs: it was trained on MNIST, and here on built-in handwriting.",
  );
});
