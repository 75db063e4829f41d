/**
 * What the lab asks in the worker: the cost along a line, and the gradient, of one network with
 * hidden neurons of different hardness; and the training of two that differ in nothing else. The
 * network on the page is not touched: the lab says which network it asks about.
 *
 * @typedef {import("../../worker/queries.js").QueryContext} QueryContext
 * @typedef {import("../../../wasm/network.js").Network} Network
 * @typedef {import("../../../wasm/dataset.js").Dataset} Dataset
 *
 * @typedef {object} Base  a sigmoid network
 * @property {number[]} layers
 * @property {import("../../../wasm/tables.js").OutputFunction} output
 * @property {import("../../../wasm/tables.js").Cost} cost
 * @property {Float32Array} parameters
 *
 * @typedef {number | { pixels: Float32Array, label: number }} Digits  the first so many training
 *   digits, or one of the visitor's
 *
 * @typedef {object} Slopes  of the hidden parameters, at one hardness
 * @property {number} nonZero  components of the gradient that are not 0
 * @property {number} length  of the gradient
 * @property {number} changed  of the nudged parameters: those that change the cost
 * @property {number} accuracy  on all test digits
 *
 * @typedef {object} Twins  after so many steps; the sigmoid network's figure first
 * @property {number} steps
 * @property {[number, number]} accuracy  on all test digits
 * @property {[number, number]} moved  hidden parameters that are not what they were
 */
import { video } from "../../../wasm/recipes.js";
import { hardened, hiddenCount, lengthOf, medianOf } from "../../common/hardness.js";
import { pictureOf } from "../../common/images.js";
import * as texts from "../../texts/en/binary-queries.js";
import { TimeSlicer } from "../../worker/scheduling.js";

/** Milliseconds between two yields. */
const SLICE_MS = 8;
/** The lesson's, without weight decay, which moves weights that have no gradient. */
const TRAINING = /** @type {const} */ ({ batchSize: 10, optimizer: "sgd", learningRate: 1 });

/**
 * Work on 0…total−1 in pieces.
 * @param {QueryContext} context @param {number} total
 * @param {(from: number, count: number) => void} work
 */
async function inSlices({ yieldToEvents }, total, work) {
  const slices = new TimeSlicer(SLICE_MS);
  for (let from = 0; from < total; ) {
    const start = performance.now();
    const count = Math.min(slices.count, total - from);
    work(from, count);
    from += count;
    slices.learn(performance.now() - start);
    await yieldToEvents();
  }
}

/** @param {QueryContext} context @param {Base} base @param {number} k @returns {Network} */
function networkOf({ engine }, { layers, output, cost, parameters }, k) {
  const isStep = k === Infinity;
  const net = engine.network({ layers, output, cost, hidden: isStep ? "step" : "sigmoid" });
  net.setParameters(isStep ? parameters : hardened(parameters, hiddenCount(layers), k));
  return net;
}

/**
 * Lends a network of that hardness.
 * @template T
 * @param {QueryContext} context @param {Base} base @param {number} k
 * @param {(net: Network) => Promise<T>} use
 */
async function withNetwork(context, base, k, use) {
  const net = networkOf(context, base, k);
  try {
    return await use(net);
  } finally {
    net.free();
  }
}

/**
 * Lends the digits.
 * @template T
 * @param {QueryContext} context @param {Digits} digits
 * @param {(data: Dataset, count: number) => Promise<T>} use
 */
async function withDigits({ engine, datasets }, digits, use) {
  if (typeof digits === "number") {
    const data = datasets.of("train");
    return use(data, Math.min(digits, data.count));
  }
  const images = Uint8Array.from(digits.pixels, (value) => Math.round(255 * value));
  const data = engine.dataset({ images, labels: Uint8Array.of(digits.label) });
  try {
    return await use(data, 1);
  } finally {
    data.free();
  }
}

/**
 * @param {QueryContext} context @param {Network} net @param {Dataset} data @param {number} count
 */
async function meanGradient(context, net, data, count) {
  const mean = new Float32Array(net.parameterCount);
  await inSlices(context, count, (from, some) => {
    const part = net.meanGradient(data, { from, count: some });
    for (let i = 0; i < mean.length; i++) mean[i] += (part[i] * some) / count;
  });
  return mean;
}

/** On all test digits. @param {QueryContext} context @param {Network} net */
async function accuracyOf(context, net) {
  const data = context.datasets.of("test");
  let right = 0;
  await inSlices(context, data.count, (from, count) => {
    right += Math.round(net.evaluate(data, { from, count }).accuracy * count);
  });
  return right / data.count;
}

/**
 * The way straight down, −∇C, through the hidden parameters only, as long as these are.
 * @param {QueryContext} context @param {Base} base @param {Dataset} data @param {number} count
 */
function downhill(context, base, data, count) {
  return withNetwork(context, base, 1, async (net) => {
    const hidden = hiddenCount(base.layers);
    const gradient = await meanGradient(context, net, data, count);
    const scale = lengthOf(base.parameters, hidden) / (lengthOf(gradient, hidden) || 1);
    return gradient.map((value, i) => (i < hidden ? -scale * value : 0));
  });
}

/**
 * @param {QueryContext} context @param {Network} net
 * @param {{ direction: Float32Array, ts: ArrayLike<number> }} line
 * @param {Dataset} data @param {number} count
 */
async function costAlong(context, net, { direction, ts }, data, count) {
  const costs = new Float64Array(ts.length);
  await inSlices(context, count, (from, some) => {
    const part = net.costAlong(direction, ts, data, { from, count: some });
    for (const [i, cost] of part.entries()) costs[i] += (cost * some) / count;
  });
  return costs;
}

/**
 * The cost C(θ + t·d) for each hardness, d = −∇C of the sigmoid network.
 * @param {QueryContext} context @param {Base} base @param {Digits} digits
 * @param {{ ts: number[], ks: number[] }} question
 * @returns {Promise<Float64Array[]>} for each k the costs
 */
function costLines(context, base, digits, { ts, ks }) {
  return withDigits(context, digits, async (data, count) => {
    const down = await downhill(context, base, data, count);
    const hidden = hiddenCount(base.layers);
    const lines = [];
    for (const k of ks) {
      const direction = k === Infinity ? down : hardened(down, hidden, k);
      const costs = (/** @type {Network} */ net) =>
        costAlong(context, net, { direction, ts }, data, count);
      lines.push(await withNetwork(context, base, k, costs));
    }
    return lines;
  });
}

/**
 * Parameters whose nudge by ±ε changes the cost.
 * @param {QueryContext} context @param {Network} net
 * @param {{ indices: number[], epsilon: number }} nudge  of this network's parameters
 * @param {Dataset} data @param {number} count
 */
async function changedBy(context, net, { indices, epsilon }, data, count) {
  const direction = new Float32Array(net.parameterCount);
  let changed = 0;
  await inSlices(context, indices.length, (from, some) => {
    for (const index of indices.slice(from, from + some)) {
      direction[index] = 1;
      const range = { from: 0, count };
      const [below, above] = net.costAlong(direction, [-epsilon, epsilon], data, range);
      if (below !== above) changed++;
      direction[index] = 0;
    }
  });
  return changed;
}

/**
 * @param {QueryContext} context @param {Base} base @param {Digits} digits
 * @param {{ ks: number[], indices: number[], epsilon: number }} question
 * @returns {Promise<Slopes[]>} for each k
 */
function slopes(context, base, digits, { ks, indices, epsilon }) {
  const hidden = hiddenCount(base.layers);
  return withDigits(context, digits, async (data, count) => {
    const found = [];
    for (const k of ks) {
      const scale = k === Infinity ? 1 : k;
      const of = async (/** @type {Network} */ net) => {
        const gradient = await meanGradient(context, net, data, count);
        const nudge = { indices, epsilon: epsilon * scale };
        return {
          nonZero: gradient.subarray(0, hidden).reduce((n, g) => n + Number(g !== 0), 0),
          length: scale * lengthOf(gradient, hidden),
          changed: await changedBy(context, net, nudge, data, count),
          accuracy: await accuracyOf(context, net),
        };
      };
      found.push(await withNetwork(context, base, k, of));
    }
    return found;
  });
}

/**
 * Median length of single digits' gradients of the hidden parameters, for each hardness.
 * @param {QueryContext} context @param {Base} base
 * @param {{ ks: number[], count: number }} question  count: of training digits
 */
async function medians(context, base, { ks, count }) {
  const data = context.datasets.of("train");
  const hidden = hiddenCount(base.layers);
  const found = [];
  for (const k of ks) {
    const of = async (/** @type {Network} */ net) => {
      /** @type {number[]} */
      const lengths = [];
      await inSlices(context, Math.min(count, data.count), (from, some) => {
        for (let i = from; i < from + some; i++) {
          lengths.push(k * lengthOf(net.gradient(pictureOf(data, i), data.label(i)), hidden));
        }
      });
      return medianOf(lengths);
    };
    found.push(await withNetwork(context, base, k, of));
  }
  return found;
}

/**
 * @param {QueryContext} context @param {number} steps
 * @param {import("../../../wasm/trainer.js").Trainer} trainer @param {Dataset} data
 */
function trainFor(context, steps, trainer, data) {
  return inSlices(context, steps, (_, count) => {
    // They are freed when others take their place.
    if (context.datasets.train !== data) throw new Error(texts.replaced);
    trainer.train(count);
  });
}

/**
 * The lesson's network, trained here.
 * @param {QueryContext} context @param {{ seed: number, steps: number }} question
 * @returns {Promise<Base>}
 */
async function trainedBase(context, { seed, steps }) {
  const data = context.datasets.of("train");
  const net = context.engine.network({ ...video.network, seed });
  const trainer = net.trainer(data, { ...TRAINING, seed });
  try {
    await trainFor(context, steps, trainer, data);
    const { layers, output, costName: cost, parameters } = net;
    return { layers: [...layers], output, cost, parameters };
  } finally {
    trainer.free();
    net.free();
  }
}

/**
 * Two networks from the same random weights, on the same digits in the same order: sigmoid and step
 * neurons in the hidden layers.
 * @param {QueryContext} context
 * @param {{ seed: number, steps: number, every: number }} question
 * @param {(part: Twins) => unknown} tell  hears how they are every so many steps; false: enough
 * @returns {Promise<boolean>} false when it ended early
 */
async function trainTwins(context, { seed, steps, every }, tell) {
  const data = context.datasets.of("train");
  const pair = /** @type {const} */ (["sigmoid", "step"]).map((hidden) =>
    context.engine.network({ ...video.network, hidden, seed }),
  );
  const trainers = pair.map((net) => net.trainer(data, { ...TRAINING, seed }));
  const [start, hidden] = [pair[0].parameters, hiddenCount(pair[0].layers)];
  const look = async (/** @type {number} */ done) => {
    /** @type {any} */
    const found = { steps: done, accuracy: [], moved: [] };
    for (const net of pair) {
      found.accuracy.push(await accuracyOf(context, net));
      const isMoved = (/** @type {number} */ w, /** @type {number} */ i) =>
        i < hidden && w !== start[i];
      found.moved.push(net.parameters.filter(isMoved).length);
    }
    return (await tell(found)) !== false;
  };
  try {
    let goesOn = await look(0);
    for (let done = 0; done < steps && goesOn; ) {
      const count = Math.min(every, steps - done);
      for (const trainer of trainers) await trainFor(context, count, trainer, data);
      done += count;
      goesOn = await look(done);
    }
    return goesOn;
  } finally {
    for (const each of [...trainers, ...pair]) each.free();
  }
}

export const binaryQueries = {
  binaryBase: trainedBase,
  binaryLines: costLines,
  binarySlopes: slopes,
  binaryMedians: medians,
  binaryTwins: trainTwins,
};
