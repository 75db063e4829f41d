/**
 * The curve, the ball's path on it, the tangent and the next step.
 *
 * @typedef {import("./functions-draw.js").XY} XY
 *
 * @typedef {object} Scene
 * @property {import("./functions.js").Curve} curve
 * @property {number[]} trail
 * @property {number} rate
 * @property {import("./one-input-words.js").End[]} ends
 */
import { withMinus } from "../../common/numbers.js";
import * as texts from "../../texts/en/downhill-functions.js";
import { context, sizeIn } from "../../ui/canvas.js";
import { colours, css } from "../../ui/colors.js";
import { HIGHEST, isOnCurve, RANGE } from "./functions.js";
import { arrow, dot, label, line, tone } from "./functions-draw.js";

/** Units of w and C that the plot shows beyond the curve. */
const [SIDE, BELOW, ABOVE] = [0.45, 1.2, 0.6];
const SPAN = 2 * (RANGE + SIDE);
const HEIGHT = HIGHEST + BELOW + ABOVE;
/** Steps that are drawn. */
const RECENT = 300;
/** An earlier end is named where it is this far from the ball, CSS pixels. */
const EARLIER = 40;
/** From an end of the tangent to its name; and from there to other marks. */
const AROUND = /** @type {const} */ ([
  [0, -14],
  [30, 0],
  [-30, 0],
  [0, 16],
  [26, -18],
  [26, 18],
]);
const CLEAR = 26;
/** Half of the tangent, CSS pixels. */
const TANGENT = 90;

/** Fractions of the plot's width and height. @param {number} w @param {number} cost */
export function placeOf(w, cost) {
  return [(w + RANGE + SIDE) / SPAN, (HIGHEST + ABOVE - cost) / HEIGHT];
}

/** w and C at a pointer. @param {PointerEvent} event @param {Element} plot */
export function valuesAt({ clientX, clientY }, plot) {
  const { left, top, width, height } = plot.getBoundingClientRect();
  return [
    ((clientX - left) / width) * SPAN - RANGE - SIDE,
    HIGHEST + ABOVE - ((clientY - top) / height) * HEIGHT,
  ];
}

/** @typedef {(w: number, cost: number) => XY} ToPixels */

/** @param {HTMLCanvasElement} canvas @param {Scene} scene */
export function paintCurve(canvas, scene) {
  const { pen, width, height } = context(canvas);
  /** @type {ToPixels} */
  const at = (w, cost) => {
    const [x, y] = placeOf(w, cost);
    return [x * width, y * height];
  };
  const { curve, trail, ends } = scene;
  const { text, quiet, well } = colours();
  paintAxes(pen, at);
  const shape = Array.from({ length: 321 }, (_, i) => {
    const w = (i / 160 - 1) * RANGE;
    return at(w, curve.cost(w));
  });
  line(pen, shape, css(text), { width: 2.5 });
  const [ball] = at(trail[trail.length - 1], 0);
  for (const { w } of ends) {
    const [x, y] = at(w, curve.cost(w));
    dot(pen, [x, y], 7, css(well), css(quiet));
    if (Math.abs(x - ball) > EARLIER) label(pen, texts.earlier, [x, y + 20]);
  }
  paintTrail(pen, at, scene);
  if (isOnCurve(trail[trail.length - 1])) paintStep(pen, at, scene);
}

/** @param {CanvasRenderingContext2D} pen @param {ToPixels} at */
function paintAxes(pen, at) {
  const grid = css(colours().line);
  for (let cost = 0; cost <= HIGHEST; cost++) {
    line(pen, [at(-RANGE, cost), at(RANGE, cost)], grid);
    const [x, y] = at(-RANGE, cost);
    label(pen, cost === HIGHEST ? "C" : String(cost), [x - 12, y], { align: "right" });
  }
  for (let w = -RANGE; w <= RANGE; w += 2) {
    label(pen, w === RANGE ? "w" : withMinus(String(w)), at(w, 0.35 - BELOW));
  }
}

/**
 * From each position to the next: along the step, then to the curve.
 * @param {CanvasRenderingContext2D} pen @param {ToPixels} at @param {Scene} scene
 */
function paintTrail(pen, at, { curve, trail }) {
  const recent = trail.slice(-RECENT);
  const path = recent.flatMap((w, i) => {
    const before = curve.cost(recent[i - 1] ?? w);
    return isOnCurve(w) ? [at(w, before), at(w, curve.cost(w))] : [at(w, before)];
  });
  line(pen, path, css(colours().mark), { dash: [2, 3] });
  for (const w of recent) if (isOnCurve(w)) dot(pen, at(w, curve.cost(w)), 3, css(colours().text));
}

/** @param {CanvasRenderingContext2D} pen @param {ToPixels} at @param {Scene} scene */
function paintStep(pen, at, { curve, trail, rate }) {
  const w = trail[trail.length - 1];
  const [cost, slope] = [curve.cost(w), curve.slope(w)];
  const ball = at(w, cost);
  const [x, y] = at(w + 1, cost + slope);
  const scale = TANGENT / Math.hypot(x - ball[0], y - ball[1]);
  const [dx, dy] = [(x - ball[0]) * scale, (y - ball[1]) * scale];
  const signs = colours();
  const uphill = css(signs[tone(slope)]);
  const ends = /** @type {const} */ ([-1, 1]).map(
    (side) => /** @type {XY} */ ([ball[0] + side * dx, ball[1] + side * dy]),
  );
  line(pen, ends, uphill, { width: 2 });
  const step = -rate * slope;
  // Far outside the plot is as good as anywhere: a canvas has its limits.
  const next = w + Math.max(-3 * RANGE, Math.min(3 * RANGE, step));
  const tip = at(next, cost);
  const colour = css(signs[tone(step)]);
  if (isOnCurve(next)) line(pen, [tip, at(next, curve.cost(next))], colour, { dash: [4, 4] });
  arrow(pen, ball, tip, colour);
  const taken = marksOf(curve, at);
  paintNames(pen, { ball, tip, ends, uphill, colour, taken });
}

/** Where there are the curve and numbers. @param {Scene["curve"]} curve @param {ToPixels} at */
function marksOf(curve, at) {
  const ws = Array.from({ length: 8 * RANGE + 1 }, (_, i) => i / 4 - RANGE);
  const costs = Array.from({ length: HIGHEST + 1 }, (_, cost) => at(-RANGE, cost));
  return [
    ...ws.map((w) => at(w, curve.cost(w))),
    ...costs.map(([x, y]) => /** @type {XY} */ ([x - 12, y])),
  ];
}

/**
 * The tangent is named beside one of its ends, rather at the side that the step does not take.
 * @param {CanvasRenderingContext2D} pen
 * @param {object} marks
 * @param {XY} marks.ball
 * @param {XY} marks.tip  of the step
 * @param {XY[]} marks.ends  of the tangent, the left one first
 * @param {string} marks.uphill  colour of the slope
 * @param {string} marks.colour  of the step
 * @param {XY[]} marks.taken  other marks
 */
function paintNames(pen, { ball, tip, ends, uphill, colour, taken }) {
  const shown = Math.max(0, Math.min(sizeIn(pen.canvas).width, tip[0]));
  /** @type {XY} */
  const step = [(ball[0] + shown) / 2, ball[1] - 14];
  const isLong = Math.abs(tip[0] - ball[0]) >= 24;
  const sides = tip[0] > ball[0] ? ends : [...ends].reverse();
  const all = [...taken, ball, ...(isLong ? [step] : [])];
  label(pen, texts.slope, freePlace(pen, sides, all), { colour: uphill });
  if (isLong) label(pen, texts.aStep, step, { colour });
}

/**
 * A place for a short name around one of the points: the first that is clear of all that is there,
 * or else the clearest.
 * @param {CanvasRenderingContext2D} pen @param {XY[]} points @param {XY[]} taken
 */
function freePlace({ canvas }, points, taken) {
  const { width, height } = sizeIn(canvas);
  const places = points.flatMap(([x, y]) =>
    AROUND.map(([dx, dy]) => /** @type {XY} */ ([x + dx, y + dy])),
  );
  // A name is wider than high.
  const clearance = (/** @type {XY} */ [x, y]) =>
    Math.min(
      x - 8,
      width - 8 - x,
      ...[y, height - y].map((far) => 1.6 * far),
      ...taken.map(([tx, ty]) => Math.hypot(tx - x, 1.6 * (ty - y))),
    );
  const clear = places.find((place) => clearance(place) > CLEAR);
  return clear ?? places.reduce((a, b) => (clearance(b) > clearance(a) ? b : a));
}
