/** The engine for machines whose WebAssembly has no vectors. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadEngine, scalarEngine } from "../../wasm/engine.js";

/** @param {string} name */
const bytesOf = (name) => readFileSync(new URL(`../../build/${name}.wasm`, import.meta.url));

const CODE = 10;
const V128 = 0x7b;

/**
 * Whether a function of the module has a variable that is a vector.
 * @param {Uint8Array} bytes
 */
function usesVectors(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (bytes[at] !== CODE) {
    at++;
    const size = number();
    at += size;
  }
  at++;
  number();
  for (let functions = number(); functions > 0; functions--) {
    const size = number();
    const end = at + size;
    for (let groups = number(); groups > 0; groups--) {
      number();
      if (bytes[at++] === V128) return true;
    }
    at = end;
  }
  return false;
}

test("has none in it", () => {
  assert.equal(usesVectors(bytesOf("engine")), true);
  assert.equal(usesVectors(bytesOf("scalar")), false);
});

test("is loaded where a vector is no valid WebAssembly, and only there", async () => {
  const { validate, compile } = WebAssembly;
  /** @type {number[]} */
  const compiled = [];
  WebAssembly.compile = async (bytes) => {
    const module = await compile(bytes);
    // Node has modules of its own.
    if (WebAssembly.Module.customSections(module, "tables").length) compiled.push(bytes.byteLength);
    return module;
  };
  try {
    assert.equal(scalarEngine(), "");
    const { fingerprint } = (await loadEngine()).network({ seed: 3 });
    WebAssembly.validate = (bytes) => validate(bytes) && !isVectorModule(bytes);
    assert.match(scalarEngine(), /\/scalar\.wasm$/);
    assert.equal((await loadEngine()).network({ seed: 3 }).fingerprint, fingerprint);
  } finally {
    Object.assign(WebAssembly, { validate, compile });
  }
  assert.deepEqual(compiled, [bytesOf("engine").length, bytesOf("scalar").length]);
});

/** A function's type that has a vector in it. @param {any} bytes */
const isVectorModule = (bytes) => bytes.length < 100 && bytes.includes(V128);
