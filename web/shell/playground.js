/** The first screen: draw, see the network light up, read the answer; the curve and the tiles beside it. */
import { html } from "lit";
import { icons } from "../ui/icons.js";
import "./network-caption.js";
import { Part } from "../ui/part.js";

class Stage extends Part {
  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.network !== before.network;
  }

  render() {
    const { session } = this;
    const hidden = this.state.network?.layers[1] ?? 16;
    return html`
      <section class="draw" aria-label="Draw">
        <dh-drawing .session=${session}></dh-drawing>
        <dh-answer .session=${session}></dh-answer>
      </section>
      <section class="network" aria-label="The network">
        <dh-network .session=${session}></dh-network>
        <div class="row under">
          <button class="plain" data-testid="journey" @click=${this.#travel}>${icons.journey}Follow the digit</button>
          <p class="legend small quiet"><b class="positive">positive weight</b> <b class="negative">negative weight</b></p>
        </div>
      </section>
      <section class="side" aria-label="Training">
        <dh-curve .session=${session}></dh-curve>
        <div>
          <p class="finding">What ${hidden > 16 ? `16 of the ${hidden}` : `the ${hidden}`} first neurons look for</p>
          <dh-tiles .session=${session} room="16"></dh-tiles>
        </div>
        <dh-origin .session=${session}></dh-origin>
      </section>`;
  }

  #travel() {
    const view = /** @type {HTMLElement & { travel: () => void } | null} */ (
      this.querySelector("dh-network")
    );
    view?.travel();
  }
}

customElements.define("dh-stage", Stage);
