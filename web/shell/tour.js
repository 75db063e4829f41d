/** A short tour of the first screen: offered once, skipped with one key, there again whenever it is asked for. */
import { html, nothing } from "lit";
import { Part } from "../ui/part.js";

const STOPS = [
  ["dh-drawing .pad", "Draw a digit. It becomes 28 × 28 pixels: 784 numbers between 0 and 1."],
  [
    ".drawing-of-network",
    "Every circle is a neuron, and a neuron is one number, shown by its brightness. Every line is a weight: blue adds, orange takes away.",
  ],
  [".outputs", "The ten outputs. The brightest one is the answer."],
  [
    "dh-bar .primary",
    "Train nudges all weights a little downhill, thousands of times. Reset first, to begin with a network that knows nothing.",
  ],
  [
    "[data-testid=noise]",
    "Noise is no digit at all. See how sure the network is of its answer all the same.",
  ],
];
const SEEN = "downhill-tour";

class Tour extends Part {
  static properties = { stop: { state: true } };

  constructor() {
    super();
    this.stop = -1;
  }

  concerned() {
    return false;
  }

  /** Offers itself to somebody who is here for the first time. */
  offer() {
    if (remembered()) return;
    remember();
    this.session.update({
      notice: {
        text: "New here? Five short stops show what is what.",
        button: "Show me",
        act: () => this.start(),
      },
    });
  }

  start() {
    this.session.dismiss();
    this.stop = 0;
  }

  render() {
    if (this.stop < 0) return nothing;
    const last = this.stop === STOPS.length - 1;
    return html`
      <section class="notice tour" role="dialog" aria-label="Tour" @keydown=${this.#key}>
        <p aria-live="polite">${STOPS[this.stop][1]}</p>
        <span class="quiet small number">${this.stop + 1} of ${STOPS.length}</span>
        ${last ? nothing : html`<button class="plain" @click=${this.#end}>Skip</button>`}
        <button class="primary" @click=${last ? this.#end : this.#next}>${last ? "Done" : "Next"}</button>
      </section>`;
  }

  updated() {
    document.querySelector(".pointed")?.classList.remove("pointed");
    if (this.stop < 0) return;
    const target = document.querySelector(STOPS[this.stop][0]);
    target?.classList.add("pointed");
    target?.scrollIntoView({ block: "nearest" });
    /** @type {HTMLElement | null} */ (this.querySelector(".primary"))?.focus({
      preventScroll: true,
    });
  }

  #next() {
    this.stop++;
  }

  #end() {
    this.stop = -1;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape") this.#end();
  }
}

function remembered() {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return true;
  }
}

function remember() {
  try {
    localStorage.setItem(SEEN, "1");
  } catch {
    // A browser that keeps nothing is offered no tour.
  }
}

customElements.define("dh-tour", Tour);
