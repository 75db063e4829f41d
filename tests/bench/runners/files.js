/**
 * The digits on disk, where every contestant finds them: uncompressed IDX files in build/bench/.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadMnist } from "../../../tools/mnist.js";

export const ROOT = new URL("../../../", import.meta.url);
export const FOLDER = fileURLToPath(new URL("build/bench/", ROOT));

/**
 * Puts MNIST, or built-in handwriting where MNIST is not to be had, into the folder.
 *
 * @returns {Promise<string>} what the digits are
 */
export async function prepareDigits() {
  mkdirSync(FOLDER, { recursive: true });
  const mnist = loadMnist();
  const { train, test } = mnist ?? (await handwriting());
  write("train", train);
  write("t10k", test);
  return mnist ? "MNIST" : "built-in handwriting";
}

/**
 * @param {string} part
 * @param {{ images: Uint8Array, labels: Uint8Array }} idx  uncompressed IDX bytes
 */
function write(part, { images, labels }) {
  writeFileSync(`${FOLDER}${part}-images-idx3-ubyte`, images);
  writeFileSync(`${FOLDER}${part}-labels-idx1-ubyte`, labels);
}

async function handwriting() {
  const { loadEngine } = await import("../../../wasm/engine.js");
  const engine = await loadEngine();
  /** @param {number} count @param {number} seed */
  const make = (count, seed) => {
    const digits = engine.handwriting({ count, seed });
    const images = new Uint8Array(16 + count * 784);
    const labels = new Uint8Array(8 + count);
    new Uint32Array(images.buffer, 0, 4).set([0x803, count, 28, 28].map(swap));
    new Uint32Array(labels.buffer, 0, 2).set([0x801, count].map(swap));
    for (let i = 0; i < count; i++) {
      images.set(digits.image(i), 16 + i * 784);
      labels[8 + i] = digits.label(i);
    }
    digits.free();
    return { images, labels };
  };
  return { train: make(60000, 1), test: make(10000, 2) };
}

/** IDX is big-endian; a Uint32Array here is not. @param {number} value */
const swap = (value) =>
  ((value >>> 24) | ((value >>> 8) & 0xff00) | ((value << 8) & 0xff0000) | (value << 24)) >>> 0;

/**
 * The digits as contestants in Node take them.
 *
 * @returns {import("../contestants/material.js").Data}
 */
export function readDigits() {
  /** @param {string} part */
  const read = (part) => {
    const images = new Uint8Array(readFileSync(`${FOLDER}${part}-images-idx3-ubyte`)).subarray(16);
    const labels = new Uint8Array(readFileSync(`${FOLDER}${part}-labels-idx1-ubyte`)).subarray(8);
    return { images, labels, count: labels.length };
  };
  return { train: read("train"), test: read("t10k") };
}
