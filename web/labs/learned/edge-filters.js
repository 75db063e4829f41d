/**
 * Sixteen edge detectors, as one might expect in the first layer: a bright bar with dark sides, at
 * some angle.
 */
import { html } from "lit";
import { PIXELS, SIDE } from "../../common/images.js";
import * as texts from "../../texts/en/learned.js";
import { paintPicture } from "../../ui/canvas.js";
import { signScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { LightElement } from "../../ui/part.js";

const COUNT = 16;
/** Different angles; each appears twice. */
const ANGLES = COUNT / 2;

/**
 * A short edge somewhere in the picture.
 * @param {number} i  which of the sixteen
 * @returns {Float32Array} 784, −1…1
 */
function edge(i) {
  const middle = (SIDE - 1) / 2;
  const angle = (i % ANGLES) * (Math.PI / ANGLES);
  const [cx, cy] = [middle + 4.5 * Math.cos(i * 2.4), middle + 5.5 * Math.sin(i * 2.4)];
  return Float32Array.from({ length: PIXELS }, (_, k) => {
    const [x, y] = [(k % SIDE) - cx, Math.floor(k / SIDE) - cy];
    const along = x * Math.cos(angle) + y * Math.sin(angle);
    const across = y * Math.cos(angle) - x * Math.sin(angle);
    const wave = Math.cos(across * 0.8) * Math.exp((-across * across) / 11);
    return wave * Math.exp((-along * along) / 16);
  });
}

const EDGES = Array.from({ length: COUNT }, (_, i) => edge(i));

class EdgeFilters extends LightElement {
  constructor() {
    super();
    new PaintController(this, () => this.#paint(), null);
  }

  render() {
    return html`<div class="tiles" role="img" aria-label=${texts.edges}>
      ${EDGES.map(() => html`<span class="tile"><canvas></canvas></span>`)}
    </div>`;
  }

  #paint() {
    for (const [i, canvas] of this.querySelectorAll("canvas").entries()) {
      paintPicture(canvas, EDGES[i], signScale(1));
    }
  }
}

customElements.define("dh-edge-filters", EdgeFilters);
