/**
 * The weights into the first neurons of both networks, which began as the same random weights, or
 * what training has changed in them.
 *
 * @typedef {import("./race.js").Runner} Runner
 */
import { html } from "lit";
import { places, weightsOf } from "../../common/parameters.js";
import { maxAbs } from "../../common/vectors.js";
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
    const what = this.isChange ? "change of the weights" : "weights";
    const button = (/** @type {boolean} */ isChange, /** @type {string} */ words) =>
      html`<button aria-pressed=${this.isChange === isChange} @click=${() => {
        this.isChange = isChange;
      }}>${words}</button>`;
    return html`
      <div class="row between">
        <h3>First neurons of both networks, which began with the same weights</h3>
        <div class="row">${button(true, "Change by training")} ${button(false, "Weights")}</div>
      </div>
      ${["True labels", "Shuffled labels"].map((name) => this.#figure(name, what))}
      <p class="quiet small">Each picture has a scale of its own, up to its largest value.</p>`;
  }

  /** @param {string} name @param {string} what */
  #figure(name, what) {
    return html`<figure class="stack">
        <figcaption>${name}</figcaption>
        <ul role="list" class="tiles">
          ${Array.from(
            { length: this.#count },
            (_, i) => html`<li><canvas class="tile" role="img"
              aria-label="${name}: ${what} of neuron ${i + 1}"></canvas></li>`,
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
