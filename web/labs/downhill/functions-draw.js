/** Marks on a canvas that both plots of invented functions use. Points are in CSS pixels. */
import { fontFamily, sizeIn } from "../../ui/canvas.js";
import { colours, css } from "../../ui/colors.js";

/**
 * @typedef {[number, number]} XY
 * @typedef {CanvasRenderingContext2D} Pen
 * @typedef {{ width?: number, dash?: number[] }} Stroke
 */

const HEAD = 9;

/**
 * @param {Pen} pen @param {readonly XY[]} points @param {string} colour @param {Stroke} [stroke]
 */
export function line(pen, points, colour, { width = 1, dash = [] } = {}) {
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
  Object.assign(pen, { strokeStyle: colour, lineWidth: width, lineJoin: "round" });
  pen.setLineDash(dash);
  pen.stroke();
  pen.setLineDash([]);
}

/**
 * @param {Pen} pen @param {XY} at @param {number} radius @param {string} fill
 * @param {string} [edge]
 */
export function dot(pen, [x, y], radius, fill, edge) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 7);
  pen.fillStyle = fill;
  pen.fill();
  if (!edge) return;
  Object.assign(pen, { strokeStyle: edge, lineWidth: 1.5 });
  pen.stroke();
}

/**
 * A shaft with a head; nothing when it is too short to be seen.
 * @param {Pen} pen @param {XY} from @param {XY} to @param {string} colour
 */
export function arrow(pen, from, to, colour) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (length < 2) return;
  const head = Math.min(HEAD, length);
  const [ux, uy] = [(dx / length) * head, (dy / length) * head];
  /** @type {XY} */
  const neck = [to[0] - ux, to[1] - uy];
  line(pen, [from, neck], colour, { width: 3 });
  pen.beginPath();
  pen.moveTo(...to);
  pen.lineTo(neck[0] - uy / 2, neck[1] + ux / 2);
  pen.lineTo(neck[0] + uy / 2, neck[1] - ux / 2);
  pen.fillStyle = colour;
  pen.fill();
}

/**
 * The place nearest to `at` where all of the words are on the canvas.
 * @param {Pen} pen  with font and alignment
 * @param {string} words
 * @param {XY} at
 */
function inside(pen, words, [x, y]) {
  const { width, height } = sizeIn(pen.canvas);
  const length = pen.measureText(words).width;
  const before = length * (pen.textAlign === "left" ? 0 : pen.textAlign === "right" ? 1 : 0.5);
  const last = width - 4 - (length - before);
  return [Math.max(4 + before, Math.min(last, x)), Math.max(12, Math.min(height - 12, y))];
}

/** Class and name of the colour of a sign. @param {number} value */
export function tone(value) {
  return value < 0 ? "negative" : "positive";
}

export const labelFont = () => `14px ${fontFamily()}`;

/**
 * Words that can be read on lines.
 * @param {Pen} pen
 * @param {string} words
 * @param {XY} at
 * @param {{ colour?: string, align?: CanvasTextAlign }} [options]
 */
export function label(pen, words, at, { colour = css(colours().quiet), align = "center" } = {}) {
  Object.assign(pen, {
    font: labelFont(),
    textAlign: align,
    textBaseline: "middle",
    strokeStyle: css(colours().well, 0.85),
    lineWidth: 4,
    lineJoin: "round",
    fillStyle: colour,
  });
  const [x, y] = inside(pen, words, at);
  pen.strokeText(words, x, y);
  pen.fillText(words, x, y);
}
