// Attacks: their options, and what the engine makes of them, 32 images at a time.

import * as check from "./check.js";
import { eachPiece } from "./pixels.js";
import { numbersOf, optionNames, pixelCount } from "./tables.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { Dataset } from "./dataset.js"
 * @import { Network } from "./network.js"
 * @import { AttackMethod } from "./tables.js"
 *
 * @typedef {object} AttackOptions
 * @property {AttackMethod} [method] random: every pixel up or down by ε, whatever the
 *   network says
 * @property {number} [epsilon] largest change of a pixel, 0…1
 * @property {number} [target] the digit to be taken for, instead
 * @property {number} [steps] of PGD
 * @property {number} [stepSize] of PGD; left out: ε/4, or 2.5 ε/steps if that is more
 * @property {number} [seed] of PGD's random start, of the random change
 *
 * @typedef {object} Attacked what the engine attacks with
 * @property {number} net
 * @property {number} batch with room for `chunk` images
 * @property {number} chunk
 */

/** @internal */
export const attackKeys = optionNames("attack");

/**
 * The options as the numbers that the engine takes.
 * @param {AttackOptions} options
 * @internal
 */
export const attackPlan = (options) => numbersOf("attack", options);

/**
 * Images changed so that the network misreads them.
 * @param {Heap} heap
 * @param {Attacked} on
 * @param {Float32Array} pixels n·784
 * @param {Uint8Array} labels n
 * @param {Float64Array} plan
 * @returns {Float32Array} n·784
 * @internal
 */
export function attacked(heap, { net, batch, chunk }, pixels, labels, plan) {
  const result = new Float32Array(pixels.length);
  const size = chunk * pixelCount * 4;
  heap.borrow([size, size, size, chunk, plan.byteLength], (made, slopes, input, names, how) => {
    heap.write(how, plan);
    eachPiece(labels.length, chunk, (first, count) => {
      heap.write(input, pixels.subarray(first * pixelCount, (first + count) * pixelCount));
      heap.write(names, labels.subarray(first, first + count));
      heap.exports.network_attack(net, batch, made, slopes, input, names, count, first, how);
      result.set(heap.floats(made, count * pixelCount), first * pixelCount);
    });
  });
  return result;
}

/**
 * How many of a data set's images from…from+count−1 are read rightly under attack.
 * @param {Heap} heap
 * @param {Attacked} on
 * @param {Dataset} data
 * @param {number} from
 * @param {number} count
 * @param {Float64Array} plan
 * @returns {number}
 * @internal
 */
export function countRobust(heap, { net, batch, chunk }, data, from, count, plan) {
  return heap.borrow([3 * chunk * pixelCount * 4, plan.byteLength], (room, how) => {
    heap.write(how, plan);
    return heap.exports.network_robustness(net, batch, data.pointer, from, count, room, how);
  });
}

/**
 * The answer to get away from, for each image: as given, else what the network says now.
 * @param {Network} net
 * @param {Float32Array | Uint8Array} pixels n·784
 * @param {{ label?: number, labels?: Uint8Array, target?: number }} options
 * @returns {Uint8Array} n; zeros, which nobody reads, when there is a target
 * @internal
 */
export function labelToLeave(net, pixels, { label, labels, target }) {
  const count = pixels.length / pixelCount;
  if (labels !== undefined) return check.labels("labels", labels, count);
  const each = new Uint8Array(count);
  if (label !== undefined) return each.fill(check.integer("label", label, 0, 9));
  if (target !== undefined || count === 0) return each;
  if (count > 1) {
    throw new TypeError(`labels: expected a Uint8Array of ${count}, one an image, got undefined`);
  }
  const outputs = net.predict(pixels);
  return each.fill(outputs.indexOf(Math.max(...outputs)));
}

/**
 * An image that makes one output as bright as it can be.
 * @param {Heap} heap
 * @param {Attacked} on
 * @param {number} digit
 * @param {{ steps?: number, seed?: number }} options
 * @returns {Float32Array} 784
 * @internal
 */
export function dreamImage(heap, { net, batch }, digit, options) {
  check.options("dream", options, ["steps", "seed"]);
  check.integer("digit", digit, 0, 9);
  const steps = check.integer("steps", options.steps ?? 200, 1, 100000);
  const seed = check.seed(options.seed ?? 1);
  return heap.borrow([pixelCount * 4, pixelCount * 4], (image, gradient) => {
    heap.exports.network_dream(net, batch, image, gradient, digit, steps, seed);
    return heap.floats(image, pixelCount);
  });
}
