/**
 * Accuracy against ε, the largest change of a pixel, as lines with their names beside them.
 * `<dh-accuracy-vs-epsilon .epsilons .lines .at .point>`
 *
 * @typedef {object} Line
 * @property {string} name
 * @property {"negative" | "text" | "quiet" | "positive"} colour
 * @property {number[]} accuracy  0…1, one for each of the epsilons
 * @property {boolean} [dashed]
 *
 * @typedef {(value: number) => number} Axis  where a value is on the canvas, CSS pixels
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 *
 * @typedef {object} Point  one picture among all of them
 * @property {number} line  index of the line that it lies on
 * @property {number} at  ε
 * @property {string} name
 */

import { html } from "lit";
import { fixed, percentTick } from "../../common/numbers.js";
import * as texts from "../../texts/en/lab-charts.js";
import { context, fontFamily, sizeIn } from "../canvas.js";
import { colours, css } from "../colors.js";
import { PaintController } from "../controllers.js";
import { LightElement } from "../part.js";
import "./accuracy-vs-epsilon.css";

const [LEFT, RIGHT, TOP, BELOW] = [48, 16, 12, 46];
/**
 * Distance of a name from its line and from whatever else it must not touch, and its height; CSS
 * pixels.
 */
const CLEAR = 8;
const LETTERS = 14;
/** Two names nearer than that in one line would be read as one. */
const APART = 24;

class AccuracyVsEpsilon extends LightElement {
  static properties = {
    epsilons: { attribute: false },
    lines: { attribute: false },
    at: { type: Number },
    point: { attribute: false },
  };

  constructor() {
    super();
    /** @type {number[]} */
    this.epsilons = [];
    /** @type {Line[]} */
    this.lines = [];
    /** The ε that is marked; -1 for none. */
    this.at = -1;
    /** @type {Point | null} */
    this.point = null;
    new PaintController(this, () => this.#paint());
  }

  render() {
    const words = texts.accuracyVsEpsilon(this.lines, this.epsilons, this.point);
    return html`<canvas role="img" aria-label=${words}></canvas>`;
  }

  #paint() {
    const canvas = this.querySelector("canvas");
    if (!canvas || !this.epsilons.length) return;
    const { pen, width, height } = context(canvas);
    const palette = colours();
    const most = this.epsilons[this.epsilons.length - 1];
    const x = (/** @type {number} */ e) => LEFT + (e / most) * (width - LEFT - RIGHT);
    const y = (/** @type {number} */ a) => TOP + (1 - a) * (height - TOP - BELOW);
    pen.font = `14px ${fontFamily()}`;
    this.#axes(pen, x, y, palette);
    if (this.at >= 0 && this.at <= most) {
      pen.fillStyle = css(palette.mark);
      pen.fillRect(x(this.at), y(1), 1, y(0) - y(1));
    }
    for (const line of this.lines) this.#line(pen, line, x, y, palette);
    this.#names(pen, x, y, palette);
    if (this.point) this.#own(pen, this.point, x, y, palette);
  }

  /**
   * @param {CanvasRenderingContext2D} pen @param {Axis} x @param {Axis} y
   * @param {import("../colors.js").Palette} palette
   */
  #axes(pen, x, y, { line, quiet }) {
    const most = this.epsilons[this.epsilons.length - 1];
    for (const a of [0, 0.25, 0.5, 0.75, 1]) {
      pen.fillStyle = css(line);
      pen.fillRect(x(0), y(a), x(most) - x(0), 1);
      pen.fillStyle = css(quiet);
      pen.textAlign = "right";
      pen.fillText(percentTick(100 * a), LEFT - 8, y(a) + 5);
    }
    pen.fillStyle = css(quiet);
    pen.textAlign = "center";
    for (let e = 0; e <= most + 1e-9; e += 0.1) pen.fillText(fixed(e, 1), x(e), y(0) + 20);
    pen.fillText(texts.largestChange, x(most / 2), y(0) + 40);
  }

  /**
   * @param {CanvasRenderingContext2D} pen @param {Line} line @param {Axis} x @param {Axis} y
   * @param {import("../colors.js").Palette} palette
   */
  #line(pen, { colour, accuracy, dashed }, x, y, palette) {
    pen.strokeStyle = css(palette[colour]);
    pen.lineWidth = 2;
    pen.setLineDash(dashed ? [4, 4] : []);
    pen.beginPath();
    for (const [i, a] of accuracy.entries()) pen.lineTo(x(this.epsilons[i]), y(a));
    pen.stroke();
    pen.setLineDash([]);
  }

  /**
   * Each line's name, where nothing crosses it: not a line, not the marker, not another name.
   * @param {CanvasRenderingContext2D} pen @param {Axis} x @param {Axis} y
   * @param {import("../colors.js").Palette} palette
   */
  #names(pen, x, y, palette) {
    /** @type {Box[]} */
    const taken = [{ left: x(this.at), right: x(this.at), top: y(1), bottom: y(0) }];
    if (this.point) taken.push(this.#boxOfOwn(pen, this.point, x, y));
    for (const { name, colour, accuracy } of this.lines) {
      const places = this.#places(accuracy, pen.measureText(name).width, x, y);
      const free = places.filter(
        (box) => !taken.some((other) => touch(box, other)) && !this.#isCrossed(box, x, y),
      );
      const isApart = (/** @type {Box} */ box) => !taken.some((other) => touch(box, other, APART));
      const place = free.find(isApart) ?? free[0] ?? places[0];
      if (!place) continue;
      taken.push(place);
      write(pen, name, place, css(palette[colour]), css(palette.paper));
    }
  }

  /**
   * Where a name may stand: above its line and below it, in the middle first.
   * @param {number[]} accuracy @param {number} wide @param {Axis} x @param {Axis} y
   * @returns {Box[]}
   */
  #places(accuracy, wide, x, y) {
    const most = this.epsilons[this.epsilons.length - 1];
    const places = [];
    for (const fraction of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1]) {
      const middle = x(fraction * most);
      const left = Math.min(middle - wide / 2, x(most) - wide);
      const ends = [left, middle, left + wide].map((at) => this.#heightAt(accuracy, at, x, y));
      for (const top of [Math.min(...ends) - CLEAR - LETTERS, Math.max(...ends) + CLEAR])
        if (top >= y(1) && top + LETTERS <= y(0) && accuracy.length)
          places.push({ left, right: left + wide, top, bottom: top + LETTERS });
    }
    return places;
  }

  /** @param {Box} box @param {Axis} x @param {Axis} y */
  #isCrossed({ left, right, top, bottom }, x, y) {
    return this.lines.some(({ accuracy }) =>
      [0, 0.25, 0.5, 0.75, 1].some((fraction) => {
        const height = this.#heightAt(accuracy, left + fraction * (right - left), x, y);
        return height > top - CLEAR / 2 && height < bottom + CLEAR / 2;
      }),
    );
  }

  /**
   * How high a line stands there.
   * @param {number[]} accuracy
   * @param {number} at
   * @param {Axis} x @param {Axis} y
   */
  #heightAt(accuracy, at, x, y) {
    const next = Math.max(
      1,
      this.epsilons.findIndex((e) => x(e) >= at),
    );
    const [from, to] = [x(this.epsilons[next - 1]), x(this.epsilons[next])];
    const t = Math.min(1, Math.max(0, (at - from) / (to - from)));
    return y((1 - t) * (accuracy[next - 1] ?? 0) + t * (accuracy[next] ?? 0));
  }

  /** @param {Point} point @param {Axis} x @param {Axis} y */
  #ownAt({ line, at }, x, y) {
    const { accuracy } = this.lines[line] ?? { accuracy: [] };
    return { left: x(at), top: accuracy.length ? this.#heightAt(accuracy, x(at), x, y) : y(0) };
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {Point} point
   * @param {Axis} x @param {Axis} y
   * @returns {Box}
   */
  #boxOfOwn(pen, point, x, y) {
    const { left, top } = this.#ownAt(point, x, y);
    const wide = pen.measureText(point.name).width;
    const from = Math.min(left + 10, sizeIn(pen.canvas).width - RIGHT - wide);
    const above = Math.max(y(1), top - CLEAR - LETTERS);
    return { left: from, right: from + wide, top: above, bottom: above + LETTERS };
  }

  /**
   * @param {CanvasRenderingContext2D} pen @param {Point} point @param {Axis} x @param {Axis} y
   * @param {import("../colors.js").Palette} palette
   */
  #own(pen, point, x, y, { text, paper }) {
    const { left, top } = this.#ownAt(point, x, y);
    pen.beginPath();
    pen.arc(left, top, 5, 0, 7);
    pen.fillStyle = css(text);
    pen.fill();
    pen.lineWidth = 2;
    pen.strokeStyle = css(paper);
    pen.stroke();
    write(pen, point.name, this.#boxOfOwn(pen, point, x, y), css(text), css(paper));
  }
}

/** @param {Box} one @param {Box} other @param {number} [clear]  least distance in one line */
function touch(one, other, clear = CLEAR) {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > -clear && down > -CLEAR;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} name
 * @param {Box} box
 * @param {string} colour
 * @param {string} paper
 */
function write(pen, name, { left, bottom }, colour, paper) {
  pen.textAlign = "left";
  pen.lineWidth = 4;
  pen.strokeStyle = paper;
  pen.strokeText(name, left, bottom - 2);
  pen.fillStyle = colour;
  pen.fillText(name, left, bottom - 2);
}

customElements.define("dh-accuracy-vs-epsilon", AccuracyVsEpsilon);
