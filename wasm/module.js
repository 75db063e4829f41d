import { shown } from "./check.js";

/**
 * Where the engine's WebAssembly may come from. Text that has no scheme is an address relative to
 * the page (in a worker: to its script), and in Node a path, relative to the working directory.
 *
 * @typedef {string | URL | Response | BufferSource | WebAssembly.Module} ModuleSource
 */

/** A module with one function, which makes a 128-bit vector: valid where WebAssembly has those. */
const VECTORS = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00], // magic number, version
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b], // one type: () → v128
  ...[0x03, 0x02, 0x01, 0x00], // one function, of that type
  ...[0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b], // i32.const 0, i8x16.splat
);

/** Whether this machine's WebAssembly has vectors; those of before 2021 to 2023 have none. */
export const hasVectors = () => WebAssembly.validate(VECTORS);

const ENGINE = "the engine";

const expected =
  "a path, a URL, a Response, a WebAssembly.Module, or its bytes as an ArrayBuffer or a view";

/** Of two letters at least: "c:\engine.wasm" is a path. */
const scheme = /^[a-z][a-z\d+.-]+:/i;

/** Not in a browser. No import(), which would bring Node's modules to the attention of bundlers. */
const node = globalThis.process?.getBuiltinModule;

/** @param {string} text @returns {URL} */
function resolved(text) {
  if (scheme.test(text)) return new URL(text);
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  return base === undefined && node ? node("node:url").pathToFileURL(text) : new URL(text, base);
}

/** The error names it. @param {Response} response @param {string} what @param {string | URL} url */
async function bytesOf(response, what, url) {
  if (!response.ok) throw new Error(`${what} could not be fetched: ${url} says ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * The bytes at an address; in Node, of a file, too.
 * @param {URL} url
 * @param {string} what an error says that it is
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function bytesAt(url, what) {
  if (url.protocol !== "file:" || !node) return bytesOf(await fetch(url), what, url);
  return new Uint8Array(await node("node:fs/promises").readFile(url));
}

/** @param {URL} url */
const compiledAt = async (url) => WebAssembly.compile(await bytesAt(url, ENGINE));

/**
 * The compiled module of whatever was given.
 * @param {ModuleSource} source
 * @returns {Promise<WebAssembly.Module>}
 */
export async function moduleFrom(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer) return WebAssembly.compile(source);
  if (ArrayBuffer.isView(source)) {
    const { buffer, byteOffset, byteLength } = source; // V8 compiles no DataView.
    return WebAssembly.compile(new Uint8Array(buffer, byteOffset, byteLength));
  }
  if (source instanceof Response) {
    return WebAssembly.compile(await bytesOf(source, ENGINE, source.url));
  }
  if (typeof source === "string") return compiledAt(resolved(source));
  if (source instanceof URL) return compiledAt(source);
  throw new TypeError(`engine: expected ${expected}, got ${shown(source)}`);
}
