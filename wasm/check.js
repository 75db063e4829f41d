// Checks of what callers pass in. Each throws before the engine is touched, and names what it expected and what it got.

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

/** A seed: a whole number from 0 to 2⁵³−1. @param {unknown} value @returns {number} */
export function seed(value) {
  return integer("seed", value, 0, Number.MAX_SAFE_INTEGER);
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
 * Pixels: floats in 0…1 or bytes in 0…255, a whole number of 28×28 images.
 * @param {unknown} value @param {number} [count] images expected
 * @returns {Float32Array | Uint8Array}
 */
export function pixels(value, count) {
  if (!(value instanceof Float32Array) && !(value instanceof Uint8Array)) {
    throw new TypeError(`pixels: expected a Float32Array or Uint8Array, got ${shown(value)}`);
  }
  const length = count === undefined ? Math.ceil(value.length / 784) * 784 : count * 784;
  if (value.length !== length) {
    throw new RangeError(`pixels: expected ${length} values, got ${value.length}`);
  }
  return value;
}

/**
 * Only known options, so that a misspelt one does not go unnoticed.
 * @param {string} name @param {unknown} value @param {readonly string[]} known
 */
export function options(name, value, known) {
  if (typeof value !== "object" || value === null) {
    throw new TypeError(`${name}: expected an object of options, got ${shown(value)}`);
  }
  for (const key of Object.keys(value)) {
    if (!known.includes(key)) {
      throw new TypeError(`${name}: unknown option ${shown(key)}; known are ${known.join(", ")}`);
    }
  }
}
