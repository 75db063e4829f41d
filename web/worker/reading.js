/**
 * Plain data about a network, for the page.
 *
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {Omit<import("./protocol.js").Reading, "input">} PlainReading
 */
import { areFinite, argmax } from "../common/vectors.js";

/**
 * What the network makes of a picture. An empty picture has no answer: the network would guess, and
 * the guess means nothing. Outputs that are no numbers are none either; their confidence is NaN.
 * @param {Network} net @param {Float32Array} pixels @returns {PlainReading}
 */
export function readingOf(net, pixels) {
  const activations = net.activations(pixels);
  const outputs = activations[activations.length - 1];
  const answer = argmax(outputs);
  const isReal = areFinite(outputs);
  const isEmpty = pixels.every((value) => value === 0);
  return {
    pixels,
    activations,
    answer: isEmpty || !isReal ? null : answer,
    confidence: isReal ? outputs[answer] : Number.NaN,
  };
}

/** @param {Network} net @returns {import("./protocol.js").NetworkCard} */
export function cardOf({ layers, hidden, output, costName, parameterCount }) {
  return { layers: [...layers], hidden, output, cost: costName, parameterCount };
}
