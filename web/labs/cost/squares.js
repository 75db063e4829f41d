/** One answer's cost: ten differences from what was wanted, each drawn as the square that it is, and their sum. */
import { html, nothing } from "lit";
import { output, small } from "./cost-numbers.js";
import { NOTHING, wanted } from "./measure.js";

/**
 * @param {object} answer
 * @param {Float32Array} answer.outputs
 * @param {number} answer.target
 * @param {import("./measure.js").Measure} answer.measure
 * @param {number[]} answer.terms
 * @param {(target: number) => void} choose
 */
export function squares({ outputs, target, measure, terms }, choose) {
  const quadratic = measure.cost === "quadratic";
  return html`
    <div class="ten" role="radiogroup" aria-label="What the answer should be" @keydown=${(/** @type {KeyboardEvent} */ event) => walk(event, target, choose)}>
      <p class="names quiet small" aria-hidden="true">
        <span>It should be</span><span>Output</span><span>Less the target</span><span>${quadratic ? "Squared" : "Its cost"}</span>
      </p>
      ${Array.from(outputs, (a, i) => {
        const y = wanted(target, i, measure.output);
        return html`
          <div class="one">
            <button role="radio" aria-checked=${target === i} tabindex=${target === i || (target === NOTHING && i === 0) ? 0 : -1}
              data-target=${i} aria-label="A ${i}" @click=${() => choose(i)}>${i}</button>
            <span class="output number"><i class="neuron" style="--a:${Math.min(1, Math.max(0, a)).toFixed(3)}"></i><span class="small">${output(a)}</span></span>
            <span class="less number small quiet">${small(a - y)}</span>
            ${quadratic ? square(a - y) : bar(terms[i], a - y)}
            <span class="number small" data-term=${i}>${small(terms[i])}</span>
          </div>`;
      })}
    </div>`;
}

/** What is smaller, of the frame's side, is a dot. */
export const TINY = 0.02;

/** A square whose side is the difference, in the frame of the largest there can be. @param {number} difference */
function square(difference) {
  const side = Math.min(1, Math.abs(difference));
  return frame(side, side, tone(difference));
}

/** Where a cross-entropy's bar is full: an output off by 99.9%. */
const FULL = -Math.log(0.001);

/** @param {number} term @param {number} difference */
function bar(term, difference) {
  return frame(term ? 1 : 0, Math.min(1, term / FULL), tone(difference));
}

/** @param {number} width @param {number} height @param {string} colour */
function frame(width, height, colour) {
  if (height === 0) return html`<span class="frame"></span>`;
  if (height < TINY) return html`<span class="frame"><i class="tiny ${colour}"></i></span>`;
  const share = (/** @type {number} */ side) => `${(100 * side).toFixed(1)}%`;
  return html`<span class="frame"><i class=${colour} style="width:${share(width)};height:${share(height)}"></i></span>`;
}

/** The sum as a square of the same scale. @param {number} total @param {boolean} quadratic */
export function sum(total, quadratic) {
  const side = Math.sqrt(Math.min(10, total));
  const whole =
    side < TINY
      ? html`<p class="small quiet">a square too small to draw</p>`
      : html`<i class="whole" style="--side:${side.toFixed(3)}"></i>`;
  return html`
    <div class="total">
      ${quadratic ? whole : nothing}
      <p><output class="display number" data-testid="cost-sum" aria-label="Cost of this answer">${small(total)}</output></p>
    </div>`;
}

/** @param {number} difference */
function tone(difference) {
  return difference < 0 ? "negative" : "positive";
}

/** @param {KeyboardEvent} event @param {number} target @param {(target: number) => void} choose */
function walk(event, target, choose) {
  const step = /** @type {Record<string, number>} */ ({
    ArrowLeft: -1,
    ArrowUp: -1,
    ArrowRight: 1,
    ArrowDown: 1,
  })[event.key];
  if (!step) return;
  event.preventDefault();
  const to = target === NOTHING ? 0 : (target + step + 10) % 10;
  choose(to);
  const group = /** @type {HTMLElement} */ (event.currentTarget);
  requestAnimationFrame(() =>
    /** @type {HTMLElement | null} */ (group.querySelector(`[data-target="${to}"]`))?.focus(),
  );
}
