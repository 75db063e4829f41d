/** Own digits over reloads, in other tabs, after failures: never silently replaced by others. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, MemoryStore } from "../support/browser-in-node.js";
import { idxOf } from "../support/mnist-host.js";
import { open, train, visitor } from "./support.js";

/** @param {number} count @param {string} [name] @param {number} [seed] */
function own(count, name = "mine", seed = 4) {
  const digits = engine.handwriting({ count, seed });
  return { train: idxOf(digits), test: null, name, heldOut: 1 / 7 };
}

/** As the page does when it has opened. @param {import("../support/browser-in-node.js").Tab} tab */
async function digitsOf(tab) {
  tab.session.digits.needIfTrained();
  await tab.until(({ data }) => data.complete);
  return tab.state.data.name;
}

const LATER = { data: false };

test("they are there after a reload, and a link made then says that it is not exact", async () => {
  const tab = await open("#start=random&seed=3");
  await tab.session.useOwnData(own(700));
  const { checksum } = tab.state.data;
  await train(tab, 5);
  assert.match(tab.session.link().why, /your own data/);
  const { fingerprint, steps } = tab.state;
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "mine");
  assert.deepEqual([tab.state.data.checksum, tab.state.data.test], [checksum, 100]);
  assert.deepEqual([tab.state.fingerprint, tab.state.steps], [fingerprint, steps]);
  assert.match(tab.session.link().why, /your own data/);
  await tab.session.step("batch");
  const { done } = /** @type {any} */ (tab.state.provenance);
  assert.ok(done.every((/** @type {any} */ { data }) => data.checksum === checksum));
  assert.match(tab.session.link().why, /your own data/);
});

test("they are there after a reload before any training, and on the next visit", async () => {
  const browser = visitor();
  const tab = await open("", browser, LATER);
  await tab.session.useOwnData(own(70));
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "mine");
  tab.close();
  const next = await open("", browser, LATER);
  assert.equal(await digitsOf(next), "mine");
});

test("a link is about MNIST; a second tab that chooses it leaves the first its own", async () => {
  const browser = visitor();
  const first = await open("", browser, LATER);
  await first.session.useOwnData(own(70));
  const link = await open("#start=random&seed=3&steps=5", browser, LATER);
  assert.equal(await digitsOf(link), "MNIST");
  await link.reload(LATER);
  assert.equal(await digitsOf(link), "MNIST");
  // The link is pasted into a tab that had own digits.
  const pasted = await open("", browser, LATER);
  assert.equal(await digitsOf(pasted), "mine");
  Object.assign(pasted, { hash: "#start=random&seed=3&steps=5", savedId: null });
  await pasted.load(false);
  assert.equal(await digitsOf(pasted), "MNIST");
  await pasted.until(({ steps, replaying }) => steps === 5 && !replaying);
  await pasted.session.painted();
  assert.ok(pasted.savedId);
  await pasted.reload(LATER);
  assert.equal(await digitsOf(pasted), "MNIST");
  const second = await open("", browser, LATER);
  assert.equal(await digitsOf(second), "mine");
  await second.session.loadData();
  await second.until(({ data }) => data.kind === "mnist");
  await second.reload(LATER);
  await first.reload(LATER);
  assert.equal(await digitsOf(first), "mine");
  second.session.digits.need();
  await second.until(({ data }) => data.complete);
  assert.equal(second.state.data.name, "MNIST");
});

test("two tabs have their own each; three sets are kept, the oldest makes room", async () => {
  const browser = visitor();
  const [first, second] = [await open("", browser, LATER), await open("", browser, LATER)];
  await first.session.useOwnData(own(70, "a", 1));
  await second.session.useOwnData(own(70, "b", 2));
  await first.reload(LATER);
  assert.equal(await digitsOf(first), "a");
  await second.session.useOwnData(own(70, "c", 3));
  await second.session.useOwnData(own(70, "d", 4));
  const names = (await second.session.command("keptData")).map(({ name }) => name);
  assert.deepEqual(names.sort(), ["b", "c", "d"]);
  await first.reload(LATER);
  assert.equal(await digitsOf(first), "MNIST");
  assert.match(first.notices.join(" "), /Your data \(a\) are no longer in this browser/);
});

test("removing them is one step: they are out of use and out of the storage", async () => {
  const browser = visitor();
  const tab = await open("", browser, LATER);
  await tab.session.useOwnData(own(70));
  const [kept] = await tab.session.command("keptData");
  assert.deepEqual([kept.name, kept.train, kept.test], ["mine", 60, 10]);
  await tab.session.digits.removeKept(kept);
  await tab.until(({ data }) => data.kind === "mnist" && data.complete);
  assert.equal(browser.ownStore.values.size, 0);
  await tab.reload(LATER);
  tab.session.digits.need();
  await tab.until(({ data }) => data.complete);
  assert.deepEqual([tab.state.data.kind, tab.notices], ["mnist", []]);
});

test("each tab tells which of them it uses, until it uses others or is closed", async () => {
  const browser = visitor();
  const [first, second] = [await open("", browser, LATER), await open("", browser, LATER)];
  const elsewhere = async () => [...(await second.session.digits.choice.held())];
  await first.session.useOwnData(own(70));
  await first.session.painted();
  const { checksum } = first.state.data;
  assert.deepEqual(await elsewhere(), [checksum]);
  assert.equal((await first.session.digits.choice.held()).size, 0, "its own are no others'");
  await first.session.useHandwriting();
  await first.session.painted();
  assert.deepEqual(await elsewhere(), []);
  const [kept] = await first.session.command("keptData");
  await first.session.digits.useKept(kept);
  await first.session.painted();
  assert.deepEqual(await elsewhere(), [checksum]);
  first.close();
  assert.deepEqual(await elsewhere(), []);
});

test("removed where MNIST is not to be had, handwriting takes their place", async () => {
  const browser = visitor();
  browser.offline = true;
  const tab = await open("", browser, LATER);
  await tab.session.useOwnData(own(70));
  const [kept] = await tab.session.command("keptData");
  await tab.session.digits.removeKept(kept);
  assert.equal(tab.state.data.kind, "handwriting");
});

test("a storage that cannot be read says so where what is kept would stand", async () => {
  const browser = visitor();
  browser.ownStore = new (class extends MemoryStore {
    /** @returns {Promise<any[]>} */
    async keys() {
      throw new DOMException("a disk error", "UnknownError");
    }
  })();
  const tab = await open("", browser, LATER);
  await assert.rejects(() => tab.session.command("keptData"), {
    message: "What is kept in this browser from earlier visits could not be read: a disk error.",
  });
  // New ones are used all the same.
  await tab.session.useOwnData(own(70));
  assert.equal(tab.state.data.kind, "own");
});

test("a storage that is full says so, and so does the reload that misses them", async () => {
  const browser = visitor();
  browser.ownStore = new (class extends MemoryStore {
    /** @returns {Promise<void>} */
    async set() {
      throw new DOMException("full", "QuotaExceededError");
    }
  })();
  const tab = await open("", browser, LATER);
  await tab.session.useOwnData(own(70));
  assert.equal(tab.state.data.kind, "own");
  const said = tab.notices.join(" ");
  assert.match(said, /trained on mine\. They could not be kept in this browser \(its storage/);
  assert.match(said, /\(its storage is full\), so after a reload/);
  await tab.session.step("batch");
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "MNIST");
  assert.match(tab.notices.join(" "), /Your data \(mine\) are no longer in this browser/);
});

test("a storage that cannot be read says so, and a reload tries again", async () => {
  const browser = visitor();
  const tab = await open("", browser, LATER);
  await tab.session.useOwnData(own(70));
  const { ownStore } = browser;
  browser.ownStore = new (class extends MemoryStore {
    /** @returns {Promise<any>} */
    async get() {
      throw new Error("disk error");
    }
  })();
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "MNIST");
  assert.match(tab.notices.join(" "), /could not be read from this browser: disk error\. MNIST is/);
  browser.ownStore = ownStore;
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "mine");
});

test("an engine that dies has them again", async () => {
  const tab = await open("", visitor(), LATER);
  await tab.session.useOwnData(own(70));
  tab.killEngine();
  await tab.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  await tab.until(({ data }) => data.complete);
  assert.equal(tab.state.data.name, "mine");
});

test("MNIST that is chosen while they are read from the storage is what is used", async () => {
  const browser = visitor();
  const tab = await open("", browser, LATER);
  await tab.session.useOwnData(own(70));
  /** @type {() => void} */ let goOn = () => {};
  const read = new Promise((resolve) => {
    goOn = () => resolve(null);
  });
  const { ownStore } = browser;
  browser.ownStore = new (class extends MemoryStore {
    async get(/** @type {string} */ key) {
      await read;
      return ownStore.get(key);
    }
  })();
  await tab.reload(LATER);
  tab.session.digits.needIfTrained();
  await tab.session.loadData();
  goOn();
  await tab.session.connection.command("ping");
  await tab.until(({ data }) => data.complete);
  await new Promise(setImmediate);
  assert.equal(tab.state.data.kind, "mnist");
});

test("chosen while training runs they end it, and Train goes on with them", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  await tab.session.run();
  await tab.until(({ steps }) => steps > 5);
  await tab.session.useOwnData(own(70));
  assert.equal(tab.state.phase, "paused");
  const { steps } = tab.state;
  await train(tab, 3);
  assert.ok(tab.state.steps >= steps + 3);
  await tab.session.undo().catch(() => {});
  assert.equal(tab.state.data.kind, "own");
});

test("a few after long training are trained on, however often Train is pressed", async () => {
  const tab = await open("#start=random&seed=3&epochs=2");
  await tab.session.run();
  await tab.until(({ phase }) => phase === "finished");
  await tab.session.set("epochs", 3);
  await tab.session.useOwnData(own(30));
  for (const most of [3, 10_000]) {
    await tab.session.set("epochs", most);
    const { steps } = tab.state;
    await tab.session.run();
    await tab.until(({ phase }) => phase !== "running");
    assert.ok(tab.state.steps >= steps + 100, `${tab.state.steps} after ${steps}`);
  }
  assert.equal(tab.state.settings.epochs, 10_000);
  for (let i = 0; i < 3; i++) {
    const { steps } = tab.state;
    await tab.session.run();
    await tab.until(({ phase }) => phase !== "running");
    assert.ok(tab.state.steps >= steps + 100, `${tab.state.steps} after ${steps}`);
  }
});

test("a change of digits is undone and redone, after a reload too; the network stays", async () => {
  const tab = await open("#start=random&seed=3");
  await tab.session.step("batch");
  await tab.session.reset();
  await train(tab, 5);
  const { fingerprint, steps } = tab.state;
  await tab.session.useOwnData(own(700));
  const { checksum } = tab.state.data;
  assert.equal(tab.state.history.undo, "changing the digits");
  const offer = tab.state.notices.find(({ button }) => button === "Undo");
  assert.match(offer?.text ?? "", /From now on the network is trained on mine/);
  await offer?.act?.();
  await tab.until(({ data }) => data.kind === "mnist" && data.complete);
  assert.deepEqual([tab.state.fingerprint, tab.state.steps], [fingerprint, steps]);
  assert.deepEqual(
    [tab.state.history.undo, tab.state.history.redo],
    ["reset", "changing the digits"],
  );
  assert.match(tab.notices.join(), /From now on the network is trained on MNIST/);
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "MNIST");
  await tab.session.redo();
  assert.deepEqual([tab.state.data.kind, tab.state.data.checksum], ["own", checksum]);
  await tab.reload(LATER);
  assert.equal(await digitsOf(tab), "mine");
  await tab.session.useHandwriting();
  await tab.session.digits.useKept({ id: checksum, name: "mine" });
  await tab.session.loadData();
  for (const kind of ["own", "handwriting", "own", "mnist"]) {
    assert.equal(tab.state.history.undo, "changing the digits");
    await tab.session.undo();
    await tab.until(({ data }) => data.kind === kind && data.complete);
  }
  assert.equal(tab.state.history.undo, "reset");
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("undo and redo in one breath end with the digits that were asked for last", async () => {
  const tab = await open("#start=random&seed=3");
  await tab.session.useOwnData(own(700));
  await Promise.all([tab.session.undo(), tab.session.redo(), tab.session.undo()]);
  await tab.until(({ data }) => data.kind === "mnist" && data.complete);
  assert.deepEqual([tab.state.history.undo, tab.state.history.redo], ["", "changing the digits"]);
  tab.session.act(tab.session.redo());
  await tab.until(({ data }) => data.kind === "own");
  assert.equal(tab.state.history.undo, "changing the digits");
});

test("digits chosen in training: the run stops, the network is kept, also by undo", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  await tab.session.reset();
  await tab.session.run();
  await tab.until(({ steps }) => steps > 20);
  await tab.session.useOwnData(own(700));
  const { fingerprint, steps } = tab.state;
  await tab.session.undo();
  await tab.until(({ data }) => data.kind === "mnist" && data.complete);
  assert.deepEqual([tab.state.fingerprint, tab.state.steps], [fingerprint, steps]);
});

test("gone digits are not brought back: that is said; undo goes further next time", async () => {
  const tab = await open("#start=random&seed=3");
  await tab.session.step("batch");
  await tab.session.reset();
  await tab.session.useOwnData(own(700));
  const { checksum } = tab.state.data;
  await tab.session.useHandwriting();
  await tab.session.digits.removeKept({ id: checksum });
  await assert.rejects(tab.session.undo(), /Your data \(mine\) are no longer in this browser/);
  assert.equal(tab.state.data.kind, "handwriting");
  await tab.session.undo();
  await tab.until(({ data }) => data.kind === "mnist" && data.complete);
  assert.equal(tab.state.history.undo, "reset");
});

test("undo has no step for the same, for the first, or in place of missing digits", async () => {
  const tab = await open("#start=random&seed=3");
  await tab.session.loadData();
  assert.equal(tab.state.history.undo, "");
  const browser = visitor();
  browser.offline = true;
  const other = await open("#start=random&seed=3", browser, LATER);
  await other.session.loadData();
  assert.deepEqual([other.state.data.kind, other.state.history.undo], ["handwriting", ""]);
  await other.session.useHandwriting();
  await other.session.loadData();
  assert.deepEqual([other.state.data.kind, other.state.history.undo], ["handwriting", ""]);
});
