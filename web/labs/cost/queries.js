/**
 * What the lab asks in the worker: the cost of every digit of a set, and pictures of some of them.
 */
import { costOf } from "../../common/example-cost.js";
import { pictureOf, sliceOf } from "../../common/images.js";
import { epochsOf } from "../../common/provenance.js";
import { argmax } from "../../common/vectors.js";
import { TimeSlicer } from "../../worker/scheduling.js";

/**
 * @typedef {import("../../worker/queries.js").QueryContext} QueryContext
 * @typedef {import("../../worker/queries.js").SetName} SetName
 * @typedef {import("../../common/example-cost.js").CostName} CostName
 *
 * @typedef {object} Survey  the cost of every digit of a set, by one network
 * @property {Float32Array} costs  one for each digit
 * @property {Uint8Array} labels
 * @property {Uint8Array} answers  predictions
 * @property {string} fingerprint  of the network
 * @property {number} epoch  of the network
 * @property {number} took  milliseconds of computing
 */

/** Milliseconds of computing between two yields. */
const SLICE_MS = 8;
/** Digits between two yields, at most: each is 784 bytes in the engine's memory. */
const MOST = 1000;
const OUTPUTS = 10;

export const costQueries = {
  /**
   * Of one version of the network, though it may be trained on meanwhile.
   * @param {QueryContext} context
   * @param {{ set: SetName, cost: CostName }} question
   * @returns {Promise<Survey>}
   */
  costSurvey: async ({ net, datasets, provenance, yieldToEvents }, { set, cost }) => {
    const data = datasets.of(set);
    const { count } = data;
    const copy = net.clone();
    const survey = {
      costs: new Float32Array(count),
      labels: new Uint8Array(count),
      answers: new Uint8Array(count),
      fingerprint: copy.fingerprint,
      epoch: epochsOf(provenance),
      took: 0,
    };
    const slices = new TimeSlicer(SLICE_MS);
    try {
      for (let from = 0; from < count; ) {
        const start = performance.now();
        const digits = sliceOf(data, from, Math.min(slices.count, MOST, count - from));
        addCosts(survey, copy, cost, digits, from);
        from += digits.labels.length;
        const took = performance.now() - start;
        survey.took += took;
        slices.learn(took);
        await yieldToEvents();
      }
    } finally {
      copy.free();
    }
    return survey;
  },

  /**
   * Pictures of some digits.
   * @param {QueryContext} context @param {SetName} set @param {number[]} indices
   * @returns {Promise<Float32Array[]>} 784 each, 0…1
   */
  costPictures: async ({ datasets }, set, indices) => {
    const data = datasets.of(set);
    return indices.map((i) => pictureOf(data, i));
  },
};

/**
 * Writes the costs of some digits into the survey.
 * @param {Survey} survey @param {QueryContext["net"]} net @param {CostName} cost
 * @param {ReturnType<typeof sliceOf>} digits @param {number} from  index of the first
 */
function addCosts(survey, net, cost, { images, labels }, from) {
  const outputs = net.predictMany(images);
  const measure = { cost, output: net.output };
  for (const [i, label] of labels.entries()) {
    const each = outputs.subarray(i * OUTPUTS, (i + 1) * OUTPUTS);
    survey.costs[from + i] = costOf(measure, each, label);
    survey.labels[from + i] = label;
    survey.answers[from + i] = argmax(each);
  }
}
