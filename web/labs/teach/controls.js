/** The controls of a fine-tuning: train and pause, what with, for how long, and how far it is. */
import { html } from "lit";
import { TASKS } from "../../common/fine-tuning.js";
import { duration, percent } from "../../common/numbers.js";
import { selectValue } from "../../ui/select-value.js";

/**
 * @typedef {import("./fine-tuning.js").FineTuning} FineTuning
 * @typedef {import("../../common/fine-tuning.js").Purpose} Purpose
 */

/** @param {FineTuning} run @param {boolean} hasDigits  all training digits are in */
export function controls(run, hasDigits) {
  const { copy, phase, purpose } = run;
  const progress = copy?.progress;
  const soFar = progress ? `epoch ${progress.epoch.toFixed(1)} of ${copy.epochs}` : "";
  const isPausing = phase === "pausing";
  return html`
    <div class="row controls">
      <button class="primary" data-testid="teach" ?disabled=${!hasDigits || isPausing}
        @click=${() => run.toggle()}>${buttonWords(run)}</button>
      <label class="row"><span class="quiet">${
        purpose === "noise" ? "Noise in each mini-batch" : "Attack of up to ε ="
      }</span>${amounts(run)}</label>
      <label class="row"><span class="quiet">Epochs</span>${epochs(run)}</label>
      <progress max="1" .value=${progress ? progress.steps / progress.total : 0}
        aria-label="Progress of the copy"></progress>
      <span class="quiet number so-far" data-testid="teach-epoch">${soFar}</span>
      <span class="quiet number to-go" data-testid="teach-left">${
        hasDigits ? leftWords(run) : "The digits are still loading."
      }</span>
    </div>`;
}

/** @param {FineTuning} run */
function amounts(run) {
  const { purpose, amount, phase } = run;
  const choose = (/** @type {Event} */ event) => run.choose({ amount: numberIn(event) });
  return html`<select class="number" data-testid="teach-amount" ?disabled=${phase !== "idle"}
    ${selectValue(String(amount))} @change=${choose}>
    ${TASKS[purpose].amounts.map(
      (each) => html`<option value=${each}>${valueWords(purpose, each)}</option>`,
    )}
  </select>`;
}

/** @param {FineTuning} run */
function epochs(run) {
  const { purpose, epochs, phase } = run;
  const choose = (/** @type {Event} */ event) => run.choose({ epochs: numberIn(event) });
  return html`<select class="number" data-testid="teach-epochs" ?disabled=${phase !== "idle"}
    ${selectValue(String(epochs))} @change=${choose}>
    ${TASKS[purpose].epochs.map((each) => html`<option value=${each}>${each}</option>`)}
  </select>`;
}

/** @param {Purpose} purpose @param {number} amount */
function valueWords(purpose, amount) {
  if (amount === 0) return "none, for comparison";
  return purpose === "noise" ? percent(amount, 0) : amount.toFixed(2);
}

/** What a copy is trained with: "60% noise". @param {Purpose} purpose @param {number} amount */
export function amountWords(purpose, amount) {
  if (purpose === "noise") return amount ? `${percent(amount, 0)} noise` : "no noise";
  return amount ? `attacks of ε = ${amount.toFixed(2)}` : "no attacks";
}

/** @param {FineTuning} run */
function buttonWords({ phase, copy, canContinue }) {
  if (phase === "training") return "Pause";
  if (phase === "pausing") return "Pausing…";
  if (!copy) return "Train a copy";
  return canContinue ? "Continue" : "Train another copy";
}

/** @param {FineTuning} run */
function leftWords({ phase, left }) {
  if (phase !== "training") return "";
  return left === null ? "estimating…" : `${duration(left)} left`;
}

/** @param {Event} event */
function numberIn({ target }) {
  return Number(/** @type {HTMLSelectElement} */ (target).value);
}
