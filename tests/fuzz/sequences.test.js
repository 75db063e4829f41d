/**
 * Any sequence of calls, meant or not, on objects that live or have been freed: the engine answers
 * or names the mistake, tells of parameters that are no longer finite, and holds no memory at the
 * end.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { noiseKinds } from "../../wasm/engine.js";
import { costs, hiddens, outputs } from "../../wasm/shape.js";
import { lists } from "../../wasm/tables.js";
import { countedEngine } from "../support/counted-engine.js";

/** The same sequences each time; others, and more of them, on demand. */
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const RUNS = 1000 * Number(process.env.FUZZ_TIMES ?? 1);

/**
 * @import { Dataset } from "../../wasm/dataset.js"
 * @import { Network } from "../../wasm/network.js"
 * @import { Trainer } from "../../wasm/trainer.js"
 *
 * @typedef {object} Draw what a call is made with
 * @property {number} one chooses among the objects there are
 * @property {number} two chooses the other object
 * @property {any} number mostly a small one
 * @property {any} rate mostly 0…1e6
 * @property {any} kind of a network
 * @property {any} how to train
 * @property {any} image 784 bytes, mostly
 * @property {any} odd
 */

const { engine, memory } = await countedEngine();

const odd = fc.oneof(
  fc.constantFrom(undefined, null, "", -1, 1.5, Number.NaN, Infinity, 2 ** 31, 2 ** 53, 5n),
  fc.constantFrom([], {}, new Uint8Array(3), new Float32Array(784).fill(Number.NaN), () => 1),
);
/** @param {fc.Arbitrary<any>} meant */
const mostly = (meant) => fc.oneof({ weight: 12, arbitrary: meant }, { weight: 1, arbitrary: odd });
const rate = mostly(
  fc.oneof(fc.constantFrom(0, 1e-30, 1e6, 1e6, 1e6), fc.double({ min: 0, max: 2 })),
);

/** @type {fc.Arbitrary<Draw>} */
const draw = fc.record({
  one: fc.nat(7),
  two: fc.nat(7),
  number: mostly(fc.integer({ min: 0, max: 5 })),
  rate,
  kind: fc.record({
    layers: mostly(fc.constantFrom([784, 10], [784, 1, 10], [784, 4, 10], [784, 3, 2, 10])),
    hidden: fc.constantFrom(...hiddens),
    output: fc.constantFrom(...outputs),
    cost: fc.constantFrom(...costs),
  }),
  how: fc.record(
    {
      batchSize: mostly(fc.integer({ min: 1, max: 8 })),
      optimizer: mostly(fc.constantFrom(...lists.optimizers)),
      learningRate: rate,
      weightDecay: rate,
      noise: mostly(fc.constantFrom(0, 0.3)),
      augment: mostly(fc.constant({ shift: 2, elastic: 1 })),
      harden: mostly(fc.constantFrom(null, { share: 1, steps: 1 })),
    },
    { requiredKeys: [] },
  ),
  image: mostly(fc.constantFrom(...[0, 1, 255].map((value) => new Uint8Array(784).fill(value)))),
  odd: mostly(fc.constant(undefined)),
});

/** Objects of one sequence, and what is known of them. */
class Place {
  /** @type {Network[]} */
  networks = [engine.network({ layers: [784, 2, 10] })];
  /** @type {Dataset[]} */
  sets = [engine.handwriting({ count: 3, seed: 1 }), engine.dataset()];
  /** @type {{ trainer: Trainer, net: Network }[]} */
  trainers = [];
  /** Networks that were said to have diverged. @type {Set<Network>} */
  diverged = new Set();

  /** @param {Draw} draw */
  net = ({ one }) => this.networks[one % this.networks.length];
  /** @param {Draw} draw */
  data = ({ two }) => this.sets[two % this.sets.length];

  /** @param {Draw} draw @param {(trainer: Trainer) => { cost: number }} use */
  train({ one }, use) {
    if (!this.trainers.length) return;
    const { trainer, net } = this.trainers[one % this.trainers.length];
    const { cost } = use(trainer);
    if (Number.isFinite(cost)) this.diverged.delete(net);
    else this.diverged.add(net);
    this.assertTold(net);
  }

  /** @param {Network} net */
  assertTold(net) {
    const areFinite = net.parameters.every(Number.isFinite);
    assert.ok(
      areFinite || this.diverged.has(net),
      "parameters are not finite, and nothing said so",
    );
  }

  free() {
    for (const { trainer } of this.trainers) trainer.free();
    for (const object of [...this.networks, ...this.sets]) object.free();
  }
}

/** Calls, by what they do. @type {Record<string, (place: Place, draw: Draw) => unknown>} */
const calls = {
  network: (place, { kind, number }) =>
    place.networks.push(engine.network({ ...kind, seed: number })),
  clone(place, draw) {
    const net = place.net(draw);
    const clone = net.clone();
    place.networks.push(clone);
    if (place.diverged.has(net)) place.diverged.add(clone);
  },
  saveAndLoad: (place, draw) => place.networks.push(engine.load(place.net(draw).save())),
  load: (_place, { image }) => engine.load(image),
  freeNetwork: (place, draw) => place.net(draw).free(),
  setParameters(place, draw) {
    const net = place.net(draw);
    net.setParameters(draw.odd ?? net.parameters.fill(draw.two / 7));
    place.diverged.delete(net);
  },
  predict: (place, draw) => place.net(draw).predict(draw.image),
  gradient: (place, draw) => place.net(draw).gradient(draw.image, draw.number),
  evaluate: (place, draw) => place.net(draw).evaluate(place.data(draw), draw.odd),
  attack: (place, draw) => place.net(draw).attack(draw.image, { steps: draw.number }),
  robustness: (place, draw) => place.net(draw).robustness(place.data(draw), { steps: draw.number }),
  dream: (place, draw) => place.net(draw).dream(draw.number, { steps: draw.number }),
  census: (place, draw) => place.net(draw).census({ kind: noiseKinds[draw.two], count: draw.one }),
  costAlong(place, draw) {
    const net = place.net(draw);
    return net.costAlong(draw.odd ?? net.parameters, [0, draw.rate], place.data(draw));
  },
  meanGradient: (place, draw) => place.net(draw).meanGradient(place.data(draw)),
  dataset: (place) => place.sets.push(engine.dataset()),
  append: (place, draw) =>
    place.data(draw).append({ images: draw.image, labels: draw.odd ?? Uint8Array.of(draw.one) }),
  appendIdx: (place, draw) => place.data(draw).appendIdx({ images: draw.image, labels: draw.odd }),
  appendHandwriting: (place, draw) => place.data(draw).appendHandwriting({ count: draw.number }),
  slice: (place, draw) => place.sets.push(place.data(draw).slice(draw.number)),
  shuffledLabels: (place, draw) =>
    place.sets.push(place.data(draw).shuffledLabels({ fraction: draw.rate })),
  image: (place, draw) => place.data(draw).image(draw.number),
  freeData: (place, draw) => place.data(draw).free(),
  trainer(place, draw) {
    const net = place.net(draw);
    place.trainers.push({ trainer: net.trainer(place.data(draw), draw.how), net });
  },
  step: (place, draw) => place.train(draw, (trainer) => trainer.step()),
  train: (place, draw) =>
    place.train(draw, (trainer) => trainer.train(draw.number > 1e6 ? 1 : draw.number)),
  trainEpochs: (place, draw) =>
    place.train(draw, (trainer) => trainer.trainEpochs(draw.number > 1e6 ? 1 : draw.number)),
  record: (place, { one }) => place.trainers[one]?.trainer.record(),
  setRate(place, { one, rate }) {
    if (place.trainers[one]) place.trainers[one].trainer.learningRate = rate;
  },
  resume: (place, { one, two, odd }) =>
    place.trainers[one]?.trainer.resume(odd ?? place.trainers[two]?.trainer.save()),
  freeTrainer: (place, { one }) => place.trainers[one]?.trainer.free(),
};

/**
 * An error of ours names what is wrong; another one is a bug, a trap above all.
 * @param {any} error
 */
function assertOurs(error) {
  const isOurs = /^[a-zA-Z0-9[\].]+: .+|has been freed|not a model file|\(at byte \d+\)$/;
  const isKnown = [TypeError, RangeError, Error].includes(error.constructor);
  assert.ok(isKnown && isOurs.test(error.message), error);
}

/** Half of them train. */
const names = [
  ...Object.keys(calls).map((name) => ({ weight: 1, arbitrary: fc.constant(name) })),
  ...["trainer", "train", "step"].map((name) => ({ weight: 9, arbitrary: fc.constant(name) })),
];
const call = fc.tuple(fc.oneof(...names), draw);
/** What became of all calls: that some are answered and some refused. */
const counts = { answered: 0, refused: 0, diverged: 0 };

/** @param {[string, Draw][]} sequence */
function run(sequence) {
  const place = new Place();
  for (const [name, given] of sequence) {
    try {
      calls[name](place, given);
      counts.answered++;
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      assertOurs(error);
      counts.refused++;
    }
  }
  counts.diverged += place.diverged.size;
  place.free();
  assert.equal(memory.held.size, 0, "memory is held though all has been freed");
  assert.ok(firstPlace() < last, "the first free memory is no longer free");
}

/** Where a small data set lies while there is nothing else. */
function firstPlace() {
  const data = engine.dataset();
  const [pointer] = memory.held;
  data.free();
  return pointer;
}
/**
 * The allocator may give up the bytes before the first block on a cache line, once and for good.
 */
const last = firstPlace() + 64;

const property = fc.property(fc.array(call, { minLength: 5, maxLength: 40, size: "max" }), run);

test(`any sequence of calls, seed ${SEED}`, (t) => {
  const how = { numRuns: RUNS, seed: SEED, endOnFailure: true };
  fc.assert(property, how);
  t.diagnostic(`${JSON.stringify(counts)}, ${engine.memory} bytes`);
  for (const count of Object.values(counts)) assert.ok(count > RUNS / 100, "each comes about");
  const { memory: before } = engine;
  fc.assert(property, how);
  assert.equal(engine.memory, before, "the same calls again take no more memory");
});
