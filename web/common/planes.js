/**
 * Lines and planes through the space of a network's parameters. A plane is an origin and two
 * directions; a point of it is origin + a·u + b·v.
 *
 * @typedef {{ origin: Float32Array, u: Float32Array, v: Float32Array }} Plane
 *
 * @typedef {object} Place
 * @property {number} a @property {number} b  of the foot of the perpendicular on the plane
 * @property {number} away  length of the perpendicular
 * @property {number} distance  from the origin
 */
import { places, weightsOf } from "./parameters.js";
import { uniform } from "./random.js";

/** A direction shorter than this part of another one is rounding, no direction. */
const LEAST = 1e-4;
/** Steps of the power iteration, at most; it ends with a change of the vector below STILL. */
const ITERATIONS = 400;
const STILL = 1e-9;

/** @param {ArrayLike<number>} x @param {ArrayLike<number>} y */
export function dot(x, y) {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i] * y[i];
  return sum;
}

/** @param {ArrayLike<number>} x */
export const lengthOf = (x) => Math.sqrt(dot(x, x));

/** x + t·y @param {Float32Array} x @param {number} t @param {ArrayLike<number>} y */
export function moved(x, t, y) {
  const to = new Float32Array(x.length);
  for (let i = 0; i < to.length; i++) to[i] = x[i] + t * y[i];
  return to;
}

/**
 * The parameters at a point of the plane.
 * @param {Plane} plane @param {number} a @param {number} b
 */
export function pointOf({ origin, u, v }, a, b) {
  return origin.map((value, i) => value + a * u[i] + b * v[i]);
}

/**
 * Projects parameters on the plane, whose directions need be neither of length 1 nor perpendicular.
 * @param {Plane} plane
 * @returns {(parameters: ArrayLike<number>) => Place}
 */
export function projectionOn({ origin, u, v }) {
  const [uu, uv, vv] = [dot(u, u), dot(u, v), dot(v, v)];
  const area = uu * vv - uv * uv;
  return (parameters) => {
    let [du, dv, dd] = [0, 0, 0];
    for (let i = 0; i < origin.length; i++) {
      const d = parameters[i] - origin[i];
      du += d * u[i];
      dv += d * v[i];
      dd += d * d;
    }
    const [a, b] = [(vv * du - uv * dv) / area, (uu * dv - uv * du) / area];
    const away = Math.sqrt(Math.max(0, dd - a * du - b * dv));
    return { a, b, away, distance: Math.sqrt(dd) };
  };
}

/**
 * The plane through three points, its directions perpendicular and of length 1; null when they lie
 * on one line.
 * @param {Float32Array} from  its origin @param {Float32Array} to  where u points
 * @param {Float32Array} third
 * @returns {Plane | null}
 */
export function planeThrough(from, to, third) {
  const u = unit(moved(to, -1, from));
  const side = moved(third, -1, from);
  if (!u) return null;
  const rest = moved(side, -dot(side, u), u);
  const v = lengthOf(rest) > LEAST * lengthOf(side) ? unit(rest) : null;
  return v && { origin: from, u, v };
}

/** @param {Float32Array} x @returns {Float32Array | null} null when it is zero */
function unit(x) {
  const length = lengthOf(x);
  return length > 0 ? x.map((value) => value / length) : null;
}

/**
 * The point that is farthest from the straight line between two of them; its index.
 * @param {readonly Float32Array[]} points @param {Float32Array} from @param {Float32Array} to
 */
export function farthestFromLine(points, from, to) {
  const u = unit(moved(to, -1, from)) ?? to;
  const away = points.map((point) => {
    let [along, squared] = [0, 0];
    for (let i = 0; i < u.length; i++) {
      const d = point[i] - from[i];
      along += d * u[i];
      squared += d * d;
    }
    return squared - along ** 2;
  });
  return away.indexOf(Math.max(...away));
}

/**
 * The two main directions of a cloud of points, through its middle: principal components, from the
 * matrix of the points' dot products, which is much smaller than that of the parameters'.
 * @param {readonly Float32Array[]} points
 * @param {() => Promise<void>} rest  called now and then
 * @returns {Promise<Plane | null>} null when the points lie on one line
 */
export async function mainDirections(points, rest) {
  const origin = meanOf(points);
  const sides = points.map((point) => moved(point, -1, origin));
  const gram = sides.map(() => new Float64Array(sides.length));
  for (const [i, side] of sides.entries()) {
    for (let j = 0; j <= i; j++) gram[i][j] = gram[j][i] = dot(side, sides[j]);
    await rest();
  }
  const first = principal(gram);
  const second = principal(gram, first);
  const [u, v] = [first, second].map((weights) => unit(weighted(sides, weights)));
  return u && v && second.value > LEAST ** 2 * first.value ? { origin, u, v } : null;
}

/** @typedef {{ value: number, vector: Float64Array }} Principal */

/**
 * The largest eigenvalue of a symmetric matrix and its vector of length 1; with `found`, of what is
 * perpendicular to that.
 * @param {Float64Array[]} matrix @param {Principal} [found]
 * @returns {Principal}
 */
function principal(matrix, found) {
  let vector = Float64Array.from(matrix, (_, i) => 1 + (i % 7) - i / matrix.length);
  let value = 0;
  for (let step = 0; step < ITERATIONS; step++) {
    if (found) {
      const along = dot(vector, found.vector);
      vector = vector.map((x, i) => x - along * found.vector[i]);
    }
    const next = Float64Array.from(matrix, (row) => dot(row, vector));
    value = lengthOf(next);
    if (!value) break;
    const before = vector;
    vector = next.map((x) => x / value);
    if (lengthOf(vector.map((x, i) => x - before[i])) < STILL) break;
  }
  return { value, vector };
}

/** @param {readonly Float32Array[]} points @param {Principal} weights */
function weighted(points, { vector }) {
  const sum = new Float64Array(points[0].length);
  for (const [k, point] of points.entries())
    for (let i = 0; i < sum.length; i++) sum[i] += vector[k] * point[i];
  return Float32Array.from(sum);
}

/** @param {readonly Float32Array[]} points */
function meanOf(points) {
  const vector = Float64Array.from(points, () => 1 / points.length);
  return weighted(points, { value: 1, vector });
}

/**
 * The fraction of the variance of these points that the plane holds, 0…1.
 * @param {Plane} plane @param {readonly Float32Array[]} points
 */
export function varianceHeld(plane, points) {
  const origin = meanOf(points);
  const project = projectionOn({ ...plane, origin });
  let [missed, all] = [0, 0];
  for (const point of points) {
    const { away, distance } = project(point);
    missed += away ** 2;
    all += distance ** 2;
  }
  return all > 0 ? Math.max(0, 1 - missed / all) : 0;
}

/**
 * Two random directions, normalised neuron by neuron: the weights into a neuron are as long as the
 * network's own, and biases stay (Li et al. 2018).
 * @param {Float32Array} parameters @param {readonly number[]} layers @param {number} seed
 * @returns {Plane}
 */
export function randomPlane(parameters, layers, seed) {
  const gauss = gaussian(seed);
  const direction = () => {
    const values = new Float32Array(parameters.length);
    for (const place of places([...layers])) {
      for (let neuron = 0; neuron < place.outputs; neuron++) {
        const own = weightsOf(parameters, place, neuron);
        const row = weightsOf(values, place, neuron);
        row.set(row.map(gauss));
        const factor = lengthOf(own) / lengthOf(row);
        row.set(row.map((value) => value * factor));
      }
    }
    return values;
  };
  return { origin: parameters, u: direction(), v: direction() };
}

/** Normally distributed numbers, the same for the same seed. @param {number} seed */
function gaussian(seed) {
  const next = uniform(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
}
