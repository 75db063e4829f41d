/**
 * The contour map, the three paths, and the gradient where gradient descent has got to.
 *
 * @typedef {import("./functions.js").Point} Point
 * @typedef {import("./functions.js").Surface} Surface
 * @typedef {import("./functions-draw.js").XY} XY
 *
 * @typedef {object} Scene
 * @property {Surface} surface
 * @property {import("./descent.js").Path[]} paths  from one start
 */

import { contours } from "d3-contour";
import { withMinus } from "../../common/numbers.js";
import * as texts from "../../texts/en/downhill-functions.js";
import { context, sizeIn } from "../../ui/canvas.js";
import { colours, css, mix } from "../../ui/colors.js";
import { endOf, METHODS } from "./descent.js";
import { placesOfNames } from "./end-names.js";
import { isOnMap, MAP } from "./functions.js";
import { arrow, dot, label, labelFont, line } from "./functions-draw.js";

/** Cells of the grid that the contours are found on; a cell more on each side of the map. */
const CELLS = /** @type {const} */ ([128, 96]);
const LEVELS = 12;
/** CSS pixels of the arrows for |∇C| = 1, and at most; at most this part of the map's height. */
const [ARROW, LONGEST, PART] = [44, 110, 0.2];
/** Arrows below this have no name. */
const SHORT = 24;

/** Fractions of the map's width and height. @param {Point} at */
export function placeOf([x, y]) {
  return [(x / MAP[0] + 1) / 2, (1 - y / MAP[1]) / 2];
}

/** @param {PointerEvent} event @param {Element} plot @returns {Point} */
export function pointAt({ clientX, clientY }, plot) {
  const { left, top, width, height } = plot.getBoundingClientRect();
  return [
    (((clientX - left) / width) * 2 - 1) * MAP[0],
    (1 - ((clientY - top) / height) * 2) * MAP[1],
  ];
}

/** @param {HTMLCanvasElement} canvas @param {Scene} scene */
export function paintMap(canvas, { surface, paths }) {
  const { pen, width, height } = context(canvas);
  /** @type {(at: Point) => XY} */
  const at = (point) => {
    const [x, y] = placeOf(point);
    return [x * width, y * height];
  };
  paintContours(pen, surface, width, height);
  paintTicks(pen, at);
  for (const { points, method } of paths) {
    line(pen, points.map(at), css(colours().text), { width: 2, dash: METHODS[method].dash });
  }
  paintEnds(pen, at, paths);
  const end = endOf(paths[0]);
  if (isOnMap(end)) paintGradient(pen, at(end), surface.gradient(end));
}

/** @type {WeakMap<Surface, ReturnType<typeof contoursOf>>} */
const known = new WeakMap();

/** Polygons of the places with C above each level. @param {Surface} surface */
function contoursOf({ cost, spacing }) {
  const [columns, rows] = CELLS.map((cells) => cells + 2);
  const values = Array.from({ length: columns * rows }, (_, i) => {
    const [x, y] = [(i % columns) - 0.5, Math.floor(i / columns) - 0.5];
    return cost([(x / CELLS[0]) * 2 * MAP[0] - MAP[0], MAP[1] - (y / CELLS[1]) * 2 * MAP[1]]);
  });
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const levels = Array.from(
    { length: LEVELS },
    (_, i) => least + (most - least) * ((i + 1) / (LEVELS + 1)) ** spacing,
  );
  return contours().size([columns, rows]).thresholds(levels)(values);
}

/**
 * @param {CanvasRenderingContext2D} pen @param {Surface} surface @param {number} width
 * @param {number} height
 */
function paintContours(pen, surface, width, height) {
  const found = known.get(surface) ?? contoursOf(surface);
  known.set(surface, found);
  const { well, line: edge, raised } = colours();
  pen.lineWidth = 1;
  pen.strokeStyle = css(edge);
  for (const [i, { coordinates }] of found.entries()) {
    pen.beginPath();
    for (const ring of coordinates.flat()) {
      // The first cell is outside the map.
      for (const [k, [x, y]] of ring.entries()) {
        const to = /** @type {XY} */ ([
          ((x - 1) / CELLS[0]) * width,
          ((y - 1) / CELLS[1]) * height,
        ]);
        pen[k ? "lineTo" : "moveTo"](...to);
      }
    }
    pen.fillStyle = css(mix(well, raised, (i + 1) / LEVELS));
    pen.fill("evenodd");
    pen.stroke();
  }
}

/** @param {CanvasRenderingContext2D} pen @param {(at: Point) => XY} at */
function paintTicks(pen, at) {
  for (const x of [-1, 0, 1]) {
    label(pen, withMinus(String(x)), at([x, 0.08 - MAP[1]]));
    label(pen, withMinus(String(x)), at([0.07 - MAP[0], x]));
  }
  label(pen, "w₁", at([MAP[0] - 0.1, 0.08 - MAP[1]]));
  label(pen, "w₂", at([0.1 - MAP[0], MAP[1] - 0.1]));
}

/** @param {CanvasRenderingContext2D} pen @param {XY} from @param {Point} gradient */
function paintGradient(pen, from, gradient) {
  const size = Math.hypot(...gradient);
  if (size === 0) return;
  const length = Math.min(LONGEST, PART * pen.canvas.clientHeight, ARROW * size);
  const [ux, uy] = [gradient[0] / size, -gradient[1] / size];
  const { positive, negative } = colours();
  for (const { side, words, colour } of [
    { side: 1, words: "∇C", colour: css(positive) },
    { side: -1, words: "−∇C", colour: css(negative) },
  ]) {
    const along = (/** @type {number} */ far) =>
      /** @type {XY} */ ([from[0] + side * far * ux, from[1] + side * far * uy]);
    arrow(pen, from, along(length), colour);
    if (length > SHORT) label(pen, words, along(length + 16), { colour });
  }
}

/**
 * A dot and a name where each path has got to, or where it left the map.
 * @param {CanvasRenderingContext2D} pen @param {(at: Point) => XY} at @param {Scene["paths"]} paths
 */
function paintEnds(pen, at, paths) {
  const { text, well } = colours();
  pen.font = labelFont();
  const ends = paths
    .filter(({ steps }) => steps > 0)
    .map(({ method, points }) => {
      const name = texts.methods[method];
      const place = at(points.findLast(isOnMap) ?? points[0]);
      return { name, place, length: pen.measureText(name).width };
    });
  const lines = paths.map(({ points }) => points.map(at));
  const places = placesOfNames(ends, sizeIn(pen.canvas), lines);
  // The dots first: no dot is on a name.
  for (const { place } of ends) dot(pen, place, 4, css(text), css(well));
  for (const [i, { name }] of ends.entries())
    label(pen, name, places[i], { colour: css(text), align: "left" });
}
