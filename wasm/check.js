// Checks of what callers pass in. Each throws before the engine is touched, and names what it
// expected and what it got.

import { pixels as pixelCount } from "../build/tables.js";

/** @param {unknown} value */
export function shown(value) {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "object" && value !== null) return value.constructor?.name ?? "an object";
  return String(value);
}

/**
 * A whole number within bounds.
 * @param {string} name @param {unknown} value @param {number} low @param {number} high
 * @returns {number}
 */
export function integer(name, value, low, high) {
  if (typeof value !== "number")
    throw new TypeError(`${name}: expected a number, got ${shown(value)}`);
  if (!Number.isInteger(value) || value < low || value > high) {
    throw new RangeError(`${name}: expected a whole number from ${low} to ${high}, got ${value}`);
  }
  return value;
}

/**
 * A finite number within bounds.
 * @param {string} name @param {unknown} value @param {number} low @param {number} high
 * @returns {number}
 */
export function real(name, value, low, high) {
  if (typeof value !== "number")
    throw new TypeError(`${name}: expected a number, got ${shown(value)}`);
  if (!(value >= low && value <= high)) {
    throw new RangeError(`${name}: expected a number from ${low} to ${high}, got ${value}`);
  }
  return value;
}

/**
 * The place of `value` in a list of names.
 * @param {string} name @param {unknown} value @param {readonly string[]} names
 * @returns {number}
 */
export function oneOf(name, value, names) {
  const index = names.indexOf(/** @type {string} */ (value));
  if (index < 0)
    throw new RangeError(`${name}: expected one of ${names.join(", ")}, got ${shown(value)}`);
  return index;
}

/**
 * A text, which ends where it ends: no zero in it.
 * @param {string} name
 * @param {unknown} value
 * @returns {string}
 */
export function text(name, value) {
  if (typeof value !== "string") {
    throw new TypeError(`${name}: expected a text, got ${shown(value)}`);
  }
  if (value.includes("\0")) throw new RangeError(`${name}: expected a text without U+0000`);
  return value;
}

/** A seed: a whole number from 0 to 2⁵³−1. @param {unknown} value @returns {number} */
export function seed(value) {
  return integer("seed", value, 0, Number.MAX_SAFE_INTEGER);
}

/**
 * Labels of digits, 0–9.
 * @param {string} name
 * @param {unknown} value
 * @param {number} length
 * @returns {Uint8Array}
 */
export function labels(name, value, length) {
  const checked = bytes(name, value, length);
  const wrong = checked.findIndex((label) => label > 9);
  if (wrong >= 0)
    throw new RangeError(`${name}: expected 0 to 9, got ${checked[wrong]} at ${wrong}`);
  return checked;
}

/**
 * Bytes of a given length, or of any length.
 * @param {string} name @param {unknown} value @param {number} [length]
 * @returns {Uint8Array}
 */
export function bytes(name, value, length) {
  if (!(value instanceof Uint8Array)) {
    throw new TypeError(`${name}: expected a Uint8Array, got ${shown(value)}`);
  }
  if (length !== undefined && value.length !== length) {
    throw new RangeError(`${name}: expected ${length} bytes, got ${value.length}`);
  }
  return value;
}

/**
 * Finite floats, that many of them.
 * @param {string} name @param {unknown} value @param {number} length
 * @returns {Float32Array}
 */
export function floats(name, value, length) {
  if (!(value instanceof Float32Array)) {
    throw new TypeError(`${name}: expected a Float32Array, got ${shown(value)}`);
  }
  if (value.length !== length) {
    throw new RangeError(`${name}: expected ${length} values, got ${value.length}`);
  }
  const wrong = value.findIndex((number) => !Number.isFinite(number));
  if (wrong >= 0) throw new RangeError(`${name}: value ${wrong} is ${value[wrong]}, not finite`);
  return value;
}

/**
 * A part of `total` images: from…from+count−1, to the end by default.
 * @param {string} name @param {{ from?: number, count?: number }} value @param {number} total
 * @param {readonly string[]} [others] other options that there may be
 */
export function range(name, value, total, others = []) {
  options(name, value, ["from", "count", ...others]);
  const from = integer("from", value.from ?? 0, 0, total);
  return { from, count: integer("count", value.count ?? total - from, 0, total - from) };
}

/**
 * Pixels: floats in 0…1 or bytes in 0…255, a whole number of 28×28 images.
 * @param {unknown} value @param {number} [count] images expected
 * @returns {Float32Array | Uint8Array}
 */
export function pixels(value, count) {
  if (!(value instanceof Float32Array) && !(value instanceof Uint8Array)) {
    throw new TypeError(`pixels: expected a Float32Array or Uint8Array, got ${shown(value)}`);
  }
  const length =
    count === undefined ? Math.ceil(value.length / pixelCount) * pixelCount : count * pixelCount;
  if (value.length !== length) {
    throw new RangeError(`pixels: expected ${length} values, got ${value.length}`);
  }
  return value;
}

/**
 * An object with something in it, whatever that is.
 * @template T
 * @param {string} name @param {T} value @param {string} [expected]
 * @returns {T}
 */
export function object(name, value, expected = "an object") {
  if (typeof value !== "object" || value === null) {
    throw new TypeError(`${name}: expected ${expected}, got ${shown(value)}`);
  }
  return value;
}

/**
 * Only known options, so that a misspelt one does not go unnoticed.
 * @param {string} name @param {unknown} value @param {readonly string[]} known
 */
export function options(name, value, known) {
  for (const key of Object.keys(Object(object(name, value, "an object of options")))) {
    if (!known.includes(key)) {
      throw new TypeError(`${name}: unknown option ${shown(key)}; known are ${known.join(", ")}`);
    }
  }
}

/**
 * Strokes: arrays of points, which are pairs of numbers.
 * @param {unknown} value
 * @returns {[number, number][][]}
 */
export function strokes(value) {
  if (!Array.isArray(value)) {
    throw new TypeError(`strokes: expected an array of strokes, got ${shown(value)}`);
  }
  for (const [s, stroke] of value.entries()) {
    if (!Array.isArray(stroke)) {
      throw new TypeError(`strokes[${s}]: expected an array of points, got ${shown(stroke)}`);
    }
    for (const point of stroke) {
      const isPair = Array.isArray(point) && point.length === 2;
      if (!isPair || typeof point[0] !== "number" || typeof point[1] !== "number") {
        throw new TypeError(`strokes[${s}]: expected [x, y] points, got ${shown(point)}`);
      }
    }
  }
  return value;
}
