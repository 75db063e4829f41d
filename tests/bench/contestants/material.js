/**
 * What every contestant is given: the same digits, the same first parameters, the same batches.
 * Nothing here is measured; it runs before the clock starts.
 *
 * @typedef {{ images: Uint8Array, labels: Uint8Array, count: number }} Digits  count · 784 bytes,
 *   count labels
 * @typedef {{ train: Digits, test: Digits }} Data
 *
 * @typedef {object} Net
 * @property {string} name  such as "784-16-16-10"
 * @property {number[]} layers
 * @property {"sigmoid" | "relu"} hidden
 * @property {"sigmoid" | "softmax"} output
 * @property {"quadratic" | "cross-entropy"} cost
 *
 * @typedef {object} Job  one net trained in one way
 * @property {Net} net
 * @property {number} batch  examples per step
 * @property {"sgd" | "adam" | "adamw"} optimizer
 * @property {number} rate  learning rate, on the mean gradient of the batch
 * @property {number} [examples]  how many training digits to use; all of them unless given
 * @property {object} [more]  options of this engine's trainer that peers do not have
 *
 * @typedef {object} Runner  a net that a contestant holds; each method may return a promise
 * @property {(count: number) => unknown} [step]  trains on the next `count` batches
 * @property {(count: number) => unknown} [predict]  `count` single images, one after the other,
 *   copies included
 * @property {() => unknown} [evaluate]  reads all test digits; returns the share read rightly
 * @property {() => unknown} [parameters]  Float32Array in canonical order: per layer W (outputs ×
 *   inputs), then b
 * @property {number} [callMs]  how long one call is to last, when calls are dear; see slice.js
 * @property {() => unknown} close
 *
 * @typedef {object} Contestant
 * @property {string} version
 * @property {(job: Job) => Runner | Promise<Runner>} open
 */

export const PIXELS = 784;
export const CLASSES = 10;

/** Adam's ε is this engine's, for everyone. */
export const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/**
 * The same small random parameters for everyone: W uniform in ±1/√inputs, b = 0.
 *
 * @param {number[]} layers
 * @returns {Float32Array} canonical order
 */
export function firstParameters(layers) {
  const values = new Float32Array(parameterCount(layers));
  let state = 1;
  let at = 0;
  for (let l = 1; l < layers.length; l++) {
    const scale = 1 / Math.sqrt(layers[l - 1]);
    for (let i = 0; i < layers[l] * layers[l - 1]; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      values[at++] = (state / 2147483648 - 1) * scale;
    }
    at += layers[l];
  }
  return values;
}

/** @param {number[]} layers */
export function parameterCount(layers) {
  return layers.slice(1).reduce((sum, outputs, l) => sum + outputs * (layers[l] + 1), 0);
}

/**
 * Splits canonical parameters by layer; the arrays are views.
 *
 * @param {number[]} layers
 * @param {Float32Array} values
 */
export function byLayer(layers, values) {
  let at = 0;
  return layers.slice(1).map((outputs, l) => {
    const inputs = layers[l];
    const W = values.subarray(at, at + outputs * inputs);
    const b = values.subarray(at + outputs * inputs, at + outputs * (inputs + 1));
    at += outputs * (inputs + 1);
    return { inputs, outputs, W, b };
  });
}

/**
 * Transposes a rows × columns matrix into a new one.
 *
 * @param {ArrayLike<number>} values
 * @param {number} rows
 * @param {number} columns
 */
export function transposed(values, rows, columns) {
  const turned = new Float32Array(rows * columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) turned[c * rows + r] = values[r * columns + c];
  return turned;
}

/**
 * Pixels as floats in 0…1.
 *
 * @param {Uint8Array} bytes
 */
export function floats(bytes) {
  const values = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) values[i] = bytes[i] / 255;
  return values;
}

/**
 * Dense batches in file order, again from the start when the digits run out. Everything is
 * converted beforehand, so that a peer's clock counts only its own work.
 */
export class Batches {
  /**
   * @param {Digits} digits
   * @param {number} batch
   * @param {number} [examples]
   */
  constructor(digits, batch, examples = digits.count) {
    this.batch = batch;
    this.count = Math.max(1, Math.floor(Math.min(examples, digits.count) / batch));
    const used = this.count * batch;
    this.images = sharedFloats(digits);
    this.labels = digits.labels.subarray(0, used);
    this.targets = new Float32Array(used * CLASSES);
    for (let i = 0; i < used; i++) this.targets[i * CLASSES + this.labels[i]] = 1;
    this.at = -1;
  }

  /** The next batch: views of `batch` images, one-hot targets and labels. */
  next() {
    this.at = (this.at + 1) % this.count;
    const from = this.at * this.batch;
    const to = from + this.batch;
    return {
      images: this.images.subarray(from * PIXELS, to * PIXELS),
      targets: this.targets.subarray(from * CLASSES, to * CLASSES),
      labels: this.labels.subarray(from, to),
    };
  }
}

/** @type {WeakMap<Digits, Float32Array>} */
const converted = new WeakMap();

/**
 * The digits' pixels as floats, converted once.
 *
 * @param {Digits} digits
 */
export function sharedFloats(digits) {
  let values = converted.get(digits);
  if (!values) {
    values = floats(digits.images);
    converted.set(digits, values);
  }
  return values;
}

/**
 * The share of rows whose largest output is the label.
 *
 * @param {ArrayLike<number>} outputs  count × 10
 * @param {Uint8Array} labels
 */
export function accuracy(outputs, labels) {
  let right = 0;
  for (let i = 0; i < labels.length; i++) {
    let best = 0;
    for (let c = 1; c < CLASSES; c++)
      if (outputs[i * CLASSES + c] > outputs[i * CLASSES + best]) best = c;
    if (best === labels[i]) right++;
  }
  return right / labels.length;
}
