// The engine's activation functions, on numbers of the caller's.

import * as check from "./check.js";
import { lists } from "./tables.js";

/**
 * An activation function of each value, as the engine computes it in single precision.
 * @param {import("./heap.js").Heap} heap
 * @param {import("./tables.js").Activation} name
 * @param {Float32Array} values weighted sums
 * @returns {Float32Array} as many
 */
export function activated(heap, name, values) {
  const kind = check.oneOf("activation", name, lists.activations);
  if (!(values instanceof Float32Array)) {
    throw new TypeError(`values: expected a Float32Array, got ${check.shown(values)}`);
  }
  // The engine takes four at once.
  const padded = new Float32Array(4 * Math.ceil(values.length / 4));
  padded.set(values);
  return heap.borrow([padded.byteLength], (pointer) => {
    heap.write(pointer, padded);
    heap.exports.activate(kind, pointer, padded.length);
    return heap.floats(pointer, values.length);
  });
}
