/**
 * The Train lab's questions.
 *
 * @typedef {import("../../worker/queries.js").Things} Things
 *
 * @typedef {object} Answered  digits and what the network says of them
 * @property {number} total  how many there are of this kind; the first of them follow, the surest first
 * @property {Uint8Array} images  n·784
 * @property {{ index: number, label: number, answer: number, confidence: number }[]} digits  n
 *
 * @typedef {object} Lesson  how a drawing was taught
 * @property {Float32Array} parameters
 * @property {number} steps  mini-batches it took
 * @property {number} answer  what it says now
 * @property {number} confidence
 */

import { sliceOf } from "../../common/images.js";
import { argmax } from "../../common/vectors.js";

const CHUNK = 500;
const PIECE = 250;
/** Examples of a mini-batch of teaching; a sixth of them is the drawing, bent, so that it forgets little else. */
const PORTION = 32;
/** How often the drawing is put among the digits to learn from. */
const COPIES = 16;
const MOST_STEPS = 1500;
const OTHERS = 4000;
/** A lesson has been learnt when the answer is this sure. */
const SURE = 0.6;

/**
 * Unseen digits of one cell of the confusion matrix, or all that are misread.
 * @param {Things} things @param {{ truth?: number, answer?: number, most?: number }} [cell] @returns {Promise<Answered>}
 */
async function trainBehind({ net, supply, breath }, { truth, answer, most = 40 } = {}) {
  const data = supply.of("test");
  const found = [];
  for (let from = 0; from < data.count; from += CHUNK) {
    const { images, labels } = sliceOf(data, from, Math.min(CHUNK, data.count - from));
    const outputs = net.predictMany(images);
    for (const [i, label] of labels.entries()) {
      const said = outputs.subarray(i * 10, i * 10 + 10);
      const best = argmax(said);
      const asked =
        truth === undefined ? label !== best : label === truth && (answer ?? best) === best;
      if (asked) found.push({ index: from + i, label, answer: best, confidence: said[best] });
    }
    await breath();
    if (supply.test !== data) break;
  }
  const digits = found.sort((a, b) => b.confidence - a.confidence).slice(0, most);
  const images = new Uint8Array(digits.length * 784);
  for (const [i, { index }] of digits.entries())
    images.set(supply.of("test").image(index), i * 784);
  return { total: found.length, digits, images };
}

/**
 * How well the first digits of the training set are read.
 * @param {Things} things @param {number} [most] @returns {Promise<{ accuracy: number, cost: number, count: number }>}
 */
async function trainExam({ net, supply, breath }, most = 3000) {
  const data = supply.of("train");
  const count = Math.min(most, data.count);
  let [right, cost] = [0, 0];
  for (let from = 0; from < count && supply.train === data; from += PIECE) {
    const part = Math.min(PIECE, count - from);
    const seen = net.evaluate(data, { from, count: part });
    right += seen.accuracy * part;
    cost += seen.cost * part;
    await breath();
  }
  return { accuracy: right / count, cost: cost / count, count };
}

/**
 * Trains a copy of the network on a drawing, among other digits, until it reads it.
 * The drawing stays among the digits to learn from.
 * @param {Things} things @param {Float32Array} pixels @param {number} label @returns {Promise<Lesson>}
 */
async function trainTeach({ engine, net, supply, plan, breath }, pixels, label) {
  const bytes = Uint8Array.from(pixels, (value) => Math.round(value * 255));
  const all = supply.of("train");
  const lesson = engine.dataset(among(all, bytes, label));
  const pupil = engine.load(net.save());
  const trainer = pupil.trainer(lesson, {
    .../** @type {any} */ (plan.trainer),
    schedule: "constant",
    totalSteps: 0,
    firstCycle: 0,
    noise: 0,
    harden: null,
    augment: { shift: 1, rotate: 0.1, scale: 0.06, shear: 0.1, elastic: 0 },
    batchSize: PORTION,
  });
  let steps = 0;
  try {
    while (steps < MOST_STEPS && !reads(pupil, bytes, label)) {
      trainer.train(5);
      steps += 5;
      if (steps % 50 === 0) await breath();
    }
    const said = pupil.predict(bytes);
    const answer = argmax(said);
    all.append(repeated(bytes, label, COPIES));
    return { parameters: pupil.parameters, steps, answer, confidence: said[answer] };
  } finally {
    trainer.free();
    pupil.free();
    lesson.free();
  }
}

/** @param {import("../../../wasm/network.js").Network} net @param {Uint8Array} image @param {number} label */
function reads(net, image, label) {
  const said = net.predict(image);
  return argmax(said) === label && said[label] >= SURE;
}

/** The drawing, one of six, and other digits. @param {import("../../worker/datasets.js").Dataset} data @param {Uint8Array} image @param {number} label */
function among(data, image, label) {
  const count = Math.min(OTHERS, data.count);
  const others = sliceOf(data, 0, count);
  const own = repeated(image, label, Math.ceil(count / 5));
  const images = new Uint8Array(others.images.length + own.images.length);
  images.set(others.images);
  images.set(own.images, others.images.length);
  return { images, labels: Uint8Array.from([...others.labels, ...own.labels]) };
}

/** @param {Uint8Array} image @param {number} label @param {number} times */
function repeated(image, label, times) {
  const images = new Uint8Array(times * 784);
  for (let i = 0; i < times; i++) images.set(image, i * 784);
  return { images, labels: new Uint8Array(times).fill(label) };
}

export default { trainBehind, trainExam, trainTeach };
