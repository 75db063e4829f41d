/**
 * Which network the lab looks at: the page's own when its hidden neurons are sigmoid, else the
 * lesson's, trained for the lab.
 *
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("./queries.js").Base} Network
 * @typedef {Network & { subject: string, key: string }} Base  subject: which network, key: which
 *   version of it
 */
import { areFinite } from "../../common/vectors.js";
import * as texts from "../../texts/en/binary.js";

/** The lab's own network: one epoch of MNIST. */
export const TRAINED = { seed: 1, steps: 6000 };
/** Networks of more parameters are too slow for 1,000 digits at hundreds of points. */
const LARGE = 60_000;

/** Why the page's network is not the one looked at; "" when it is. @param {State} state */
export function whyNotPages({ network, parameters }) {
  if (!network || !parameters) return "loading";
  if (network.layers.length < 3) return "shallow";
  if (network.hidden !== "sigmoid") return network.hidden;
  if (network.parameterCount > LARGE) return "large";
  return areFinite(parameters) ? "" : "broken";
}

/** Names the training digits; null until all are there. @param {State} state */
export function digitsKey({ data }) {
  const isComplete = data.complete && data.train > 0 && data.test > 0;
  return isComplete ? `${data.generation} ${data.train} ${data.test}` : null;
}

/** Why there is no key of the digits yet. @param {State} state */
export function loadingWords({ data }) {
  if (!data.train) return texts.waitingForDigits;
  return data.complete && !data.test
    ? texts.noTestDigits
    : texts.loadingDigitsOf(data.train, data.trainTotal);
}

/** The page's network. @param {State} state @returns {Base} */
export function pagesNetwork({ network, parameters, generation, version }) {
  const { layers, output, cost } = /** @type {NonNullable<typeof network>} */ (network);
  return {
    ...{ layers, output, cost, parameters: /** @type {Float32Array} */ (parameters) },
    subject: `page-${generation}`,
    key: `page-${generation} ${version}`,
  };
}
