/**
 * A short tour of the first screen: offered once, left with one key, and there again whenever it is
 * asked for.
 */
import { html, nothing } from "lit";
import { Part } from "../ui/part.js";

/** Where each stop points to, and its words. @type {[selector: string, words: string][]} */
const STOPS = [
  ["dh-drawing .pad", "Draw a digit. It becomes 28 × 28 pixels: 784 numbers between 0 and 1."],
  [
    ".drawing-of-network",
    "Every circle is a neuron, its brightness is the neuron’s activation. " +
      "Every line is a weight: blue is positive, orange is negative.",
  ],
  [".outputs", "The ten outputs, one for each digit. The highest one is the prediction."],
  [
    "dh-toolbar .primary",
    "Train nudges all weights and biases a little downhill, thousands of times. " +
      "Watch a random network learn, or train this one on.",
  ],
  [
    "dh-lab-menu",
    "The labs take the network apart, in the order of the video. The drawing stays in view there.",
  ],
];
/** Under which the browser remembers that the tour was offered. */
const OFFERED = "downhill-tour";
const KEY = "tour";
/** With so many notices on the page there is no room for an offer. */
const CROWDED = 2;

class Tour extends Part {
  static properties = { stop: { state: true } };

  constructor() {
    super();
    this.stop = -1;
  }

  /** Stops whose place is on the page; a class link hides some. @type {typeof STOPS} */
  #stops = [];
  /** Has the focus again at the end. @type {Element | null} */
  #focused = null;
  #onKey = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && !event.defaultPrevented) this.#end();
  };

  shouldPaint() {
    return false;
  }

  /** Offers the tour, once in a browser. */
  offer() {
    const { session } = this;
    if (wasOffered() || session.state.notices.length >= CROWDED) return;
    remember();
    const act = () => this.start();
    session.say("New here? Take the tour.", { key: KEY, button: "Show me", act });
  }

  start() {
    this.session.dismiss(KEY);
    this.#focused = document.activeElement;
    this.#stops = STOPS.filter(([selector]) => document.querySelector(selector));
    document.addEventListener("keydown", this.#onKey);
    this.stop = 0;
  }

  render() {
    if (this.stop < 0) return nothing;
    const isLast = this.stop === this.#stops.length - 1;
    return html`
      <section class="notice tour" role="dialog" aria-label="Tour">
        <p aria-live="polite">${this.#stops[this.stop][1]}</p>
        <span class="quiet small number">${this.stop + 1} of ${this.#stops.length}</span>
        ${isLast ? nothing : html`<button class="plain" @click=${this.#end}>Skip</button>`}
        <button class="primary" @click=${isLast ? this.#end : this.#next}>
          ${isLast ? "Done" : "Next"}
        </button>
      </section>`;
  }

  updated() {
    document.querySelector(".pointed")?.classList.remove("pointed");
    if (this.stop < 0) return;
    const target = document.querySelector(this.#stops[this.stop][0]);
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
    document.removeEventListener("keydown", this.#onKey);
    this.stop = -1;
    const place = this.#focused;
    const isThere = place?.isConnected && place !== document.body;
    /** @type {HTMLElement | null} */ (
      isThere ? place : document.querySelector("dh-drawing")
    )?.focus({ preventScroll: true });
  }
}

function wasOffered() {
  try {
    return localStorage.getItem(OFFERED) !== null;
  } catch {
    // Without storage it would be offered at every visit.
    return true;
  }
}

function remember() {
  try {
    localStorage.setItem(OFFERED, "1");
  } catch {
    // It is not offered when this fails.
  }
}

customElements.define("dh-tour", Tour);
