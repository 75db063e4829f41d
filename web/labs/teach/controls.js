/** The controls of a fine-tuning: train and pause, what with, for how long, and how far it is. */
import { html } from "lit";
import { TASKS } from "../../common/fine-tuning.js";
import { fixed, percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/teach.js";
import { selectValue } from "../../ui/select-value.js";

/**
 * @typedef {import("./fine-tuning.js").FineTuning} FineTuning
 * @typedef {import("../../common/fine-tuning.js").Purpose} Purpose
 */

/** @param {FineTuning} run @param {boolean} hasDigits  all training digits are in */
export function controls(run, hasDigits) {
  const { copy, phase, purpose } = run;
  const progress = copy?.progress;
  const soFar = progress ? texts.epochOf(progress.epoch, copy.epochs) : "";
  const isPausing = phase === "pausing";
  return html`
    <div class="row controls">
      <button class="primary" data-testid="teach" ?disabled=${!hasDigits || isPausing}
        @click=${() => run.toggle()}>${buttonWords(run)}</button>
      <label class="row"><span class="quiet">${
        purpose === "noise" ? texts.noiseAmount : texts.attackAmount
      }</span>${amounts(run)}</label>
      <label class="row"><span class="quiet">${texts.epochs}</span>${epochs(run)}</label>
      <progress max="1" .value=${progress ? progress.steps / progress.total : 0}
        aria-label=${texts.progress}></progress>
      <span class="quiet number so-far" data-testid="teach-epoch">${soFar}</span>
      <span class="quiet number to-go" data-testid="teach-left">${
        hasDigits ? leftWords(run) : texts.digitsLoading
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
  if (amount === 0) return texts.noAmount;
  return purpose === "noise" ? percent(amount, 0) : fixed(amount, 2);
}

/** What a copy is trained with: "60% noise". @param {Purpose} purpose @param {number} amount */
export function amountWords(purpose, amount) {
  if (purpose === "noise") return amount ? texts.noiseOf(amount) : texts.noNoise;
  return amount ? texts.attacksOf(amount) : texts.noAttacks;
}

/** @param {FineTuning} run */
function buttonWords({ phase, copy, canContinue }) {
  if (phase === "training") return texts.pause;
  if (phase === "pausing") return texts.pausing;
  if (!copy) return texts.train;
  return canContinue ? texts.resume : texts.trainAnother;
}

/** @param {FineTuning} run */
function leftWords({ phase, left }) {
  return phase === "training" ? texts.left(left) : "";
}

/** @param {Event} event */
function numberIn({ target }) {
  return Number(/** @type {HTMLSelectElement} */ (target).value);
}
