/**
 * Plain data about a network, for the page.
 *
 * @typedef {import("./protocol.js").Reading} Reading
 * @typedef {import("../../wasm/network.js").Network} Network
 */

import { argmax } from "../common/vectors.js";

/**
 * What the network makes of a picture. Nothing drawn has no answer: a network would guess, and the guess means nothing.
 * @param {Network} net @param {Float32Array} pixels @returns {Reading}
 */
export function readingOf(net, pixels) {
  const activations = net.activations(pixels);
  const outputs = activations[activations.length - 1];
  const answer = argmax(outputs);
  const empty = pixels.every((value) => value === 0);
  return { pixels, activations, answer: empty ? null : answer, confidence: outputs[answer] };
}

/** @param {Network & { note?: string }} net @returns {import("./protocol.js").NetworkCard} */
export function cardOf({ layers, hidden, output, costName, parameterCount, note = "" }) {
  return { layers: [...layers], hidden, output, cost: costName, parameterCount, note };
}
