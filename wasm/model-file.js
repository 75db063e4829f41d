// Networks as safetensors files; core/model_file.h has the format.

import * as check from "./check.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { Network } from "./network.js"
 */

/** Why there is no file of a network that has diverged. @param {Float32Array} parameters */
function notFinite(parameters) {
  const i = parameters.findIndex((value) => !Number.isFinite(value));
  const found = `parameter ${i} is ${parameters[i]}`;
  return new Error(`save: ${found}: a network with such a parameter cannot be loaded again`);
}

/**
 * @param {Heap} heap @param {Network} net @param {{ note?: string }} options
 * @returns {Uint8Array}
 */
export function modelFile(heap, net, options) {
  check.options("save", options, ["note"]);
  const { pointer } = net;
  const note = new TextEncoder().encode(`${check.text("note", options.note ?? "")}\0`);
  return heap.borrow([note.length], (text) => {
    heap.write(text, note);
    const size = heap.exports.model_write(0, pointer, text);
    if (!size) throw notFinite(net.parameters);
    return heap.borrow([size], (file) => {
      heap.exports.model_write(file, pointer, text);
      return heap.bytes(file, size);
    });
  });
}

/**
 * The note in a file, "" without one.
 * @param {Heap} heap @param {number} file @param {number} size
 */
function noteIn(heap, file, size) {
  const length = heap.exports.model_note(0, 0, file, size);
  return heap.borrow([length + 1], (text) => {
    heap.exports.model_note(text, length + 1, file, size);
    return new TextDecoder().decode(heap.bytes(text, length));
  });
}

/**
 * The network in a file, the caller's, and its note.
 * @param {Heap} heap @param {Uint8Array} bytes
 * @returns {{ pointer: number, note: string }}
 */
export function modelIn(heap, bytes) {
  check.bytes("model", bytes);
  return heap.borrow([bytes.length, 8], (file, about) => {
    heap.write(file, bytes);
    const note = noteIn(heap, file, bytes.length); // Before there is a network to lose.
    const pointer = heap.exports.model_read(file, bytes.length, about, about + 4);
    if (!pointer) {
      const [status, at] = heap.fresh.u32.subarray(about / 4, about / 4 + 2);
      const problem = heap.text(heap.exports.model_status_text(status));
      throw new Error(`not a model file: ${problem} (byte ${at})`);
    }
    return { pointer, note };
  });
}
