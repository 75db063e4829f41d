/** Presets, the settings of the next run, and below them the queue, the chart and the runs. */

import { html, nothing } from "lit";
import { ACCURACY } from "../../common/accuracy.js";
import { percent } from "../../common/numbers.js";
import { setting } from "../../common/settings.js";
import { presetSettings } from "../../common/training-options.js";
import * as texts from "../../texts/en/tweak.js";
import "../../ui/controls.js";
import { selectValue } from "../../ui/select-value.js";
import { BenchPart } from "./bench-part.js";
import { digitsOf, parametersOf } from "./run.js";
import { isPreset, presetName, settingWords } from "./words.js";
import "./chart.js";
import "./queue-view.js";
import "./runs-view.js";

/** @typedef {import("./bench.js").BenchState} BenchState */

/** Settings in two columns. */
const COLUMNS = [
  ["layers", "hidden", "output", "cost", "augment", "epochs"],
  ["optimizer", "rate", "schedule", "batch", "decay", "seed"],
];
const PRESETS = /** @type {(keyof typeof ACCURACY)[]} */ (Object.keys(ACCURACY));
const DIGITS = [1000, 2000, 5000, 10_000, 20_000];
const SEEDS = [1, 2, 3, 5, 10];

class Tweak extends BenchPart {
  shown = /** @type {const} */ (["settings", "count", "seeds", "running", "waiting", "data"]);
  /** That the last press of Train led to. @type {object | undefined} */
  #refusal;

  render() {
    const { bench } = this;
    return html`
      <div class="tweak-presets">
        <div class="row" role="group" aria-label=${texts.presets}>
          ${PRESETS.map((name) => this.#preset(name))}
        </div>
        <div class="row">
          <p class="quiet small">${texts.presetsNote}</p>
          ${this.#plain()}
        </div>
      </div>
      <div class="tweak-main">
        <div class="tweak-builder">
          <div class="stack">
            <dh-controls .session=${bench} .keys=${COLUMNS[0]}></dh-controls>${this.#digits()}
          </div>
          <div class="stack">
            <dh-controls .session=${bench} .keys=${COLUMNS[1]}></dh-controls>${this.#seeds()}
          </div>
          ${this.#go()}
        </div>
        <dh-tweak-chart .session=${bench}></dh-tweak-chart>
      </div>
      <dh-tweak-queue .session=${bench}></dh-tweak-queue>
      <dh-tweak-runs .session=${bench}></dh-tweak-runs>`;
  }

  /** @param {keyof typeof ACCURACY} name */
  #preset(name) {
    const { settings } = this.bench.state;
    const isChosen = settings.recipe === name && isPreset(settings);
    const layers = presetSettings(name).layers ?? [];
    const { mean, seconds } = ACCURACY[name];
    return html`<button class="preset" aria-pressed=${isChosen} data-preset=${name}
      @click=${() => this.bench.set("recipe", name)}>
        <span>${presetName(name)}</span>
        <b class="title number">${percent(mean / 100)}</b>
        <span class="small number">${texts.presetCost(parametersOf({ layers }), seconds)}</span>
      </button>`;
  }

  #digits() {
    const { train, complete } = this.bench.state.data;
    const choices = DIGITS.filter((digits) => !complete || digits < train);
    const { count: chosen } = this.bench.state;
    const shown = choices.includes(chosen) ? chosen : 0;
    const all = complete ? texts.allDigits(train) : texts.allDigitsLoading;
    return html`<label class="control"><span>${texts.trainingDigits}</span>
      <select data-testid="tweak-digits" ${selectValue(String(shown))}
        @change=${(/** @type {Event} */ event) => this.bench.update({ count: numberIn(event) })}>
        <option value="0">${all}</option>
        ${choices.map(
          (digits) => html`<option value=${digits}>${texts.firstDigits(digits)}</option>`,
        )}
      </select></label>`;
  }

  #seeds() {
    const { settings, seeds } = this.bench.state;
    const { max = 0 } = setting("seed");
    // After the largest seed comes 0.
    const last = (/** @type {number} */ n) => (settings.seed + n - 1) % (max + 1);
    const words = (/** @type {number} */ n) =>
      n === 1 ? texts.oneRun : texts.severalRuns(n, settings.seed, last(n));
    return html`<label class="control"><span>${texts.runs}</span>
      <select data-testid="tweak-seeds" ${selectValue(String(seeds))}
        @change=${(/** @type {Event} */ event) => this.bench.update({ seeds: numberIn(event) })}>
        ${SEEDS.map((n) => html`<option value=${n}>${words(n)}</option>`)}
      </select></label>`;
  }

  #go() {
    const { bench } = this;
    const { settings, running, waiting } = bench.state;
    const isBusy = running.length + waiting.length > 0;
    return html`<div class="row tweak-go">
      <button class="primary" data-testid="tweak-train" @click=${this.#train}
        >${isBusy ? texts.addToQueue : texts.train}</button>
      <p>${texts.cost(parametersOf(settings), this.#seconds())}</p>
      ${
        settings.recipe === "own" || isPreset(settings)
          ? nothing
          : html`<p class="quiet small">${settingWords(settings)}</p>`
      }
    </div>`;
  }

  /** What is chosen; at the first press after a field did not take an entry, that field. */
  #train() {
    const wrong = this.querySelector("[aria-invalid=true]");
    const field = /** @type {any} */ (wrong?.closest("dh-typed-field"));
    const isNews = field && field.refusal !== this.#refusal;
    this.#refusal = field?.refusal;
    if (isNews) field.focus();
    else this.bench.train();
  }

  /** The way back from a preset. */
  #plain() {
    const { bench } = this;
    if (bench.state.settings.recipe === "own") return nothing;
    // The button goes, and its focus with it: the first preset has it then.
    const click = () => {
      /** @type {HTMLElement} */ (this.querySelector("[data-preset]")).focus({
        preventScroll: true,
      });
      bench.set("recipe", "own");
    };
    return html`<button data-testid="tweak-plain" @click=${click}>${texts.plainSgd}</button>`;
  }

  /** How long it will take; null before a speed was measured. */
  #seconds() {
    const { settings, count: chosen, seeds } = this.bench.state;
    const { pace, most } = this.bench.queue;
    const { train } = this.bench.state.data;
    if (pace === null || !train) return null;
    const digits = digitsOf({ settings, count: chosen }, train);
    return pace * settings.epochs * digits * parametersOf(settings) * Math.ceil(seeds / most);
  }
}

/** @param {Event} event */
const numberIn = ({ target }) => Number(/** @type {HTMLSelectElement} */ (target).value);

customElements.define("dh-tweak", Tweak);
