/** Digits per second against width, depth, batch and data, beside what dense code could reach. */

import { short, times } from "../table.js";
import {
  compact,
  decades,
  drawing,
  line,
  logScale,
  path,
  shape,
  text,
  wholeDecades,
} from "./svg.js";

const WIDTH = 960;
const PANEL = { width: 452, height: 236, left: 56, top: 44, bottom: 40 };

/** @typedef {import("../scaling.js").Axis} Axis */

/**
 * @param {any} bench  see bench.js
 * @returns {string}
 */
export function growthChart(bench) {
  /** @type {Axis[]} */
  const axes = bench.scaling.axes;
  const speeds = axes.flatMap(({ points }) => points.map(({ speed }) => speed.median));
  const domain = wholeDecades(speeds);
  const frame = {
    width: WIDTH,
    height: 76 + 2 * PANEL.height,
    title: finding(axes),
    description: described(axes),
  };
  return drawing(frame, [
    text(
      "Digits per second of training, WebAssembly in Node, one thread; both axes logarithmic. " +
        "Dashed: dense code at this core’s peak.",
      { x: 16, y: 52 },
    ),
    ...axes.flatMap((axis, i) =>
      drawAxis(axis, domain, bench.peak.median, [
        16 + (i % 2) * (PANEL.width + 24),
        64 + Math.floor(i / 2) * PANEL.height,
      ]),
    ),
  ]);
}

/** @param {Axis} axis first and last speed, and how the dense work changed between them */
function ends({ points }) {
  const [first, last] = [points[0], /** @type {Axis["points"][0]} */ (points.at(-1))];
  return {
    more: last.x / first.x,
    slower: first.speed.median / last.speed.median,
    work: last.flop / first.flop,
  };
}

/** @param {Axis[]} axes */
function finding(axes) {
  const by = Object.fromEntries(axes.map((axis) => [axis.axis, ends(axis)]));
  const kept = Math.round(100 / by.data.slower);
  return (
    `${times(by.data.more)} the data trains at ${kept}% of the speed; ` +
    `${times(by.width.work)} the work costs ${times(by.width.slower)} the time`
  );
}

/** @param {Axis[]} axes */
const described = (axes) =>
  axes
    .map(({ label, points }) => {
      const values = points.map(({ x, speed }) => `${x}: ${short(speed.median)}`);
      return `Digits per second by ${label}: ${values.join(", ")}.`;
    })
    .join(" ");

/**
 * @param {Axis} axis
 * @param {[number, number]} domain  digits per second, the same in all panels
 * @param {number} peak  FLOP/s
 * @param {[number, number]} corner
 */
function drawAxis({ label, points }, domain, peak, [left, top]) {
  const xs = points.map(({ x }) => x);
  const start = left + PANEL.left;
  const end = left + PANEL.width - 24;
  const floor = top + PANEL.height - PANEL.bottom;
  const x = logScale([xs[0], xs[xs.length - 1]], [start + 28, end - 16]);
  const y = logScale(domain, [floor, top + PANEL.top]);
  /** @type {[number, number][]} */
  const limit = points.map((p) => [
    x(p.x),
    y(Math.min(domain[1], Math.max(domain[0], peak / p.flop))),
  ]);
  return [
    text(label, { x: start, y: top + PANEL.top - 14, class: "head" }),
    ...decades(domain).flatMap((tick) => [
      line([start, y(tick)], [end, y(tick)], "grid"),
      text(compact(tick), { x: start - 8, y: y(tick) + 4, "text-anchor": "end", class: "small" }),
    ]),
    ...xs.map((value) =>
      text(compact(value), { x: x(value), y: floor + 18, "text-anchor": "middle", class: "small" }),
    ),
    path(limit, "limit"),
    ...points.map(({ x: at, speed }) =>
      line([x(at), y(speed.low)], [x(at), y(speed.high)], "spread ours"),
    ),
    path(
      points.map((p) => [x(p.x), y(p.speed.median)]),
      "line",
    ),
    ...points.flatMap((p, i) => drawPoint(p, [x(p.x), y(p.speed.median)], labelled(points, i))),
  ];
}

/** The ends and the fastest are labelled. @param {Axis["points"]} points @param {number} i */
const labelled = (points, i) =>
  i === 0 ||
  i === points.length - 1 ||
  points.every(({ speed }) => speed.median <= points[i].speed.median);

/**
 * @param {Axis["points"][0]} point
 * @param {[number, number]} at
 * @param {boolean} hasLabel
 */
function drawPoint({ speed }, [cx, cy], hasLabel) {
  const dot = shape("circle", { cx, cy, r: 4, class: "ours" });
  if (!hasLabel) return [dot];
  return [
    dot,
    text(short(speed.median), { x: cx, y: cy - 10, "text-anchor": "middle", class: "ours" }),
  ];
}
