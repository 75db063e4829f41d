/** The questions of “Fool it”. */

import { argmax } from "../../common/vectors.js";

/** How many parameters a piece may have to go through at once. */
const WORK = 4e6;

/** How many attacks make such a piece. @param {number} parameters @param {string} method */
const pieceOf = (parameters, method) =>
  Math.max(1, Math.floor(WORK / (parameters * (method === "pgd" ? 40 : 1))));

/** @type {import("../../worker/queries.js").Instruments} */
export default {
  /** A picture changed by as much as epsilon allows, by the attack and at random. */
  foolPicture: ({ net }, /** @type {Float32Array} */ pixels, options) => {
    const { method, epsilon, label, target, seed } = options;
    const read = (/** @type {Float32Array} */ picture) => ({
      pixels: picture,
      outputs: net.predict(picture),
    });
    return {
      before: read(pixels),
      attacked: read(net.attack(pixels, { method, epsilon, label, target, seed })),
      random: read(net.attack(pixels, { method: "random", epsilon, label, seed })),
    };
  },

  /**
   * The first of the epsilons, from the smallest on, at which the picture is taken for something else, or for the
   * target: by the attack and by random change; null when none of them does it.
   */
  foolSmallest: async ({ net, breath }, /** @type {Float32Array} */ pixels, options) => {
    const { epsilons, method, label, target, seed } = options;
    const copy = net.clone();
    /** @param {string} how @param {number} [aim] */
    const smallest = async (how, aim) => {
      const piece = pieceOf(net.parameterCount, how);
      for (const [i, epsilon] of epsilons.entries()) {
        const plan = { method: /** @type {any} */ (how), epsilon, label, target: aim, seed };
        const answer = argmax(copy.predict(copy.attack(pixels, plan)));
        if (target === undefined ? answer !== label : answer === target) return epsilon;
        if ((i + 1) % piece === 0) await breath();
      }
      return null;
    };
    try {
      return { attacked: await smallest(method, target), random: await smallest("random") };
    } finally {
      copy.free();
    }
  },

  /**
   * How many of the digits kept back are read rightly, for each epsilon, with `count` of them from the `from`th on:
   * under attack and with as much random change.
   */
  foolCurve: async ({ net, supply, breath }, { epsilons, method, from, count, seed }) => {
    const data = supply.of("test");
    const many = Math.max(0, Math.min(count, data.count - from));
    const copy = net.clone();
    /** @type {(how: string, epsilon: number) => Promise<number>} */
    const right = async (how, epsilon) => {
      const piece = pieceOf(net.parameterCount, how);
      let sum = 0;
      for (let at = 0; at < many; at += piece) {
        const part = { from: from + at, count: Math.min(piece, many - at) };
        const options = { method: /** @type {any} */ (how), epsilon, seed, ...part };
        sum += Math.round(copy.robustness(data, options).accuracy * part.count);
        await breath();
      }
      return sum;
    };
    const attacked = [];
    const random = [];
    try {
      for (const epsilon of epsilons) {
        attacked.push(await right(method, epsilon));
        random.push(await right("random", epsilon));
      }
    } finally {
      copy.free();
    }
    return { count: many, attacked, random };
  },

  /** What the network dreams of as that digit, and how sure it is of it. */
  foolDream: ({ net }, /** @type {number} */ digit, { steps, seed }) => {
    const pixels = net.dream(digit, { steps, seed });
    return { pixels, confidence: net.predict(pixels)[digit], seed };
  },
};
