/**
 * A picture of costs on a plane as it arrives: the frame first, then finer and finer grids.
 *
 * @typedef {import("./queries.js").Frame} Frame
 * @typedef {import("./queries.js").Picture} Picture
 * @typedef {Frame & { shape: string, side: number, costs: Float64Array }} Landscape  shape: of the
 *   network and its digits, which the costs hold for
 *
 * @typedef {{ i: number, j: number }} Cell  column and row of the finest grid, from a's and b's
 *   least on
 */

/** Levels of cost, at most. */
const MOST_LEVELS = 12;
/** A range wider than this has levels at equal ratios. */
const WIDE = 4;
/** Steps between levels, as parts of a power of ten, dense to sparse. */
const RATIOS = [[1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8], [1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

/** The lowest and the highest cost. @param {Landscape} land */
export function rangeOf({ costs }) {
  let [low, high] = [Infinity, -Infinity];
  for (const cost of costs) {
    if (cost < low) low = cost;
    if (cost > high && cost < Infinity) high = cost;
  }
  return { low, high };
}

/**
 * Round costs for contours, ascending: at equal ratios where the range is wide, else at equal
 * distances.
 * @param {number} low @param {number} high
 */
export function levelsOf(low, high) {
  const floor = Math.max(low, high / 1e6);
  if (!(high > floor)) return [];
  const isInside = (/** @type {number} */ level) => level > floor && level < high;
  const choices =
    high / floor > WIDE ? RATIOS.map((steps) => powers(floor, high, steps)) : evenly(floor, high);
  const inside = choices.map((levels) => levels.filter(isInside));
  return inside.find((levels) => levels.length <= MOST_LEVELS) ?? inside[inside.length - 1];
}

/** @param {number} low @param {number} high @param {number[]} steps */
function powers(low, high, steps) {
  const [first, last] = [low, high].map((cost) => Math.floor(Math.log10(cost)));
  return Array.from({ length: last - first + 1 }, (_, k) =>
    steps.map((step) => Number((step * 10 ** (first + k)).toPrecision(2))),
  ).flat();
}

/** @param {number} low @param {number} high */
function evenly(low, high) {
  const power = 10 ** Math.floor(Math.log10((high - low) / MOST_LEVELS));
  return [1, 2, 5, 10].map((step) => {
    const size = step * power;
    const first = Math.ceil(low / size);
    const length = Math.floor(high / size) - first + 1;
    return Array.from({ length }, (_, k) => Number(((first + k) * size).toPrecision(6)));
  });
}

/**
 * The cell of the finest grid nearest to a place, which may lie outside.
 * @param {Frame} frame @param {{ a: number, b: number }} place @returns {Cell}
 */
export function cellAt({ as, bs }, { a, b }) {
  return {
    i: Math.round(fractionOf(as, a) * (as.length - 1)),
    j: Math.round(fractionOf(bs, b) * (bs.length - 1)),
  };
}

/**
 * How far along an axis a value is; 0…1 inside.
 * @param {Float32Array} axis @param {number} value
 */
export function fractionOf(axis, value) {
  return (value - axis[0]) / (axis[axis.length - 1] - axis[0]);
}

/** Is the place in the square? @param {Frame} frame @param {{ a: number, b: number }} place */
export function isInside({ as, bs }, { a, b }) {
  return [fractionOf(as, a), fractionOf(bs, b)].every((part) => part >= 0 && part <= 1);
}

/**
 * The nearest cell whose cost is known, within the window.
 * @param {Landscape} land @param {Cell} cell @returns {Cell}
 */
export function knownCell({ as, side }, { i, j }) {
  const step = (as.length - 1) / (side - 1);
  const near = (/** @type {number} */ at) =>
    Math.min(as.length - 1, Math.max(0, Math.round(at / step) * step));
  return { i: near(i), j: near(j) };
}

/** @param {Landscape} land @param {Cell} cell  known */
export function costOf({ as, side, costs }, { i, j }) {
  const step = (as.length - 1) / (side - 1);
  return costs[(j / step) * side + i / step];
}
