/** This engine, in WebAssembly: the same file runs in Node and in a browser's worker. */

import * as material from "./material.js";

/** @typedef {typeof import("../../../wasm/engine.js")} Module */

/**
 * @param {material.Data} data
 * @param {string} [build]  URL of the folder whose wasm/engine.js and build/engine.wasm are taken
 */
export async function create(data, build = new URL("../../../", import.meta.url).href) {
  /** @type {Module} */
  const module = await import(new URL("wasm/engine.js", build).href);
  const engine = await module.loadEngine();
  const test = engine.dataset(data.test);
  const pixels = material.sharedFloats(data.test);
  /** @type {Map<number, any>} */
  const datasets = new Map();
  const train = (count = data.train.count) => {
    if (!datasets.has(count)) datasets.set(count, engine.dataset(firstOf(data.train, count)));
    return datasets.get(count);
  };

  return {
    version: "",
    /** @param {material.Job} job @returns {material.Runner} */
    open({ net: { layers, hidden, output, cost }, batch, optimizer, rate, examples, more }) {
      const net = engine.network({ layers, hidden, output, cost, seed: 1 });
      net.setParameters(material.firstParameters(layers));
      const options = { batchSize: batch, optimizer, learningRate: rate, ...more, seed: 1 };
      const trainer = net.trainer(train(examples), options);
      let next = 0;
      return {
        step: (count) => void trainer.train(count),
        predict(count) {
          for (let i = 0; i < count; i++, next = (next + 1) % data.test.count)
            net.predict(pixels.subarray(next * material.PIXELS, (next + 1) * material.PIXELS));
        },
        evaluate: () => net.evaluate(test).accuracy,
        parameters: () => net.parameters,
        close() {
          trainer.free();
          net.free();
        },
      };
    },
    /** @param {{ recipe: "sprint", seed: number, target: number }} options */
    timeToAccuracy: (options) => timeToAccuracy(module, engine, train(), test, options),
    /** @param {{ images: Uint8Array, labels: Uint8Array }} idx */
    start: (idx) => start(module, idx),
  };
}

/**
 * The first `count` digits, again from the start when there are not enough.
 *
 * @param {material.Digits} digits
 * @param {number} count
 */
function firstOf({ images, labels, count: all }, count) {
  if (count === all) return { images, labels };
  const some = { images: new Uint8Array(count * material.PIXELS), labels: new Uint8Array(count) };
  for (let from = 0; from < count; from += all) {
    const part = Math.min(all, count - from);
    some.images.set(images.subarray(0, part * material.PIXELS), from * material.PIXELS);
    some.labels.set(labels.subarray(0, part), from);
  }
  return some;
}

/**
 * Trains a recipe from its seed, one epoch at a time, until enough of the held-out digits are read.
 *
 * @param {Module} module
 * @param {any} engine
 * @param {any} data
 * @param {any} test
 * @param {{ recipe: "sprint", seed: number, target: number }} options
 */
function timeToAccuracy({ recipes, trainerOptions }, engine, data, test, { recipe, seed, target }) {
  const { network, epochs } = recipes[recipe];
  const options = trainerOptions(recipes[recipe], data.count);
  const start = performance.now();
  const net = engine.network({ ...network, seed });
  const steps = Math.ceil(data.count / (options.batchSize ?? 1));
  const trainer = net.trainer(data, { ...options, seed });
  let training = 0;
  let accuracy = 0;
  let epoch = 0;
  while (accuracy < target && epoch < epochs) {
    const before = performance.now();
    trainer.train(steps);
    training += performance.now() - before;
    accuracy = net.evaluate(test).accuracy;
    epoch++;
  }
  const whole = performance.now() - start;
  trainer.free();
  net.free();
  return {
    reached: accuracy >= target,
    accuracy,
    epoch,
    training: training / 1e3,
    whole: whole / 1e3,
  };
}

/**
 * From nothing to the first step: compile, read the IDX bytes, one mini-batch.
 *
 * @param {Module} module
 * @param {{ images: Uint8Array, labels: Uint8Array }} idx
 */
async function start({ loadEngine, recipes }, { images, labels }) {
  const begin = performance.now();
  const engine = await loadEngine();
  const loaded = performance.now();
  const data = engine.datasetFromIdx({ images, labels });
  const read = performance.now();
  const net = engine.network(recipes.video.network);
  const trainer = net.trainer(data, recipes.video.trainer);
  trainer.step();
  const stepped = performance.now();
  for (const thing of [trainer, net, data]) thing.free();
  return { load: loaded - begin, data: read - loaded, step: stepped - read };
}
