/** One neuron, taken apart and put together again: pick it, see what it does to the input, change its weights. */

import { html, nothing } from "lit";
import { fraction, percent } from "../../common/numbers.js";
import { strongest } from "../../common/parameters.js";
import { maxAbs } from "../../common/vectors.js";
import { onColours } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";
import { squashPlot } from "./activation-plot.js";
import { dissect, firstOf, lookedAt } from "./anatomy.js";
import { Edits } from "./edits.js";
import { brushed, FIELDS, inputAt, moved, nameOf, paintField, placeOf } from "./fields.js";
import { nameOfNeuron, picker } from "./picker.js";
import { signed, sumTable } from "./sum.js";

/** @typedef {import("./anatomy.js").Anatomy} Anatomy */

class Inside extends Part {
  static properties = { at: { state: true }, over: { state: true }, tool: { state: true } };

  constructor() {
    super();
    this.pace = 60;
    this.rests = true;
    /** The input picked for a closer look. @type {number | null} */
    this.at = null;
    /** The input under the pointer. @type {number | null} */
    this.over = null;
    /** @type {"one" | "brush"} */
    this.tool = "one";
    /** What the brush leaves behind; null until it is chosen. @type {number | null} */
    this.ink = null;
    /** How far the sliders go; stays while a neuron is being edited. */
    this.range = 1;
    this.key = "";
    this.stopColours = () => {};
    /** What is looked at before anything is picked. @type {import("./anatomy.js").First} */
    this.first = { neuron: { layer: 1, index: 0 }, network: null };
    /** @type {Edits | null} */
    this.edits = null;
    /** @type {Anatomy | null} */
    this.anatomy = null;
  }

  connectedCallback() {
    this.edits ??= new Edits(this.session);
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

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    const parts = /** @type {const} */ ([
      "parameters",
      "reading",
      "network",
      "neuron",
      "shown",
      "evaluation",
    ]);
    return parts.some((part) => state[part] !== before[part]);
  }

  willUpdate() {
    this.edits?.check();
    this.first = firstOf(this.state, this.first);
    this.anatomy = dissect(this.state, lookedAt(this.state) ?? this.first.neuron);
    if (!this.anatomy) return;
    const { layer, index } = this.anatomy.neuron;
    const key = `${this.state.network?.layers} ${layer} ${index}`;
    const fresh = key !== this.key;
    if (fresh && this.at !== null && this.at >= this.anatomy.weights.length) this.at = null;
    if (fresh || !this.edits?.before) this.range = rangeOf(this.anatomy);
    if (fresh) this.over = this.ink = null;
    this.key = key;
  }

  updated() {
    this.#paint();
  }

  render() {
    const { anatomy } = this;
    if (!anatomy) return html`<p class="quiet">The network is on its way.</p>`;
    const last = (this.state.network?.layers.length ?? 0) - 1;
    return html`
      <div class="above">
        ${picker(this.state, anatomy.neuron, (neuron) => this.session.pick(neuron))}
        <div class="stack">
          <h3 class="title">${nameOfNeuron(anatomy.neuron, last)}</h3>
          ${this.#source()}
        </div>
      </div>
      <div class="work">
        <div class="stack">
          <div class="fields">${FIELDS.map((field) => this.#field(field, anatomy))}</div>
          <p class="readout number" role="status">${this.#readout(anatomy)}</p>
          ${sumTable(anatomy, this.#looked, (index) => this.#choose(index))}
        </div>
        <div class="stack beside">
          ${this.#squash(anatomy)}
          ${this.#bench(anatomy)}
        </div>
      </div>`;
  }

  /** The input looked at: under the pointer, or picked. */
  get #looked() {
    return this.over ?? this.#picked;
  }

  /** The input picked; before any is, the one that adds most. */
  get #picked() {
    const { products = [], weights = [] } = this.anatomy ?? {};
    return this.at ?? strongest(products, 1)[0]?.index ?? strongest(weights, 1)[0]?.index ?? 0;
  }

  #source() {
    const { shown, reading, data } = this.state;
    const there = reading !== null && reading.answer !== null;
    return html`
      <p class="quiet">${there ? shown.words || "Its input: your drawing" : "Nothing is drawn: only the bias counts."}</p>
      <div class="row">
        <button data-testid="inside-digit" ?disabled=${!data.test} @click=${() => this.session.testDigit()}>A test digit</button>
      </div>`;
  }

  /** @param {typeof FIELDS[number]} field @param {Anatomy} anatomy */
  #field(field, anatomy) {
    const looked = this.#looked;
    const { left, top, width, height } = placeOf(anatomy, looked);
    const box = [left, top, width, height].map((share) => `${(100 * share).toFixed(3)}%`);
    const captions = anatomy.pictures
      ? { weights: "784 weights", inputs: "× your input", products: "= what each pixel adds" }
      : {
          weights: `${anatomy.weights.length} weights`,
          inputs: "× activations",
          products: "= what each neuron adds",
        };
    const edits = field === "weights";
    return html`
      <figure class=${field}>
        <figcaption>${captions[field]}</figcaption>
        <div class="field ${edits && this.tool === "brush" ? "brush" : ""}">
          <canvas tabindex=${edits ? 0 : -1} role=${edits ? "application" : "img"} data-field=${field}
            class=${anatomy.pictures ? "picture" : "columns"}
            aria-label=${edits ? `Weights. Arrow keys move from weight to weight${this.tool === "brush" ? ", Enter paints" : ""}.` : captions[field]}
            @pointermove=${this.#move} @pointerdown=${this.#press} @pointerup=${this.#release} @pointercancel=${this.#release}
            @pointerleave=${this.#leave} @keydown=${edits ? this.#keyed : nothing}></canvas>
          <i class="mark" style="left:${box[0]};top:${box[1]};width:${box[2]};height:${box[3]}"></i>
        </div>
      </figure>`;
  }

  /** @param {Anatomy} anatomy */
  #readout(anatomy) {
    const i = this.#looked;
    const { inputs, weights, products } = anatomy;
    return html`${nameOf(anatomy, i)}: ${inputs[i].toFixed(2)} × <span class=${tone(weights[i])}>${signed(weights[i])}</span> = <span class=${tone(products[i])}>${signed(products[i])}</span>`;
  }

  /** @param {Anatomy} anatomy */
  #squash(anatomy) {
    const { squash, sum, bias, z, activation } = anatomy;
    const level = Math.max(0, Math.min(1, activation));
    return html`
      <figure>
        <figcaption>The squash: ${squash.name === "softmax" ? "softmax, the other outputs as they are" : `a ${squash.name}`}</figcaption>
        ${squashPlot(anatomy)}
      </figure>
      <p class="result number">
        <i class="neuron" style="--a:${level.toFixed(3)}"></i>
        <span>${squash.sign}(${signed(sum)} ${bias < 0 ? "−" : "+"} ${Math.abs(bias).toFixed(2)}) = ${squash.sign}(${signed(z)}) =</span>
        <output class="title" data-testid="inside-activation" aria-label="Activation">${activationOf(activation)}</output>
      </p>`;
  }

  /* ---- changing weights by hand ---- */

  /** @param {Anatomy} anatomy */
  #bench(anatomy) {
    const { weights, bias } = anatomy;
    const brush = this.tool === "brush" && anatomy.pictures;
    const at = this.#picked;
    const value = brush ? this.#ink : weights[at];
    const what = brush ? "Weight that the brush leaves" : `Weight: ${lower(nameOf(anatomy, at))}`;
    return html`
      <fieldset class="bench">
        <legend>Change it by hand</legend>
        ${
          anatomy.pictures
            ? html`<div class="row" role="group" aria-label="Tool">
                <button aria-pressed=${!brush} @click=${() => this.#use("one")}>One weight</button>
                <button aria-pressed=${brush} @click=${() => this.#use("brush")}>Brush</button>
              </div>`
            : nothing
        }
        ${this.#slider(what, "weight", value, (to) => this.#slide(anatomy, to))}
        ${this.#slider("Bias", "bias", bias, (to) => this.#edit([[anatomy.biasAt, to]]))}
        ${this.#back()}
      </fieldset>`;
  }

  /** @param {string} words @param {string} name @param {number} value @param {(to: number) => void} change */
  #slider(words, name, value, change) {
    const { range } = this;
    const heard = (/** @type {any} */ event) => {
      const to = Number(event.target.value);
      if (event.target.value !== "" && Number.isFinite(to))
        change(Math.min(1e6, Math.max(-1e6, to)));
    };
    return html`
      <div class="slide">
        <span id="inside-${name}">${words}</span>
        <input type="range" min=${-range} max=${range} step=${range / 200} .value=${String(value)} aria-labelledby="inside-${name}" @input=${heard} />
        <input type="number" step="0.1" .value=${value.toFixed(2)} inputmode="decimal" aria-labelledby="inside-${name}" data-testid="inside-${name}" @change=${heard} />
      </div>`;
  }

  #back() {
    const before = this.edits?.before;
    if (!before)
      return html`<p class="small quiet">${this.anatomy?.pictures ? "Pick another weight in the picture, or take the brush to it." : "Pick another weight among the columns."}</p>`;
    const { evaluation } = this.state;
    return html`
      <div class="row">
        <button data-testid="inside-back" @click=${this.#putBack}>Put back</button>
        <p class="small quiet number">Unseen digits read: ${percent(before.accuracy)} → <b>${percent(evaluation?.accuracy)}</b></p>
      </div>`;
  }

  get #ink() {
    return this.ink ?? maxAbs(this.anatomy?.weights ?? []);
  }

  /** @param {"one" | "brush"} tool */
  #use(tool) {
    this.tool = tool;
  }

  /** @param {Anatomy} anatomy @param {number} to */
  #slide(anatomy, to) {
    if (this.tool === "brush" && anatomy.pictures) {
      this.ink = to;
      this.requestUpdate();
      return;
    }
    this.at = this.#picked;
    this.#edit([[anatomy.at + this.at, to]]);
  }

  /** @param {[number, number][]} changes */
  async #edit(changes) {
    await this.edits?.set(changes);
    this.requestUpdate();
  }

  async #putBack() {
    await this.edits?.putBack();
    this.requestUpdate();
  }

  /** @param {number} i  where the brush is put down */
  #brush(i) {
    const { anatomy } = this;
    if (!anatomy) return;
    const ink = this.#ink;
    this.#edit(
      brushed(anatomy, i).map(({ index, share }) => {
        const now = anatomy.weights[index];
        return [anatomy.at + index, share === 1 ? ink : now + (ink - now) * share];
      }),
    );
  }

  /* ---- pointing ---- */

  /** @param {PointerEvent} event */
  #pointed(event) {
    const canvas = /** @type {HTMLCanvasElement} */ (event.currentTarget);
    const { width, height } = canvas.getBoundingClientRect();
    const { anatomy } = this;
    return anatomy ? inputAt(anatomy, event.offsetX / width, event.offsetY / height) : null;
  }

  /** @param {PointerEvent} event */
  #paints(event) {
    const canvas = /** @type {HTMLCanvasElement} */ (event.currentTarget);
    return (
      this.tool === "brush" &&
      Boolean(this.anatomy?.pictures) &&
      canvas.dataset.field === "weights" &&
      event.buttons === 1
    );
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (event.pointerType !== "touch" || event.buttons) this.over = this.#pointed(event);
    if (this.over !== null && this.#paints(event)) this.#brush(this.over);
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const i = this.#pointed(event);
    if (i === null) return;
    if (this.#paints(event)) {
      /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
      this.#brush(i);
    } else this.#choose(i);
  }

  /** @param {PointerEvent} event */
  #release(event) {
    if (event.pointerType === "touch") this.over = null;
  }

  #leave() {
    this.over = null;
  }

  /** @param {number} i */
  #choose(i) {
    this.at = i;
    if (this.tool === "brush") this.over = null;
  }

  /** @param {KeyboardEvent} event */
  #keyed(event) {
    const { anatomy } = this;
    if (!anatomy) return;
    const to = moved(anatomy, this.#picked, event.key);
    const paints = event.key === "Enter" && this.tool === "brush" && anatomy.pictures;
    if (to === null && !paints) return;
    event.preventDefault();
    this.over = null;
    this.at = to ?? this.#picked;
    if (paints) this.#brush(this.at);
  }

  #paint() {
    const { anatomy } = this;
    if (!anatomy) return;
    for (const field of FIELDS) {
      const canvas = /** @type {HTMLCanvasElement | null} */ (
        this.querySelector(`[data-field=${field}]`)
      );
      if (canvas) paintField(canvas, anatomy, field);
    }
  }
}

/** A round number somewhat beyond the largest weight. @param {Anatomy} anatomy */
function rangeOf({ weights, bias }) {
  const most = 1.5 * Math.max(0.1, Math.abs(bias), maxAbs(weights));
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 2, 5, 10].find((step) => step * power >= most) ?? 10);
}

/** 0.973; what would be 0.000 is said to be below it. @param {number} value */
function activationOf(value) {
  return value > 0 && value < 0.0005 ? "below 0.001" : fraction(value, 3);
}

/** @param {string} words */
function lower(words) {
  return words[0].toLowerCase() + words.slice(1);
}

/** @param {number} value */
function tone(value) {
  if (value === 0) return "";
  return value < 0 ? "negative" : "positive";
}

customElements.define("dh-inside", Inside);
