/**
 * An engine of which is known what memory it holds for its callers, and which can be made to run
 * out of it: each export that returns new memory is counted until that is given back.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { loadEngine } from "../../wasm/engine.js";

/** Exports that return memory of the caller's, as their declarations say: no const pointer. */
const source = readFileSync(new URL("../../wasm/exports.c", import.meta.url), "utf8");
const makers = [...source.matchAll(/^(?:void|nn_\w+) \*EXPORT\((\w+)\)/gm)].map(([, name]) => name);

/**
 * @typedef {object} Memory
 * @property {Set<number>} held
 * @property {number} left how many more allocations succeed
 *
 * @param {Record<string, any>} exports @param {Memory} memory
 */
function counted(exports, memory) {
  const own = { ...exports };
  for (const name of makers) {
    own[name] = (/** @type {number[]} */ ...values) => {
      if (memory.left-- <= 0) return 0;
      const pointer = exports[name](...values);
      if (pointer) memory.held.add(pointer);
      return pointer;
    };
  }
  for (const name of Object.keys(exports).filter((key) => /^release$|_free$/.test(key))) {
    own[name] = (/** @type {number} */ pointer) => {
      assert.equal(pointer === 0 || memory.held.delete(pointer), true, "it was not held");
      exports[name](pointer);
    };
  }
  return own;
}

/** An engine of counted exports. */
export async function countedEngine() {
  /** @type {Memory} */
  const memory = { held: new Set(), left: Number.POSITIVE_INFINITY };
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = /** @type {any} */ (
    async (/** @type {any} */ module, /** @type {WebAssembly.Imports} */ imports) => {
      const { exports } = /** @type {any} */ (await instantiate(module, imports));
      return { exports: exports.allocate ? counted(exports, memory) : exports };
    }
  );
  try {
    return { engine: await loadEngine(), memory };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}
