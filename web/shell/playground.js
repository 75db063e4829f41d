/**
 * The playground: draw, see the network light up, read the prediction; the training curve and the
 * weights beside it. While a lab is open it is a strip above it, of the same parts: the drawing,
 * the network, the prediction. On a phone the strip opens and closes.
 */
import { html, nothing } from "lit";
import { PLAYGROUND } from "../common/labs.js";
import { count } from "../common/numbers.js";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import { labLink } from "./lab-link.js";
import "./network-caption.js";

/** Weight pictures of the first screen. */
const TILES = 16;

const LEGEND = html`
  <p class="legend small quiet">
    <b class="positive">positive weight</b> <b class="negative">negative weight</b>
  </p>`;

class Playground extends Part {
  static properties = { isOpen: { state: true } };

  constructor() {
    super();
    /** Whether the strip of a phone shows the drawing at full width. */
    this.isOpen = false;
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ (["network", "lab", "shown", "neuron"]);
    return fields.some((field) => state[field] !== before[field]);
  }

  /** What the style sheet needs to know. */
  willUpdate() {
    const isStrip = this.state.lab !== PLAYGROUND;
    if (!isStrip) this.isOpen = false;
    this.toggleAttribute("data-strip", isStrip);
    this.toggleAttribute("data-open", this.isOpen);
  }

  render() {
    const { session } = this;
    const isStrip = this.state.lab !== PLAYGROUND;
    return html`
      <p class="intro quiet"><b aria-hidden="true">Downhill</b> A neural network that learns to read
        digits, in your browser. Draw one.</p>
      <section class="draw" aria-label="Draw">
        <dh-drawing .session=${session}></dh-drawing>
        <dh-prediction .session=${session}></dh-prediction>
      </section>
      <section class="network" aria-label="The network">
        <dh-network-caption .session=${session}></dh-network-caption>
        <dh-network .session=${session} .isMini=${isStrip}></dh-network>
        <div class="row under">
          <button class="plain" data-testid="journey" @click=${this.#travel}>
            ${icons.journey}Follow the digit
          </button>
          ${this.state.neuron?.layer ? this.#lookInside(this.state.neuron) : LEGEND}
        </div>
      </section>
      <section class="side" aria-label="Training">
        <dh-curve .session=${session}></dh-curve>
        <div class="weights">
          <p class="finding">${this.#tilesTitle()}</p>
          <dh-tiles .session=${session} limit=${TILES}></dh-tiles>
        </div>
      </section>
      ${isStrip ? this.#stripTools() : nothing}`;
  }

  /** Shows the drawing, at full width on a phone, and gives it the focus. */
  async openDrawing() {
    this.isOpen = this.state.lab !== PLAYGROUND;
    await this.updateComplete;
    const drawing = /** @type {HTMLElement} */ (this.querySelector("dh-drawing"));
    if (!this.isOpen) this.scrollIntoView();
    drawing.focus({ preventScroll: true });
  }

  /**
   * The way from a neuron that was chosen to its weights and its sum.
   * @param {{ layer: number, index: number }} neuron
   */
  #lookInside({ layer, index }) {
    const isOutput = layer === (this.state.network?.layers.length ?? 0) - 1;
    const name = isOutput ? `output ${index}` : `neuron ${index + 1} of layer ${layer}`;
    return labLink(this.session, "inside", `Look inside ${name}`, { name: "button" });
  }

  /** Buttons that only the strip has. */
  #stripTools() {
    const { isOpen, session } = this;
    const isEmpty = this.state.shown.kind === "nothing";
    const toggle = () => {
      this.isOpen = !isOpen;
    };
    const larger = html`${icons.larger}<span class="only-heard">Back to the playground</span>`;
    return html`
      ${labLink(session, PLAYGROUND, larger, { name: "button icon larger" })}
      <button class="enlarge" aria-expanded=${isOpen} data-testid="enlarge" @click=${toggle}>
        ${isOpen ? "Done" : [isEmpty ? icons.pen : nothing, html`<span class="only-heard">Draw</span>`]}
      </button>`;
  }

  #tilesTitle() {
    const hidden = this.state.network?.layers[1] ?? TILES;
    return hidden > TILES
      ? `Weights of ${TILES} of the ${count(hidden)} neurons in hidden layer 1`
      : `Weights of the ${hidden} neurons in hidden layer 1`;
  }

  #travel() {
    const view = /** @type {HTMLElement & { travel: () => void } | null} */ (
      this.querySelector("dh-network")
    );
    view?.travel();
  }
}

customElements.define("dh-playground", Playground);
