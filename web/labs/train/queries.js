/**
 * What the Train lab asks in the worker. An answer is of one version of the network, even when
 * training goes on meanwhile: what takes several pieces is measured on a copy.
 *
 * @typedef {import("../../worker/queries.js").QueryContext} QueryContext
 *
 * @typedef {object} Example  a training digit, and what the network makes of it
 * @property {number} index  among the training digits
 * @property {Float32Array} pixels  784, 0…1
 * @property {number} label
 * @property {import("../../worker/reading.js").PlainReading} reading
 * @property {number} cost
 * @property {Float32Array} gradient  of the cost; canonical order
 * @property {string} fingerprint  of the parameters that all of this is of
 *
 * @typedef {object} TrainingAccuracy  on the first training digits
 * @property {number} count  of these digits
 * @property {number} accuracy  0…1
 * @property {number} cost  mean over the digits
 * @property {number} epoch  of the network that was measured
 *
 * @typedef {object} Predictions  of all test digits, in their order
 * @property {Uint8Array} labels
 * @property {Uint8Array} answers
 * @property {Float32Array} confidences  0…1
 */
import { PIXELS, pictureOf, sliceOf } from "../../common/images.js";
import { epochsOf } from "../../common/provenance.js";
import { argmax } from "../../common/vectors.js";
import { readingOf } from "../../worker/reading.js";

const CLASSES = 10;
/** Multiplications in a piece of work: a few milliseconds. */
const PIECE = 12e6;
/** Most digits of a piece. */
const MOST = 1000;

/**
 * @param {import("../../../wasm/network.js").Network} net
 * @returns {number} digits of a piece of work
 */
function pieceFor({ parameterCount }) {
  return Math.max(10, Math.min(MOST, Math.floor(PIECE / parameterCount)));
}

/**
 * A training digit with its prediction, cost and gradient.
 * @param {QueryContext} context @param {number} index  taken modulo the number of training digits
 * @returns {Example}
 */
function trainExample({ net, datasets }, index) {
  const data = datasets.of("train");
  const at = index % data.count;
  const [pixels, label] = [pictureOf(data, at), data.label(at)];
  return {
    index: at,
    pixels,
    label,
    reading: readingOf(net, pixels),
    cost: net.cost(pixels, label),
    gradient: net.gradient(pixels, label),
    fingerprint: net.fingerprint,
  };
}

/**
 * Accuracy and cost on the first training digits.
 * @param {QueryContext} context @param {number} most  of them
 * @returns {Promise<TrainingAccuracy>}
 */
async function trainAccuracy({ net, datasets, provenance, yieldToEvents }, most) {
  const data = datasets.of("train");
  const count = Math.min(most, data.count);
  const epoch = epochsOf(provenance);
  const copy = net.clone();
  const piece = pieceFor(copy);
  let [right, cost] = [0, 0];
  try {
    for (let from = 0; from < count; from += piece) {
      const part = Math.min(piece, count - from);
      const found = copy.evaluate(data, { from, count: part });
      right += Math.round(found.accuracy * part);
      cost += found.cost * part;
      await yieldToEvents();
    }
  } finally {
    copy.free();
  }
  return { count, accuracy: right / count, cost: cost / count, epoch };
}

/**
 * The prediction of every test digit.
 * @param {QueryContext} context @returns {Promise<Predictions>}
 */
async function trainPredictions({ net, datasets, yieldToEvents }) {
  const data = datasets.of("test");
  const { count } = data;
  const labels = new Uint8Array(count);
  const answers = new Uint8Array(count);
  const confidences = new Float32Array(count);
  const copy = net.clone();
  const piece = pieceFor(copy);
  try {
    for (let from = 0; from < count; from += piece) {
      const digits = sliceOf(data, from, Math.min(piece, count - from));
      const outputs = copy.predictMany(digits.images);
      labels.set(digits.labels, from);
      for (let i = 0; i < digits.labels.length; i++) {
        const each = outputs.subarray(i * CLASSES, (i + 1) * CLASSES);
        answers[from + i] = argmax(each);
        confidences[from + i] = each[answers[from + i]];
      }
      await yieldToEvents();
    }
  } finally {
    copy.free();
  }
  return { labels, answers, confidences };
}

/**
 * Pictures of some test digits, one after the other.
 * @param {QueryContext} context @param {number[]} indices
 * @returns {Uint8Array} 784 bytes each, 0…255
 */
function trainPictures({ datasets }, indices) {
  const data = datasets.of("test");
  const images = new Uint8Array(indices.length * PIXELS);
  for (const [i, index] of indices.entries()) images.set(data.image(index), i * PIXELS);
  return images;
}

export const trainQueries = { trainExample, trainAccuracy, trainPredictions, trainPictures };
