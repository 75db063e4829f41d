/** Weights changed by hand in the lab Inside: what one gesture is, and what “Put back” may undo. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Edits } from "../../web/labs/inside/edits.js";
import { open, train } from "./support.js";

/** @typedef {import("../support/browser-in-node.js").Tab} Tab */

/** A tab with edits of its own. */
async function edited() {
  const tab = await open("#start=random&seed=3");
  const edits = new Edits(tab.session, () => {});
  return { tab, edits };
}

/**
 * Waits until the parameter has that value, and no edit is on its way.
 * @param {Tab} tab
 * @param {Edits} edits
 * @param {number} index
 * @param {number} value
 */
async function untilSet(tab, edits, index, value) {
  await tab.until(({ parameters }) => parameters?.[index] === value);
  await tab.until(() => edits.draftOf(index) === undefined);
}

test("a drag is one entry of the undo history, and is put back to the bit", async () => {
  const { tab, edits } = await edited();
  const { fingerprint, evaluation } = tab.state;
  const { top } = tab.state.history;
  assert.equal(edits.canPutBack, false);
  edits.beginGesture();
  for (let i = 0; i < 50; i++) {
    edits.set([[7, i / 64]], { isDrag: true });
    assert.equal(edits.draftOf(7), i / 64);
    if (i % 10 === 0) await tab.until(({ parameters }) => Number(parameters?.[7]) > 0 || i === 0);
  }
  await untilSet(tab, edits, 7, 49 / 64);
  assert.equal(tab.state.history.top, top + 1);
  assert.equal(edits.accuracyBefore, evaluation?.accuracy);
  assert.ok(edits.canPutBack);
  await edits.putBack();
  assert.equal(tab.state.fingerprint, fingerprint);
  assert.equal(edits.canPutBack, false);
});

test("an edit that ends training says so, once; one that ends nothing does not", async () => {
  const { tab, edits } = await edited();
  const said = () => tab.notices.filter((words) => words.startsWith("Training"));
  const change = async (/** @type {number} */ value) => {
    edits.set([[7, value]], { isDrag: true });
    await untilSet(tab, edits, 7, value);
  };
  edits.beginGesture();
  await change(0.25);
  assert.deepEqual(said(), []);
  await tab.session.set("epochs", 10_000);
  await tab.session.run();
  await assert.rejects(tab.session.edit({ indices: [-1], values: [1], gesture: "x" }));
  assert.deepEqual(said(), []);
  edits.beginGesture();
  await change(0.5);
  assert.equal(tab.state.phase, "paused");
  const words = "Training is paused, since weights were edited by hand. Press Train to continue.";
  assert.deepEqual(said(), [words]);
  tab.session.dismiss("ended");
  await change(0.75);
  assert.deepEqual(said(), []);
  await tab.session.run();
  await change(1);
  assert.deepEqual(said(), [words]);
  await tab.session.run();
  assert.deepEqual(said(), [], "it trains again");
});

test("two gestures are put back one by one, each with the accuracy before it", async () => {
  const { tab, edits } = await edited();
  const first = tab.state.evaluation?.accuracy;
  edits.beginGesture();
  edits.set([[784 * 16, 5]]);
  await untilSet(tab, edits, 784 * 16, 5);
  await tab.until(({ evaluation, version }) => evaluation?.version === version);
  const [second, between] = [tab.state.evaluation?.accuracy, tab.state.fingerprint];
  edits.beginGesture();
  edits.set([[784 * 16 + 1, 5]]);
  await untilSet(tab, edits, 784 * 16 + 1, 5);
  assert.equal(edits.accuracyBefore, second);
  await edits.putBack();
  assert.equal(tab.state.fingerprint, between);
  assert.equal(edits.accuracyBefore, first);
  assert.ok(edits.canPutBack);
});

test("an edit that was put back before is not brought back by another one", async () => {
  const { tab, edits } = await edited();
  const change = async (/** @type {number} */ value) => {
    edits.beginGesture();
    edits.set([[7, value]]);
    await untilSet(tab, edits, 7, value);
  };
  await change(0.25);
  const { fingerprint } = tab.state;
  await change(0.5);
  await edits.putBack();
  await change(0.75);
  await edits.putBack();
  assert.equal(tab.state.fingerprint, fingerprint);
  await edits.putBack();
  assert.equal(tab.state.parameters?.[7], 0.25);
  await tab.session.undo();
  assert.equal(tab.state.parameters?.[7], 0.5);
});

test("what came after an edit is never put back with it", async () => {
  const { tab, edits } = await edited();
  edits.set([[7, 0.5]]);
  await untilSet(tab, edits, 7, 0.5);
  await train(tab, 2);
  const trained = tab.state.fingerprint;
  assert.equal(edits.canPutBack, false);
  await edits.putBack();
  assert.equal(tab.state.fingerprint, trained);
  edits.set([[7, 0.25]]);
  await untilSet(tab, edits, 7, 0.25);
  await tab.session.reset();
  const reset = tab.state.fingerprint;
  assert.equal(edits.canPutBack, false);
  await edits.putBack();
  assert.equal(tab.state.fingerprint, reset);
});

test("a setting changed after an edit is not undone in its place", async () => {
  const { tab, edits } = await edited();
  edits.set([[7, 0.5]]);
  await untilSet(tab, edits, 7, 0.5);
  await tab.session.set("rate", 0.25);
  assert.equal(edits.canPutBack, false);
  await edits.putBack();
  assert.equal(tab.state.settings.rate, 0.25);
  assert.equal(tab.state.parameters?.[7], 0.5);
});

test("a drag that began on another network does nothing to the new one", async () => {
  const { tab, edits } = await edited();
  edits.beginGesture();
  edits.set([[7, 0.5]], { isDrag: true });
  await untilSet(tab, edits, 7, 0.5);
  await tab.session.reset();
  const { fingerprint, version } = tab.state;
  edits.set([[7, 0.75]], { isDrag: true });
  assert.equal(edits.draftOf(7), undefined);
  await tab.session.set("rate", 0.25);
  assert.deepEqual([tab.state.fingerprint, tab.state.version], [fingerprint, version]);
  edits.set([[7, 0.75]]);
  await untilSet(tab, edits, 7, 0.75);
});

test("an edit that cannot be made says why, and those after it are made", async () => {
  const { tab, edits } = await edited();
  const { fingerprint } = tab.state;
  edits.set([[10 ** 9, 0.5]]);
  await tab.until(({ notices }) => notices.some(({ text }) => /no parameter/.test(text)));
  assert.equal(tab.state.fingerprint, fingerprint);
  assert.equal(edits.canPutBack, false);
  edits.set([[7, 0.5]]);
  await untilSet(tab, edits, 7, 0.5);
});

test("an edit while the network is trained stops training and keeps what was trained", async () => {
  const { tab, edits } = await edited();
  await tab.session.run();
  await tab.until(({ steps }) => steps > 5);
  edits.set([[7, 0.5]]);
  await untilSet(tab, edits, 7, 0.5);
  assert.equal(tab.state.phase, "paused");
  const { done } = /** @type {NonNullable<Tab["state"]["provenance"]>} */ (tab.state.provenance);
  assert.deepEqual(
    done.map(({ kind }) => kind),
    ["trained", "edited"],
  );
  await edits.putBack();
  assert.equal(tab.state.provenance?.done.at(-1)?.kind, "trained");
});

test("the training cost is of the page’s network: none after an edit or an undo", async () => {
  const { tab } = await edited();
  await tab.session.step("batch");
  assert.ok(Number(tab.state.cost) > 0);
  await tab.session.edit({ indices: [3], values: [1], gesture: "a" });
  assert.equal(tab.state.cost, null);
  await tab.session.step("batch");
  assert.ok(Number(tab.state.cost) > 0);
  await tab.session.undo();
  assert.equal(tab.state.cost, null);
});
