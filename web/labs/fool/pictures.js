/** A picture as it is, attacked, and changed at random by as much; with the changes themselves. */

import { html } from "lit";
import { fixed } from "../../common/numbers.js";
import * as texts from "../../texts/en/fool.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale, signScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { MOST } from "./choices.js";
import { change, picture } from "./picture.js";
import { changedWords, originalWords, predictionOf } from "./words.js";

/**
 * @typedef {import("./queries.js").Read} Read
 * @typedef {import("../../model/state.js").Shown} Shown
 *
 * @typedef {object} Compared  a picture and what became of it
 * @property {number} generation  of the network
 * @property {Shown} shown
 * @property {number} epsilon
 * @property {number | null} target
 * @property {Read} original
 * @property {Read} attacked
 * @property {Read} random
 *
 * @typedef {{ attacked: number | null, random: number | null }} Smallest  ε; null for none
 */

const OVERSHOT = html`<p class="small" data-testid="fool-overshoot">${texts.overshoots}</p>`;

class AttackPictures extends Part {
  static properties = {
    compared: { attribute: false },
    smallest: { attribute: false },
    searchWords: {},
  };

  constructor() {
    super();
    /** @type {Compared} */
    this.compared = /** @type {any} */ (null);
    /** @type {Smallest | null} */
    this.smallest = null;
    /** What is said as long as `smallest` is not known. */
    this.searchWords = "";
    this.choose = (/** @type {{ epsilon: number }} */ _change) => {};
    new PaintController(this, () => this.#paint(), null);
  }

  /** It shows what it is given. */
  shouldPaint() {
    return false;
  }

  render() {
    const { original, attacked, random, epsilon, target, shown } = this.compared;
    const { label } = shown;
    const prediction = predictionOf(original.outputs);
    const after = (/** @type {Read} */ read) =>
      changedWords(shown, prediction, predictionOf(read.outputs));
    const button = html`<button @click=${this.#putOn} ?disabled=${!epsilon}
      data-testid="fool-put">${texts.useAsInput}</button>`;
    const [name, title] = /** @type {const} */ (["original", texts.original]);
    return html`
      <div class="pictures ${target === null ? "" : "aimed"}">
        ${picture({ name, title, read: original, label, words: originalWords(shown, prediction) })}
        ${picture({
          name: "attacked",
          title: texts.attacked(epsilon),
          read: attacked,
          label,
          words: after(attacked),
          target,
        })}
        ${picture({
          name: "random",
          title: texts.changedAtRandom(epsilon),
          read: random,
          label,
          words: after(random),
        })}
        ${this.#aside(label, prediction.answer)}
        ${change("attack", texts.attackChange, epsilon, button)}
        ${change("noise", texts.randomChange, epsilon)}
      </div>`;
  }

  /**
   * The smallest change, and what the colours mean.
   * @param {number | null} label @param {number} answer
   */
  #aside(label, answer) {
    const { target } = this.compared;
    const isMisread = label !== null && label !== answer && target === null;
    const least = html`
      <p>${target === null ? texts.smallest : texts.smallestFor(target)}</p>
      <dl class="least">
        <dt>${texts.attack}</dt><dd data-testid="fool-least">${this.#least("attacked")}</dd>
        <dt>${texts.random}</dt><dd>${this.#least("random")}</dd>
      </dl>`;
    return html`
      <div class="stack aside">
        <div class="veiled">
          ${isMisread ? html`<p>${texts.noneNeeded}</p>` : least}
          ${this.#overshoots ? OVERSHOT : ""}
        </div>
        <p class="small quiet">${texts.colours}</p>
      </div>`;
  }

  /** Whether a smaller ε does what this one does not. */
  get #overshoots() {
    const { attacked, epsilon, target, shown, original } = this.compared;
    const least = this.smallest?.attacked ?? null;
    if (least === null || least >= epsilon) return false;
    const { answer } = predictionOf(attacked.outputs);
    const meant = shown.label ?? predictionOf(original.outputs).answer;
    return target === null ? answer === meant : answer !== target;
  }

  /** @param {keyof Smallest} which */
  #least(which) {
    if (!this.smallest) return html`<span class="quiet">${this.searchWords}</span>`;
    const epsilon = this.smallest[which];
    if (epsilon === null) return html`<span class="quiet">${texts.noneUpTo(MOST)}</span>`;
    return html`<button class="number" title=${texts.useEpsilon}
      @click=${() => this.choose({ epsilon })}>${fixed(epsilon, 2)}</button>`;
  }

  #paint() {
    const { original, attacked, random, epsilon } = this.compared;
    const ink = inkScale();
    const sign = signScale(epsilon || 1);
    const changeOf = (/** @type {Read} */ read) =>
      read.pixels.map((value, i) => value - original.pixels[i]);
    /** @type {Record<string, [Float32Array, import("../../ui/colors.js").Scale]>} */
    const pictures = {
      original: [original.pixels, ink],
      attacked: [attacked.pixels, ink],
      random: [random.pixels, ink],
      attack: [changeOf(attacked), sign],
      noise: [changeOf(random), sign],
    };
    for (const canvas of this.querySelectorAll("canvas")) {
      const [pixels, scale] = pictures[canvas.dataset.picture ?? ""];
      paintPicture(canvas, pixels, scale);
    }
  }

  /** The attacked picture in place of the one on the input. */
  #putOn() {
    const { original, attacked, epsilon, shown } = this.compared;
    const { session } = this;
    const words = texts.attackedPicture(shown.words, epsilon);
    session.showPicture(attacked.pixels, { label: shown.label, words });
    const back = () =>
      shown.kind === "drawing"
        ? session.draw(shown.strokes)
        : session.showPicture(original.pixels, shown);
    session.say(texts.isOnInput, { key: "fool", button: texts.undo, act: back });
  }
}

customElements.define("dh-attack-pictures", AttackPictures);
