/** What both networks are trained on, and the buttons. */
import { html } from "lit";
import { live } from "lit/directives/live.js";
import { count, percent } from "../../common/numbers.js";
import { parameterCount } from "../../common/parameters.js";
import { lacking } from "../../model/experiment.js";
import * as texts from "../../texts/en/memorise.js";
import { selectValue } from "../../ui/select-value.js";
import { COUNTS, DEPTHS, layersOf, mostCount, SEEDS, WIDTHS } from "./options.js";

/**
 * @typedef {import("./options.js").Choice} Choice
 * @typedef {(changes: Partial<Choice>) => void} Choose
 */

/** @param {Choice} choice @param {boolean} isBusy @param {Choose} choose */
export function choiceControls(choice, isBusy, choose) {
  const slide = (/** @type {Event} */ { target }) =>
    choose({ fraction: Number(/** @type {HTMLInputElement} */ (target).value) / 100 });
  return html`<fieldset class="row memorise-choice" ?disabled=${isBusy}>
    <legend class="only-heard">${texts.controls}</legend>
    ${select(choice, "count", texts.digits, COUNTS, choose)}
    ${select(choice, "depth", texts.depth, DEPTHS, choose)}
    ${select(choice, "width", texts.width, WIDTHS, choose)}
    <label class="row"><span class="quiet">${texts.fraction}</span>
      <input type="range" min="0" max="100" step="10" @input=${slide}
        .value=${live(String(Math.round(100 * choice.fraction)))} />
      <output class="number" data-testid="memorise-fraction" aria-live="off"
        >${percent(choice.fraction, 0)}</output>
    </label>
  </fieldset>`;
}

/**
 * @param {Choice} choice @param {"count" | "depth" | "width"} key @param {string} label
 * @param {number[]} values @param {Choose} choose
 */
function select(choice, key, label, values, choose) {
  const pick = (/** @type {Event} */ { target }) =>
    choose({ [key]: Number(/** @type {HTMLSelectElement} */ (target).value) });
  return html`<label class="row"><span class="quiet">${label}</span>
    <select class="number" data-testid="memorise-${key}" ${selectValue(String(choice[key]))}
      @change=${pick}>
      ${values.map((value) => html`<option value=${value}>${count(value)}</option>`)}
    </select></label>`;
}

/**
 * Why a race on so many training digits cannot begin, and what to do, or "".
 * @param {import("../../worker/protocol.js").DataReport} data @param {number} count
 */
export function problemOf(data, count) {
  const problem = lacking(data, count);
  if (!problem || !data.complete || data.train >= count) return problem;
  return `${problem} ${texts.choose(mostCount(data.train), COUNTS[0])}`;
}

/** @param {import("./race.js").Race} race @param {Choice} choice @param {boolean} canRun */
export function buttons(race, choice, canRun) {
  const { phase } = race;
  const isIdle = phase === "idle";
  const words = isIdle ? texts.run : phase === "paused" ? texts.resume : texts.pause;
  const toggle = () => {
    if (isIdle) return race.run(choice);
    return phase === "paused" ? race.resume() : race.pause();
  };
  // One button, so that it keeps the focus.
  const other = html`<button data-testid="memorise-${isIdle ? "series" : "stop"}"
    ?disabled=${isIdle && !canRun} @click=${() => (isIdle ? race.run(choice, SEEDS) : race.stop())}
    >${isIdle ? texts.runSeries(SEEDS.length) : texts.stop}</button>`;
  const layers = layersOf(choice);
  return html`<div class="row">
    <button class="primary" data-testid="memorise-run" ?disabled=${isIdle && !canRun}
      @click=${toggle}>${words}</button>
    ${other}
    <span class="quiet">${texts.network(layers.join("-"), parameterCount(layers))}</span>
  </div>`;
}
