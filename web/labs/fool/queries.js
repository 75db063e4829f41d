/** What the lab Fool it asks. */
import { argmax } from "../../common/vectors.js";

/**
 * @typedef {import("../../worker/queries.js").QueryContext} QueryContext
 * @typedef {import("../../../wasm/network.js").Network} Network
 * @typedef {Exclude<import("../../../wasm/tables.js").AttackMethod, "random">} Method  that follows
 *   the gradient
 *
 * @typedef {object} Attack
 * @property {Method} method
 * @property {number} label  to get away from, when there is no target
 * @property {number} [target]  to be predicted instead
 * @property {number} seed
 *
 * @typedef {{ pixels: Float32Array, outputs: Float32Array }} Read  a picture and its ten outputs
 *
 * @typedef {object} Sums  digits read correctly, for each ε
 * @property {number} count  of digits
 * @property {number[]} attacked
 * @property {number[]} random  after a random change of the same size
 */

/** Multiplications of a piece of work, a few milliseconds. */
const WORK = 4e6;
/** Gradients that an attack takes. */
const GRADIENTS = { fgsm: 1, pgd: 40, random: 1 };

/** Attacks that make a piece of work. @param {Network} net @param {Method | "random"} method */
function pieceOf({ parameterCount }, method) {
  return Math.max(1, Math.floor(WORK / (parameterCount * GRADIENTS[method])));
}

/** @param {Network} net @param {Float32Array} pixels @returns {Read} */
function read(net, pixels) {
  return { pixels, outputs: net.predict(pixels) };
}

/**
 * The first of the epsilons at which the picture is predicted to be the target, or, without one,
 * not to be the label; null when there is none.
 * @param {Pick<QueryContext, "net" | "yieldToEvents">} context
 * @param {Float32Array} pixels
 * @param {Omit<Attack, "method"> & { method: Method | "random" }} attack
 * @param {{ epsilons: number[], wanted: (answer: number) => boolean }} search
 */
async function smallest({ net, yieldToEvents }, pixels, attack, { epsilons, wanted }) {
  const piece = pieceOf(net, attack.method);
  for (const [i, epsilon] of epsilons.entries()) {
    const answer = argmax(net.predict(net.attack(pixels, { ...attack, epsilon })));
    if (wanted(answer)) return epsilon;
    if ((i + 1) % piece === 0) await yieldToEvents();
  }
  return null;
}

/**
 * How many of these digits are read correctly after each of them was attacked.
 * @param {QueryContext} context
 * @param {Network} net
 * @param {{ method: Method | "random", epsilon: number, seed: number }} options
 * @param {{ from: number, count: number }} digits  of the test digits
 */
async function survivors({ datasets, yieldToEvents }, net, options, { from, count }) {
  const data = datasets.of("test");
  const piece = pieceOf(net, options.method);
  let sum = 0;
  for (let at = 0; at < count; at += piece) {
    const part = { from: from + at, count: Math.min(piece, count - at) };
    const { accuracy, count: digits } = net.robustness(data, { ...options, ...part });
    sum += Math.round(accuracy * digits);
    await yieldToEvents();
  }
  return sum;
}

/**
 * @param {QueryContext} context
 * @param {object} question
 * @param {number[]} question.epsilons
 * @param {Method} question.method
 * @param {number} question.from  index of a test digit
 * @param {number} question.count  at most
 * @param {number} question.seed
 * @returns {Promise<Sums>}
 */
async function curve(context, { epsilons, method, from, count, seed }) {
  const digits = {
    from,
    count: Math.max(0, Math.min(count, context.datasets.of("test").count - from)),
  };
  const net = context.net.clone();
  const attacked = [];
  const random = [];
  try {
    for (const epsilon of epsilons) {
      attacked.push(await survivors(context, net, { method, epsilon, seed }, digits));
      random.push(await survivors(context, net, { method: "random", epsilon, seed }, digits));
    }
  } finally {
    net.free();
  }
  return { count: digits.count, attacked, random };
}

/**
 * @param {QueryContext} context
 * @param {Float32Array} pixels
 * @param {Attack & { epsilons: number[] }} question  epsilons: smallest first
 */
async function smallestOfBoth(context, pixels, { epsilons, ...attack }) {
  const { target, label } = attack;
  const wanted = (/** @type {number} */ answer) =>
    target === undefined ? answer !== label : answer === target;
  const net = context.net.clone();
  const about = { net, yieldToEvents: context.yieldToEvents };
  const search = { epsilons, wanted };
  const random = /** @type {const} */ ({ ...attack, method: "random", target: undefined });
  try {
    return {
      attacked: await smallest(about, pixels, attack, search),
      random: await smallest(about, pixels, random, search),
    };
  } finally {
    net.free();
  }
}

export const foolQueries = {
  /**
   * A picture, attacked, and changed at random by the same ε.
   * @param {QueryContext} context
   * @param {Float32Array} pixels
   * @param {Attack & { epsilon: number }} attack
   */
  foolPicture: ({ net }, pixels, attack) => {
    const { epsilon, label, seed } = attack;
    const random = /** @type {const} */ ({ method: "random", epsilon, label, seed });
    return {
      original: read(net, pixels),
      attacked: read(net, net.attack(pixels, attack)),
      random: read(net, net.attack(pixels, random)),
    };
  },

  /** The smallest ε at which the attack, and random change, reach their aim. */
  foolSmallest: smallestOfBoth,

  /** Accuracy against ε, as counts. */
  foolCurve: curve,

  /**
   * The image that activation maximisation finds for a digit, and that digit's output.
   * @param {QueryContext} context
   * @param {number} digit
   * @param {{ steps: number, seed: number }} options
   */
  foolDream: ({ net }, digit, { steps, seed }) => {
    const pixels = net.dream(digit, { steps, seed });
    return { pixels, confidence: net.predict(pixels)[digit] };
  },
};
