/**
 * The network: its input, its neurons, the weights between them, and the ten outputs with their
 * numbers.
 */
import { html } from "lit";
import { SIDE } from "../../common/images.js";
import { places } from "../../common/parameters.js";
import { nextFrame } from "../../model/store.js";
import * as texts from "../../texts/en/ui.js";
import { context, unit } from "../canvas.js";
import { PaintController } from "../controllers.js";
import { plainKey } from "../keys.js";
import { outputBars, outputRows } from "../output-bars.js";
import { Part } from "../part.js";
import "../tip.css";
import { layOut, lineAt } from "./layout.js";
import { paintNetwork } from "./paint.js";
import "./view.css";

const SECONDS_PER_LAYER = 0.7;

/**
 * @typedef {{ layer: number, index: number }} Neuron
 * @typedef {{ x: number, y: number }} At  units of the drawing
 * @typedef {At & { words: () => string }} Tip  its words are found when it is rendered, so that
 *   they are live
 */

export class NetworkView extends Part {
  static properties = {
    isMini: { attribute: false },
    tip: { state: true },
    announcement: { state: true },
  };

  constructor() {
    super();
    this.beginsInTurn = true;
    this.pauseWhenHidden = true;
    /** Without captions, and with the outputs as columns: about as high as five lines of text. */
    this.isMini = false;
    /** @type {Tip | null} */
    this.tip = null;
    /** What the arrow keys have moved to. */
    this.announcement = "";
    /** Layers that are lit, from the input on; all but while `travel` runs. */
    this.depth = Number.POSITIVE_INFINITY;
    /** @type {import("./layout.js").Layout | null} */
    this.layout = null;
    new PaintController(
      this,
      () => this.#paint(),
      () => this.#canvas,
    );
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ (["parameters", "reading", "network", "neuron", "phase"]);
    return fields.some((field) => state[field] !== before[field]);
  }

  render() {
    const { tip } = this;
    const { network } = this.state;
    const at = tip ? `left:${tip.x / 16}rem;top:${tip.y / 16}rem` : "";
    return html`
      <div class="drawing-of-network">
        <canvas tabindex="0" role="application"
          aria-label=${texts.network(network?.layers)}
          @pointermove=${this.#hover} @pointerleave=${() => this.#setTip(null)}
          @click=${this.#click} @keydown=${this.#key}></canvas>
        ${tip ? html`<p class="tip small" aria-hidden="true" style=${at}>${tip.words()}</p>` : ""}
        <p class="only-heard" role="status">${this.announcement}</p>
      </div>
      ${
        this.isMini
          ? outputBars(this.#outputs)
          : outputRows(
              this.#outputs,
              (index) => this.#pick({ layer: this.#last, index }),
              this.session.isBusy,
            )
      }`;
  }

  /** Index of the output layer. */
  get #last() {
    return (this.state.network?.layers.length ?? 1) - 1;
  }

  /** Null while they are not lit. */
  get #outputs() {
    const { reading } = this.state;
    if (!reading || reading.answer === null || this.depth < this.#last) return null;
    return reading.activations[this.#last];
  }

  /**
   * Lights the network layer by layer, at once where less motion is preferred; resolves when all of
   * it is lit.
   */
  async travel() {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches || !this.state.network) return;
    const start = performance.now();
    const end = this.state.network.layers.length - 1;
    for (let at = 0; at < end + 0.05; ) {
      this.depth = at;
      this.requestUpdate();
      await new Promise((resolve) => nextFrame(() => resolve(null)));
      at = (performance.now() - start) / 1000 / SECONDS_PER_LAYER;
    }
    this.depth = Number.POSITIVE_INFINITY;
    this.requestUpdate();
  }

  get #canvas() {
    return /** @type {HTMLCanvasElement} */ (this.querySelector("canvas"));
  }

  #paint() {
    const { network, parameters, reading, neuron } = this.state;
    if (!network || !parameters) return;
    // Where it is not displayed there is nothing to lay out.
    if (!this.#canvas.clientHeight) return;
    const { pen, width, height } = context(this.#canvas);
    const isRead = reading !== null && reading.answer !== null;
    const activations = isRead ? reading.activations : null;
    const lit = { activations, picked: neuron };
    this.layout = layOut(network.layers, width, height, lit, this.isMini);
    paintNetwork(pen, this.layout, {
      layers: network.layers,
      parameters,
      reading,
      picked: neuron,
      depth: this.depth,
    });
  }

  /* ---- what is under the pointer ---- */

  /** @param {PointerEvent} event */
  #hover(event) {
    const at = placeOf(event);
    const dot = this.#dotAt(at);
    const words = dot ? () => this.#wordsOf(dot) : (this.#lineAt(at) ?? this.#pixelAt(at));
    this.#setTip(words && { ...at, words });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    this.#pick(this.#dotAt(placeOf(event)));
  }

  /** @param {Neuron | null} neuron */
  #pick(neuron) {
    this.session.pick(neuron && { layer: neuron.layer, index: neuron.index });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { network, neuron } = this.state;
    const key = plainKey(event);
    if (!network || !this.layout) return;
    if (key === "Escape") return this.#pick(null);
    const moves = /** @type {Record<string, [number, number]>} */ ({
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
    });
    const move = moves[key];
    if (!move) return;
    event.preventDefault();
    const at = neuron?.layer ? neuron : { layer: 1, index: -1 };
    const layer = Math.min(this.#last, Math.max(1, at.layer + move[0]));
    const index = Math.min(network.layers[layer] - 1, Math.max(0, at.index + move[1]));
    this.#pick({ layer, index });
    const dot = this.layout.dots[layer].find((each) => each.index === index);
    this.#setTip(dot ? { x: dot.x, y: dot.y, words: () => this.#wordsOf(dot) } : null);
    this.announcement = this.#wordsOf({ layer, index });
  }

  /** @param {Tip | null} tip */
  #setTip(tip) {
    const edge = this.#canvas.clientWidth / unit();
    this.tip = tip && { ...tip, x: Math.min(Math.max(tip.x, 90), edge - 60) };
  }

  /** @param {At} at */
  #dotAt({ x, y }) {
    const { dots = [], radius = 0 } = this.layout ?? {};
    const best = { distance: this.isMini ? radius + 4 : Math.max(14, radius + 4), dot: null };
    for (const dot of dots.slice(1, -1).flat()) {
      const distance = Math.hypot(dot.x - x, dot.y - y);
      if (distance < best.distance) Object.assign(best, { distance, dot });
    }
    return best.dot;
  }

  /** The words for the pixel of the input that is there. @param {At} at */
  #pixelAt({ x, y }) {
    const picture = this.layout?.picture;
    if (!picture || !this.state.reading) return null;
    const column = Math.floor(((x - picture.x) / picture.size) * SIDE);
    const row = Math.floor(((y - picture.y) / picture.size) * SIDE);
    if (column < 0 || row < 0 || column >= SIDE || row >= SIDE) return null;
    const at = row * SIDE + column;
    return () => texts.pixel(row + 1, column + 1, this.state.reading?.pixels[at] ?? 0);
  }

  /** The words for the nearest visible line. @param {At} at */
  #lineAt({ x, y }) {
    const { network, parameters } = this.state;
    const dots = this.layout?.dots;
    if (!network || !parameters || !dots) return null;
    const layer = dots.findIndex(
      (list, l) => l > 0 && dots[l + 1] && x > list[0].x && x < dots[l + 1][0].x,
    );
    if (layer < 1) return null;
    const place = places(network.layers)[layer];
    const near = dots[layer].flatMap((from) => dots[layer + 1].map((to) => ({ from, to })));
    const best = { score: 0, at: 0, from: 0, to: 0 };
    for (const { from, to } of near) {
      const distance = Math.abs(lineAt(from, to, x) - y);
      if (distance > 5) continue;
      const at = place.weights + to.index * place.inputs + from.index;
      const score = Math.abs(parameters[at]) / (1 + distance);
      if (score > best.score) Object.assign(best, { score, at, from: from.index, to: to.index });
    }
    return best.score ? () => this.#wordsOfWeight(layer, best) : null;
  }

  /** @param {number} at  index in canonical order */
  #parameter(at) {
    return this.state.parameters?.[at] ?? 0;
  }

  /** @param {number} layer @param {{ at: number, from: number, to: number }} weight */
  #wordsOfWeight(layer, { at, from, to }) {
    const weight = this.#parameter(at);
    return layer + 1 === this.#last
      ? texts.weightToOutput(from + 1, to, weight)
      : texts.weightToNeuron(from + 1, to + 1, layer + 1, weight);
  }

  /** @param {Neuron} neuron */
  #wordsOf({ layer, index }) {
    const { reading, network } = this.state;
    const place = network && places(network.layers)[layer - 1];
    if (!place || index >= place.outputs) return "";
    const isRead = reading !== null && reading.answer !== null;
    const activation = isRead ? reading.activations[layer][index] : null;
    const bias = this.#parameter(place.biases + index);
    return layer === this.#last
      ? texts.outputState(index, activation, bias)
      : texts.neuronState(index + 1, layer, activation, bias);
  }
}

/** Where in the drawing. @param {MouseEvent} event @returns {At} */
function placeOf({ offsetX, offsetY }) {
  return { x: offsetX / unit(), y: offsetY / unit() };
}

customElements.define("dh-network", NetworkView);
