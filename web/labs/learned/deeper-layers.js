/** Tiles for the layers behind the first, by projection: where a network is small enough for that to be read. */

import { html } from "lit";
import { maxAbs } from "../../common/vectors.js";
import { onColours, paintPicture, signScale } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";
import { projections } from "./projection.js";

/** Wider layers are too many tiles to read. */
const READABLE = 64;

class Deeper extends Part {
  constructor() {
    super();
    this.pace = 300;
    this.rests = true;
    this.stopColours = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.updated());
  }

  disconnectedCallback() {
    this.stopColours();
    super.disconnectedCallback();
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.parameters !== before.parameters || state.network !== before.network;
  }

  /** Numbers of the layers that are shown; the last is the output. */
  get #layers() {
    const sizes = this.state.network?.layers ?? [];
    if (sizes.slice(1).some((size) => size > READABLE)) return [];
    return sizes.map((_, l) => l).slice(2);
  }

  render() {
    if (!this.#layers.length) {
      return html`<p class="quiet">The layers behind the first are too wide, or too few, to be read as pictures.</p>`;
    }
    return html`
      <p class="quiet">Deeper neurons weigh neurons, not pixels. Multiplied through the layers before, as if nothing were squashed on the way, their weights are pictures too.</p>
      ${this.#layers.map((layer) => this.#row(layer))}`;
  }

  /** @param {number} layer */
  #row(layer) {
    const { layers } = /** @type {NonNullable<typeof this.state.network>} */ (this.state.network);
    const isOutput = layer === layers.length - 1;
    const name = isOutput ? "The ten outputs" : `Layer ${layer}, ${layers[layer]} neurons`;
    return html`
      <figure>
        <figcaption>${name}</figcaption>
        <ul role="list" class=${isOutput ? "tiles digits" : "tiles"} data-layer=${layer}>
          ${Array.from(
            { length: layers[layer] },
            (_, i) =>
              html`<li><span class="tile"><canvas></canvas></span>${isOutput ? html`<span class="small">${i}</span>` : ""}</li>`,
          )}
        </ul>
      </figure>`;
  }

  updated() {
    const { network, parameters } = this.state;
    if (!network || parameters?.length !== network.parameterCount) return;
    for (const layer of this.#layers) {
      const list = this.querySelector(`[data-layer="${layer}"]`);
      const pictures = projections(parameters, network.layers, layer);
      for (const [i, canvas] of [...(list?.querySelectorAll("canvas") ?? [])].entries()) {
        const most = maxAbs(pictures[i]);
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", `Neuron ${i + 1}, strongest ${most.toFixed(2)}`);
        paintPicture(canvas, pictures[i], signScale(most));
      }
    }
  }
}

customElements.define("dh-deeper", Deeper);
