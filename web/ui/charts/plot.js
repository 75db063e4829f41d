/**
 * Lines over epochs or anything else, by uPlot, in the page's colours and type. Each line is named
 * where it ends, or by a key beside the chart.
 *
 * @typedef {object} Line
 * @property {string} label
 * @property {keyof import("../colors.js").Palette} colour
 * @property {string} scale  key of one of the scales
 * @property {boolean} [dashed]
 * @property {number[]} [dash]  lengths of dashes and gaps, instead
 * @property {boolean} [dots]  a dot for each value, and no line
 *
 * @typedef {object} Scale  of the y axis; the first one's axis is on the left and has the grid, a
 *   second one's on the right
 * @property {string} key
 * @property {(most: number | null) => [number, number]} range  most: the largest value of its lines
 * @property {(tick: number) => string} format
 * @property {(value: number) => string} [say]  a value of its lines in words; three figures by
 *   default
 *
 * @typedef {object} XAxis
 * @property {string} label
 * @property {(min: number, max: number) => [number, number]} [range]  from the least and largest x
 *   of the data; those by default
 * @property {(tick: number) => string} [format]
 *
 * @typedef {object} Chart
 * @property {string} [id]  another one when scales or lines are others than before
 * @property {Scale[]} scales  one or two
 * @property {Line[]} lines
 * @property {boolean} [hasKey]  the host shows a key of the lines: they are not named where they
 *   end
 * @property {XAxis} [x]  epochs by default
 * @property {import("uplot").AlignedData} data  rising x, then the values of each line, null for
 *   none
 */
import * as texts from "../../texts/en/charts.js";
import { clearBehind, fontFamily, unit } from "../canvas.js";
import { colours, css } from "../colors.js";
import { ResizeController, ThemeController } from "../controllers.js";
import { CURSOR, valuesAtCursor } from "./hover.js";
import "./plot.css";
import { isWithin, wide } from "./range.js";

/** Comes with the first chart. @type {typeof import("uplot") | null} */
let UPlot = null;
const RETRY_MS = 3000;
const loadPlots = async () => {
  const [{ default: loaded }] = await Promise.all([
    import("uplot"),
    import("uplot/dist/uPlot.min.css"),
  ]);
  UPlot = loaded;
};

/** A dashed line: lengths of a dash and a gap, CSS pixels. */
export const DASHED = [6, 4];

/** How a line is drawn: lengths of dashes and gaps, none of a solid one. @param {Line} line */
export const dashOf = ({ dash, dashed }) => dash ?? (dashed ? DASHED : []);

/** All in units. */
const SIZE = 14;
const [LEAST_WIDTH, LEAST_HEIGHT] = [200, 140];
const AXIS_WIDTH = 52;
/** From the end of a line up to the baseline of its name above it, or down to that below it. */
const [ABOVE, BELOW] = [8, 18];
/** Room for half of the last number of the x axis. */
const RIGHT = 16;
/** A line that ends so far from the right side is named behind its end. */
const ROOM = 200;

/**
 * Draws a chart into the element of class "plot" that the host renders, and again with every update
 * of the host.
 */
export class PlotController {
  #host;
  #chart;
  /** @type {import("uplot") | null} */
  #plot = null;
  /** @type {string | undefined} of the chart that is drawn */
  #id;
  /** Of what is drawn, CSS pixels. */
  #unit = 0;
  #isLoading = false;

  /**
   * @param {import("../controllers.js").Host} host
   * @param {() => Chart | null} chart  what is to be drawn now; null for nothing
   */
  constructor(host, chart) {
    this.#host = host;
    this.#chart = chart;
    host.addController(this);
    new ThemeController(host, () => this.#make());
    new ResizeController(
      host,
      () => this.#fit(),
      () => this.#box,
    );
  }

  hostUpdated() {
    const chart = this.#chart();
    if (this.#plot && chart && chart.id === this.#id) this.#plot.setData(chart.data);
    else this.#make(chart);
  }

  hostDisconnected() {
    this.#plot?.destroy();
    this.#plot = null;
  }

  #make(chart = this.#chart()) {
    this.#plot?.destroy();
    this.#plot = null;
    const box = this.#box;
    if (!box || !chart) return;
    if (!UPlot) return void this.#load(box);
    this.#plot = new UPlot(this.#options(chart), chart.data, box);
    this.#id = chart.id;
    this.#unit = unit();
  }

  /** Fetches what draws, again and again where there is no connection. @param {HTMLElement} box */
  async #load(box) {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      await loadPlots();
      box.textContent = "";
    } catch {
      box.textContent = texts.chartNotLoaded;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
    this.#isLoading = false;
    if (this.#host.isConnected) this.#make();
  }

  /** Draws again, if the size is another than it was drawn in; when it is hidden it has none. */
  #fit() {
    if (!this.#box?.clientWidth) return;
    const size = this.#size();
    const plot = this.#plot;
    if (plot && this.#unit !== unit()) this.#make();
    else if (plot && (plot.width !== size.width || plot.height !== size.height)) plot.setSize(size);
  }

  /** @returns {HTMLElement | null} */
  get #box() {
    return this.#host.querySelector(".plot");
  }

  #size() {
    const { clientWidth = 0, clientHeight = 0 } = this.#box ?? {};
    return {
      width: Math.max(LEAST_WIDTH, clientWidth),
      height: Math.max(LEAST_HEIGHT, clientHeight),
    };
  }

  /** @param {Chart} chart @returns {import("uplot").Options} */
  #options(chart) {
    const { scales, lines, hasKey = false, x = EPOCHS } = chart;
    return {
      ...this.#size(),
      legend: { show: false },
      cursor: CURSOR,
      padding: [8 * unit(), scales.length > 1 ? 0 : RIGHT * unit(), 0, 0],
      scales: { x: xScale(x), ...Object.fromEntries(scales.map(scaleOf)) },
      axes: [xAxis(x), ...scales.map(axisOf)],
      series: [{}, ...lines.map(seriesOf)],
      hooks: { draw: hasKey ? [] : [nameLines], setCursor: [valuesAtCursor(chart)] },
    };
  }
}

/** At least a tenth of an epoch. @type {XAxis} */
const EPOCHS = { label: texts.epochs, range: (min, max) => [min, Math.max(max, min + 0.1)] };

/** From 0 to 1 before there are two points. @param {XAxis} axis @returns {import("uplot").Scale} */
function xScale({ range = (min, max) => [min, max] }) {
  return {
    time: false,
    range: ({ data }, min, max) => (data[0].length > 1 ? wide(range(min, max)) : [0, 1]),
  };
}

/** @param {Scale} scale @returns {[string, import("uplot").Scale]} */
function scaleOf({ key, range }) {
  return [key, { range: (_, _min, max) => wide(range(max)) }];
}

/** @returns {import("uplot").Axis} */
function axis() {
  const { quiet, line } = colours();
  return {
    font: `${Math.round(SIZE * unit())}px ${fontFamily()}`,
    stroke: css(quiet),
    grid: { stroke: css(line), width: 1 },
    ticks: { show: false },
  };
}

/** @param {XAxis} x @returns {import("uplot").Axis} */
function xAxis({ label, format }) {
  const common = axis();
  return {
    ...common,
    ...(format && { values: (_, ticks) => ticks.map(format) }),
    size: 30 * unit(),
    label,
    labelSize: 18 * unit(),
    labelGap: 0,
    labelFont: common.font,
    space: 56 * unit(),
  };
}

/** @param {Scale} scale @param {number} index @returns {import("uplot").Axis} */
function axisOf({ key, format }, index) {
  const common = axis();
  return {
    ...common,
    scale: key,
    side: index === 0 ? 3 : 1,
    size: AXIS_WIDTH * unit(),
    space: 36 * unit(),
    grid: { ...common.grid, show: index === 0 },
    values: (_, ticks) => ticks.map(format),
  };
}

/** @param {Line} line @returns {import("uplot").Series} */
function seriesOf(line) {
  const { label, scale, colour, dots = false } = line;
  const stroke = css(colours()[colour]);
  return {
    // uPlot would name one without a name itself.
    label: label || " ",
    scale,
    stroke,
    width: dots ? 0 : 2,
    dash: dashOf(line),
    spanGaps: true,
    points: { show: dots, size: 7, fill: stroke },
  };
}

/** Names each line of two points or more where it ends. @param {import("uplot")} plot */
function nameLines(plot) {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio * unit();
  const ends = plot.series.flatMap((series, i) => (i ? (endOf(plot, series, i) ?? []) : []));
  const right = bbox.left + bbox.width;
  ctx.save();
  ctx.font = `${SIZE * ratio}px ${fontFamily()}`;
  for (const isShort of [true, false]) {
    const group = ends.filter(({ x }) => x < right - ROOM * ratio === isShort);
    const offsets = group.map(({ y }) => (y - bbox.top) / ratio);
    const heights = (isShort ? heightsBehind : nameHeights)(offsets, bbox.height / ratio);
    ctx.textAlign = isShort ? "left" : "right";
    const names = group.map(({ label, colour, x }, i) => {
      const at = isShort ? x + 6 * ratio : right - 6 * ratio;
      return { label, colour, at, y: bbox.top + heights[i] * ratio };
    });
    for (const { label, at, y } of names)
      clearBehind(ctx, label, at, y, css(colours().paper), 3 * ratio);
    for (const { label, colour, at, y } of names) {
      ctx.fillStyle = colour;
      ctx.fillText(label, at, y);
    }
  }
  ctx.restore();
}

/**
 * Null for a line that ends outside the chart, and for one that has no name.
 * @param {import("uplot")} plot @param {import("uplot").Series} series @param {number} i
 */
function endOf(plot, { label, scale = "x", stroke }, i) {
  const values = /** @type {(number | null | undefined)[]} */ (plot.data[i]);
  const last = values.findLastIndex((value) => typeof value === "number");
  if (last < 1 || !String(label).trim()) return null;
  const { min = -Infinity, max = Infinity } = plot.scales[scale];
  const end = Number(values[last]);
  if (!isWithin(end, [min, max])) return null;
  const colour = typeof stroke === "function" ? stroke(plot, i) : stroke;
  const x = plot.valToPos(plot.data[0][last], "x", true);
  const y = plot.valToPos(end, scale, true);
  return { label: String(label), colour: String(colour), x, y };
}

/**
 * Baselines of names behind the ends of their lines, as `nameHeights`.
 * @param {number[]} ends @param {number} height
 */
function heightsBehind(ends, height) {
  const order = [...ends.keys()].sort((a, b) => ends[a] - ends[b]);
  const wanted = order.map((line) => Math.max(SIZE, ends[line] + SIZE / 3));
  const heights = apart(wanted, height - 4);
  return ends.map((_, line) => heights[order.indexOf(line)]);
}

/**
 * Baselines of the names of lines that end at these heights: of two between the lines where there
 * is room for both, else above the upper and below the lower one; of more, in the order of the
 * ends. Never outside the chart, never on each other while it is high enough for all.
 * @param {number[]} ends  distance from the top, CSS pixels @param {number} height  of the chart
 */
function nameHeights(ends, height) {
  const inside = (/** @type {number} */ y) => Math.min(height - 4, Math.max(SIZE, y));
  if (ends.length < 2) return ends.map((y) => inside(y - ABOVE < SIZE ? y + BELOW : y - ABOVE));
  const order = [...ends.keys()].sort((a, b) => ends[a] - ends[b]);
  const [upper, lower] = [ends[order[0]], ends[order[order.length - 1]]];
  const fitsBetween = ends.length === 2 && lower - upper > ABOVE + BELOW + SIZE;
  const wanted = order.map((line, rank) => {
    const isAbove = rank + 0.5 < ends.length / 2 !== fitsBetween;
    return inside(ends[line] + (isAbove ? -ABOVE : BELOW));
  });
  const heights = apart(wanted, height - 4);
  return ends.map((_, line) => heights[order.indexOf(line)]);
}

/**
 * Rising baselines, moved apart to BELOW, the last at `most`.
 * @param {number[]} heights
 * @param {number} most
 */
function apart(heights, most) {
  const down = [...heights];
  for (let i = 1; i < down.length; i++) down[i] = Math.max(down[i], down[i - 1] + BELOW);
  for (let i = down.length - 1, limit = most; i >= 0; i--, limit -= BELOW) {
    down[i] = Math.min(down[i], limit);
  }
  return down;
}
