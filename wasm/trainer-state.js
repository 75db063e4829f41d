// A trainer's state as a file, so that training goes on later to the bit: laid out like
// safetensors, whose header is JSON and whose one tensor is the moments.

import * as check from "./check.js";
import { numbersOf, settingsOf } from "./tables.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { Network } from "./network.js"
 * @import { Dataset } from "./dataset.js"
 * @import { TrainerOptions } from "./trainer.js"
 *
 * @typedef {object} Saved what belongs together
 * @property {Network} net  whose parameters are not in the file
 * @property {Dataset} data
 * @property {TrainerOptions} options
 * @property {number} learningRate  as it was set last
 */

/** Members of nn_trainer_state, in its order, and their largest values. */
const members = /** @type {const} */ ({
  steps: Number.MAX_SAFE_INTEGER,
  beta1Power: 1,
  beta2Power: 1,
  randomCounter: Number.MAX_SAFE_INTEGER,
  orderCount: 2 ** 32 - 1,
  orderEpoch: 2 ** 32 - 1,
  orderRunsDone: 2 ** 32 - 1,
  orderNext: 2 ** 32 - 1,
});
const count = Object.keys(members).length;
const format = "downhill trainer";

/** @param {string} why */
const refused = (why) => new Error(`resume: ${why}`);

/** Options as the engine's numbers, but for the rate, which may change. @param {object} options */
const numbersBesideRate = (options) => [
  ...numbersOf("trainer", { ...options, learningRate: undefined }),
];

/**
 * @param {Heap} heap @param {number} trainer @param {Saved} saved
 * @returns {Uint8Array}
 */
export function savedTrainer(heap, trainer, { net, data, options, learningRate }) {
  const { state, moments } = heap.borrow([count * 8, 8], (at, size) => {
    heap.exports.trainer_get_state(trainer, at);
    const moments = heap.exports.trainer_moments(trainer, size) >>> 0;
    const { f64, u32 } = heap.fresh;
    const state = [...f64.slice(at / 8, at / 8 + count)];
    return { state, moments: heap.floats(moments, u32[size / 4]) };
  });
  const about = {
    __metadata__: {
      format,
      state: JSON.stringify(state),
      options: JSON.stringify(numbersBesideRate(options)),
      learningRate: String(learningRate),
      fingerprint: net.fingerprint,
      images: String(data.count),
    },
    moments: { dtype: "F32", shape: [moments.length], data_offsets: [0, moments.byteLength] },
  };
  const text = JSON.stringify(about);
  const header = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
  const bytes = new Uint8Array(8 + header.length + moments.byteLength);
  new DataView(bytes.buffer).setUint32(0, header.length, true);
  bytes.set(header, 8);
  bytes.set(new Uint8Array(moments.buffer), 8 + header.length);
  return bytes;
}

/**
 * The header and the moments of a file.
 * @param {Uint8Array} bytes
 * @returns {{ about: Record<string, string>, moments: Float32Array }}
 */
function parsed(bytes) {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const header = bytes.subarray(8, 8 + length);
    const { __metadata__: about } = JSON.parse(new TextDecoder().decode(header));
    if (about.format === format) return { about, moments: floatsOf(bytes.slice(8 + length)) };
  } catch {
    // What cannot be read is told below.
  }
  throw refused("these bytes are not what a trainer's save() gave");
}

/** @param {Uint8Array} bytes a copy */
const floatsOf = (bytes) => new Float32Array(bytes.buffer, 0, bytes.length / 4);

/** The first option in which two trainers differ. @param {number[]} a @param {number[]} b */
function differing(a, b) {
  const at = a.findIndex((number, i) => number !== b[i]);
  let next = 0;
  for (const { name, size } of settingsOf("trainer")) {
    next += size;
    if (at < next) return name;
  }
  return "an option";
}

/** @param {string} text @returns {number[]} the state's numbers, each in its range */
function stateOf(text) {
  const state = JSON.parse(text);
  const isRight = Object.entries(members).every(
    ([name, most], i) =>
      state[i] >= 0 && state[i] <= most && (name.endsWith("Power") || Number.isInteger(state[i])),
  );
  if (state.length !== count || !isRight) throw refused("a number is out of its range");
  return state;
}

/**
 * Goes on from a file; throws, and changes nothing, when it belongs to other options, data or
 * parameters.
 * @param {Heap} heap @param {number} trainer @param {unknown} bytes @param {Saved} now
 * @returns {number} the learning rate as it was set last
 */
export function resumeTrainer(heap, trainer, bytes, { net, data, options }) {
  const { about, moments } = parsed(check.bytes("state", bytes));
  const then = JSON.parse(about.options);
  const numbers = numbersBesideRate(options);
  if (then.length !== numbers.length || numbers.some((number, i) => number !== then[i])) {
    throw refused(`this trainer has another ${differing(numbers, then)}`);
  }
  if (about.fingerprint !== net.fingerprint) {
    throw refused(`the network is ${net.fingerprint}, expected ${about.fingerprint}`);
  }
  if (Number(about.images) !== data.count) {
    throw refused(`the data have ${data.count} images, expected ${about.images}`);
  }
  const state = stateOf(about.state);
  const rate = check.real("learningRate", Number(about.learningRate), 0, 1e6);
  if (!moments.every(Number.isFinite)) throw refused("a moment is not finite");
  heap.borrow([count * 8, 8], (at, size) => {
    const pointer = heap.exports.trainer_moments(trainer, size) >>> 0;
    if (heap.fresh.u32[size / 4] !== moments.length) {
      throw refused(`expected ${heap.fresh.u32[size / 4]} moments, got ${moments.length}`);
    }
    heap.write(at, Float64Array.from(state));
    if (!heap.exports.trainer_set_state(trainer, at)) {
      throw refused("its place in the order of examples does not exist");
    }
    heap.write(pointer, moments);
  });
  return rate;
}
