/** Whose gradient it is, and which of its components are listed. */
import { html, nothing } from "lit";
import { NOT_A_DIGIT } from "../../common/example-cost.js";
import { selectValue } from "../../ui/select-value.js";
import { digitsOf, hasInput, sourceOf, targetOf } from "./choice.js";
import { layerName } from "./nudges.js";

/** @type {[import("./choice.js").Source, string][]} */
const SOURCES = [
  ["digit", "Your digit"],
  ["batch", "A mini-batch"],
  ["all", "All training digits"],
];
const SIGNS = { all: "Up and down", up: "Nudged up", down: "Nudged down" };
const SIZES = { 0: "Any size", 0.5: "≥ ½ of the largest", 0.1: "≥ 1/10", 0.01: "≥ 1/100" };
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
      <div class="row" role="group" aria-label="Gradient of">
        ${SOURCES.map(
          ([name, words]) => html`<button data-source=${name} aria-pressed=${name === source}
            @click=${() => choose({ source: name })}>${words}</button>`,
        )}
      </div>
      ${source === "digit" ? ofDigit(state, choice, choose, testDigit) : nothing}
      ${
        source === "batch" && digitsOf(state, choice)
          ? html`<button @click=${() => choose({ batch: choice.batch + 1, source })}>Another
              mini-batch</button>`
          : nothing
      }
    </div>`;
}

/**
 * @param {import("./choice.js").State} state @param {import("./choice.js").Choice} choice
 * @param {(change: { target: number }) => void} choose @param {() => void} testDigit
 */
function ofDigit(state, choice, choose, testDigit) {
  const { data, settings } = state;
  const target = targetOf(state, choice);
  const pick = (/** @type {Event} */ { target: field }) =>
    choose({ target: Number(/** @type {HTMLSelectElement} */ (field).value) });
  const button = settings.hide.includes("test")
    ? nothing
    : html`<button aria-disabled=${!data.test} data-testid="gradient-digit"
          aria-describedby="gradient-digit-obstacle"
          @click=${() => data.test && testDigit()}>Test digit</button>
        <span class="quiet" id="gradient-digit-obstacle"
          >${data.test ? "" : "The test digits are still loading."}</span>`;
  // One template, so that the button stays the same, and keeps the focus.
  return html`${button} ${hasInput(state) ? shouldBe(target, pick) : nothing}`;
}

/** @param {number | null} target @param {(event: Event) => void} pick */
function shouldBe(target, pick) {
  return html`
    <label class="row">It should be
      <select data-testid="gradient-target" @change=${pick} ${selectValue(String(target))}>
        ${DIGITS.map((digit) => html`<option value=${digit}>${digit}</option>`)}
        <option value=${NOT_A_DIGIT}>not a digit</option>
      </select>
    </label>`;
}

/**
 * @param {number[]} layers @param {import("./nudges.js").Filter} filter
 * @param {(change: Partial<import("./nudges.js").Filter>) => void} change
 */
export function filters(layers, { layer, sign, least }, change) {
  const last = layers.length - 1;
  const names = layers.slice(1).map((_, i) => [String(i + 1), layerName(i + 1, last)]);
  const toSign = (/** @type {string} */ value) =>
    change({ sign: /** @type {import("./nudges.js").Filter["sign"]} */ (value) });
  return html`
    <div class="row filters">
      ${select("Layer", [["0", "All layers"], ...names], String(layer), (value) =>
        change({ layer: Number(value) }),
      )}
      ${select("Sign", Object.entries(SIGNS), sign, toSign)}
      ${select(
        "Size",
        Object.entries(SIZES).sort(([a], [b]) => Number(a) - Number(b)),
        String(least),
        (value) => change({ least: Number(value) }),
      )}
    </div>`;
}

/**
 * @param {string} label @param {string[][]} choices  value, words @param {string} value
 * @param {(value: string) => void} change
 */
function select(label, choices, value, change) {
  const pick = (/** @type {Event} */ { target }) =>
    change(/** @type {HTMLSelectElement} */ (target).value);
  return html`<select aria-label=${label} data-filter=${label.toLowerCase()} @change=${pick}
    ${selectValue(value)}>
    ${choices.map(([each, words]) => html`<option value=${each}>${words}</option>`)}
  </select>`;
}
