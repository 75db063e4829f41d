/**
 * A network's ten outputs as bars. The one that is its prediction is marked when the network is
 * sure of it.
 *
 * @typedef {ArrayLike<number> | null | undefined} Outputs  0…1 each; none when nothing was read
 */
import { html } from "lit";
import { isSure } from "../common/confidence.js";
import { fraction } from "../common/numbers.js";
import { argmax } from "../common/vectors.js";
import * as texts from "../texts/en/ui.js";
import "./output-bars.css";
import { rove } from "./roving.js";

const DIGITS = 10;

/** The digit that is marked, or -1 when the network is not sure of any. @param {Outputs} outputs */
function winnerOf(outputs) {
  if (!outputs?.length) return -1;
  const answer = argmax(outputs);
  return isSure({ answer, confidence: outputs[answer] }) ? answer : -1;
}

/**
 * Ten columns side by side, 32 px high or --bar-height.
 * @param {Outputs} outputs
 * @param {{ target?: number | null, hasThreshold?: boolean }} [about]  target: a digit that an
 *   attack aims at; hasThreshold: draws the confidence above which the network is sure
 */
export function outputBars(outputs, { target = null, hasThreshold = false } = {}) {
  const winner = winnerOf(outputs);
  return html`<ol class="output-bars ${hasThreshold ? "threshold" : ""}" role="list"
    aria-label=${texts.outputs}>
    ${digits((digit) => {
      const a = outputs?.[digit] ?? 0;
      const isTarget = digit === target;
      const tip = (isTarget ? texts.targetOutput : texts.output)(digit, outputs ? a : null, 4);
      return html`<li class="${mark(digit, winner)} ${isTarget ? "target" : ""}"
        style="--a:${level(a)}" data-tip=${tip}>
        <span class="bar"></span>
        <span class="small">${digit}</span><span class="only-heard"
          >${texts.heardOutput(a, isTarget)}</span>
      </li>`;
    })}
  </ol>`;
}

/**
 * Ten rows, one under the other, each a button with its neuron, its bar and its value.
 * @param {Outputs} outputs
 * @param {(digit: number) => void} pick
 * @param {boolean} isMoving  they change by themselves: the values are no part of the buttons'
 *   names, which are read out again when they change under the focus
 */
export function outputRows(outputs, pick, isMoving) {
  const winner = winnerOf(outputs);
  return html`<ol class="outputs" role="list" aria-label=${texts.outputs} @keydown=${rove}>
    ${digits((digit) => {
      const a = outputs?.[digit] ?? 0;
      const known = outputs ? a : null;
      return html`<li class=${mark(digit, winner)} style="--a:${level(a)}">
        <button class="plain" tabindex=${digit ? -1 : 0}
          aria-label=${isMoving ? texts.outputName(digit) : texts.output(digit, known)}
          data-tip=${texts.output(digit, known, 4)}
          @click=${() => pick(digit)}>
          <i class="neuron"></i><b>${digit}</b><span class="track"><span></span></span>
          <span class="value">${outputs ? fraction(a) : ""}</span>
        </button>
      </li>`;
    })}
  </ol>`;
}

/** @template T @param {(digit: number) => T} each */
function digits(each) {
  return Array.from({ length: DIGITS }, (_, digit) => each(digit));
}

/** @param {number} digit @param {number} winner */
function mark(digit, winner) {
  return digit === winner ? "winner" : "";
}

/** @param {number} a */
function level(a) {
  return Math.min(1, Math.max(0, a)).toFixed(3);
}
