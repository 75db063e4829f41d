/** The fine-tuning of a copy, from the page's side to the worker's, without a browser. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { historyOf } from "../../web/common/provenance.js";
import { FineTuning } from "../../web/labs/teach/fine-tuning.js";
import { Browser, engine } from "../support/browser-in-node.js";

/** @typedef {import("../support/browser-in-node.js").Tab} Tab */

const NETWORK = "#start=random&seed=3";

/** @type {Tab[]} */
const tabs = [];
after(() => {
  for (const tab of tabs) tab.close();
});

/** A tab, a fine-tuning in it, and what acts at the very moment that something holds of it. */
async function opened(hash = NETWORK) {
  const tab = await new Browser().open(hash);
  tabs.push(tab);
  /** @type {Set<() => void>} */
  const listeners = new Set();
  const run = new FineTuning(tab.session, "attacks", () => {
    for (const listener of listeners) listener();
  });
  const once = (/** @type {() => unknown} */ holds, /** @type {() => unknown} */ act) =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (!holds()) return;
        listeners.delete(check);
        try {
          resolve(act());
        } catch (error) {
          reject(error);
        }
      };
      listeners.add(check);
    });
  return { tab, run, once };
}

/**
 * Begins to train, does something once some steps are done, and waits for the end of the training.
 * @param {Awaited<ReturnType<typeof opened>>} opened @param {() => unknown} meanwhile
 */
async function duringTraining({ run, once }, meanwhile) {
  const hasBegun = once(
    () => (run.copy?.progress.steps ?? 0) > 0,
    () => {
      assert.equal(run.copy?.progress.state, "training");
      return meanwhile();
    },
  );
  await run.toggle();
  await hasBegun;
}

test("a copy is trained, paused, continued and adopted with its history", async () => {
  const all = await opened();
  const { tab, run } = all;
  run.choose({ epochs: 3 });
  const before = tab.state.fingerprint;
  await duringTraining(all, () => run.pause());
  assert.equal(run.phase, "idle");
  const paused = run.copy?.progress.steps ?? 0;
  assert.ok(paused < (run.copy?.progress.total ?? 0));
  assert.equal(run.canContinue, true);
  const { id } = run.copy ?? {};
  await run.toggle();
  assert.equal(run.copy?.id, id);
  assert.equal(run.copy?.progress.state, "finished");
  assert.equal(tab.state.fingerprint, before, "the network on the page stays as it is");
  await run.adopt();
  assert.equal(tab.state.fingerprint, run.copy?.progress.fingerprint);
  assert.equal(run.isOnPage, true);
  const provenance = tab.state.provenance ?? assert.fail();
  assert.equal(provenance.start.seed, 3);
  assert.deepEqual(provenance.done, [{ kind: "fine-tuned", purpose: "attacks", epochs: 3 }]);
  assert.match(historyOf(provenance), /attacked digits for 3 epochs/);
  const model = await tab.session.query(
    "teachModel",
    Number(id),
    /** @type {any} */ (provenance.done[0]),
  );
  const { note } = engine.load(model ?? assert.fail());
  assert.match(
    note,
    /^Random network, seed 3; fine-tuned on attacked digits for 3 epochs; parameters/,
  );
});

test("a copy outlives the network that it was made from", async () => {
  const { tab, run } = await opened();
  run.choose({ epochs: 1 });
  await run.toggle();
  const { from } = run.copy ?? assert.fail();
  assert.equal(from, tab.state.fingerprint);
  await tab.session.set("seed", 4);
  assert.notEqual(tab.state.fingerprint, from);
  const { id, progress } = run.copy ?? assert.fail();
  assert.deepEqual(await tab.session.query("teachExisting", [id, id + 1]), [id]);
  await run.adopt();
  assert.equal(tab.state.fingerprint, progress.fingerprint);
});

test("when the training digits are replaced, the training of a copy ends", async () => {
  const all = await opened();
  const { tab, run } = all;
  await duringTraining(all, () => tab.session.useHandwriting());
  assert.equal(run.phase, "idle");
  assert.equal(run.copy?.progress.state, "data-replaced");
  assert.match(run.trouble, /digits were replaced/);
  assert.equal(run.canContinue, false);
  run.choose({ epochs: 1 });
  await run.toggle();
  assert.equal(run.copy?.progress.state, "finished");
  assert.equal(run.trouble, "");
});

test("when the worker dies, the training ends and the copy is found to be lost", async () => {
  const all = await opened();
  const { tab, run } = all;
  const { generation } = tab.state;
  await duringTraining(all, () => tab.kill("it ran out of memory"));
  assert.equal(run.phase, "idle");
  assert.match(run.trouble, /stopped: it ran out of memory/);
  await tab.until((state) => state.generation > generation && state.status === "ready");
  const { id } = run.copy ?? assert.fail();
  assert.deepEqual(await tab.session.query("teachExisting", [id]), []);
  await run.adopt();
  assert.equal(run.copy, null, "a copy that cannot be had is lost");
  assert.match(run.trouble, /copy was lost/);
  assert.equal(tab.state.generation, generation + 1, "nothing was adopted");
});

test("a copy that diverges is not offered as finished", async () => {
  const { tab, run } = await opened(`${NETWORK}&hidden=relu&output=softmax&cost=cross-entropy`);
  const huge = tab.state.parameters?.map(() => 3e38) ?? assert.fail();
  const indices = huge.map((_, i) => i);
  await tab.session.edit({ indices, values: huge, gesture: "test" });
  await run.toggle();
  assert.equal(run.copy?.progress.state, "diverged");
  assert.equal(run.isFinished, false);
  assert.match(run.trouble, /no longer a number/);
});
