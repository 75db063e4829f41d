/**
 * The weights into the first neurons of both networks, which began as the same random weights, or
 * what training has changed in them.
 *
 * @typedef {import("./race.js").Runner} Runner
 */
import { html } from "lit";
import { places, weightsOf } from "../../common/parameters.js";
import { maxAbs } from "../../common/vectors.js";
import * as texts from "../../texts/en/memorise.js";
import { paintPicture } from "../../ui/canvas.js";
import { signScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { LightElement } from "../../ui/part.js";
import "../../ui/tiles.css";

/** Neurons that are shown of each network. */
const SHOWN = 16;

class FirstLayers extends LightElement {
  static properties = {
    layers: { attribute: false },
    plain: { attribute: false },
    shuffled: { attribute: false },
    isChange: { state: true },
  };

  constructor() {
    super();
    /** @type {number[]} */
    this.layers = [];
    /** The parameters shown of the network with true labels. @type {Float32Array | null} */
    this.plain = null;
    /** Of the other one. @type {Float32Array | null} */
    this.shuffled = null;
    /** What both began with. @type {Float32Array | null} */
    this.start = null;
    /** Whether the change is shown instead of the weights themselves. */
    this.isChange = true;
    new PaintController(this, () => this.#paint(), null);
  }

  get #count() {
    return Math.min(SHOWN, this.layers[1] ?? 0);
  }

  render() {
    const button = (/** @type {boolean} */ isChange, /** @type {string} */ words) =>
      html`<button aria-pressed=${this.isChange === isChange} @click=${() => {
        this.isChange = isChange;
      }}>${words}</button>`;
    return html`
      <div class="row between">
        <h3>${texts.firstNeurons}</h3>
        <div class="row">${button(true, texts.change)} ${button(false, texts.weights)}</div>
      </div>
      ${[texts.ofTrueLabels, texts.ofShuffledLabels].map((name) => this.#figure(name))}
      <p class="quiet small">${texts.scaleNote}</p>`;
  }

  /** @param {string} name */
  #figure(name) {
    return html`<figure class="stack">
        <figcaption>${name}</figcaption>
        <ul role="list" class="tiles">
          ${Array.from(
            { length: this.#count },
            (_, i) => html`<li><canvas class="tile" role="img"
              aria-label=${texts.picture(name, this.isChange, i + 1)}></canvas></li>`,
          )}
        </ul>
      </figure>`;
  }

  #paint() {
    const canvases = this.querySelectorAll("canvas");
    const [place] = places(this.layers);
    for (const [n, parameters] of [this.plain, this.shuffled].entries()) {
      for (let i = 0; parameters && i < this.#count; i++) {
        const now = weightsOf(parameters, place, i);
        const began = this.isChange && this.start ? weightsOf(this.start, place, i) : null;
        const weights = began ? now.map((weight, w) => weight - began[w]) : now;
        paintPicture(canvases[n * this.#count + i], weights, signScale(maxAbs(weights)));
      }
    }
  }
}

customElements.define("dh-memorise-layers", FirstLayers);
