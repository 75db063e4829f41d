/** Which digits the costs are of, and what an answer is about. */
import { hasNoWeights } from "../../model/no-numbers.js";
import * as texts from "../../texts/en/downhill.js";
import { labWithoutWeights, loadingNetwork } from "../../texts/en/ui.js";

/** @typedef {import("../../model/state.js").State} State */

/** Training digits that are looked at, from the first on. */
const DIGITS = 1000;

/** @param {State} state */
function areIn({ data: { train, trainTotal } }) {
  return train >= DIGITS || (train > 0 && train === trainTotal);
}

/** Can costs be asked for? @param {State} state */
export function hasDigits(state) {
  return areIn(state) && !hasNoWeights(state);
}

/**
 * What has to stay the same for a cost to be of this network.
 * @param {State} state
 */
export function subjectOf({ generation, data }) {
  return `${generation} ${data.generation}`;
}

/** Why there is nothing to be seen yet. @param {State} state @param {string} computing */
export function waitingWords(state, computing) {
  if (!state.network) return loadingNetwork;
  if (hasNoWeights(state)) return labWithoutWeights;
  if (areIn(state)) return computing;
  return texts.loadingDigits(state.data.train, DIGITS);
}
