/** No contestant but the limit: what this machine's wasm SIMD and memory can do at most. */

import { readFileSync } from "node:fs";

/** FLOP of one round of multiply_add: 12 chains, 4 lanes, a multiplication and an addition. */
const FLOP_PER_ROUND = 12 * 4 * 2;
const ROUNDS = 1e5;
const BYTES = 64 * 2 ** 20;

export async function create() {
  const file = new URL("../../../build/roofline.wasm", import.meta.url);
  const { instance } = await WebAssembly.instantiate(readFileSync(file));
  const { multiply_add, read_all, copy_all, fill } = /** @type {any} */ (instance.exports);
  fill(1);
  // V8 starts with quick code and replaces it; what is measured is the code that stays.
  repeat(() => multiply_add(ROUNDS, 0.5, 1), 300);
  return {
    version: "",
    open() {
      throw new Error("the roofline has no nets");
    },
    /** @param {{ ms: number }} options @returns {number} FLOP/s */
    peak: ({ ms }) => repeat(() => multiply_add(ROUNDS, 0.5, 1), ms) * ROUNDS * FLOP_PER_ROUND,
    /** @param {{ ms: number }} options bytes/s; a copy counts what is read and what is written */
    memory: ({ ms }) => ({
      read: repeat(read_all, ms) * BYTES,
      copy: repeat(copy_all, ms) * 2 * BYTES,
    }),
  };
}

/**
 * @param {() => unknown} work
 * @param {number} ms
 * @returns {number} times per second
 */
function repeat(work, ms) {
  const start = performance.now();
  let count = 0;
  let now = start;
  do {
    work();
    count++;
    now = performance.now();
  } while (now - start < ms);
  return (count * 1000) / (now - start);
}
