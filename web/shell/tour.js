/**
 * A short tour of the first screen: left with one key, and there again whenever it is
 * asked for. The page stays in use beside it, so it is a region and no dialog; its button has the
 * focus from stop to stop, and who had it before has it again at the end.
 */
import { html, nothing } from "lit";
import * as texts from "../texts/en/shell-tour.js";
import { Part } from "../ui/part.js";
import "./tour.css";

/** Where each stop points to, and its words. @type {[selector: string, words: string][]} */
const STOPS = [
  ["dh-drawing .pad", texts.tourDrawing],
  ["dh-network", texts.tourNetwork],
  [".outputs", texts.tourOutputs],
  ["dh-toolbar .primary", texts.tourTrain],
  ["dh-lab-menu", texts.tourLabs],
];
/** A 7, drawn by the tour when there is nothing to explain. */
const SEVEN = [
  [
    [0.28, 0.24],
    [0.5, 0.25],
    [0.72, 0.23],
    [0.58, 0.5],
    [0.46, 0.82],
  ],
];

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
    const isOthers = document.querySelector(
      "dialog[open], [popover=auto]:popover-open, [popover='']:popover-open",
    );
    if (event.key === "Escape" && !event.defaultPrevented && !isOthers) this.end();
  };

  shouldPaint() {
    return false;
  }

  /** @param {Element | null} focused  has the focus again at the end */
  start(focused) {
    // What the tour shows is under it, and out of reach.
    /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[open]"))?.close();
    this.#focused = focused;
    this.#stops = STOPS.filter(([selector]) => document.querySelector(selector));
    document.addEventListener("keydown", this.#onKey);
    if (this.session.state.shown.kind === "nothing") this.session.draw(SEVEN);
    this.stop = 0;
  }

  render() {
    if (this.stop < 0) return nothing;
    const isLast = this.stop === this.#stops.length - 1;
    return html`
      <section class="notice tour" aria-label=${texts.tour}>
        <p id="tour-words" aria-live="polite">${this.#stops[this.stop][1]}</p>
        <span class="quiet small number">${texts.stopOf(this.stop + 1, this.#stops.length)}</span>
        ${isLast ? nothing : html`<button class="plain" @click=${this.end}>${texts.skip}</button>`}
        <button class="primary" aria-describedby="tour-words"
          @click=${isLast ? this.end : this.#next}>
          ${isLast ? texts.tourDone : texts.nextStop}
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

  end() {
    document.removeEventListener("keydown", this.#onKey);
    this.stop = -1;
    const place = this.#focused;
    const isThere = place?.isConnected && place !== document.body;
    /** @type {HTMLElement | null} */ (
      isThere ? place : document.querySelector("dh-drawing")
    )?.focus({ preventScroll: true });
  }
}

customElements.define("dh-tour", Tour);
