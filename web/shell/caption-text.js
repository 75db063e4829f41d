/** What the page says about its network and its digits: functions of the state alone. */
import { count } from "../common/numbers.js";
import { historyOf, isUntouched, nameOf } from "../common/provenance.js";
import { functionWords } from "../common/starts.js";

/** @typedef {import("../model/state.js").State} State */

/**
 * Which network it is, how large, and where it comes from.
 * @param {Pick<State, "status" | "network" | "provenance">} state
 * @returns {{ name: string, rest: string }} `rest` follows the name without a space
 */
export function networkWords({ status, network, provenance }) {
  if (!network || !provenance) {
    return { name: "", rest: status === "loading" ? "Loading the engine…" : "" };
  }
  const functions = provenance.start.kind === "random" ? `, ${functionWords(network)}` : "";
  const size = `${functions}, ${count(network.parameterCount)} weights and biases`;
  return { name: nameOf(provenance), rest: `${size}${historyWords(provenance)}.` };
}

/** @param {import("../common/provenance.js").Provenance} provenance */
function historyWords(provenance) {
  const history = historyOf(provenance).replace(/\.$/, "");
  if (!history) return "";
  const hasPast = provenance.start.kind !== "random" && !isUntouched(provenance);
  return hasPast ? `. Since then ${history}` : `: ${history}`;
}

/** @param {string} words */
const capitalized = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/**
 * Which digits it is trained on, or how far they are loaded.
 * @param {Pick<State, "status" | "data" | "digits">} state
 */
export function dataWords({ status, data, digits }) {
  const { kind, name, train, trainTotal, test, drawings, complete } = data;
  if (status !== "ready") return "";
  if (kind === "none") {
    return digits === "wanted"
      ? "Loading digits…"
      : "The MNIST digits (11 MB) are loaded when needed.";
  }
  if (!complete) return `Loading digits: ${count(train)} of ${count(trainTotal)}`;
  const source = kind === "handwriting" ? capitalized(name) : name;
  const own = drawings ? ", copies of your drawings among them" : "";
  return `${source}: ${count(train)} training digits${own}, ${count(test)} test digits.`;
}
