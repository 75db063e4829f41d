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

const expected =
  "a path, a URL, a Response, a WebAssembly.Module, or its bytes as an ArrayBuffer or a view";

/** Of two letters at least: "c:\engine.wasm" is a path. */
const scheme = /^[a-z][a-z\d+.-]+:/i;

/** @param {string} text @returns {Promise<URL>} */
async function resolved(text) {
  if (scheme.test(text)) return new URL(text);
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  if (base !== undefined) return new URL(text, base);
  const { pathToFileURL } = await import(/* @vite-ignore */ "node:url");
  return pathToFileURL(text);
}

/** @param {Response} response @param {string | URL} url */
async function bytesOf(response, url) {
  if (!response.ok) {
    throw new Error(`the engine could not be fetched: ${url} says ${response.status}`);
  }
  return response.arrayBuffer();
}

/** @param {URL} url @returns {Promise<BufferSource>} */
async function fetched(url) {
  if (url.protocol !== "file:") return bytesOf(await fetch(url), url);
  const { readFile } = await import(/* @vite-ignore */ "node:fs/promises");
  return new Uint8Array(await readFile(url));
}

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
  if (source instanceof Response) return WebAssembly.compile(await bytesOf(source, source.url));
  if (typeof source === "string") return WebAssembly.compile(await fetched(await resolved(source)));
  if (source instanceof URL) return WebAssembly.compile(await fetched(source));
  throw new TypeError(`engine: expected ${expected}, got ${shown(source)}`);
}
