/**
 * The weights into each neuron of the first hidden layer, laid out as the picture that they are
 * multiplied with; live while the network is trained. `limit` is how many are shown at most; the
 * chosen neuron is framed. With `values`, one for each parameter, these are shown instead, all on
 * one scale, and are called `what`.
 */
import { html, nothing } from "lit";
import { isOutput, places, weightsOf } from "../common/parameters.js";
import { maxAbs } from "../common/vectors.js";
import * as texts from "../texts/en/ui.js";
import { paintPicture } from "./canvas.js";
import { signScale } from "./colors.js";
import { PaintController } from "./controllers.js";
import { Part } from "./part.js";
import { rove } from "./roving.js";
import "./tiles.css";

class Tiles extends Part {
  static properties = { limit: { type: Number }, values: { attribute: false }, what: {} };

  constructor() {
    super();
    this.beginsInTurn = true;
    this.pauseWhenHidden = true;
    this.limit = 16;
    /** @type {Float32Array | null} */
    this.values = null;
    this.what = texts.weights;
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      (state.parameters !== before.parameters && !this.values) ||
      state.network !== before.network ||
      state.neuron !== before.neuron
    );
  }

  get #count() {
    return Math.min(this.limit, this.state.network?.layers[1] ?? 0);
  }

  render() {
    const { neuron, network } = this.state;
    if (!network) return nothing;
    const areOutputs = isOutput(network, 1);
    return html`
      <ul role="list" class="tiles" @keydown=${rove}>
        ${Array.from({ length: this.#count }, (_, index) => {
          const isChosen = neuron?.layer === 1 && neuron.index === index;
          const pick = () => this.session.pick(isChosen ? null : { layer: 1, index });
          return html`<li><button class="tile" tabindex=${index ? -1 : 0} aria-pressed=${isChosen}
            @click=${pick} aria-label=${texts.ofNeuron(this.what, index, areOutputs)}
            data-tip=${texts.intoNeuron(this.what, index, areOutputs)}
            ><canvas></canvas></button></li>`;
        })}
      </ul>`;
  }

  #paint() {
    const { network, parameters } = this.state;
    const values = this.values ?? parameters;
    if (!network || !values) return;
    const [place] = places(network.layers);
    const first = values.subarray(place.weights, place.biases);
    const all = this.values ? maxAbs(first) : 0;
    for (const [index, canvas] of this.querySelectorAll("canvas").entries()) {
      const weights = weightsOf(values, place, index);
      paintPicture(canvas, weights, signScale(all || maxAbs(weights)));
    }
  }
}

customElements.define("dh-tiles", Tiles);
