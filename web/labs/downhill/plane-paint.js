/**
 * The costs on a plane as coloured contours with their levels, the path on them, and the cursor.
 *
 * @typedef {import("./plane.js").Landscape} Landscape
 * @typedef {import("./plane.js").Cell} Cell
 * @typedef {{ a: number, b: number }} Place
 * @typedef {[x: number, y: number]} Dot  CSS pixels
 * @typedef {Dot[]} Ring
 * @typedef {(place: Place) => Dot} ToCanvas
 * @typedef {{ width: number, height: number }} Size
 *
 * @typedef {object} Scene
 * @property {Landscape} land
 * @property {(Place & { isJump?: boolean })[]} trail  where the network has been since, now at the
 *   end; isJump: no line leads there
 * @property {Cell | null} cursor
 */
import { contours } from "d3-contour";
import * as texts from "../../texts/en/downhill.js";
import { context, fontFamily } from "../../ui/canvas.js";
import { colours, css, mix } from "../../ui/colors.js";
import { fractionOf, levelsOf, rangeOf } from "./plane.js";

/** CSS pixels. */
const TEXT = 14;
/** From a level's number to whatever else there is; down counts TALL times as much as across. */
const CLEAR = 28;
const TALL = 1.6;
/** A place of the path in so many keeps levels off. */
const SPARSE = 5;
/** Names keep so far from the border. */
const EDGE = 8;
/** Marks nearer to "now" are not seen. */
const APART = 20;
/** The most of the colour of cost that a contour has. */
const FULL = 0.62;

/**
 * The contours, drawn once for each grid, size and theme.
 * @type {WeakMap<Float64Array, { key: string, image: OffscreenCanvas }>}
 */
const drawn = new WeakMap();

/** @param {HTMLCanvasElement} canvas @param {Scene} scene */
export function paintPlane(canvas, { land, trail, cursor }) {
  const { pen, width, height } = context(canvas);
  // It has left the page.
  if (!width || !height) return;
  const { as, bs, path, best } = land;
  /** @type {ToCanvas} */
  const at = ({ a, b }) => [fractionOf(as, a) * width, (1 - fractionOf(bs, b)) * height];
  pen.drawImage(landscape(land, at, { width, height }, canvas.width / width), 0, 0, width, height);
  drawPath(
    pen,
    linesOf([...path, ...trail]).map((line) => line.map(at)),
  );
  const now = at(trail[trail.length - 1]);
  const isApart = best !== null && best > 0 && best < path.length - 1;
  const others = /** @type {[string, Place][]} */ ([
    [texts.pathStart, path[0]],
    ...(isApart ? [[texts.pathBest, path[best]]] : []),
  ]);
  for (const [name, place] of others) {
    const [x, y] = at(place);
    if (Math.hypot(x - now[0], y - now[1]) > APART)
      mark(pen, [x, y], name, { isFull: false, width, height });
  }
  mark(pen, now, texts.pathNow, { isFull: true, width, height });
  if (cursor) cross(pen, at({ a: as[cursor.i], b: bs[cursor.j] }));
}

/**
 * @param {Landscape} land @param {ToCanvas} at @param {Size} size
 * @param {number} ratio  dots per CSS pixel
 */
function landscape(land, at, size, ratio) {
  const { width, height } = size;
  const key = [width, height, ratio, colours().well].join();
  const known = drawn.get(land.costs);
  if (known?.key === key) return known.image;
  const image = new OffscreenCanvas(Math.max(1, width * ratio), Math.max(1, height * ratio));
  const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (image.getContext("2d"));
  pen.scale(ratio, ratio);
  const { low, high } = rangeOf(land);
  const levels = levelsOf(low, high);
  const rings = ringsOf(land, levels, high).map((polygons) =>
    polygons.map((ring) => ring.map(([x, y]) => toCanvas(land.side, size, x, y))),
  );
  drawContours(pen, rings, size);
  const path = land.path.filter((_, i) => i % SPARSE === 0 || i === land.path.length - 1);
  labelLevels(pen, rings, levels, { ...size, taken: path.map(at) });
  drawn.set(land.costs, { key, image });
  return image;
}

/**
 * @param {OffscreenCanvasRenderingContext2D} pen @param {Ring[][]} rings  of each level
 * @param {Size} size
 */
function drawContours(pen, rings, { width, height }) {
  const { well, quiet, text } = colours();
  const shade = (/** @type {number} */ k) =>
    css(mix(well, quiet, (FULL * k) / Math.max(1, rings.length)));
  pen.fillStyle = shade(0);
  pen.fillRect(0, 0, width, height);
  pen.lineWidth = 1;
  pen.strokeStyle = css(text, 0.22);
  for (const [k, level] of rings.entries()) {
    pen.fillStyle = shade(k + 1);
    pen.beginPath();
    for (const [first, ...rest] of level) {
      pen.moveTo(...first);
      for (const point of rest) pen.lineTo(...point);
    }
    pen.fill("evenodd");
    pen.stroke();
  }
}

/**
 * Rings of each level's contour, in cells of the grid. Interpolated between logarithms, as the
 * levels are.
 * @param {Landscape} land @param {number[]} levels @param {number} high
 */
function ringsOf({ side, costs }, levels, high) {
  const floor = high / 1e7;
  const heights = Array.from(costs, (cost) => Math.log(Math.min(high, Math.max(floor, cost))) || 0);
  return contours()
    .size([side, side])
    .thresholds(levels.map(Math.log))(heights)
    .map(({ coordinates }) => coordinates.flat());
}

/**
 * A grid's value is in the middle of d3's cell; b grows upwards.
 * @param {number} side @param {Size} size @param {number} x @param {number} y @returns {Dot}
 */
function toCanvas(side, { width, height }, x, y) {
  return [((x - 0.5) / (side - 1)) * width, (1 - (y - 0.5) / (side - 1)) * height];
}

/**
 * A number on each contour, where it is far from the path and from the others.
 * @param {OffscreenCanvasRenderingContext2D} pen @param {Ring[][]} rings @param {number[]} levels
 * @param {Size & { taken: Dot[] }} where  taken: where there is something already
 */
function labelLevels(pen, rings, levels, { width, height, taken }) {
  const { text, well } = colours();
  /** Squared. */
  const clearance = (/** @type {Dot} */ [x, y]) => {
    const edge = Math.min(x, width - x, y * TALL, (height - y) * TALL);
    let least = edge > 0 ? edge ** 2 : 0;
    for (const [tx, ty] of taken) {
      least = Math.min(least, (tx - x) ** 2 + ((ty - y) * TALL) ** 2);
    }
    return least;
  };
  pen.font = `${TEXT}px ${fontFamily()}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  for (const [k, level] of rings.entries()) {
    let [most, best] = [0, /** @type {Dot} */ ([0, 0])];
    for (const dot of level.flat()) {
      const clear = clearance(dot);
      if (clear > most) [most, best] = [clear, dot];
    }
    if (most < CLEAR ** 2) continue;
    taken.push(best);
    write(pen, String(levels[k]), best, css(text), css(well, 0.7));
  }
}

/**
 * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} pen @param {string} words
 * @param {Dot} at @param {string} colour @param {string} halo
 */
function write(pen, words, [x, y], colour, halo) {
  pen.lineWidth = 4;
  pen.lineJoin = "round";
  pen.strokeStyle = halo;
  pen.strokeText(words, x, y);
  pen.fillStyle = colour;
  pen.fillText(words, x, y);
}

/** The lines between jumps. @param {Scene["trail"]} places */
function linesOf(places) {
  /** @type {Place[][]} */
  const lines = [[]];
  for (const place of places) {
    if (place.isJump) lines.push([]);
    lines[lines.length - 1].push(place);
  }
  return lines;
}

/** @param {CanvasRenderingContext2D} pen @param {Dot[][]} lines */
function drawPath(pen, lines) {
  const { text, well } = colours();
  pen.lineJoin = "round";
  for (const [width, colour] of /** @type {const} */ ([
    [5, css(well, 0.6)],
    [2, css(text)],
  ])) {
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    pen.beginPath();
    for (const [first, ...rest] of lines) {
      if (first) pen.moveTo(...first);
      for (const point of rest) pen.lineTo(...point);
    }
    pen.stroke();
  }
}

/**
 * A dot with its name beside it, the whole of which stays on the canvas.
 * @param {CanvasRenderingContext2D} pen @param {Dot} at @param {string} name
 * @param {Size & { isFull: boolean }} how
 */
function mark(pen, [x, y], name, { isFull, width, height }) {
  const { text, well } = colours();
  pen.beginPath();
  pen.arc(x, y, isFull ? 7 : 6, 0, 7);
  pen.fillStyle = css(isFull ? text : well);
  pen.fill();
  pen.lineWidth = 2;
  pen.strokeStyle = css(isFull ? well : text);
  pen.stroke();
  const isRight = x < width - 64;
  const beside = Math.max(EDGE, Math.min(width - EDGE, x + (isRight ? 12 : -12)));
  const level = Math.max(TEXT, Math.min(height - TEXT, y));
  pen.font = `600 ${TEXT}px ${fontFamily()}`;
  pen.textBaseline = "middle";
  pen.textAlign = isRight ? "left" : "right";
  write(pen, name, [beside, level], css(text), css(well, 0.85));
}

/** @param {CanvasRenderingContext2D} pen @param {Dot} at */
function cross(pen, [x, y]) {
  const { text, well } = colours();
  for (const [width, colour] of /** @type {const} */ ([
    [5, css(well, 0.8)],
    [2, css(text)],
  ])) {
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    for (const [dx, dy] of [
      [1, 0],
      [0, 1],
    ]) {
      for (const sign of [-1, 1]) {
        pen.beginPath();
        pen.moveTo(x + sign * 4 * dx, y + sign * 4 * dy);
        pen.lineTo(x + sign * 12 * dx, y + sign * 12 * dy);
        pen.stroke();
      }
    }
  }
}
