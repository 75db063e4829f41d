// What is printed: lines for people, or JSON, on standard output; how far it is, on standard error.

import { clearLine, cursorTo } from "node:readline";
import { SIDE } from "../web/common/images.js";

/**
 * @typedef {object} Output
 * @property {(...lines: string[]) => void} say for people, not with --json
 * @property {(record: Record<string, unknown>) => void} record one object, with --json
 * @property {(sentence: string) => void} tell what is going on, beside the result
 * @property {(...sentences: string[]) => void} note what should be known of the result: said, or,
 *   with --json, told
 * @property {(total: number) => Progress} progress
 *
 * @typedef {object} Progress
 * @property {(done: number, words: string) => void} at
 * @property {() => void} end the line is free again
 */

/** Characters of a bar. */
const BAR = 12;

/**
 * On a terminal one line that is written over and over; else nothing.
 * @param {number} total @returns {Progress}
 */
function progressOf(total) {
  const { stderr } = process;
  if (!stderr.isTTY) return { at() {}, end() {} };
  const clear = () => {
    cursorTo(stderr, 0);
    clearLine(stderr, 0);
  };
  const at = (/** @type {number} */ done, /** @type {string} */ words) => {
    const full = Math.round((BAR * done) / total);
    clear();
    const line = `${"█".repeat(full)}${"░".repeat(BAR - full)} ${words}`;
    stderr.write(line.slice(0, stderr.columns - 1));
  };
  return { at, end: clear };
}

/** @param {{ json?: boolean }} options @returns {Output} */
export function outputOf({ json: isJson = false }) {
  return {
    say: (...lines) => {
      if (!isJson) process.stdout.write(`${lines.join("\n")}\n`);
    },
    record: (record) => {
      if (isJson) process.stdout.write(`${JSON.stringify(record)}\n`);
    },
    tell: (sentence) => void process.stderr.write(`${sentence}\n`),
    note: (...sentences) => {
      const stream = isJson ? process.stderr : process.stdout;
      for (const sentence of sentences) stream.write(`${sentence}\n`);
    },
    progress: progressOf,
  };
}

/**
 * Rows in columns as wide as their widest text, the first to the left, the others to the right.
 * @param {readonly (readonly string[])[]} rows @returns {string[]} lines
 */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((text, i) => (i ? text.padStart(widths[i]) : text.padEnd(widths[i])))
      .join("  ")
      .trimEnd(),
  );
}

/**
 * An image as text, two characters a pixel.
 * @param {Uint8Array | Float32Array} pixels 784, in 0…255 or in 0…1
 */
export function drawn(pixels) {
  const shades = " ░▒▓█";
  const full = pixels instanceof Uint8Array ? 255 : 1;
  const shade = (/** @type {number} */ value) => shades[Math.floor((4.99 * value) / full)];
  const lines = [];
  for (let row = 0; row < SIDE; row += 1) {
    let line = "";
    for (let column = 0; column < SIDE; column += 1) {
      line += shade(pixels[row * SIDE + column]).repeat(2);
    }
    lines.push(`  ${line}`.trimEnd());
  }
  return lines.join("\n").replace(/^\n+|\s+$/g, "");
}
