/** The network, alive: the picture, the neurons, the weights between them, and the ten outputs with their numbers. */
import { html } from "lit";
import { isSure } from "../../common/confidence.js";
import { fraction } from "../../common/numbers.js";
import { places } from "../../common/parameters.js";
import { nextFrame } from "../../model/store.js";
import { context, onColours } from "../colors.js";
import { Part } from "../part.js";
import { layOut, lineAt } from "./layout.js";
import { brightness, paintNetwork } from "./paint.js";

const SECONDS_PER_LAYER = 0.7;

export class NetworkView extends Part {
  static properties = { tip: { state: true } };

  constructor() {
    super();
    /** @type {{ x: number, y: number, text: string } | null} */
    this.tip = null;
    this.rests = true;
    this.journey = Number.POSITIVE_INFINITY;
    /** @type {import("./layout.js").Layout | null} */
    this.layout = null;
    this.stopColours = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.resizes = new ResizeObserver(() => this.#paint());
  }

  disconnectedCallback() {
    this.stopColours();
    this.resizes?.disconnect();
    super.disconnectedCallback();
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    const parts = /** @type {const} */ (["parameters", "reading", "network", "neuron"]);
    return parts.some((part) => state[part] !== before[part]);
  }

  firstUpdated() {
    this.resizes?.observe(this.#canvas);
  }

  updated() {
    this.#paint();
  }

  render() {
    const { reading, network } = this.state;
    const words = network ? `${network.layers.join(", ")} neurons` : "no network yet";
    return html`
      <div class="drawing-of-network">
        <canvas tabindex="0" role="application" aria-label="The network: ${words}. Arrow keys move from neuron to neuron."
          @pointermove=${this.#hover} @pointerleave=${() => this.#setTip(null)} @click=${this.#click} @keydown=${this.#key}></canvas>
        ${this.tip ? html`<p class="tip small" role="status" style="left:${this.tip.x}px;top:${this.tip.y}px">${this.tip.text}</p>` : ""}
      </div>
      <ol class="outputs" role="list" aria-label="The ten outputs">${this.#outputs(reading)}</ol>`;
  }

  /** @param {import("../../worker/protocol.js").Reading | null} reading */
  #outputs(reading) {
    const there = reading !== null && reading.answer !== null;
    const outputs = there
      ? reading.activations[reading.activations.length - 1]
      : new Float32Array(10);
    const level = brightness(outputs);
    const arrived = this.journey >= (this.state.network?.layers.length ?? 1) - 1;
    return Array.from({ length: 10 }, (_, digit) => {
      const a = arrived ? level(digit) : 0;
      return html`
        <li class=${there && arrived && reading.answer === digit && isSure(reading) ? "winner" : ""} style="--a:${a.toFixed(3)}">
          <button class="plain" @click=${() => this.#pick({ layer: reading ? reading.activations.length - 1 : 0, index: digit })}
            aria-label="Output ${digit}: ${there ? fraction(outputs[digit]) : "dark"}">
            <i class="neuron"></i><b>${digit}</b><span class="track"><span></span></span>
            <span class="value">${there && arrived ? fraction(outputs[digit]) : ""}</span>
          </button>
        </li>`;
    });
  }

  /** Lights the network layer by layer, at once for those who asked for less motion; resolves when all of it is lit. */
  async travel() {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches || !this.state.network) return;
    const start = performance.now();
    const end = this.state.network.layers.length - 1;
    for (let at = 0; at < end + 0.05; ) {
      this.journey = at;
      this.requestUpdate();
      await new Promise((resolve) => nextFrame(() => resolve(null)));
      at = (performance.now() - start) / 1000 / SECONDS_PER_LAYER;
    }
    this.journey = Number.POSITIVE_INFINITY;
    this.requestUpdate();
  }

  get #canvas() {
    return /** @type {HTMLCanvasElement} */ (this.querySelector("canvas"));
  }

  #paint() {
    const { network, parameters, reading, neuron } = this.state;
    if (!this.hasUpdated || !network || !parameters || parameters.length !== network.parameterCount)
      return;
    const { pen, width, height } = context(this.#canvas);
    this.layout = layOut(network.layers, width, height);
    const fits = reading?.activations.length === network.layers.length ? reading : null;
    paintNetwork(pen, this.layout, {
      layers: network.layers,
      parameters,
      reading: fits,
      picked: neuron,
      journey: this.journey,
    });
  }

  /* ---- what is under the pointer ---- */

  /** @param {PointerEvent} event */
  #hover(event) {
    const at = { x: event.offsetX, y: event.offsetY };
    const dot = this.#dotAt(at);
    this.#setTip(
      dot ? { ...at, text: this.#wordsOf(dot) } : (this.#lineAt(at) ?? this.#pixelAt(at)),
    );
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const dot = this.#dotAt({ x: event.offsetX, y: event.offsetY });
    this.#pick(dot);
  }

  /** @param {{ layer: number, index: number } | null} dot */
  #pick(dot) {
    this.session.pick(dot && { layer: dot.layer, index: dot.index });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { network, neuron } = this.state;
    if (!network || !this.layout) return;
    if (event.key === "Escape") return this.#pick(null);
    const moves = /** @type {Record<string, [number, number]>} */ ({
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
    });
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const at = neuron?.layer ? neuron : { layer: 1, index: -1 };
    const layer = Math.min(network.layers.length - 1, Math.max(1, at.layer + move[0]));
    const index = Math.min(network.layers[layer] - 1, Math.max(0, at.index + move[1]));
    this.#pick({ layer, index });
    const dot = this.layout.dots[layer].find((each) => each.index === index);
    if (dot) this.#setTip({ x: dot.x, y: dot.y, text: this.#wordsOf(dot) });
  }

  /** @param {{ x: number, y: number, text: string } | null} tip */
  #setTip(tip) {
    const edge = this.#canvas.clientWidth;
    this.tip = tip && { ...tip, x: Math.min(Math.max(tip.x, 90), edge - 60), y: tip.y };
  }

  /** @param {{ x: number, y: number }} at */
  #dotAt({ x, y }) {
    const reach = Math.max(14, (this.layout?.radius ?? 0) + 4);
    const near = (/** @type {{ x: number, y: number }} */ dot) =>
      Math.hypot(dot.x - x, dot.y - y) < reach;
    return this.layout?.dots.slice(1, -1).flat().find(near) ?? null;
  }

  /** @param {{ x: number, y: number }} at */
  #pixelAt({ x, y }) {
    const picture = this.layout?.picture;
    const { reading } = this.state;
    if (!picture || !reading) return null;
    const column = Math.floor(((x - picture.x) / picture.size) * 28);
    const row = Math.floor(((y - picture.y) / picture.size) * 28);
    if (column < 0 || row < 0 || column > 27 || row > 27) return null;
    const text = `Pixel ${row * 28 + column}, row ${row}, column ${column}: ${fraction(reading.pixels[row * 28 + column])}`;
    return { x, y, text };
  }

  /** The nearest visible line, and its weight. @param {{ x: number, y: number }} at */
  #lineAt({ x, y }) {
    const { network, parameters } = this.state;
    const dots = this.layout?.dots;
    if (!network || !parameters || !dots) return null;
    const layer = dots.findIndex(
      (list, l) => l > 0 && dots[l + 1] && x > list[0].x && x < dots[l + 1][0].x,
    );
    if (layer < 1) return null;
    const place = places(network.layers)[layer];
    let best = { score: 0, text: "" };
    for (const from of dots[layer]) {
      for (const to of dots[layer + 1]) {
        const off = Math.abs(lineAt(from, to, x) - y);
        if (off > 5) continue;
        const w = parameters[place.weights + to.index * place.inputs + from.index];
        const score = Math.abs(w) / (1 + off);
        if (score > best.score)
          best = {
            score,
            text: `Weight from neuron ${from.index + 1} to ${this.#name(to)}: ${w.toFixed(2)}`,
          };
      }
    }
    return best.score ? { x, y, text: best.text } : null;
  }

  /** @param {{ layer: number, index: number }} dot */
  #wordsOf(dot) {
    const { reading, parameters, network } = this.state;
    const value =
      reading?.answer !== null ? reading?.activations[dot.layer]?.[dot.index] : undefined;
    const bias =
      network && parameters
        ? parameters[places(network.layers)[dot.layer - 1].biases + dot.index]
        : undefined;
    const name = this.#name(dot);
    return `${name[0].toUpperCase()}${name.slice(1)}: ${value === undefined ? "no input" : fraction(value)}, bias ${bias?.toFixed(2)}`;
  }

  /** @param {{ layer: number, index: number }} dot */
  #name({ layer, index }) {
    const last = (this.state.network?.layers.length ?? 0) - 1;
    return layer === last ? `output ${index}` : `neuron ${index + 1} of layer ${layer}`;
  }
}

customElements.define("dh-network", NetworkView);
