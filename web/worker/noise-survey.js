/**
 * What a network says to thousands of images at once, tallied: how often it gives each answer, and how sure it is.
 *
 * @typedef {object} Find  one image that it was very sure about
 * @property {number} index  in the seed's sequence
 * @property {number} answer
 * @property {number} confidence  0…1
 * @property {Float32Array} pixels  784
 *
 * @typedef {object} Tally
 * @property {number} count
 * @property {Uint32Array} table  (10, BINS) counts: row = answer, column = confidence from 0 to 1
 * @property {number[]} above  shares more confident than each of LIMITS
 * @property {Find[]} best  the most confident one, or the most confident one for each answer, if asked for
 *
 * @typedef {Pick<import("./queries.js").Things, "engine" | "supply" | "breath">} Things
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {{ kind: any, seed: number, count: number, best?: Best }} Question
 * @typedef {"none" | "one" | "each"} Best  which images are wanted themselves
 */
import { censusOf } from "../../wasm/noise.js";
import { BINS, LIMITS } from "../common/confidence.js";
import { sliceOf } from "../common/images.js";

const PIECE = 500;

/** What “shuffled” takes apart: the digits kept back once they are all in, else what the engine writes itself. @param {Things["supply"]} supply */
export function takenApart(supply) {
  return supply.test && supply.report.testComplete ? { images: supply.test } : {};
}

/** @param {Things} things @param {Network} net  stays as it is meanwhile @param {Question} question @returns {Promise<Tally>} */
export async function noiseTally(
  { engine, supply, breath },
  net,
  { kind, seed, count, best = "none" },
) {
  const source = takenApart(supply);
  const tally = new Tallier(count);
  while (tally.from < count) {
    const piece = Math.min(PIECE, count - tally.from);
    tally.add(net.census({ kind, seed, from: tally.from, count: piece, ...source }));
    await breath();
  }
  return tally.result(best, (from) => engine.noise({ kind, seed, from, ...source }));
}

/** The same of the digits kept back, with the surest one. @param {Things} things @param {Network} net @param {number} most */
export async function digitTally({ supply, breath }, net, most) {
  const data = supply.of("test");
  const count = Math.min(most, data.count);
  const tally = new Tallier(count);
  while (tally.from < count) {
    const { images } = sliceOf(data, tally.from, Math.min(PIECE, count - tally.from));
    tally.add(censusOf(net.predictMany(images)));
    await breath();
  }
  return tally.result("one", (index) =>
    Float32Array.from(data.image(index), (value) => value / 255),
  );
}

class Tallier {
  from = 0;
  table = new Uint32Array(10 * BINS);

  /** @param {number} count */
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
    const finds = this.#surest(best).map((index) => ({
      index,
      answer: answers[index],
      confidence: confidences[index],
      pixels: picture(index),
    }));
    return { count, table, above, best: finds };
  }

  /** The first of the surest, or of the surest for each answer. @param {Best} best @returns {number[]} indices */
  #surest(best) {
    if (best === "none") return [];
    const { answers, confidences } = this;
    /** @type {(number | undefined)[]} */
    const surest = Array(10);
    for (const [i, answer] of answers.entries()) {
      const at = best === "each" ? answer : 0;
      const before = surest[at];
      if (before === undefined || confidences[i] > confidences[before]) surest[at] = i;
    }
    return surest.filter((index) => index !== undefined);
  }
}
