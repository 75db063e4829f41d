/**
 * The invented functions: a curve of one input that is bent by hand, and surfaces of two inputs,
 * each with its exact derivatives.
 *
 * @typedef {[number, number]} Point  w₁, w₂
 *
 * @typedef {object} Curve
 * @property {(w: number) => number} cost  NaN outside the range
 * @property {(w: number) => number} slope  C′(w)
 * @property {(w: number) => number} bend  C″(w)
 *
 * @typedef {object} Surface
 * @property {(at: Point) => number} cost
 * @property {(at: Point) => Point} gradient
 * @property {(at: Point) => Point} bends  eigenvalues of the Hessian, the smaller one first
 * @property {Point} start  from where something can be seen
 * @property {number} rate  learning rate to begin with
 * @property {number} spacing  1: its contours are at equal steps of C; 2: closer together near the
 *   bottom
 */

/** Of w on the curve. The control points are at the whole numbers. */
export const RANGE = 4;
/** Control points are between 0 and this. */
export const HIGHEST = 4;

/** Heights of the control points at w = −4, −3 … 4. */
export const CURVES = {
  bowl: { points: [4, 2.25, 1, 0.25, 0, 0.25, 1, 2.25, 4], start: -3.4 },
  valleys: {
    points: [3.7, 2, 0.9, 1.3, 2.2, 1.3, 0.2, 1, 3.4],
    start: -3.4,
  },
  plateau: {
    points: [3.8, 2.9, 2.5, 2.4, 2.35, 2.2, 1.2, 0.3, 1.6],
    start: -3.4,
  },
  wall: { points: [2.5, 2.1, 1.7, 1.3, 0.9, 0.5, 0.2, 3.6, 4], start: -3.4 },
};

/**
 * A smooth curve through the control points: in each interval a cubic that has, at its ends, the
 * slope from the point before to the point after (Catmull and Rom, 1974).
 * @param {readonly number[]} points  heights at w = −RANGE … RANGE
 * @returns {Curve}
 */
export function curveThrough(points) {
  const last = points.length - 1;
  const slopes = points.map((_, i) => {
    const [from, to] = [Math.max(0, i - 1), Math.min(last, i + 1)];
    return (points[to] - points[from]) / (to - from);
  });
  /** c₀ + c₁t + c₂t² + c₃t³, t in 0…1. */
  const cubics = slopes.slice(1).map((end, i) => {
    const rise = points[i + 1] - points[i];
    return [points[i], slopes[i], 3 * rise - 2 * slopes[i] - end, slopes[i] + end - 2 * rise];
  });
  /** @param {(c: number[], t: number) => number} value */
  const piecewise = (value) => (/** @type {number} */ w) => {
    if (!isOnCurve(w)) return Number.NaN;
    const i = Math.min(last - 1, Math.floor(w + RANGE));
    return value(cubics[i], w + RANGE - i);
  };
  return {
    cost: piecewise(([a, b, c, d], t) => a + t * (b + t * (c + t * d))),
    slope: piecewise(([, b, c, d], t) => b + t * (2 * c + t * 3 * d)),
    bend: piecewise(([, , c, d], t) => 2 * c + t * 6 * d),
  };
}

/** @param {number} w */
export function isOnCurve(w) {
  return Math.abs(w) <= RANGE;
}

/** The map of two inputs shows −2…2 by −1.5…1.5. */
export const MAP = /** @type {const} */ ([2, 1.5]);

/** @param {Point} at */
export function isOnMap([x, y]) {
  return Math.abs(x) <= MAP[0] && Math.abs(y) <= MAP[1];
}

/**
 * C = ½(a x² + b y²): its gradient and its Hessian are simple.
 * @param {number} a @param {number} b
 */
function quadratic(a, b) {
  return {
    cost: (/** @type {Point} */ [x, y]) => (a * x * x + b * y * y) / 2,
    gradient: (/** @type {Point} */ [x, y]) => /** @type {Point} */ ([a * x, b * y]),
    bends: () => /** @type {Point} */ ([Math.min(a, b), Math.max(a, b)]),
  };
}

/** @type {Record<string, Surface>} */
export const SURFACES = {
  bowl: { ...quadratic(1, 1.6), start: [-1.1, 0.6], rate: 0.2, spacing: 2 },
  ravine: { ...quadratic(0.4, 8), start: [-1.4, 0.6], rate: 0.2, spacing: 2 },
  saddle: { ...quadratic(1, -1), start: [-1.1, 0.02], rate: 0.1, spacing: 1 },
  minima: {
    cost: ([x, y]) => (x * x - 1) ** 2 / 2 + (y * y) / 2 + (x + 1.08) / 6,
    gradient: ([x, y]) => [2 * x * (x * x - 1) + 1 / 6, y],
    bends: ([x]) => {
      const bend = 6 * x * x - 2;
      return [Math.min(bend, 1), Math.max(bend, 1)];
    },
    start: [0.4, 0.8],
    rate: 0.1,
    spacing: 2,
  },
};
