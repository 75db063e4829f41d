/**
 * What the first neurons look for: the weights into each, laid out as the picture they are weighed against. Live while
 * training. `room` is how many are shown at most; the picked neuron is framed.
 */

import { html, nothing } from "lit";
import { places, weightsOf } from "../common/parameters.js";
import { maxAbs } from "../common/vectors.js";
import { onColours, paintPicture, signScale } from "./colors.js";
import { Part } from "./part.js";

class Tiles extends Part {
  static properties = { room: { type: Number } };

  constructor() {
    super();
    this.pace = 100;
    this.rests = true;
    this.room = 16;
    this.stopColours = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
  }

  disconnectedCallback() {
    this.stopColours();
    super.disconnectedCallback();
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return (
      state.parameters !== before.parameters ||
      state.network !== before.network ||
      state.neuron !== before.neuron
    );
  }

  get #shown() {
    const { network } = this.state;
    const count = Math.min(this.room, network?.layers[1] ?? 0);
    return Array.from({ length: count }, (_, index) => index);
  }

  updated() {
    this.#paint();
  }

  render() {
    const { neuron, network } = this.state;
    if (!network) return nothing;
    return html`
      <ul role="list" class="tiles">
        ${this.#shown.map((index) => {
          const picked = neuron?.layer === 1 && neuron.index === index;
          return html`<li><button class="tile" aria-pressed=${picked} aria-label="Weights of neuron ${index + 1}" title="Neuron ${index + 1}"
            @click=${() => this.session.pick(picked ? null : { layer: 1, index })}><canvas></canvas></button></li>`;
        })}
      </ul>`;
  }

  #paint() {
    const { network, parameters } = this.state;
    if (!network || parameters?.length !== network.parameterCount) return;
    const [place] = places(network.layers);
    const canvases = this.querySelectorAll("canvas");
    for (const [i, index] of this.#shown.entries()) {
      const weights = weightsOf(parameters, place, index);
      if (canvases[i]) paintPicture(canvases[i], weights, signScale(maxAbs(weights)));
    }
  }
}

customElements.define("dh-tiles", Tiles);
