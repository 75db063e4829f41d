/** The first hidden layer: how much of it is shown, and its weights as pictures. */
import { html, nothing } from "lit";
import { count } from "../../common/numbers.js";
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
    const which = neurons > MOST ? `${MOST} of the ${count(neurons)}` : `the ${neurons}`;
    return html`
      <figure>
        <figcaption>Weights of ${which} neurons in hidden layer 1</figcaption>
        <dh-tiles .session=${this.session} limit=${MOST}></dh-tiles>
      </figure>`;
  }
}

customElements.define("dh-first-layer", FirstLayer);
