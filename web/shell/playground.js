/**
 * The first screen: draw, see the network light up, read the prediction; the training curve and
 * the weights beside it.
 */
import { html } from "lit";
import { count } from "../common/numbers.js";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import "./network-caption.js";

/** Weight pictures of the first screen. */
const TILES = 16;

class Playground extends Part {
  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.network !== before.network;
  }

  render() {
    const { session } = this;
    return html`
      <section class="draw" aria-label="Draw">
        <dh-drawing .session=${session}></dh-drawing>
        <dh-prediction .session=${session}></dh-prediction>
      </section>
      <section class="network" aria-label="The network">
        <dh-network-caption .session=${session}></dh-network-caption>
        <dh-network .session=${session}></dh-network>
        <div class="row under">
          <button class="plain" data-testid="journey" @click=${this.#travel}>
            ${icons.journey}Follow the digit
          </button>
          <p class="legend small quiet">
            <b class="positive">positive weight</b> <b class="negative">negative weight</b>
          </p>
        </div>
      </section>
      <section class="side" aria-label="Training">
        <dh-curve .session=${session}></dh-curve>
        <div>
          <p class="finding">${this.#tilesTitle()}</p>
          <dh-tiles .session=${session} limit=${TILES}></dh-tiles>
        </div>
      </section>`;
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
