/**
 * One neuron, taken apart and put together again: pick it, see what it does to the input, change
 * its weights.
 */
import { html, nothing } from "lit";
import { strongest } from "../../common/parameters.js";
import { maxAbs } from "../../common/vectors.js";
import { hasInk } from "../../model/no-numbers.js";
import * as texts from "../../texts/en/inside.js";
import { loadingNetwork, testDigit } from "../../texts/en/ui.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { activationFigure } from "./activation-figure.js";
import { curvePoints, rangeFor } from "./activation-plot.js";
import { anatomyOf, FIRST_NEURON, initialNeuron, pickedNeuron } from "./anatomy.js";
import { editor } from "./editor.js";
import { accuracyOf, Edits } from "./edits.js";
import { brushed } from "./input-grid.js";
import "./neuron-fields.js";
import { picker } from "./picker.js";
import { sumTable } from "./sum-table.js";
import { nameOfNeuron } from "./text.js";

/**
 * @typedef {import("./anatomy.js").Anatomy} Anatomy
 * @typedef {import("./anatomy.js").Neuron} Neuron
 * @typedef {import("./neuron-fields.js").Stroke} Stroke
 */

/** What of the state is shown. */
const SHOWN = /** @type {const} */ ([
  "network",
  "parameters",
  "reading",
  "neuron",
  "evaluation",
  "history",
  "data",
  "settings",
]);

/** Sliders that go further beyond the largest weight than that many times are too coarse. */
const MOST_ROOM = 20;

class Inside extends Part {
  static properties = {
    picked: { state: true },
    hovered: { state: true },
    usesBrush: { state: true },
    brushValue: { state: true },
  };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** The input picked for a closer look. @type {number | null} */
    this.picked = null;
    /** The input under the pointer. @type {number | null} */
    this.hovered = null;
    this.usesBrush = false;
    /** What the brush leaves; until it is chosen, the largest weight. @type {number | null} */
    this.brushValue = null;
    /** How far the sliders go. */
    this.range = 1;
    /** Shape of the network and neuron shown. */
    this.key = "";
    this.initial = FIRST_NEURON;
    /** @type {Edits | null} */
    this.edits = null;
    /** @type {Anatomy | null} */
    this.anatomy = null;
    /** An arrow key led there: it takes the focus once it is shown. @type {Neuron | null} */
    this.walkingTo = null;
    /**
     * The curve of an activation function that only the engine knows.
     * @type {QueryController<Float32Array>}
     */
    this.curve = new QueryController(this, {
      session: () => this.session,
      key: () => this.#curveKey,
      ask: (session) => session.query("activated", ...this.#curveAsked()),
    });
  }

  /** Names the curve to be asked for; null when the page knows it. */
  get #curveKey() {
    const { anatomy } = this;
    if (!anatomy || anatomy.activationFunction.of || !Number.isFinite(anatomy.z)) return null;
    return `${anatomy.activationFunction.name} ${rangeFor(anatomy.z)}`;
  }

  /** @returns {[import("../../../wasm/tables.js").Activation, Float32Array]} */
  #curveAsked() {
    const { z } = /** @type {Anatomy} */ (this.anatomy);
    const name = /** @type {import("../../../wasm/tables.js").Activation} */ (
      this.state.network?.hidden
    );
    return [name, Float32Array.from(curvePoints(rangeFor(z)))];
  }

  connectedCallback() {
    this.edits ??= new Edits(this.session, () => this.requestUpdate());
    super.connectedCallback();
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return SHOWN.some((key) => state[key] !== before[key]);
  }

  willUpdate() {
    this.initial = initialNeuron(this.state, this.initial);
    this.anatomy = anatomyOf(this.state, pickedNeuron(this.state) ?? this.initial.neuron);
    if (!this.anatomy) return;
    const { layer, index } = this.anatomy.neuron;
    const key = `${this.state.network?.layers} ${layer} ${index}`;
    if (key !== this.key) this.#startOver(this.anatomy);
    this.key = key;
    this.range = rangeOf(this.anatomy, this.range);
  }

  /** Another neuron is shown. @param {Anatomy} anatomy */
  #startOver(anatomy) {
    this.hovered = null;
    this.brushValue = null;
    this.range = 0;
    if (this.picked !== null && this.picked >= anatomy.weights.length) this.picked = null;
  }

  updated() {
    const { walkingTo, anatomy } = this;
    if (!walkingTo || walkingTo.layer !== anatomy?.neuron.layer) return;
    if (walkingTo.index !== anatomy.neuron.index) return;
    this.walkingTo = null;
    /** @type {HTMLElement | null} */ (this.querySelector(".picker [aria-checked=true]"))?.focus();
  }

  render() {
    const { anatomy } = this;
    if (!anatomy) return html`<p class="quiet">${loadingNetwork}</p>`;
    return html`
      <div class="above">
        ${picker(this.state, anatomy.neuron, this.#pickNeuron)}
        <div class="stack">
          <h3 class="title">${nameOfNeuron(anatomy.neuron, anatomy.last)}</h3>
          ${this.#source()}
        </div>
      </div>
      <div class="work">
        <div class="stack">
          ${this.#fields(anatomy)}
          ${sumTable(anatomy, this.hovered ?? this.#pickedInput, (index) => this.#choose(index))}
        </div>
        <div class="stack beside">
          ${activationFigure(anatomy, this.curve.isCurrent ? this.curve.answer : null)}
          ${this.#editor(anatomy)}
        </div>
      </div>`;
  }

  /** @param {Anatomy} anatomy */
  #fields(anatomy) {
    return html`<dh-neuron-fields .anatomy=${anatomy} .picked=${this.#pickedInput}
      .hovered=${this.hovered} .isBrush=${this.#isBrush}
      .isMoving=${this.session.isBusy} @input-hover=${this.#hover}
      @input-pick=${this.#pickInput} @brush=${this.#brush}></dh-neuron-fields>`;
  }

  /** What is on the input, and a way to put something there. */
  #source() {
    const { reading, settings } = this.state;
    const words = hasInk(reading) ? reading?.shown.words || texts.drawing : texts.noInput;
    return html`
      <p class="quiet">${words}</p>
      ${
        settings.hide.includes("test")
          ? nothing
          : html`<div class="row">
              <button data-testid="inside-digit"
                @click=${() => this.session.act(this.session.testDigit())}
                >${testDigit}</button>
            </div>`
      }`;
  }

  /* ---- neuron and input ---- */

  /** @type {import("./picker.js").Pick} */
  #pickNeuron = (neuron, isByKeyboard = false) => {
    this.walkingTo = isByKeyboard ? neuron : null;
    this.session.pick(neuron);
  };

  /** The input picked; before any is, the one that adds most, or has the largest weight. */
  get #pickedInput() {
    const { products = [], weights = [] } = this.anatomy ?? {};
    return this.picked ?? strongest(products, 1)[0]?.index ?? strongest(weights, 1)[0]?.index ?? 0;
  }

  /** @param {CustomEvent<number | null>} event */
  #hover({ detail }) {
    this.hovered = detail;
  }

  /** @param {CustomEvent<number>} event */
  #pickInput({ detail }) {
    this.#choose(detail);
  }

  /** @param {number} index */
  #choose(index) {
    this.picked = index;
  }

  /* ---- changing weights by hand ---- */

  get #isBrush() {
    return this.usesBrush && this.anatomy?.hasPixels === true;
  }

  get #brushValue() {
    return this.brushValue ?? (maxAbs(this.anatomy?.weights ?? []) || 1);
  }

  /** A parameter with what is not in the state yet. @param {number} index @param {number} known */
  #valueOf(index, known) {
    return this.edits?.draftOf(index) ?? known;
  }

  /** @param {Anatomy} anatomy */
  #editor(anatomy) {
    const { edits } = this;
    const { weights, weightsAt, bias, biasAt } = anatomy;
    const picked = this.#pickedInput;
    return editor(
      {
        anatomy,
        picked,
        isBrush: this.#isBrush,
        values: {
          weight: this.#valueOf(weightsAt + picked, weights[picked]),
          bias: this.#valueOf(biasAt, bias),
          brush: this.#brushValue,
        },
        range: this.range,
        accuracy: edits?.canPutBack
          ? { before: edits.accuracyBefore, now: accuracyOf(this.state) }
          : null,
      },
      this.#actions,
    );
  }

  /** @type {import("./editor.js").EditorActions} */
  #actions = {
    useBrush: (isBrush) => {
      this.usesBrush = isBrush;
    },
    beginGesture: () => this.edits?.beginGesture(),
    setWeight: ({ value, isDrag }) => {
      if (!this.anatomy) return;
      this.picked = this.#pickedInput;
      this.edits?.set([[this.anatomy.weightsAt + this.picked, value]], { isDrag });
    },
    setBias: ({ value, isDrag }) => {
      if (this.anatomy) this.edits?.set([[this.anatomy.biasAt, value]], { isDrag });
    },
    setBrush: ({ value }) => {
      this.brushValue = value;
    },
    putBack: () => {
      if (this.edits) this.session.act(this.edits.putBack());
    },
  };

  /**
   * Paints the brush's value over the weights under a stroke.
   * @param {CustomEvent<Stroke>} event
   */
  #brush({ detail: { inputs, isNew } }) {
    const { anatomy, edits } = this;
    if (!anatomy || !edits) return;
    if (isNew) {
      edits.beginGesture();
      this.brushValue = this.#brushValue;
    }
    const value = this.#brushValue;
    for (const { index, amount } of inputs.flatMap(brushed)) {
      const at = anatomy.weightsAt + index;
      const now = this.#valueOf(at, anatomy.weights[index]);
      const painted = amount === 1 ? value : now + (value - now) * amount;
      edits.set([[at, painted]], { isDrag: true });
    }
  }
}

/**
 * How far the sliders go: a round number somewhat beyond the largest weight. It stays as long as it
 * fits, so that a drag does not change its own scale.
 * @param {Anatomy} anatomy
 * @param {number} before
 */
function rangeOf({ weights, bias }, before) {
  const largest = Math.max(0.1, Math.abs(bias), maxAbs(weights));
  if (!Number.isFinite(largest)) return before || 1;
  if (largest <= before && before <= MOST_ROOM * largest) return before;
  const power = 10 ** Math.floor(Math.log10(1.5 * largest));
  return power * ([2, 5].find((step) => step * power >= 1.5 * largest) ?? 10);
}

customElements.define("dh-inside", Inside);
