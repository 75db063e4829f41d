/** Numbers of the lab Binary: hardnesses, and lengths of gradients, which may be very small. */
import { html } from "lit";
import { brief, fixed } from "./numbers.js";
import { MINUS } from "./signed-numbers.js";

/** "2.8" @param {number} k */
export function hardnessText(k) {
  return k === Infinity ? "∞" : fixed(k, k < 10 && k % 1 ? 1 : 0);
}

/** Three significant digits; a power of ten for very small ones. @param {number} value */
export function decimal(value) {
  if (value === 0) return "0";
  if (value >= 1e-4) return brief(Number(value.toPrecision(3)));
  return html`10<sup>${MINUS}${-Math.round(Math.log10(value))}</sup>`;
}
