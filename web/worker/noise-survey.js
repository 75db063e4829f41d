/**
 * What a network predicts for thousands of images, counted: how often each digit, and with what
 * confidence.
 *
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {import("../../wasm/tables.js").NoiseKind} NoiseKind
 * @typedef {Pick<import("./queries.js").QueryContext, "engine" | "datasets" | "yieldToEvents">}
 *   SurveyContext
 *
 * @typedef {object} Example  an image of high confidence
 * @property {number} index  in the seed's sequence, or in the test digits
 * @property {number} answer
 * @property {number} confidence  0…1
 * @property {Float32Array} pixels  784, 0…1
 *
 * @typedef {object} Tally
 * @property {number} count  of images
 * @property {Uint32Array} table  (10, BINS) counts: row = prediction, column = confidence, 0…1
 * @property {number[]} above  fraction of the images whose confidence is above each of LIMITS
 * @property {Example[]} best  the examples that were asked for
 *
 * @typedef {"none" | "one" | "each"} Best  which examples: none, the one of highest confidence, or
 *   the one of highest confidence for each digit that is predicted
 * @typedef {{ kind: NoiseKind, seed: number, count: number, best?: Best }} NoiseQuestion
 */
import { censusOf } from "../../wasm/noise.js";
import { BINS, LIMITS } from "../common/confidence.js";
import { pictureOf, sliceOf } from "../common/images.js";

/** Images between two pauses for other messages. */
const PIECE = 500;

/**
 * What "shuffled" noise permutes: the test digits once they are all in, else digits that the engine
 * writes. A part of `engine.noise`'s options.
 * @param {SurveyContext["datasets"]} datasets
 */
export function shuffleSource({ test, report }) {
  return test && report.testComplete ? { images: test } : {};
}

/**
 * Surveys the first images of a seed's sequence.
 * @param {SurveyContext} context
 * @param {Network} net  not changed meanwhile
 * @param {NoiseQuestion} question
 * @returns {Promise<Tally>}
 */
export async function noiseTally({ engine, datasets, yieldToEvents }, net, question) {
  const { kind, seed, count, best = "none" } = question;
  const source = shuffleSource(datasets);
  const tally = new Tallier(count);
  while (tally.from < count) {
    const piece = Math.min(PIECE, count - tally.from);
    tally.add(net.census({ kind, seed, from: tally.from, count: piece, ...source }));
    await yieldToEvents();
  }
  return tally.result(best, (from) => engine.noise({ kind, seed, from, ...source }));
}

/**
 * Surveys the first test digits; the example is the one of highest confidence.
 * @param {SurveyContext} context
 * @param {Network} net  not changed meanwhile
 * @param {number} most
 * @returns {Promise<Tally>}
 */
export async function digitTally({ datasets, yieldToEvents }, net, most) {
  const data = datasets.of("test");
  const count = Math.min(most, data.count);
  const tally = new Tallier(count);
  while (tally.from < count) {
    const { images } = sliceOf(data, tally.from, Math.min(PIECE, count - tally.from));
    tally.add(censusOf(net.predictMany(images)));
    await yieldToEvents();
  }
  return tally.result("one", (index) => pictureOf(data, index));
}

class Tallier {
  /** Images counted so far. */
  from = 0;
  table = new Uint32Array(10 * BINS);

  /** @param {number} count  of images in all */
  constructor(count) {
    this.answers = new Uint8Array(count);
    this.confidences = new Float32Array(count);
  }

  /** @param {import("../../wasm/noise.js").Census} piece */
  add({ answers, confidences }) {
    this.answers.set(answers, this.from);
    this.confidences.set(confidences, this.from);
    this.from += answers.length;
    for (const [i, answer] of answers.entries()) {
      const bin = Math.min(BINS - 1, Math.floor(confidences[i] * BINS));
      this.table[answer * BINS + bin]++;
    }
  }

  /** @param {Best} best @param {(index: number) => Float32Array} picture @returns {Tally} */
  result(best, picture) {
    const { answers, confidences, table } = this;
    const count = answers.length;
    const above = LIMITS.map((limit) => confidences.filter((c) => c > limit).length / count);
    const examples = this.#best(best).map((index) => ({
      index,
      answer: answers[index],
      confidence: confidences[index],
      pixels: picture(index),
    }));
    return { count, table, above, best: examples };
  }

  /** Their indices; the first of several equals. @param {Best} best @returns {number[]} */
  #best(best) {
    if (best === "none") return [];
    const { answers, confidences } = this;
    /** @type {(number | undefined)[]} */
    const found = Array(10);
    for (const [i, answer] of answers.entries()) {
      const at = best === "each" ? answer : 0;
      const before = found[at];
      if (before === undefined || confidences[i] > confidences[before]) found[at] = i;
    }
    return found.filter((index) => index !== undefined);
  }
}
