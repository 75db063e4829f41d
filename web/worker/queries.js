/**
 * Questions that a lab may ask about the network on the page: each is a function of the workshop's things and the
 * lab's arguments, and answers with plain data. A lab calls `session.ask("gradient", pixels, label)`.
 * Bulk questions are one call; what may take longer than a blink is cut into pieces by `await breath()`.
 *
 * @typedef {object} Things
 * @property {import("./datasets.js").Engine} engine
 * @property {import("../../wasm/network.js").Network} net
 * @property {import("./datasets.js").Supply} supply
 * @property {() => Promise<void>} breath  lets messages be answered and training go on
 * @property {import("./protocol.js").Plan} plan  how it is being trained
 * @property {{ steps: number, examples: number }} done  so far
 */

import { sliceOf } from "../common/images.js";
import { readingOf } from "./reading.js";

/** @typedef {Record<string, (things: Things, ...args: any[]) => any>} Instruments */

/** @type {Record<string, { default: Instruments }>} every lab's own questions */
const labs = import.meta.glob("../labs/*/queries.js", { eager: true });

/** @type {Instruments} */
export const instruments = {
  ...Object.assign({}, ...Object.values(labs).map((lab) => lab.default)),

  /** The reading of any picture, without showing it. */
  read: ({ net }, /** @type {Float32Array} */ pixels) => readingOf(net, pixels),

  /** Cost of one example, as in the lesson. */
  cost: ({ net }, pixels, label) => net.cost(pixels, label),

  /** ∂cost/∂parameter, canonical order. */
  gradient: ({ net }, pixels, label) => net.gradient(pixels, label),

  /** ∂cost/∂pixel. */
  inputGradient: ({ net }, pixels, label) => net.inputGradient(pixels, label),

  /** n·784 → n·10 */
  predictMany: ({ net }, pixels) => net.predictMany(pixels),

  /** { accuracy, cost, confusion } of a part of a set. */
  evaluate: ({ net, supply }, { set = "test", from = 0, count } = {}) => {
    const data = supply.of(set);
    return net.evaluate(data, { from, count: Math.min(count ?? data.count, data.count - from) });
  },

  /** Some of a set's digits: { images: n·784 bytes, labels: n bytes }. */
  digits: ({ supply }, { set = "test", from = 0, count = 100 } = {}) => {
    const data = supply.of(set);
    return sliceOf(data, from, Math.max(0, Math.min(count, data.count - from)));
  },

  /** Pictures of noise, `count` of them from the `from`th of the seed's sequence: count·784. */
  noise: ({ engine }, options) => engine.noise(options),

  /** A changed picture that fools the network. */
  attack: ({ net }, pixels, options) => net.attack(pixels, options),

  /** A picture that makes one output as bright as it can be. */
  dream: ({ net }, digit, options) => net.dream(digit, options),

  /** The parameters, a copy. */
  parameters: ({ net }) => net.parameters,

  /** The model file's bytes. */
  save: ({ net }) => net.save(),

  /** The same and how far it was trained, of one moment. */
  keepsake: ({ net, done }) => ({ bytes: net.save(), ...done }),
};
