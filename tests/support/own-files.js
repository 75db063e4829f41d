/** Files as a visitor may choose them, to be read as own digits. */
import assert from "node:assert/strict";
import { gunzipped } from "../../web/common/own-data/gunzip.js";
import { foundIn } from "../../web/common/own-data/read.js";
import { bigEndian } from "./mnist-host.js";

/** @param {number} count @param {number} [side] */
export const imageFile = (count, side = 28) =>
  Buffer.concat([
    bigEndian(0x803, count, side, side),
    Buffer.from(Array.from({ length: count * side * side }, (_, i) => ((i * 7919) >> 3) & 255)),
  ]);

/** @param {number} count @param {number} [first]  label */
export const labelFile = (count, first = 0) =>
  Buffer.concat([
    bigEndian(0x801, count),
    Uint8Array.from({ length: count }, (_, i) => (first + i) % 10),
  ]);

/** @typedef {Record<string, Uint8Array | string>} Files  by path */

/** @param {Files} files  in that order */
export const chosenOf = (files) =>
  Object.entries(files).map(([path, bytes]) => ({
    path,
    file: new Blob([/** @type {any} */ (bytes)]),
  }));

/** Reads them. @param {Files} files */
export function read(files) {
  const decode = async () => assert.fail("there are no pictures");
  return foundIn(chosenOf(files), { decode, gunzipped });
}

/** @param {Files} files @param {RegExp | string} why */
export const refused = (files, why) =>
  assert.rejects(
    () => read(files),
    ({ message }) => {
      if (typeof why === "string") assert.equal(message, why);
      else assert.match(message, why);
      return true;
    },
  );

/** @param {(string | number)[]} cells @param {string} [separator] */
export const line = (cells, separator = ",") => cells.join(separator);
/** @param {number} label @param {number} value */
export const row = (label, value) => [label, ...Array(783).fill(0), value];
export const NAMES = ["label", ...Array.from({ length: 784 }, (_, i) => `pixel${i}`)];
