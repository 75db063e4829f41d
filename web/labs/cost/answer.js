/**
 * What the present prediction costs, and what it is measured against.
 *
 * @typedef {import("../../common/example-cost.js").Measure} Measure
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("../../model/state.js").ShownReading} ShownReading
 * @typedef {"lesson" | "training"} MeasureName  the lesson's squared error, or the cost that the
 *   network is trained on
 *
 * @typedef {object} Answer
 * @property {ShownReading} reading
 * @property {Float32Array} outputs
 * @property {Measure} measure
 * @property {number} target  a digit or NOT_A_DIGIT
 * @property {boolean} isChosen  the target was chosen by hand
 * @property {number[]} terms
 * @property {number} total  their sum
 */
import { NOT_A_DIGIT, termsOf } from "../../common/example-cost.js";
import { places, weightsOf } from "../../common/parameters.js";
import * as texts from "../../texts/en/cost.js";

/**
 * @param {import("../../worker/protocol.js").NetworkCard} network
 * @param {MeasureName} name
 * @returns {Measure}
 */
export function measureOf({ cost, output }, name) {
  return { cost: name === "lesson" ? "quadratic" : cost, output };
}

/**
 * @param {Pick<State, "network" | "parameters" | "reading">} state @param {MeasureName} name
 * @param {number | null} chosen  target chosen by hand
 * @returns {Answer | null} null when nothing is on the input
 */
export function answerOf({ network, parameters, reading }, name, chosen) {
  if (!network || !reading || reading.answer === null) return null;
  if (reading.activations.length !== network.layers.length) return null;
  const outputs = reading.activations[reading.activations.length - 1];
  const measure = measureOf(network, name);
  const target = chosen ?? suggestedTarget(reading, reading.answer);
  const terms = termsOf(measure, outputs, target, outputSums({ network, parameters, reading }));
  return {
    reading,
    outputs,
    measure,
    target,
    isChosen: chosen !== null,
    terms,
    total: terms.reduce((sum, term) => sum + term, 0),
  };
}

/**
 * The label where there is one, else what the network says.
 * @param {ShownReading} reading
 * @param {number} prediction
 */
function suggestedTarget({ shown }, prediction) {
  return shown.label ?? (shown.kind === "noise" ? NOT_A_DIGIT : prediction);
}

/** Says where the target comes from. @param {Answer} answer */
export function targetWords({ reading, target, isChosen }) {
  if (reading.shown.label === target) return texts.targetOfLabel(target);
  const isDigit = target !== NOT_A_DIGIT;
  if (isChosen) return texts.targetChosen(isDigit ? target : null);
  return isDigit ? texts.targetOfPrediction(target) : texts.targetOfNoise;
}

/**
 * What a chosen target is for: a drawing may grow, every other input is another one.
 * @param {ShownReading | null} reading
 */
export function inputKey(reading) {
  if (!reading) return "";
  const { kind, id } = reading.shown;
  return kind === "drawing" ? kind : `${kind} ${id}`;
}

/**
 * The weighted sums of the ten outputs.
 * @param {Pick<State, "network" | "parameters" | "reading">} state
 * @returns {number[] | undefined}
 */
export function outputSums({ network, parameters, reading }) {
  if (!network || !reading || parameters?.length !== network.parameterCount) return undefined;
  const place = places(network.layers)[network.layers.length - 2];
  const inputs = reading.activations[network.layers.length - 2];
  if (inputs?.length !== place.inputs) return undefined;
  return Array.from({ length: place.outputs }, (_, i) => {
    const weights = weightsOf(parameters, place, i);
    return weights.reduce((sum, w, k) => sum + w * inputs[k], parameters[place.biases + i]);
  });
}
