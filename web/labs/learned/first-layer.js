/** The first hidden layer: how much of it is shown, and its weights as pictures. */
import { html, nothing } from "lit";
import { isOutput } from "../../common/parameters.js";
import * as texts from "../../texts/en/ui.js";
import { Part } from "../../ui/part.js";
import "../../ui/tiles.js";

/** Pictures at most. */
const MOST = 64;

class FirstLayer extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.network !== before.network;
  }

  render() {
    const { network } = this.state;
    if (!network) return nothing;
    const neurons = network.layers[1];
    const words = texts.weightsOfLayer(MOST, neurons, isOutput(network, 1));
    return html`
      <figure>
        <figcaption>${words}</figcaption>
        <dh-tiles .session=${this.session} limit=${MOST}></dh-tiles>
      </figure>`;
  }
}

customElements.define("dh-first-layer", FirstLayer);
