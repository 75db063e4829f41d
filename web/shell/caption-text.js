/** What the page says about its network and its digits: functions of the state alone. */

import { historyOf, isUntouched, nameOf } from "../common/provenance.js";
import { functionWords } from "../common/starts.js";
import { capitalized } from "../texts/en/locale.js";
import * as texts from "../texts/en/shell-captions.js";

/** @typedef {import("../model/state.js").State} State */

/**
 * Which network it is, how large, and where it comes from.
 * @param {Pick<State, "status" | "network" | "provenance">} state
 * @returns {{ name: string, rest: string }} `rest` follows the name without a space
 */
export function networkWords({ status, network, provenance }) {
  if (!network || !provenance) {
    return { name: "", rest: status === "loading" ? texts.loadingEngine : "" };
  }
  const isRandom = provenance.start.kind === "random";
  const rest = texts.networkDetails(
    isRandom ? functionWords(network) : "",
    network.parameterCount,
    historyOf(provenance),
    !isRandom && !isUntouched(provenance),
  );
  return { name: nameOf(provenance), rest };
}

/**
 * Which digits it is trained on, or how far they are loaded.
 * @param {Pick<State, "status" | "data" | "digits">} state
 */
export function dataWords({ status, data, digits }) {
  const { kind, name, train, trainTotal, test, drawings, complete } = data;
  if (status !== "ready") return "";
  if (kind === "none") {
    return digits === "wanted" ? texts.loadingDigits : texts.digitsWhenNeeded;
  }
  if (!complete) return texts.loadingDigitsOf(train, trainTotal);
  const source = kind === "handwriting" ? capitalized(name) : name;
  return texts.digitsOf(source, train, drawings > 0, test);
}
