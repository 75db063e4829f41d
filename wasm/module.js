import { shown } from "./check.js";

/**
 * Where the engine's WebAssembly may come from. Text that has no scheme is an address relative to
 * the page (in a worker: to its script), and in Node a path, relative to the working directory.
 *
 * @typedef {string | URL | Response | BufferSource | WebAssembly.Module} ModuleSource
 */

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
