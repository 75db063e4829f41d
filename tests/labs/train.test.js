/** The Train lab without a browser: its state machine and its queries on a real session. */
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
// Before there is a document, which is not one for Lit.
import "lit";
import { readingOf } from "../../web/worker/reading.js";
import { Browser, engine } from "../support/browser-in-node.js";

/** @type {Set<(entries: any[]) => void>} observers, which a test tells what is in sight */
const observers = new Set();

Object.assign(globalThis, {
  document: { hidden: false },
  IntersectionObserver: class {
    /** @param {(entries: any[]) => void} callback */
    constructor(callback) {
      this.callback = callback;
    }
    observe() {
      observers.add(this.callback);
    }
    disconnect() {
      observers.delete(this.callback);
    }
  },
});

const { AccuracyHistory, aligned, milestones } = await import(
  "../../web/labs/train/accuracy-history.js"
);
const cells = await import("../../web/labs/train/cells.js");
const { ExampleSteps } = await import("../../web/labs/train/example-steps.js");
const { predictionWords } = await import("../../web/labs/train/prediction-words.js");
const { fasterPart } = await import("../../web/labs/train/quiz.js");

/** @param {boolean} isIntersecting */
function look(isIntersecting) {
  for (const callback of observers) callback([{ isIntersecting }]);
}

/** A host as Lit's: it connects, updates and disconnects its controllers. */
class Host extends EventTarget {
  /** @type {any[]} */
  controllers = [];

  /** @param {any} controller */
  addController(controller) {
    this.controllers.push(controller);
  }

  requestUpdate() {
    setImmediate(() => this.tell("hostUpdated"));
  }

  /** @param {"hostConnected" | "hostUpdated" | "hostDisconnected"} name */
  tell(name) {
    for (const controller of this.controllers) controller[name]?.();
  }
}

/** Waits until that holds. @param {() => unknown} holds */
async function until(holds) {
  for (const end = performance.now() + 20_000; performance.now() < end; ) {
    if (holds()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.fail(`never came: ${holds}`);
}

describe("One example in slow motion", () => {
  /** @type {import("../support/browser-in-node.js").Tab} */
  let tab;
  /** @type {Host} */
  let host;
  /** @type {InstanceType<typeof ExampleSteps>} */
  let steps;

  before(async () => {
    // Messages alone would keep this process busy: timers need their turn between two of them.
    const yieldTo = () => new Promise((resolve) => setImmediate(() => resolve(undefined)));
    const browser = new Browser({ worker: { yieldTo } });
    tab = await browser.open("#start=random&seed=3&rate=0.5&epochs=10000");
  });
  after(() => tab.close());

  beforeEach(async () => {
    host?.tell("hostDisconnected");
    await tab.session.reset();
    await tab.session.pause();
    host = new Host();
    steps = new ExampleSteps(/** @type {any} */ (host), () => tab.session);
    host.tell("hostConnected");
    look(true);
    await until(() => steps.example?.fingerprint === tab.state.fingerprint);
  });

  /** @param {string} phase */
  async function advanceTo(phase) {
    while (steps.phase !== phase) await steps.next();
  }

  test("the update is one step down the gradient of the example that was shown", async () => {
    const { example } = steps;
    const parameters = /** @type {Float32Array} */ (tab.state.parameters).slice();
    await advanceTo("update");
    assert.equal(steps.update?.before.index, example?.index);
    assert.equal(tab.state.examples, 1);
    const gradient = /** @type {Float32Array} */ (example?.gradient);
    const expected = parameters.map((value, i) => value - 0.5 * gradient[i]);
    assert.deepEqual(tab.state.parameters, expected);
    assert.equal(steps.update?.after.fingerprint, tab.state.fingerprint);
    assert.ok(Number(steps.update?.after.cost) < Number(steps.update?.before.cost));
    await steps.next();
    assert.deepEqual([steps.phase, steps.update], ["forward", null]);
    await until(() => steps.example?.index === 1);
  });

  test("a double click while training takes one step, and the next click goes on", async () => {
    await advanceTo("backward");
    await tab.session.run();
    await tab.until(({ steps }) => steps > 50);
    await Promise.all([steps.next(), steps.next()]);
    assert.equal(steps.phase, "update");
    assert.equal(tab.state.phase, "paused");
    assert.match(tab.state.notices.at(-1)?.text ?? "", /^Training is paused/);
    const last = tab.state.provenance?.done.at(-1);
    assert.ok(last?.kind === "examples" && last.count === 1);
    assert.equal(steps.update?.version, tab.state.version);
    await steps.next();
    await until(() => steps.example);
    await advanceTo("update");
    assert.equal(steps.update?.version, tab.state.version);
  });

  test("another change of the network begins the phases again", async () => {
    await advanceTo("update");
    await tab.session.step("batch");
    await until(() => steps.phase === "forward");
    assert.equal(steps.update, null);
    await until(() => steps.example?.fingerprint === tab.state.fingerprint);
    await advanceTo("backward");
    await tab.session.reset();
    await until(() => steps.phase === "forward" && steps.example);
    assert.equal(steps.example?.fingerprint, tab.state.fingerprint);
  });

  test("training begun in the middle of an update shows no step, or the one taken", async () => {
    for (let i = 0; i < 5; i++) {
      await advanceTo("backward");
      const click = steps.next();
      await tab.session.run();
      await click;
      const { update } = steps;
      if (update) assert.equal(update.after.index, update.before.index);
      else assert.equal(steps.phase, "forward");
      await tab.session.pause();
      await until(() => steps.update === null && steps.example);
    }
  });

  test("playing ends out of sight and leaves training alone", async () => {
    await steps.play();
    assert.equal(steps.isPlaying, true);
    look(false);
    assert.equal(steps.isPlaying, false);
    look(true);
    await steps.play();
    await tab.session.run();
    await until(() => !steps.isPlaying);
    assert.equal(tab.state.phase, "running");
    await tab.session.pause();
  });

  test("a failed step rejects, and the next click works", async () => {
    await advanceTo("backward");
    const { query } = tab.session;
    Object.assign(tab.session, { query: () => Promise.reject(new Error("out of memory")) });
    await assert.rejects(steps.next(), /out of memory/);
    Object.assign(tab.session, { query });
    assert.equal(steps.isBusy, false);
    await advanceTo("update");
    assert.equal(steps.update?.version, tab.state.version);
  });

  test("the queries agree with the engine", async () => {
    await tab.session.run();
    await tab.until(({ steps }) => steps > 500);
    await tab.session.pause();
    const net = engine.load(await tab.session.modelFile());
    const [train, test] = [
      engine.handwriting({ count: 20_000, seed: 1 }),
      engine.handwriting({ count: 4000, seed: 2 }),
    ];
    const measured = await tab.session.query("trainAccuracy", 3000);
    const expected = net.evaluate(train, { from: 0, count: 3000 });
    assert.equal(measured.count, 3000);
    assert.equal(measured.epoch, tab.state.epoch);
    assert.ok(Math.abs(measured.accuracy - expected.accuracy) < 1e-9);
    assert.ok(Math.abs(measured.cost - expected.cost) < 1e-5);
    const predictions = await tab.session.query("trainPredictions");
    const { confusion } = net.evaluate(test);
    for (let cell = 0; cell < 100; cell++) {
      const { total, digits } = cells.digitsBehind(predictions, cell, 40);
      assert.equal(total, confusion[cell], `cell ${cell}`);
      assert.ok(digits.every(({ label }) => label === cells.rowOf(cell)));
    }
    const pictures = await tab.session.query("trainPictures", [5, 9]);
    assert.deepEqual(pictures.subarray(784), test.image(9));
    for (const each of [net, train, test]) each.free();
  });
});

test("points of another network, of other data and of what was taken back are dropped", () => {
  const history = new AccuracyHistory();
  const state = { generation: 1, version: 1, epoch: 0, data: { generation: 1 }, evaluation: null };
  /** @param {number} version @param {number} epoch @param {number} accuracy */
  const evaluated = (version, epoch, accuracy) => ({
    ...state,
    version,
    epoch,
    evaluation: /** @type {any} */ ({ version, epoch, accuracy, cost: 1 - accuracy }),
  });
  history.follow(evaluated(1, 0, 0.1));
  history.follow(evaluated(2, 0.3, 0.8));
  history.follow(evaluated(3, 2, 0.95));
  history.add({ epoch: 0.3, accuracy: 0.82, cost: 0.1, count: 100 }, history.turn);
  history.add({ epoch: 2, accuracy: 0.97, cost: 0.05, count: 100 }, history.turn);
  const reached = [{ after: 0, by: 0.3 }, { after: 0.3, by: 2 }, null];
  assert.deepEqual(milestones(history.test, [0.8, 0.95, 0.99]), reached);
  assert.deepEqual(
    aligned(history, ({ accuracy }) => accuracy),
    [
      [0, 0.3, 2],
      [null, 0.82, 0.97],
      [0.1, 0.8, 0.95],
    ],
  );
  const { turn } = history;
  history.follow(evaluated(4, 0.3, 0.8));
  assert.deepEqual(history.test.at(-1)?.epoch, 0.3);
  history.add({ epoch: 2, accuracy: 0.97, cost: 0.05, count: 100 }, turn);
  assert.equal(history.training.length, 1);
  history.follow({ ...state, version: 4, data: { generation: 2 } });
  assert.deepEqual([history.training, history.test], [[], []]);
  assert.equal(milestones(history.test, [0.8]), null);
});

test("the question says how to come to its answer, as the network is", () => {
  const provenance = { start: { kind: "random" }, done: [] };
  const words = (/** @type {object} */ state, /** @type {null[] | null} */ reached = null) =>
    /** @type {any} */ (
      fasterPart(0, /** @type {any} */ ({ provenance: null, ...state }), reached, "a button")
    );
  assert.match(words({ phase: "paused", provenance }), /^Train it/);
  assert.match(words({ phase: "waiting", provenance }), /once the digits are loaded/);
  assert.match(words({ phase: "running" }, [null, null]), /^It is being trained/);
  assert.deepEqual(words({ phase: "running" }).values, ["a button"]);
});

test("the question is answered from the training that was seen", () => {
  const early = { after: 0, by: 0.3 };
  const answer = (/** @type {number} */ guess, /** @type {any} */ reached) =>
    String(fasterPart(guess, { phase: "paused", provenance: null }, reached, ""));
  assert.match(answer(0, [early, null]), /95% is not reached yet/);
  assert.match(answer(0, [early, { after: 3, by: 4 }]), /^Right.* epoch 0\.30.* epoch 4\.00/);
  assert.match(answer(1, [early, { after: 3, by: 4 }]), /^The answer is “From 10% to 80%”: /);
  assert.match(
    answer(1, [
      { after: 3, by: 4 },
      { after: 4, by: 5 },
    ]),
    /^Right/,
  );
  assert.match(
    answer(0, [
      { after: 0, by: 8 },
      { after: 8, by: 9 },
    ]),
    /too close to call/,
  );
});

test("cells are described in English", () => {
  assert.equal(cells.cellWords(88), "an 8 read correctly");
  assert.equal(cells.cellWords(48), "a 4 read as an 8");
  assert.equal(cells.cellTitle(49), "4s read as 9");
  assert.equal(cells.cellFrom(9, "ArrowRight"), 9);
  assert.equal(cells.cellFrom(9, "ArrowDown"), 19);
  assert.equal(cells.cellFrom(9, "a"), null);
});

test("a digit with ink that the network has no numbers for is not said to have no ink", () => {
  const net = engine.network({ layers: [784, 16, 10], hidden: "relu", seed: 3 });
  const digits = engine.handwriting({ count: 1, seed: 5 });
  const pixels = Float32Array.from(digits.image(0), (value) => value / 255);
  const words = () => predictionWords(readingOf(net, pixels));
  assert.equal(typeof words(), "object");
  // Finite weights whose sums overflow in both directions.
  net.setParameters(net.parameters.map((value) => Math.sign(value) * 3e38));
  assert.equal(words(), "No numbers come out, so no prediction.");
  pixels.fill(0);
  net.setParameters(net.parameters.fill(0));
  assert.match(String(words()), /It has no ink/);
  net.free();
});
