/**
 * Plain data about a network, for the page.
 *
 * @typedef {import("../protocol.js").Reading} Reading
 * @typedef {import("../../wasm/network.js").Network} Network
 */

/**
 * What the network makes of a picture. Nothing drawn has no answer: a network would guess, and the guess means nothing.
 * @param {Network} net @param {Float32Array} pixels @returns {Reading}
 */
export function readingOf(net, pixels) {
  const activations = net.activations(pixels);
  const outputs = activations[activations.length - 1];
  const answer = brightest(outputs);
  const empty = pixels.every((value) => value === 0);
  return { pixels, activations, answer: empty ? null : answer, confidence: outputs[answer] };
}

/** @param {Float32Array} values @returns {number} index of the largest; the first of equals */
export function brightest(values) {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

/** Largest size; NaN when there is one. @param {Float32Array} values */
export function largest(values) {
  let most = 0;
  for (const value of values) if (!(Math.abs(value) <= most)) most = Math.abs(value);
  return most;
}

/** @param {Network & { note?: string }} net @returns {import("../protocol.js").NetworkCard} */
export function cardOf({ layers, hidden, output, costName, parameterCount, note = "" }) {
  return { layers: [...layers], hidden, output, cost: costName, parameterCount, note };
}
