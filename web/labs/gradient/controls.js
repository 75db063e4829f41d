/** Whose gradient it is, and which of its components are listed. */
import { html, nothing } from "lit";
import { NOT_A_DIGIT } from "../../common/example-cost.js";
import * as texts from "../../texts/en/gradient.js";
import { testDigitsLoading, testDigit as testDigitWords } from "../../texts/en/ui.js";
import { selectValue } from "../../ui/select-value.js";
import { digitsOf, hasInput, sourceOf, targetOf } from "./choice.js";
import { layerName } from "./nudges.js";

/** @type {import("./choice.js").Source[]} */
const SOURCES = ["digit", "batch", "all"];
/** Fractions of the largest size. */
const SIZES = /** @type {const} */ ([0, 0.01, 0.1, 0.5]);
const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);

/**
 * @param {import("./choice.js").State} state @param {import("./choice.js").Choice} choice
 * @param {{ choose: (change: Partial<import("./choice.js").Choice>) => void,
 *   testDigit: () => void }} act
 */
export function controls(state, choice, { choose, testDigit }) {
  const source = sourceOf(state, choice);
  return html`
    <div class="row">
      <div class="row" role="group" aria-label=${texts.gradientOf}>
        ${SOURCES.map(
          (name) => html`<button data-source=${name} aria-pressed=${name === source}
            @click=${() => choose({ source: name })}>${texts.sources[name]}</button>`,
        )}
      </div>
      ${source === "digit" ? ofDigit(state, choice, choose, testDigit) : nothing}
      ${
        source === "batch" && digitsOf(state, choice)
          ? html`<button @click=${() => choose({ batch: choice.batch + 1, source })}>${
              texts.anotherBatch
            }</button>`
          : nothing
      }
    </div>`;
}

/**
 * @param {import("./choice.js").State} state @param {import("./choice.js").Choice} choice
 * @param {(change: { target: number, source: "digit" }) => void} choose
 * @param {() => void} testDigit
 */
function ofDigit(state, choice, choose, testDigit) {
  const { data, settings } = state;
  const target = targetOf(state, choice);
  const pick = (/** @type {Event} */ { target: field }) =>
    choose({
      target: Number(/** @type {HTMLSelectElement} */ (field).value),
      source: "digit",
    });
  const button = settings.hide.includes("test")
    ? nothing
    : html`<button aria-disabled=${!data.test} data-testid="gradient-digit"
          aria-describedby="gradient-digit-obstacle"
          @click=${() => data.test && testDigit()}>${testDigitWords}</button>
        <span class="quiet" id="gradient-digit-obstacle"
          >${data.test ? "" : testDigitsLoading}</span>`;
  // One template, so that the button stays the same, and keeps the focus.
  return html`${button} ${hasInput(state) ? shouldBe(target, pick) : nothing}`;
}

/** @param {number | null} target @param {(event: Event) => void} pick */
function shouldBe(target, pick) {
  const field = html`
    <select data-testid="gradient-target" @change=${pick} ${selectValue(String(target))}>
      ${DIGITS.map((digit) => html`<option value=${digit}>${digit}</option>`)}
      <option value=${NOT_A_DIGIT}>${texts.notADigit}</option>
    </select>`;
  return html`<label class="row">${texts.shouldBe(field)}</label>`;
}

/**
 * @param {number[]} layers @param {import("./nudges.js").Filter} filter
 * @param {(change: Partial<import("./nudges.js").Filter>) => void} change
 */
export function filters(layers, { layer, sign, least }, change) {
  const last = layers.length - 1;
  const names = layers.slice(1).map((_, i) => [String(i + 1), layerName(i + 1, last)]);
  const sizes = SIZES.map((size) => [String(size), texts.sizes[size]]);
  const toSign = (/** @type {string} */ value) =>
    change({ sign: /** @type {import("./nudges.js").Filter["sign"]} */ (value) });
  return html`
    <div class="row filters">
      ${select(
        "layer",
        texts.layerFilter,
        [["0", texts.allLayers], ...names],
        String(layer),
        (value) => change({ layer: Number(value) }),
      )}
      ${select("sign", texts.signFilter, Object.entries(texts.signs), sign, toSign)}
      ${select("size", texts.sizeFilter, sizes, String(least), (value) =>
        change({ least: Number(value) }),
      )}
    </div>`;
}

/**
 * @param {string} name @param {string} label @param {string[][]} choices  value, words
 * @param {string} value @param {(value: string) => void} change
 */
function select(name, label, choices, value, change) {
  const pick = (/** @type {Event} */ { target }) =>
    change(/** @type {HTMLSelectElement} */ (target).value);
  return html`<select aria-label=${label} data-filter=${name} @change=${pick}
    ${selectValue(value)}>
    ${choices.map(([each, words]) => html`<option value=${each}>${words}</option>`)}
  </select>`;
}
