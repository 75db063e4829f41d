/** The weights into the first neurons of both networks, which began as the same random weights. */
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
  };

  constructor() {
    super();
    /** @type {number[]} */
    this.layers = [];
    /** Parameters of the network with true labels. @type {Float32Array | null} */
    this.plain = null;
    /** Of the other one. @type {Float32Array | null} */
    this.shuffled = null;
    new PaintController(this, () => this.#paint(), null);
  }

  get #count() {
    return Math.min(SHOWN, this.layers[1] ?? 0);
  }

  render() {
    return ["True labels", "Shuffled labels"].map(
      (name) => html`<figure class="stack">
        <figcaption>${name}</figcaption>
        <ul role="list" class="tiles">
          ${Array.from(
            { length: this.#count },
            (_, i) => html`<li><canvas class="tile" role="img"
              aria-label="${name}: weights of neuron ${i + 1}"></canvas></li>`,
          )}
        </ul>
      </figure>`,
    );
  }

  #paint() {
    const canvases = this.querySelectorAll("canvas");
    const [place] = places(this.layers);
    for (const [n, parameters] of [this.plain, this.shuffled].entries()) {
      for (let i = 0; parameters && i < this.#count; i++) {
        const weights = weightsOf(parameters, place, i);
        paintPicture(canvases[n * this.#count + i], weights, signScale(maxAbs(weights)));
      }
    }
  }
}

customElements.define("dh-memorise-layers", FirstLayers);
