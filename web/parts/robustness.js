/**
 * Accuracy against the size of the change, as lines with their names beside them. Lines are counted as they grow, so a
 * chart that is not finished says of how many digits it knows.
 *
 * @typedef {object} Line
 * @property {string} name
 * @property {"negative" | "text" | "quiet" | "positive"} colour
 * @property {number[]} accuracy  0…1, one for each of the epsilons
 * @property {boolean} [dashed]
 */
import { html, LitElement } from "lit";
import { percent } from "../format.js";
import { colours, context, css, fontFamily, onColours } from "./ink.js";

const [LEFT, RIGHT, TOP, BELOW] = [48, 16, 12, 46];

class Robustness extends LitElement {
  static properties = {
    epsilons: { attribute: false },
    lines: { attribute: false },
    at: { type: Number },
  };

  constructor() {
    super();
    /** @type {number[]} */
    this.epsilons = [];
    /** @type {Line[]} */
    this.lines = [];
    /** The change that is being looked at. */
    this.at = -1;
    this.stopColours = () => {};
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.resizes = new ResizeObserver(() => this.#paint());
    this.resizes.observe(this);
  }

  disconnectedCallback() {
    this.stopColours();
    this.resizes?.disconnect();
    super.disconnectedCallback();
  }

  updated() {
    this.#paint();
  }

  render() {
    return html`<canvas role="img" aria-label=${this.#said()}></canvas>`;
  }

  #said() {
    const lines = this.lines.map(({ name, accuracy }) => {
      const points = accuracy.map((a, i) => `${percent(a, 0)} at ${this.epsilons[i]}`);
      return `${name}: ${points.join(", ")}`;
    });
    return `Share of digits read rightly against the size of the change. ${lines.join(". ")}`;
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
  }

  /**
   * @param {CanvasRenderingContext2D} pen @param {(e: number) => number} x @param {(a: number) => number} y
   * @param {import("./ink.js").Palette} palette
   */
  #axes(pen, x, y, { line, quiet }) {
    const most = this.epsilons[this.epsilons.length - 1];
    for (const a of [0, 0.25, 0.5, 0.75, 1]) {
      pen.fillStyle = css(line);
      pen.fillRect(x(0), y(a), x(most) - x(0), 1);
      pen.fillStyle = css(quiet);
      pen.textAlign = "right";
      pen.fillText(`${100 * a}%`, LEFT - 8, y(a) + 5);
    }
    pen.fillStyle = css(quiet);
    pen.textAlign = "center";
    for (let e = 0; e <= most + 1e-9; e += 0.1) pen.fillText(e.toFixed(1), x(e), y(0) + 20);
    pen.fillText("largest change of a pixel, ε", x(most / 2), y(0) + 40);
  }

  /**
   * @param {CanvasRenderingContext2D} pen @param {Line} line @param {(e: number) => number} x @param {(a: number) => number} y
   * @param {import("./ink.js").Palette} palette
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
   * Each line's name, where the lines are furthest from each other.
   * @param {CanvasRenderingContext2D} pen @param {(e: number) => number} x @param {(a: number) => number} y
   * @param {import("./ink.js").Palette} palette
   */
  #names(pen, x, y, palette) {
    const places = this.lines.map(({ name, colour, accuracy }, l) => {
      const i = Math.max(0, Math.floor(((accuracy.length - 1) * (l % 2 ? 7 : 4)) / 10));
      return { name, colour, at: x(this.epsilons[i]), y: y(accuracy[i] ?? 0) };
    });
    places.sort((a, b) => a.y - b.y);
    let above = Number.NEGATIVE_INFINITY;
    for (const place of places) {
      const up = place.y - 8 > above + 20 && place.y - 22 > y(1);
      const at = Math.min(y(0) - 4, Math.max(up ? place.y - 8 : place.y + 18, above + 18));
      above = at;
      pen.textAlign = "left";
      pen.lineWidth = 4;
      pen.strokeStyle = css(palette.paper);
      pen.strokeText(place.name, place.at + 6, at);
      pen.fillStyle = css(palette[place.colour]);
      pen.fillText(place.name, place.at + 6, at);
    }
  }
}

customElements.define("dh-robustness", Robustness);
