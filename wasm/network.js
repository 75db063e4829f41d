import { activated } from "./activation.js";
import * as attacks from "./attack.js";
import * as check from "./check.js";
import { Dataset } from "./dataset.js";
import { checkedGradient } from "./gradient-check.js";
import { dispose, Handle } from "./heap.js";
import { costs as costsOver, evaluation, meanGradient } from "./landscape.js";
import { modelFile } from "./model-file.js";
import { census } from "./noise.js";
import { eachPiece, floatsOf } from "./pixels.js";
import { costs, hiddens, outputs, shape } from "./shape.js";
import { classes, maxLayers, notADigit, pixelCount } from "./tables.js";
import { Trainer } from "./trainer.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { AttackOptions } from "./attack.js"
 * @import { GradientCheck } from "./gradient-check.js"
 * @import { Range } from "./landscape.js"
 * @import { Census, NoiseOptions } from "./noise.js"
 * @import { Activation, Cost, OutputFunction } from "./tables.js"
 * @import { TrainerOptions } from "./trainer.js"
 *
 * @typedef {object} NetworkOptions
 * @property {readonly number[]} [layers] sizes, 784 first and 10 last
 * @property {Activation} [hidden] of the hidden neurons
 * @property {OutputFunction} [output] of the ten outputs
 * @property {Cost} [cost] that training lowers
 * @property {number} [seed] of the random weights
 *
 * @typedef {object} Evaluation
 * @property {number} accuracy 0…1
 * @property {number} cost mean over the examples
 * @property {Uint32Array} confusion (10, 10) counts, row = truth
 */

/** Examples the engine works on at once. */
const chunk = 32;
/** Images handed to it at once for their outputs: few enough to stay in the cache. */
const piece = 4 * chunk;

/** A fully connected network: 784 pixels in, ten outputs. */
export class Network {
  #heap;
  #handle;
  #batch = 0;
  /** Room for one image as floats, for ten outputs after it. */
  #room = 0;
  /** @readonly Sizes, 784 first and 10 last. @type {readonly number[]} */
  layers;
  /** @readonly Of hidden neurons. @type {NonNullable<NetworkOptions["hidden"]>} */
  hidden;
  /** @readonly Of the outputs. @type {NonNullable<NetworkOptions["output"]>} */
  output;
  /** @readonly What `cost` computes. @type {NonNullable<NetworkOptions["cost"]>} */
  costName;
  /** @readonly 13,002 for 784-16-16-10. @type {number} */
  parameterCount;
  /** @readonly The text saved with the file it was loaded from, else "". @type {string} */
  note;

  /**
   * A network with random weights.
   * @internal @param {Heap} heap @param {NetworkOptions} options
   */
  static random(heap, options) {
    const { layers, hidden, output, cost, seed } = shape(options);
    const widths = Int32Array.from(layers.slice(1, -1));
    const pointer = heap.borrow([widths.byteLength], (at) => {
      heap.write(at, widths);
      return heap.exports.network_new(at, widths.length, hidden, output, cost, seed);
    });
    return new Network(heap, pointer);
  }

  /**
   * Owns a network of the engine from here on; frees it when there is no memory for the rest.
   * @internal @param {Heap} heap @param {number} pointer @param {string} [note]
   */
  constructor(heap, pointer, note = "") {
    const { exports } = heap;
    this.#heap = heap;
    this.#handle = new Handle(heap.nonNull(pointer), "network");
    /** @type {Int32Array} */
    let about;
    try {
      this.#batch = heap.nonNull(exports.workspace_new(pointer, chunk));
      this.#room = heap.allocate((pixelCount + classes) * 4);
      about = heap.borrow([(5 + maxLayers) * 4], (at) => {
        exports.network_describe(pointer, at);
        return heap.fresh.i32.slice(at / 4, at / 4 + 5 + maxLayers);
      });
    } catch (error) {
      this.free();
      throw error;
    }
    this.layers = Object.freeze([...about.slice(4, 5 + about[0])]);
    this.hidden = hiddens[about[1]];
    this.output = outputs[about[2]];
    this.costName = costs[about[3]];
    this.parameterCount = exports.network_parameter_count(pointer);
    this.note = note;
    Object.freeze(this); // These sizes are sizes of memory.
  }

  /** @internal For the engine's other objects only. */
  get pointer() {
    return this.#handle.pointer;
  }

  /** A copy, in canonical order: per layer W, row by row, then b. @returns {Float32Array} */
  get parameters() {
    const { pointer } = this;
    const heap = this.#heap;
    return heap.borrow([this.parameterCount * 4], (at) => {
      heap.exports.network_get_parameters(pointer, at);
      return heap.floats(at, this.parameterCount);
    });
  }

  /** Sets all parameters. @param {Float32Array} values in canonical order, finite */
  setParameters(values) {
    const { pointer } = this;
    const heap = this.#heap;
    check.floats("parameters", values, this.parameterCount);
    heap.borrow([values.byteLength], (at) => {
      heap.write(at, values);
      heap.exports.network_set_parameters(pointer, at);
    });
  }

  /** 16 hexadecimal digits, a hash of the parameters' bits. @returns {string} */
  get fingerprint() {
    const hash = BigInt.asUintN(64, BigInt(this.#heap.exports.network_fingerprint(this.pointer)));
    return hash.toString(16).padStart(16, "0");
  }

  /**
   * The ten outputs for one image.
   * @param {Float32Array | Uint8Array} pixels 784, in 0…1 or 0…255
   * @returns {Float32Array} 10
   */
  predict(pixels) {
    const outputs = this.#run(pixels);
    const { f32 } = this.#heap.fresh;
    return f32.slice(outputs / 4, outputs / 4 + classes);
  }

  /**
   * Runs one image through; returns where its outputs are.
   * @param {Float32Array | Uint8Array} pixels
   */
  #run(pixels) {
    const { pointer } = this;
    const { exports, fresh } = this.#heap;
    const input = this.#room;
    const result = input + pixelCount * 4;
    check.pixels(pixels, 1);
    if (pixels instanceof Float32Array) {
      fresh.f32.set(pixels, input / 4);
      exports.predict(pointer, this.#batch, result, input, 1);
    } else {
      fresh.u8.set(pixels, input);
      exports.network_predict_bytes(pointer, this.#batch, result, input, 1);
    }
    return result;
  }

  /**
   * The activations of every layer, the pixels first.
   * @param {Float32Array | Uint8Array} pixels
   * @returns {Float32Array[]}
   */
  activations(pixels) {
    this.#run(pixels);
    const inputs = floatsOf(pixels);
    return this.layers.map((size, l) =>
      l === 0
        ? inputs.slice()
        : this.#heap.floats(this.#heap.exports.workspace_activations(this.#batch, l - 1), size),
    );
  }

  /**
   * The ten outputs of each of many images.
   * @param {Float32Array | Uint8Array} pixels n·784
   * @returns {Float32Array} n·10
   */
  predictMany(pixels) {
    const { pointer } = this;
    const heap = this.#heap;
    const count = check.pixels(pixels).length / pixelCount;
    const { predict, network_predict_bytes } = heap.exports;
    const run = pixels instanceof Float32Array ? predict : network_predict_bytes;
    const outputs = new Float32Array(count * classes);
    const size = Math.min(count, piece) * 4;
    heap.borrow([size * pixelCount, size * classes], (input, result) => {
      eachPiece(count, piece, (first, some) => {
        heap.write(input, pixels.subarray(first * pixelCount, (first + some) * pixelCount));
        run(pointer, this.#batch, result, input, some);
        outputs.set(heap.floats(result, some * classes), first * classes);
      });
    });
    return outputs;
  }

  /**
   * The cost of one example; quadratic: Σ (aᵢ − yᵢ)², as in the lesson.
   * @param {Float32Array | Uint8Array} pixels @param {number} label 0–9, or 255 for "not a digit"
   * @returns {number}
   */
  cost(pixels, label) {
    return this.#slope(pixels, label, 0, 0, 0);
  }

  /**
   * ∂cost/∂parameter of one example, in canonical order.
   * @param {Float32Array | Uint8Array} pixels @param {number} label
   * @returns {Float32Array}
   */
  gradient(pixels, label) {
    const heap = this.#heap;
    const stored = heap.exports.network_stored_size(this.pointer);
    return heap.borrow([this.parameterCount * 4, stored * 4], (canonical, room) => {
      this.#slope(pixels, label, canonical, room, 0);
      return heap.floats(canonical, this.parameterCount);
    });
  }

  /**
   * ∂cost/∂pixel of one example, pixels in 0…1.
   * @param {Float32Array | Uint8Array} pixels @param {number} label @returns {Float32Array} 784
   */
  inputGradient(pixels, label) {
    const heap = this.#heap;
    return heap.borrow([pixelCount * 4], (gradient) => {
      this.#slope(pixels, label, 0, 0, gradient);
      return heap.floats(gradient, pixelCount);
    });
  }

  /**
   * Cost, and the gradients there is room for.
   * @param {Float32Array | Uint8Array} pixels @param {number} label
   * @param {number} canonical @param {number} stored @param {number} input
   */
  #slope(pixels, label, canonical, stored, input) {
    const { pointer } = this;
    check.pixels(pixels, 1);
    if (label !== notADigit) check.integer("label", label, 0, 9);
    const { exports, fresh } = this.#heap;
    fresh.f32.set(floatsOf(pixels), this.#room / 4);
    return exports.network_gradient(
      pointer,
      this.#batch,
      canonical,
      stored,
      input,
      this.#room,
      label,
    );
  }

  /**
   * Reads images from…from+count−1 of a data set; those labelled 255 count for the cost only.
   * @param {Dataset} data @param {Range} [options]
   * @returns {Evaluation}
   */
  evaluate(data, options = {}) {
    return evaluation(this.#heap, this, this.#batch, data, options);
  }

  /**
   * The mean cost along a line, C(θ + t·direction), as `evaluate` finds it at those parameters.
   * @param {Float32Array} direction as many as there are parameters @param {ArrayLike<number>} ts
   * @param {Dataset} data @param {Range} [range] of its images
   * @returns {Float32Array} as many as ts; ∞ or NaN where the cost is
   */
  costAlong(direction, ts, data, range = {}) {
    const u = check.floats("direction", direction, this.parameterCount);
    return costsOver(this.#heap, this, { u, v: null, as: ts, bs: [0] }, data, range);
  }

  /**
   * The mean cost over a plane, C(θ + a·u + b·v).
   * @param {Float32Array} u @param {Float32Array} v as many as there are parameters
   * @param {ArrayLike<number>} as @param {ArrayLike<number>} bs
   * @param {Dataset} data @param {Range} [range] of its images
   * @returns {Float32Array} a row of as.length for each of bs
   */
  costPlane(u, v, as, bs, data, range = {}) {
    check.floats("u", u, this.parameterCount);
    check.floats("v", v, this.parameterCount);
    return costsOver(this.#heap, this, { u, v, as, bs }, data, range);
  }

  /**
   * The mean of ∂cost/∂parameter over images, in canonical order.
   * @param {Dataset} data @param {Range} [range] of its images @returns {Float32Array}
   */
  meanGradient(data, range = {}) {
    return meanGradient(this.#heap, this, this.#batch, data, range);
  }

  /**
   * Holds the gradient of one example against finite differences.
   * @param {Float32Array | Uint8Array} pixels @param {number} label 0–9, or 255
   * @param {{ indices?: ArrayLike<number>, epsilon?: number }} [options] indices of parameters, all
   *   by default; epsilon, by which each is changed up and down
   * @returns {GradientCheck}
   */
  checkGradient(pixels, label, options = {}) {
    const activate = (/** @type {Float32Array} */ z) => activated(this.#heap, this.hidden, z);
    return checkedGradient(this, activate, floatsOf(pixels), label, options);
  }

  /**
   * Images that this network misreads, each pixel changed by ε at most.
   * @param {Float32Array | Uint8Array} pixels one image, or many
   * @param {AttackOptions & { label?: number, labels?: Uint8Array }} [options] `label`: the true
   *   digit, to get away from, by default the prediction; `labels` when there are many images
   * @returns {Float32Array} as many pixels, in 0…1
   */
  attack(pixels, options = {}) {
    check.options("attack", options, ["label", "labels", ...attacks.attackKeys]);
    const plan = attacks.attackPlan(options);
    const labels = attacks.labelToLeave(this, check.pixels(pixels), options);
    return attacks.attacked(this.#heap, this.#context, floatsOf(pixels), labels, plan);
  }

  get #context() {
    return { net: this.pointer, batch: this.#batch, chunk };
  }

  /**
   * How well images from…from+count−1 of a data set are read after each of them was attacked.
   * @param {Dataset} data @param {AttackOptions & { from?: number, count?: number }} [options]
   * @returns {{ accuracy: number, count: number }} of digits; images labelled 255 are left out
   */
  robustness(data, options = {}) {
    Dataset.checked("data", data, this.#heap);
    const { from, count } = check.range("robustness", options, data.count, attacks.attackKeys);
    const plan = attacks.attackPlan(options);
    const right = attacks.countRobust(this.#heap, this.#context, data, from, count, plan);
    const digits = data.labels.subarray(from, from + count).filter((l) => l < classes).length;
    return { accuracy: digits ? right / digits : 0, count: digits };
  }

  /**
   * What this network says to images of noise, which stay inside the engine.
   * @param {NoiseOptions} options
   * @returns {Census}
   */
  census(options) {
    return census(this.#heap, this.#context, options);
  }

  /**
   * An image that makes one output as bright as it can be, climbing from faint noise.
   * @param {number} digit @param {{ steps?: number, seed?: number }} [options]
   * @returns {Float32Array} 784
   */
  dream(digit, options = {}) {
    return attacks.dreamImage(this.#heap, this.#context, digit, options);
  }

  /** What trains it on the data. @param {Dataset} data @param {TrainerOptions} [options] */
  trainer(data, options = {}) {
    return new Trainer(this.#heap, this, data, options);
  }

  /**
   * A safetensors file. Throws when a parameter is not finite.
   * @param {{ note?: string }} [options] "" by default: `this.note` tells of what was loaded
   * @returns {Uint8Array}
   */
  save(options = {}) {
    return modelFile(this.#heap, this, options);
  }

  /** A network of its own: same weights, same note. */
  clone() {
    return new Network(this.#heap, this.#heap.exports.network_clone(this.pointer), this.note);
  }

  /** Gives the memory back; calling it again does nothing. */
  free() {
    const { exports } = this.#heap;
    exports.network_free(this.#handle.take());
    exports.workspace_free(this.#batch);
    exports.release(this.#room);
    this.#batch = 0;
    this.#room = 0;
  }

  /** `using net = …` frees it at the end of the block. */
  [dispose]() {
    this.free();
  }
}
