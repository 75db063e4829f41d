/**
 * Where the components are: the nudges of the first layer as pictures, and all layers on a drawing
 * of the network. `<dh-gradient-maps .session .found .layers .reading>`
 */
import { html } from "lit";
import * as texts from "../../texts/en/gradient.js";
import { context } from "../../ui/canvas.js";
import { PaintController } from "../../ui/controllers.js";
import { layOut } from "../../ui/network/layout.js";
import { paintNetwork } from "../../ui/network/paint.js";
import { LightElement } from "../../ui/part.js";
import "../../ui/tiles.js";

/** CSS pixels for the names of the outputs. */
const LABELS = 12;

class Maps extends LightElement {
  static properties = {
    session: { attribute: false },
    found: { attribute: false },
    layers: { attribute: false },
    neuron: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import("../../model/session.js").Session} */
    this.session = /** @type {any} */ (null);
    /** @type {import("./view.js").Found} */
    this.found = /** @type {any} */ (null);
    /** @type {number[]} */
    this.layers = [];
    /** The chosen one. @type {{ layer: number, index: number } | null} */
    this.neuron = null;
    this.takesTurns = true;
    new PaintController(
      this,
      () => this.#paint(),
      () => this.#canvas,
    );
  }

  get #canvas() {
    return /** @type {HTMLCanvasElement | null} */ (this.querySelector("canvas.network"));
  }

  render() {
    return html`
      <figure>
        <figcaption>${texts.onNetwork}
          <span class="small quiet">${texts.onNetworkScale}</span></figcaption>
        <canvas class="network" role="img" aria-label=${texts.networkDrawing}></canvas>
      </figure>
      <figure>
        <figcaption>${texts.onPictures}
          <span class="small quiet">${texts.onPicturesScale}</span></figcaption>
        <dh-tiles .session=${this.session} .values=${this.found.nudges} what=${texts.nudges}
          .takesTurns=${true}></dh-tiles>
      </figure>`;
  }

  #paint() {
    const canvas = this.#canvas;
    if (!canvas) return;
    const { pen, width, height } = context(canvas);
    const { own, activations } = this.found;
    const reading = own && activations ? { answer: 0, pixels: own.pixels, activations } : null;
    const layout = layOut(this.layers, width - LABELS, height, {
      activations: reading && activations,
      picked: this.neuron,
    });
    paintNetwork(pen, layout, {
      layers: this.layers,
      parameters: this.found.nudges,
      reading: /** @type {any} */ (reading),
      picked: this.neuron,
      depth: Number.POSITIVE_INFINITY,
      isPlain: true,
    });
    pen.textAlign = "left";
    for (const { index, x, y } of layout.dots[this.layers.length - 1]) {
      pen.fillText(String(index), x + 6, y + 5);
    }
  }
}

customElements.define("dh-gradient-maps", Maps);
