/**
 * The three pictures of a neuron: its weights, its inputs and their products; the input looked at
 * is framed in each. It tells of "input-hover" (detail: an input, or null), "input-pick" (an input)
 * and "brush" (the inputs under a stroke and whether it begins).
 *
 * @typedef {import("./anatomy.js").Anatomy} Anatomy
 * @typedef {{ inputs: number[], isNew: boolean }} Stroke
 */

import { html, nothing } from "lit";
import { fixed } from "../../common/numbers.js";
import * as texts from "../../texts/en/inside.js";
import { PaintController } from "../../ui/controllers.js";
import { holding } from "../../ui/holding.js";
import { plainKey } from "../../ui/keys.js";
import { LightElement } from "../../ui/part.js";
import { boxOf, inputAt, nameOfInput, neighbour, pixelsBetween } from "./input-grid.js";
import { paintField } from "./paint-field.js";
import { signed, tone } from "./text.js";

const FIELDS = /** @type {const} */ (["weights", "inputs", "products"]);

class NeuronFields extends LightElement {
  static properties = {
    anatomy: { attribute: false },
    picked: { attribute: false },
    hovered: { attribute: false },
    isBrush: { attribute: false },
    isMoving: { attribute: false },
  };

  constructor() {
    super();
    /** @type {Anatomy} */
    this.anatomy = /** @type {any} */ (null);
    /** The input picked for a closer look. */
    this.picked = 0;
    /** The input under the pointer. @type {number | null} */
    this.hovered = null;
    /** Whether the pointer paints weights. */
    this.isBrush = false;
    /** Whether the values change by themselves. */
    this.isMoving = false;
    /** Whether the keyboard moved last: only then is the input read out. */
    this.isByKeyboard = false;
    /** Where the last stroke has come to. */
    this.stroke = 0;
    new PaintController(this, () => this.#paint());
  }

  get #looked() {
    return this.hovered ?? this.picked;
  }

  render() {
    const { anatomy, isBrush } = this;
    const isHeard = this.isByKeyboard && !this.isMoving;
    return html`
      <div class="fields">${FIELDS.map((field) => this.#field(field))}</div>
      <p class="readout number" role="status" aria-live=${isHeard ? "polite" : "off"}
        >${readout(anatomy, this.#looked)}</p>
      <p class="only-heard" id="inside-keys"
        >${isBrush ? texts.keysOfBrush : texts.keys}</p>`;
  }

  /** @param {typeof FIELDS[number]} field */
  #field(field) {
    const { anatomy } = this;
    const isWeights = field === "weights";
    const caption = captionOf(field, anatomy);
    return html`
      <figure class=${field}>
        <figcaption>${caption}</figcaption>
        <div class="field ${isWeights && this.isBrush ? "brush" : ""}">
          <canvas data-field=${field} class=${anatomy.hasPixels ? "picture" : "columns"}
            tabindex=${isWeights ? 0 : nothing} role=${isWeights ? "application" : "img"}
            aria-label=${caption} aria-describedby=${isWeights ? "inside-keys" : nothing}
            @pointermove=${this.#move} @pointerdown=${this.#stroke} @pointerleave=${this.#leave}
            @pointerup=${this.#release} @pointercancel=${this.#release}
            @lostpointercapture=${this.#stroke}
            @keydown=${isWeights ? this.#key : nothing}></canvas>
          <i class="mark" style=${styleOf(boxOf(anatomy, this.#looked))}></i>
        </div>
      </figure>`;
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  /* ---- pointer ---- */

  /** The input under the pointer. @param {PointerEvent} event */
  #at({ currentTarget, offsetX, offsetY }) {
    const { width, height } = /** @type {Element} */ (currentTarget).getBoundingClientRect();
    return inputAt(this.anatomy, offsetX / width, offsetY / height);
  }

  /** @param {import("../../ui/holding.js").Held} event */
  #move(event) {
    this.isByKeyboard = false;
    if (event.pointerType === "touch" && !event.buttons) return;
    const at = this.#at(event);
    this.#tell("input-hover", at);
    this.#stroke(event);
  }

  #stroke = holding({
    begin: (event) => {
      const at = this.#at(event);
      const isBrush = this.isBrush && event.currentTarget.dataset.field === "weights";
      this.isByKeyboard = false;
      if (isBrush) this.#brush([at], true);
      else this.#tell("input-pick", at);
      return isBrush;
    },
    move: (event) => {
      const at = this.#at(event);
      if (at !== this.stroke) this.#brush(pixelsBetween(this.stroke, at), false);
    },
  });

  /** @param {number[]} inputs @param {boolean} isNew  a stroke begins */
  #brush(inputs, isNew) {
    this.stroke = inputs[inputs.length - 1];
    this.#tell("brush", /** @type {Stroke} */ ({ inputs, isNew }));
  }

  /** @param {import("../../ui/holding.js").Held} event */
  #release(event) {
    this.#stroke(event);
    if (event.pointerType === "touch") this.#tell("input-hover", null);
  }

  #leave() {
    this.#tell("input-hover", null);
  }

  /* ---- keyboard ---- */

  /** @param {KeyboardEvent} event */
  #key(event) {
    const key = plainKey(event);
    const to = neighbour(this.anatomy, this.picked, key);
    const isPainting = key === "Enter" && this.isBrush;
    if (to === null && !isPainting) return;
    event.preventDefault();
    this.isByKeyboard = true;
    this.#tell("input-hover", null);
    this.#tell("input-pick", to ?? this.picked);
    if (isPainting) {
      this.#tell("brush", /** @type {Stroke} */ ({ inputs: [this.picked], isNew: !event.repeat }));
    }
  }

  #paint() {
    for (const canvas of this.querySelectorAll("canvas")) {
      const field = /** @type {typeof FIELDS[number]} */ (canvas.dataset.field);
      paintField(canvas, this.anatomy, field);
    }
  }
}

/** @param {typeof FIELDS[number]} field @param {Anatomy} anatomy */
function captionOf(field, { hasPixels }) {
  const captions = {
    // How many there are is what the lab asks.
    weights: texts.weights,
    inputs: hasPixels ? texts.timesPixels : texts.timesActivations,
    products: hasPixels ? texts.pixelProducts : texts.neuronProducts,
  };
  return captions[field];
}

/** @param {ReturnType<typeof boxOf>} box */
function styleOf(box) {
  const sides = Object.entries(box);
  return sides.map(([side, fraction]) => `${side}:${(100 * fraction).toFixed(3)}%`).join(";");
}

/** One product in numbers. @param {Anatomy} anatomy @param {number} i */
function readout(anatomy, i) {
  const { inputs, weights, products } = anatomy;
  const coloured = (/** @type {number} */ value) =>
    html`<span class=${tone(value)}>${signed(value)}</span>`;
  const product = html`${fixed(inputs[i], 3)} × ${coloured(weights[i])}`;
  const equation = html`<bdi>${product} = ${coloured(products[i])}</bdi>`;
  return html`${nameOfInput(anatomy, i)}: ${equation}`;
}

customElements.define("dh-neuron-fields", NeuronFields);
