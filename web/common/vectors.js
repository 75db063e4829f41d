/** Small questions about lists of numbers. */

/** @param {ArrayLike<number>} values @returns {number} index of the largest; the first of equals */
export function argmax(values) {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[best]) best = i;
  return best;
}

/**
 * Largest absolute value; 0 of an empty list, NaN when there is one.
 * @param {ArrayLike<number>} values
 */
export function maxAbs(values) {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    if (size <= most) continue;
    if (Number.isNaN(size)) return size;
    most = size;
  }
  return most;
}

/** Are all of them numbers, none infinite? @param {Float32Array} values */
export function areFinite(values) {
  return values.every(Number.isFinite);
}

/**
 * Indices of at most `most` of so many, the first and the last among them.
 * @param {number} count @param {number} most
 */
export function thinned(count, most) {
  const size = Math.min(count, most);
  return Array.from({ length: size }, (_, i) => Math.round((i * (count - 1)) / (size - 1 || 1)));
}
