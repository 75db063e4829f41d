/**
 * One small picture for each lab, of what is done there. Colours as everywhere: blue is positive,
 * orange negative, yellow the prediction.
 */
import { svg } from "lit";

const WIDTH = 160;
const HEIGHT = 90;

/** @typedef {import("lit").TemplateResult<2>} Shapes */

/** @param {string} d @param {string} colour @param {number} [width] */
const line = (d, colour, width = 2) =>
  svg`<path d=${d} fill="none" stroke="var(--${colour})" stroke-width=${width}
    stroke-linecap="round" stroke-linejoin="round"/>`;

/**
 * @param {number} x @param {number} y @param {number} w @param {number} h
 * @param {string} colour
 */
const box = (x, y, w, h, colour, opacity = 1) =>
  svg`<rect x=${x} y=${y} width=${w} height=${h} fill="var(--${colour})" opacity=${opacity}/>`;

/** @param {number} x @param {number} y @param {number} r @param {string} fill */
const dot = (x, y, r, fill, stroke = "mark") =>
  svg`<circle cx=${x} cy=${y} r=${r} fill="var(--${fill})" stroke="var(--${stroke})"
    stroke-width="1.5"/>`;

/** @param {number} x @param {number} y @param {string} letter @param {string} colour */
const text = (x, y, letter, colour, size = 40) =>
  svg`<text x=${x} y=${y} font-size=${size} text-anchor="middle" fill="var(--${colour})"
    >${letter}</text>`;

/** A number in 0…1 that looks random, the same each time. @param {number} i */
const scattered = (i) => {
  const value = Math.sin(i * 127.1 + 11.7) * 43758.5453;
  return value - Math.floor(value);
};

/** @param {number} n @param {(i: number) => unknown} each */
const times = (n, each) => Array.from({ length: n }, (_, i) => each(i));

/**
 * A square of pixels.
 * @param {number} left @param {number} top @param {number} size @param {number} side  pixels
 * @param {(i: number) => [colour: string, opacity: number]} pixel
 */
function pixels(left, top, size, side, pixel) {
  const cell = size / side;
  return times(side * side, (i) => {
    const [colour, opacity] = pixel(i);
    const x = left + (i % side) * cell;
    return box(x, top + Math.floor(i / side) * cell, cell, cell, colour, opacity);
  });
}

/** @param {number} seed @returns {(i: number) => [string, number]} */
const weights = (seed) => (i) => [
  scattered(i + seed) > 0.5 ? "positive" : "negative",
  scattered(2 * i + seed) ** 2,
];

/** @type {Record<string, () => unknown>} what `svg` can show */
const PICTURES = {
  inside: () => [
    ...times(5, (i) =>
      line(`M28 ${13 + 16 * i} L92 45`, i % 2 ? "negative" : "positive", 1 + scattered(i) * 3),
    ),
    ...times(5, (i) => dot(24, 13 + 16 * i, 5, i % 3 ? "well" : "bright")),
    line("M92 45 H146", "mark"),
    dot(96, 45, 17, "raised"),
    text(96, 53, "Σ", "text", 22),
  ],
  cost: () =>
    times(10, (i) => {
      const size = [5, 13, 4, 8, 5, 14, 3, 7, 10, 5][i];
      const x = 13 + i * 15;
      return svg`${box(x - size / 2, 66 - size, size, size, i === 5 ? "answer" : "text")}
        ${box(x - 5, 70, 10, 2, "mark")}`;
    }),
  downhill: () => [
    line("M10 16 C40 110 58 66 76 44 S118 94 150 20", "text"),
    line("M25 43 L37 62", "answer"),
    dot(21, 36, 6, "answer", "answer"),
  ],
  train: () => [
    line("M14 14 C30 66 60 72 148 76", "mark"),
    line("M14 76 C26 30 50 20 148 16", "text"),
  ],
  gradient: () => [
    ...times(24, (i) => {
      const x = i - 11.5;
      const size = (Math.abs(x) / 11.5) ** 3 * 34 + 1;
      const left = 10 + i * 6;
      return x < 0 ? box(left, 45 - size, 4, size, "positive") : box(left, 45, 4, size, "negative");
    }),
  ],
  learned: () => times(3, (i) => pixels(14 + 46 * i, 24, 42, 7, weights(60 * i))),
  noise: () => [
    ...pixels(14, 14, 62, 12, (i) => ["bright", scattered(i + 5)]),
    text(120, 60, "5", "answer", 44),
  ],
  fool: () => [
    text(32, 60, "7", "text"),
    ...pixels(58, 28, 34, 8, (i) => {
      const [colour] = weights(900)(i);
      return [colour, 0.5];
    }),
    line("M100 45 H112 M108 41 L112 45 L108 49", "mark"),
    text(134, 60, "3", "answer"),
  ],
  teach: () => [
    ...pixels(14, 14, 62, 12, (i) => ["bright", scattered(i + 77)]),
    line("M98 24 L140 66 M140 24 L98 66", "mark", 3),
  ],
  memorise: () => [
    line("M14 16 C24 60 40 74 80 76 H148", "text"),
    line("M14 16 C60 20 90 66 148 72", "mark"),
  ],
  binary: () => [
    line("M14 72 C70 72 74 18 146 18", "mark"),
    line("M14 72 H80 V18 H146", "text", 2.5),
  ],
  tweak: () =>
    times(5, (i) => {
      const height = [22, 34, 43, 55, 64][i];
      const colour = i === 4 ? "answer" : "text";
      return box(22 + i * 25, 78 - height, 15, height, colour, 0.4 + 0.15 * i);
    }),
};

/** @param {string} id  of the lab */
export function labPicture(id) {
  const shapes = PICTURES[id]?.();
  return svg`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${shapes}</svg>`;
}
