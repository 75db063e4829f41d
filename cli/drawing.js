// Drawings as SVG paths.

import SvgPath from "svgpath";

/**
 * @typedef {import("../wasm/engine.js").Stroke} Stroke
 */

/** Points of a curve. */
const POINTS = 16;
/** Of a coordinate. */
const LARGEST = 1e9;

/**
 * A point of a Bézier curve (de Casteljau).
 * @param {[number, number][]} points @param {number} t 0…1 @returns {[number, number]}
 */
function between(points, t) {
  if (points.length === 1) return points[0];
  const next = points.slice(1).map(([x, y], i) => {
    const [fromX, fromY] = points[i];
    return /** @type {[number, number]} */ ([fromX + t * (x - fromX), fromY + t * (y - fromY)]);
  });
  return between(next, t);
}

/** What the library says is wrong; its types leave it out. @typedef {{ err?: string }} Parsed */

/**
 * The strokes of a path, y down: each subpath is one. Throws an error that says what is wrong.
 * @param {string} path what `d` is in SVG @returns {Stroke[]}
 */
export function strokesOf(path) {
  const parsed = SvgPath.from(path);
  const { err } = /** @type {Parsed} */ (parsed);
  if (err) throw new Error(`--path: not an SVG path: ${err.replace(/^SvgPath: /, "")}`);
  /** @type {Stroke[]} */
  const strokes = [];
  const curves = parsed.abs().unshort().unarc();
  curves.iterate((segment, _, x, y) => {
    const command = segment[0];
    const numbers = /** @type {number[]} */ (/** @type {unknown} */ (segment.slice(1)));
    const stroke = strokes.at(-1) ?? [];
    if (command === "M") strokes.push([[numbers[0], numbers[1]]]);
    else if (command === "Z") stroke.push(stroke[0]);
    else if (command === "H") stroke.push([numbers[0], y]);
    else if (command === "V") stroke.push([x, numbers[0]]);
    else stroke.push(...curve([x, y], numbers));
  });
  // As in SVG: where a pen is only put down, nothing is drawn.
  const drawn = strokes.filter(({ length }) => length > 1);
  if (!drawn.length)
    throw new Error("--path: there is no stroke in it: M x y begins one, L x y draws");
  const isUsual = drawn.flat(2).every((value) => Math.abs(value) < LARGEST);
  if (!isUsual) throw new Error(`--path: expected numbers below ${LARGEST}`);
  return drawn;
}

/**
 * @param {[number, number]} from @param {number[]} numbers pairs, the last its end
 * @returns {[number, number][]} without `from`
 */
function curve(from, numbers) {
  const points = [from];
  for (let i = 0; i < numbers.length; i += 2) points.push([numbers[i], numbers[i + 1]]);
  if (points.length === 2) return points.slice(1);
  return Array.from({ length: POINTS }, (_, i) => between(points, (i + 1) / POINTS));
}
