/**
 * One answer's cost: ten differences from the target, each drawn as the square that it is, and
 * their sum.
 */

import { html, nothing } from "lit";
import { output, small } from "../../common/cost-numbers.js";
import { NOT_A_DIGIT, targetOf } from "../../common/example-cost.js";
import * as texts from "../../texts/en/cost.js";
import { readingKey } from "../../ui/keys.js";

/** @typedef {import("./answer.js").Answer} Answer */

/** What is smaller, of the frame's side, is drawn as a dot: it would be smaller than the dot. */
export const TINY = 0.06;
/** Where the bar of a cross-entropy is full: an output off by 99.9%. */
const FULL = -Math.log(0.001);
/** The largest sum of ten squares. */
const LARGEST_SUM = 10;

/** @type {Record<string, number>} */
const KEYS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** @param {Answer} answer @param {(target: number, isByKeyboard?: boolean) => void} choose */
export function squares({ outputs, target, measure, terms }, choose) {
  const isQuadratic = measure.cost === "quadratic";
  const walk = (/** @type {KeyboardEvent} */ event) => {
    const step = KEYS[readingKey(event)];
    if (!step) return;
    event.preventDefault();
    choose(target === NOT_A_DIGIT ? 0 : (target + step + 10) % 10, true);
  };
  return html`
    <div class="ten" role="radiogroup" aria-label=${texts.target} @keydown=${walk}>
      <p class="names quiet small" aria-hidden="true">
        <span>${texts.target}</span><span>${texts.output}</span><span>${texts.difference}</span>
        <span>${isQuadratic ? texts.squared : texts.cost}</span>
      </p>
      ${Array.from(outputs, (a, i) => {
        const difference = targetOf(target, i, measure.output) - a;
        const isFirst = target === NOT_A_DIGIT && i === 0;
        return html`
          <div class="one">
            <button role="radio" aria-checked=${target === i}
              tabindex=${target === i || isFirst ? 0 : -1}
              data-target=${i} aria-label=${texts.targetDigit(i)}
              @click=${() => choose(i)}>${i}</button>
            <span class="output number">
              <i class="neuron" style="--a:${level(a)}"></i><span class="small">${output(a)}</span>
            </span>
            <span class="less number small quiet">${small(difference)}</span>
            ${isQuadratic ? square(difference) : bar(terms[i], difference)}
            <span class="number small" data-term=${i}>${small(terms[i])}</span>
          </div>`;
      })}
    </div>`;
}

/**
 * A square whose side is the difference, in the frame of the largest there can be.
 * @param {number} difference
 */
function square(difference) {
  const side = Math.min(1, Math.abs(difference));
  return frame(side, side, tone(difference));
}

/** @param {number} term @param {number} difference */
function bar(term, difference) {
  return frame(term ? 1 : 0, Math.min(1, term / FULL), tone(difference));
}

/** @param {number} width 0…1 @param {number} height 0…1 @param {string} colour  a class */
function frame(width, height, colour) {
  if (!(height > 0)) return html`<span class="frame"></span>`;
  if (height < TINY) return html`<span class="frame"><i class="tiny ${colour}"></i></span>`;
  const size = (/** @type {number} */ side) => `${(100 * side).toFixed(1)}%`;
  return html`<span class="frame"><i class=${colour}
    style="width:${size(width)};height:${size(height)}"></i></span>`;
}

/** The sum, for squared errors also as a square of the same scale. @param {Answer} answer */
export function sum({ total, measure }) {
  const side = Math.sqrt(Math.min(LARGEST_SUM, total));
  const isDrawn = measure.cost === "quadratic" && side >= TINY;
  return html`
    <div class="total">
      ${isDrawn ? html`<i class="whole" style="--side:${side.toFixed(3)}"></i>` : nothing}
      <p><output class="display number" data-testid="cost-sum" aria-label=${texts.costOfAnswer}
        aria-live="off">${small(total)}</output></p>
    </div>`;
}

/** Brightness of an output. @param {number} a */
function level(a) {
  return Math.min(1, Math.max(0, a)).toFixed(3);
}

/** @param {number} difference  target − output: above 0, the output should be higher */
function tone(difference) {
  return difference < 0 ? "negative" : "positive";
}
