/** Sixteen edge detectors, as one might hope to find in the first layer: a bright bar with dark sides, at some angle. */
import { html, LitElement } from "lit";
import { onColours, paintPicture, signScale } from "../../ui/colors.js";

const COUNT = 16;

/** A short edge somewhere in the picture. @param {number} i  which of the sixteen @returns {Float32Array} 784, -1…1 */
function edge(i) {
  const angle = (i % 8) * (Math.PI / 8);
  const [cx, cy] = [13.5 + 4.5 * Math.cos(i * 2.4), 13.5 + 5.5 * Math.sin(i * 2.4)];
  return Float32Array.from({ length: 784 }, (_, k) => {
    const [x, y] = [(k % 28) - cx, Math.floor(k / 28) - cy];
    const along = x * Math.cos(angle) + y * Math.sin(angle);
    const across = y * Math.cos(angle) - x * Math.sin(angle);
    const wave = Math.cos(across * 0.8) * Math.exp((-across * across) / 11);
    return wave * Math.exp((-along * along) / 16);
  });
}

class Hoped extends LitElement {
  stop = () => {};

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stop = onColours(() => this.updated());
  }

  disconnectedCallback() {
    this.stop();
    super.disconnectedCallback();
  }

  updated() {
    for (const [i, canvas] of this.querySelectorAll("canvas").entries())
      paintPicture(canvas, edge(i), signScale(1));
  }

  render() {
    return html`<div class="tiles" role="img" aria-label="Sixteen short edges at different angles, drawn for comparison">
      ${Array.from({ length: COUNT }, () => html`<span class="tile"><canvas></canvas></span>`)}
    </div>`;
  }
}

customElements.define("dh-hoped", Hoped);
