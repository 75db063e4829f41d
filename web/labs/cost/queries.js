/** What the lab asks in the worker: the cost of every digit of a set, and pictures of some of them. */
import { sliceOf } from "../../common/images.js";
import { costOf } from "./measure.js";

/** Multiplications in a piece of work: a few milliseconds. */
const PIECE = 12e6;

/**
 * @typedef {object} Survey
 * @property {Float32Array} costs  one for each digit of the set
 * @property {Uint8Array} labels
 * @property {Uint8Array} answers
 * @property {number} took  ms
 */

/** @type {import("../../worker/queries.js").Instruments} */
export default {
  /**
   * All of one network, though it may be trained on meanwhile.
   * @returns {Promise<Survey>}
   */
  async costSurvey({ net, supply, breath }, { set = "test", cost }) {
    const data = supply.of(set);
    const copy = net.clone();
    const measure = { cost, output: copy.output };
    const { count } = data;
    const costs = new Float32Array(count);
    const labels = new Uint8Array(count);
    const answers = new Uint8Array(count);
    const piece = Math.max(10, Math.min(1000, Math.floor(PIECE / copy.parameterCount)));
    let took = 0;
    try {
      for (let from = 0; from < count; from += piece) {
        const start = performance.now();
        const digits = sliceOf(data, from, Math.min(piece, count - from));
        const outputs = copy.predictMany(digits.images);
        for (const [i, label] of digits.labels.entries()) {
          const each = outputs.subarray(i * 10, i * 10 + 10);
          costs[from + i] = costOf(measure, each, label);
          labels[from + i] = label;
          answers[from + i] = each.indexOf(Math.max(...each));
        }
        took += performance.now() - start;
        await breath();
      }
    } finally {
      copy.free();
    }
    return { costs, labels, answers, took };
  },

  /** @returns {Float32Array[]} 784 each, 0…1 */
  costPictures({ supply }, /** @type {"train" | "test"} */ set, /** @type {number[]} */ indices) {
    const data = supply.of(set);
    return indices.map((i) => Float32Array.from(data.image(i), (v) => v / 255));
  },
};
