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

/** What lies on the network's input, and what the network makes of it, found out once. */
export class InputReading {
  /** @type {{ id: number, pixels: Float32Array } | null} */ #input = null;
  /** @type {import("./protocol.js").Reading | null} by that version */ #reading = null;
  #version = -1;

  /** @param {number} id @param {Float32Array} pixels */
  put(id, pixels) {
    this.#input = { id, pixels };
    this.#reading = null;
  }

  /** Null when nothing was put. @param {Network} net @param {number} version  of `net` */
  by(net, version) {
    if (!this.#input) return null;
    if (!this.#reading || this.#version !== version) {
      const { id, pixels } = this.#input;
      this.#reading = { input: id, ...readingOf(net, pixels) };
      this.#version = version;
    }
    return this.#reading;
  }
}
