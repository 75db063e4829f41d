/**
 * Formulas as MathML, written as one writes them: formula`w ← w − ${rate} ⋅ (${slope})`. Signs stay
 * of one line's height.
 */
import { mathml } from "lit";

/** A number, a letter, or any other sign. */
const TOKENS = /\d[\d.]*|\p{L}|\S/gu;

/** @param {string} token */
function element(token) {
  if (/\d/.test(token)) return mathml`<mn>${token}</mn>`;
  if (/\p{L}/u.test(token)) return mathml`<mi>${token}</mi>`;
  if (token === "′") return mathml`<mo lspace="0" rspace="0">′</mo>`;
  return mathml`<mo stretchy="false">${token}</mo>`;
}

/**
 * The inside of a <math> element.
 * @param {TemplateStringsArray} strings
 * @param {...unknown} parts  numbers as text, or MathML
 */
export function formula(strings, ...parts) {
  return strings.map((text, i) => {
    const part = parts[i];
    const number = typeof part === "string" ? mathml`<mn>${part}</mn>` : part;
    return [text.match(TOKENS)?.map(element), number];
  });
}
