/** A network of a lab's own, trained in a worker of its own: page's side and worker's. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Experiment } from "../../web/model/experiment.js";
import { ExperimentWorker } from "../../web/worker/experiment.js";
import { marks } from "../../web/worker/experiment-training.js";
import { Browser, engine } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";
import { idxOf } from "../support/mnist-host.js";

/**
 * @typedef {import("../../web/worker/experiment-protocol.js").Plan} Plan
 * @typedef {import("../../web/worker/experiment-protocol.js").Point} Point
 * @typedef {import("../support/browser-in-node.js").Tab} Tab
 */

const TRAIN = 5000;
const host = digitHost({ train: TRAIN, test: 400, seed: 31 });

/** @type {Tab[]} */
const tabs = [];
/** @type {Experiment[]} */
const experiments = [];
after(() => {
  for (const experiment of experiments) experiment.free();
  for (const tab of tabs) tab.close();
});

/** @param {Record<string, any>} [worker] */
async function opened(worker = { files: host.files }) {
  const tab = await new Browser({ fetch: host.fetch, worker }).open("#start=random&seed=3");
  tabs.push(tab);
  const experiment = new Experiment(tab.session);
  experiments.push(experiment);
  return { tab, experiment };
}

/** @type {Plan} */
const PLAN = {
  network: {
    layers: [784, 20, 10],
    hidden: "relu",
    output: "softmax",
    cost: "cross-entropy",
    seed: 5,
  },
  trainer: { optimizer: "adam", learningRate: 0.004, batchSize: 20, seed: 6 },
  epochs: 3,
  measureTrain: true,
};

/** The engine's own network after that many steps of a plan. @param {Plan} plan */
function trainedHere({ network, trainer, epochs, count = TRAIN, shuffled = null }, steps = 0) {
  const first = host.train.slice(0, count);
  const data = shuffled ? first.shuffledLabels(shuffled) : first;
  const totalSteps = Math.ceil((epochs * count) / (trainer.batchSize ?? 32));
  const net = engine.network(network);
  const isCosine = trainer.schedule === "cosine";
  net.trainer(data, isCosine ? { ...trainer, totalSteps } : trainer).train(steps || totalSteps);
  return { net, data, totalSteps };
}

/**
 * Begins a run, and waits until what is done at its first report after some steps is done; the next
 * step waits for that.
 * @param {Experiment} experiment @param {Plan} plan @param {() => unknown} act
 */
async function begun(experiment, plan, act) {
  /** @type {Promise<import("../../web/worker/experiment-protocol.js").Outcome>} */
  let outcome = Promise.reject(new Error("not begun"));
  outcome.catch(() => {});
  let hasActed = false;
  await new Promise((resolve, reject) => {
    outcome = experiment.run(plan, async ({ steps }) => {
      const isFirst = steps > 0 && !hasActed;
      hasActed ||= isFirst;
      if (isFirst) resolve(await act());
    });
    outcome.catch(reject);
  });
  return { outcome };
}

/** Lets the worker, which lives in the same thread, go on for a while. */
async function turns(count = 30) {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
}

test("a plan gives the network that the engine gives, to the bit, and its accuracies", async () => {
  const { tab, experiment } = await opened();
  const before = tab.state.fingerprint;
  for (const change of /** @type {Partial<Plan>[]} */ ([
    {},
    { count: 300, shuffled: { fraction: 0.5, seed: 8 } },
    { count: 1000, trainer: { ...PLAN.trainer, schedule: "cosine" } },
  ])) {
    const plan = { ...PLAN, ...change };
    /** @type {Point[]} */ const points = [];
    const outcome = await experiment.run(plan, (point) => void points.push(point));
    const { net, data, totalSteps } = trainedHere(plan);
    assert.equal(outcome.kind, "finished");
    assert.equal(outcome.fingerprint, net.fingerprint);
    assert.deepEqual(await experiment.parameters(), net.parameters);
    assert.equal(engine.load(await experiment.save()).fingerprint, net.fingerprint);
    const last = points[points.length - 1];
    assert.deepEqual(outcome.point, last);
    assert.equal(last.steps, totalSteps);
    assert.equal(last.epoch, plan.epochs);
    const near = (/** @type {number | null} */ value, /** @type {number} */ expected) =>
      assert.ok(Math.abs(Number(value) - expected) < 1e-12, `${value}, not ${expected}`);
    near(last.trainAccuracy, net.evaluate(data).accuracy);
    near(last.testAccuracy, net.evaluate(host.test).accuracy);
    const untrained = engine.network(plan.network);
    assert.equal(points[0].steps, 0);
    assert.equal(points[0].cost, null);
    near(points[0].testAccuracy, untrained.evaluate(host.test).accuracy);
    const half = points[Math.floor(points.length / 2)];
    near(half.testAccuracy, trainedHere(plan, half.steps).net.evaluate(host.test).accuracy);
    assert.ok(points.every(({ seconds }, i) => !i || seconds > points[i - 1].seconds));
  }
  assert.equal(tab.state.fingerprint, before, "the network on the page stays as it is");
});

test("it ends at the first measurement with the training accuracy asked for", async () => {
  const { experiment } = await opened();
  const plan = { ...PLAN, count: 200, epochs: 500, until: { trainAccuracy: 0.95 } };
  /** @type {Point[]} */ const points = [];
  const { kind, point } = await experiment.run(plan, (each) => void points.push(each));
  assert.equal(kind, "reached");
  assert.ok(Number(point?.trainAccuracy) >= 0.95);
  assert.ok(points.slice(0, -1).every(({ trainAccuracy }) => Number(trainAccuracy) < 0.95));
});

test("without measuring it, there is no training accuracy", async () => {
  const { experiment } = await opened();
  const { point } = await experiment.run({ ...PLAN, count: 100, measureTrain: false }, () => {});
  assert.equal(point?.trainAccuracy, null);
});

test("paused, it takes no step and answers; resumed, it ends as if never paused", async () => {
  const { experiment } = await opened();
  const { outcome } = await begun(experiment, PLAN, () => experiment.pause());
  const still = await experiment.parameters();
  await turns();
  assert.deepEqual(await experiment.parameters(), still);
  await experiment.resume();
  const { kind, fingerprint } = await outcome;
  assert.equal(kind, "finished");
  assert.equal(fingerprint, trainedHere(PLAN).net.fingerprint);
});

test("stopped, paused or not, it keeps the network, and the next plan starts over", async () => {
  const { experiment } = await opened();
  for (const pauseFirst of [false, true]) {
    const { outcome } = await begun(experiment, PLAN, () => pauseFirst && experiment.pause());
    await experiment.stop();
    const { kind, point, fingerprint } = await outcome;
    assert.equal(kind, "stopped");
    assert.ok(Number(point?.steps) > 0);
    assert.equal(engine.load(await experiment.save()).fingerprint, fingerprint);
  }
  const { fingerprint } = await experiment.run(PLAN, () => {});
  assert.equal(fingerprint, trainedHere(PLAN).net.fingerprint);
});

test("a pause that follows a stop does not hold it up", async () => {
  const { experiment } = await opened();
  const { outcome } = await begun(experiment, PLAN, () =>
    Promise.all([experiment.stop(), experiment.pause()]),
  );
  assert.equal((await outcome).kind, "stopped");
});

test("stopped or freed before the first step, it has not begun", async () => {
  const { experiment } = await opened();
  for (const end of /** @type {const} */ (["stop", "free"])) {
    const outcome = experiment.run(PLAN, () => assert.fail("reported"));
    await experiment[end]();
    assert.deepEqual(await outcome, { kind: "stopped", point: null, fingerprint: "" });
    assert.equal(experiment.isRunning, false);
  }
});

test("freed while it trains, it ends with what it last reported", async () => {
  const { experiment } = await opened();
  const { outcome } = await begun(experiment, PLAN, () => {});
  experiment.free();
  const { kind, point } = await outcome;
  assert.equal(kind, "stopped");
  assert.ok(Number(point?.steps) > 0);
});

test("other digits are copied anew, and more of the same ones are added", async () => {
  const { tab, experiment } = await opened();
  const few = { ...PLAN, count: 100 };
  await experiment.run(few, () => {});
  const more = { ...PLAN, count: 3000, epochs: 1 };
  const first = await experiment.run(more, () => {});
  assert.equal(first.fingerprint, trainedHere(more).net.fingerprint);
  const { generation } = tab.state.data;
  await tab.session.useHandwriting();
  assert.ok(tab.state.data.generation > generation);
  const { fingerprint } = await experiment.run(few, () => {});
  const net = engine.network(PLAN.network);
  const digits = engine.handwriting({ count: 100, seed: 1 });
  net.trainer(digits, PLAN.trainer).train(15);
  assert.equal(fingerprint, net.fingerprint);
});

test("digits that are replaced while they are copied are copied from the first on", async () => {
  const { tab, experiment } = await opened();
  // What keeps own digits is there, so that they come while others are copied.
  await tab.session.command("keptData");
  const outcome = experiment.run({ ...PLAN, count: 3000, epochs: 1 }, () => {});
  const own = engine.handwriting({ count: 4000, seed: 9 });
  const test = idxOf(own, 3500);
  await tab.session.useOwnData({ train: idxOf(own, 0, 3500), test, name: "own", heldOut: 0 });
  const net = engine.network(PLAN.network);
  net.trainer(own.slice(0, 3000), PLAN.trainer).train(150);
  assert.equal((await outcome).fingerprint, net.fingerprint);
});

test("a worker that dies says so, and the next run has another one", async () => {
  const { tab, experiment } = await opened();
  const { outcome } = await begun(experiment, PLAN, () => {});
  tab.kill("it ran out of memory");
  await assert.rejects(
    outcome,
    /^Error: The experiment stopped: it ran out of memory\. Run it again\.$/,
  );
  assert.equal(tab.state.status, "ready", "the page's own worker lives");
  const { fingerprint } = await experiment.run(PLAN, () => {});
  assert.equal(fingerprint, trainedHere(PLAN).net.fingerprint);
});

test("what is asked of a worker that dies or is gone ends without a word", async () => {
  const { tab, experiment } = await opened();
  await experiment.pause();
  const { outcome } = await begun(experiment, PLAN, () => {});
  const asked = Promise.all([experiment.pause(), experiment.resume(), experiment.stop()]);
  tab.kill();
  await asked;
  assert.equal((await outcome).kind, "stopped");
  await experiment.stop();
});

test("a divergence is named", async () => {
  const { experiment } = await opened();
  const trainer = { ...PLAN.trainer, optimizer: /** @type {const} */ ("sgd"), learningRate: 1e6 };
  const { kind } = await experiment.run({ ...PLAN, trainer }, () => {});
  assert.equal(kind, "diverged");
});

test("a plan that cannot be carried out is refused and breaks nothing", async () => {
  const { experiment } = await opened();
  const refused = (/** @type {Partial<Plan>} */ change, /** @type {RegExp} */ words) =>
    assert.rejects(
      experiment.run({ ...PLAN, ...change }, () => {}),
      words,
    );
  await refused({ count: TRAIN + 1 }, /There are only 5,000 training digits/);
  await refused({ count: 0 }, /count: expected 1…/);
  await refused({ epochs: 0 }, /epochs: expected/);
  await refused({ network: { layers: [784, 0, 10] } }, /layers\[1\]/);
  await refused({ trainer: { learningRate: -1 } }, /learningRate/);
  await refused({ shuffled: { fraction: 2, seed: 1 } }, /fraction/);
  const plan = { ...PLAN, count: 100 };
  const outcome = experiment.run(plan, () => {});
  await refused({}, /still running/);
  assert.equal((await outcome).kind, "finished");
});

test("before the digits are in, it says so", async () => {
  const tab = await new Browser({ fetch: host.fetch, worker: { files: host.files } }).open("", {
    data: false,
  });
  tabs.push(tab);
  const experiment = new Experiment(tab.session);
  await assert.rejects(
    experiment.run(PLAN, () => {}),
    /The digits are still loading\./,
  );
});

test("a worker knows its own commands only", async () => {
  const worker = new ExperimentWorker({ engine: async () => engine });
  await worker.command("open");
  for (const name of /** @type {any[]} */ (["constructor", "command", "toString", "query"])) {
    await assert.rejects(worker.command(name), RangeError);
  }
  await assert.rejects(worker.command("parameters"), /There is no network yet/);
});

test("reports come often at first, seldom later, and at the end", () => {
  const reported = (/** @type {number} */ epochs, /** @type {number} */ steps) =>
    [...marks(epochs, steps)].flatMap(({ epoch, isReported }) => (isReported ? [epoch] : []));
  assert.deepEqual(reported(3, 10), [1, 2, 3]);
  assert.deepEqual(reported(2.5, 1000), [0.25, 0.5, 0.75, 1, 1.5, 2, 2.5]);
  assert.deepEqual(reported(0.5, 1000), [0.25, 0.5]);
  assert.deepEqual(reported(1, 10), [1]);
  assert.deepEqual(reported(205, 10).slice(-6), [194, 196, 198, 200, 204, 205]);
  assert.equal([...marks(205, 10)].length, 205);
});
