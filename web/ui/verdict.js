/**
 * The box with a network's prediction: plain when it is sure of it, dashed when it is not, crossed
 * when it is wrong, empty when nothing was read. Its size can be set with --verdict-size and
 * --verdict-font.
 *
 * @typedef {{ answer: number | null, confidence: number }} Prediction
 * @typedef {"none" | "unsure" | "sure" | "right" | "wrong"} Verdict  sure: of a picture whose label
 *   is not known
 */
import { html } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { isSure } from "../common/confidence.js";
import * as texts from "../texts/en/ui.js";
import "./verdict.css";

/**
 * @param {Prediction | null | undefined} prediction
 * @param {number | null} [label]  the truth, where there is one
 * @returns {Verdict}
 */
export function verdictOf(prediction, label = null) {
  if (!prediction || prediction.answer === null) return "none";
  if (!isSure(prediction)) return "unsure";
  if (label === null) return "sure";
  return prediction.answer === label ? "right" : "wrong";
}

/**
 * It is no live region: it repaints while the network is trained. What is to be announced is said
 * beside it.
 * @param {Prediction | null | undefined} prediction
 * @param {{ label?: number | null, testId?: string }} [about]
 */
export function verdict(prediction, { label = null, testId } = {}) {
  return html`<output class="verdict ${verdictOf(prediction, label)}" aria-label=${texts.prediction}
    aria-live="off" data-testid=${ifDefined(testId)}>${prediction?.answer ?? ""}</output>`;
}
