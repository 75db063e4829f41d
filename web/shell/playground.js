/**
 * The playground: draw, see the network light up, read the prediction; the training curve and the
 * weights beside it. While a lab is open it is a strip above it, of the same parts: the drawing,
 * the network, the prediction. On a phone the strip opens and closes.
 */
import { html, nothing } from "lit";
import { PLAYGROUND } from "../common/labs.js";
import { isOutput } from "../common/parameters.js";
import * as texts from "../texts/en/shell.js";
import { weightsOfLayer } from "../texts/en/ui.js";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import { labLink } from "./lab-link.js";
import "./network-caption.js";

/** Weight pictures of the first screen. */
const TILES = 16;

const LEGEND = html`
  <p class="legend small quiet">
    <b class="positive">${texts.positiveWeight}</b> <b class="negative">${texts.negativeWeight}</b>
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
    return (
      fields.some((field) => state[field] !== before[field]) ||
      state.settings.labs !== before.settings.labs
    );
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
      <p class="intro quiet"><b aria-hidden="true">Downhill</b> ${texts.intro}</p>
      <section class="draw" aria-label=${texts.draw}>
        <dh-drawing .session=${session}></dh-drawing>
        <dh-prediction .session=${session}></dh-prediction>
      </section>
      <section class="network" aria-label=${texts.network}>
        <dh-network-caption .session=${session}></dh-network-caption>
        <dh-network .session=${session} .isMini=${isStrip}></dh-network>
        <div class="row under">
          <button class="plain" data-testid="journey" @click=${this.#travel}>
            ${icons.journey}${texts.followDigit}
          </button>
          ${this.state.neuron?.layer ? this.#lookInside(this.state.neuron) : LEGEND}
        </div>
      </section>
      <section class="side" aria-label=${texts.training}>
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
    const words = isOutput
      ? texts.lookInsideOutput(index)
      : texts.lookInsideNeuron(index + 1, layer);
    return labLink(this.session, "inside", words, { name: "button" });
  }

  /** Buttons that only the strip has. */
  #stripTools() {
    const { isOpen, session } = this;
    const isEmpty = this.state.shown.kind === "nothing";
    const toggle = () => {
      this.isOpen = !isOpen;
    };
    const larger = html`${icons.larger}<span class="only-heard">${texts.backToPlayground}</span>`;
    return html`
      ${labLink(session, PLAYGROUND, larger, { name: "button icon larger" })}
      <button class="enlarge" data-testid="enlarge" @click=${toggle}>
        ${
          isOpen
            ? texts.drawn
            : [isEmpty ? icons.pen : nothing, html`<span class="only-heard">${texts.draw}</span>`]
        }
      </button>`;
  }

  #tilesTitle() {
    const { network } = this.state;
    return weightsOfLayer(TILES, network?.layers[1] ?? TILES, isOutput(network, 1));
  }

  #travel() {
    const view = /** @type {HTMLElement & { travel: () => void } | null} */ (
      this.querySelector("dh-network")
    );
    view?.travel();
  }
}

customElements.define("dh-playground", Playground);
