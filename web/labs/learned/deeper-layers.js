/**
 * Pictures of the layers behind the first, by projection: for a network that is small enough for
 * them to be read. While it is trained they follow it, unless its layers are so wide that this
 * would take too long.
 */
import { html, nothing } from "lit";
import { isOutput } from "../../common/parameters.js";
import { maxAbs } from "../../common/vectors.js";
import * as texts from "../../texts/en/learned.js";
import { paintPicture } from "../../ui/canvas.js";
import { signScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { projections, workOf } from "./projection.js";

/** Neurons of a layer that can be looked through as pictures. */
const READABLE = 64;
/** Multiplications that may be repeated with every report: about a millisecond. */
const CHEAP = 1e6;

/** @typedef {{ picture: Float32Array, largest: number }} Projected  largest: absolute weight */

class DeeperLayers extends Part {
  /** The layers behind the first. @type {Projected[][]} */
  #layers = [];
  /** Version and epoch of the network that `#layers` are of. */
  #version = -1;
  #epoch = 0;

  constructor() {
    super();
    this.pauseWhenHidden = true;
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.network !== before.network ||
      state.phase !== before.phase ||
      (state.version !== before.version && this.#isLive)
    );
  }

  /** Whether the pictures follow the network as it is now. */
  get #isLive() {
    const { network, phase } = this.state;
    return phase !== "running" || (network !== null && workOf(network.layers) <= CHEAP);
  }

  get #isReadable() {
    const behind = this.state.network?.layers.slice(1) ?? [];
    return behind.length > 1 && behind.every((size) => size <= READABLE);
  }

  willUpdate() {
    const { network, parameters, version, epoch } = this.state;
    if (!network || !parameters || this.#version === version) return;
    this.#version = version;
    this.#epoch = epoch;
    const all = this.#isReadable ? projections(parameters, network.layers) : [];
    this.#layers = all
      .slice(1)
      .map((layer) => layer.map((picture) => ({ picture, largest: maxAbs(picture) })));
  }

  render() {
    const { network } = this.state;
    if (!network) return nothing;
    if (isOutput(network, 1)) return html`<p class="quiet">${texts.noDeeper}</p>`;
    if (!this.#isReadable) {
      return html`<p class="quiet">${texts.tooManyPictures(READABLE)}</p>`;
    }
    return html`
      <p class="quiet">${texts.deeper}</p>
      ${this.#isLive ? nothing : this.#age()}
      ${this.#layers.map((layer, i) => this.#row(layer, i + 2, network.layers.length - 1))}`;
  }

  /**
   * @param {Projected[]} neurons
   * @param {number} layer  0 is the input
   * @param {number} last  the output layer
   */
  #row(neurons, layer, last) {
    const isOutput = layer === last;
    const name = isOutput ? texts.outputs : texts.hiddenLayer(layer, neurons.length);
    return html`
      <figure>
        <figcaption>${name}</figcaption>
        <ul role="list" class="tiles ${isOutput ? "digits" : ""}" data-layer=${layer}>
          ${neurons.map(({ largest }, i) => tile(largest, i, isOutput))}
        </ul>
      </figure>`;
  }

  #age() {
    return html`<p class="quiet">${texts.asOf(this.#epoch)}</p>`;
  }

  #paint() {
    const canvases = this.querySelectorAll("canvas");
    for (const [i, { picture, largest }] of this.#layers.flat().entries()) {
      paintPicture(canvases[i], picture, signScale(largest));
    }
  }
}

/** @param {number} largest  weight @param {number} i @param {boolean} isOutput */
function tile(largest, i, isOutput) {
  const words = isOutput ? texts.output(i, largest) : texts.neuron(i + 1, largest);
  return html`<li>
    <span class="tile"><canvas role="img" aria-label=${words} title=${words}></canvas></span>
    ${isOutput ? html`<span class="small" aria-hidden="true">${i}</span>` : nothing}
  </li>`;
}

customElements.define("dh-deeper-layers", DeeperLayers);
