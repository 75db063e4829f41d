/**
 * What something is and what its value is, beside it while it is pointed at, touched or has the
 * keyboard's focus, or while the tip itself is pointed at; Escape takes it away. Any element says
 * it in its attribute `data-tip`; the words stay as live as the attribute. There is one tip on the
 * page. It describes the element as it is when it is come to; what changes from then on is not read
 * out.
 */
import { html, nothing } from "lit";
import { LightElement } from "./part.js";
import "./tip.css";

/** CSS pixels between the element and the tip, and between the tip and the edge of the window. */
const GAP = 8;
const DESCRIBED_BY = "aria-describedby";
/** On the body, it hides the tips of canvases, too, until the pointer comes to another element. */
const HIDDEN = "data-tips-hidden";

class Tips extends LightElement {
  static properties = { words: { state: true } };

  constructor() {
    super();
    this.words = "";
  }

  /** @type {HTMLElement | null} */ #target = null;
  /** @type {HTMLElement | null} */ #pointed = null;
  /** @type {HTMLElement | null} */ #focused = null;
  #live = new MutationObserver(() => {
    this.#target?.removeAttribute(DESCRIBED_BY);
    this.#read();
  });
  #listening = new AbortController();

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    const listen = (/** @type {string} */ type, /** @type {(event: Event) => void} */ listener) =>
      document.addEventListener(type, listener, { signal: this.#listening.signal, passive: true });
    listen("pointerover", ({ target }) => {
      document.body.removeAttribute(HIDDEN);
      if (!this.contains(/** @type {Node} */ (target))) this.#show(tipped(target), this.#focused);
    });
    listen("focusin", ({ target }) => {
      // A click gives the focus as well: its tip goes with the pointer.
      const isKeyboard = /** @type {Element} */ (target).matches(":focus-visible");
      this.#show(this.#pointed, isKeyboard ? tipped(target) : null);
    });
    listen("focusout", () => this.#show(this.#pointed, null));
    listen("scroll", () => this.#show(null, null));
    listen("keydown", (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== "Escape") return;
      this.#show(null, null);
      document.body.toggleAttribute(HIDDEN, true);
    });
  }

  disconnectedCallback() {
    this.#listening.abort();
    this.#show(null, null);
    super.disconnectedCallback();
  }

  render() {
    return this.words
      ? html`<p class="tip floating small" id="tip" popover="manual" role="tooltip"
          >${this.words}</p>`
      : nothing;
  }

  updated() {
    const tip = /** @type {HTMLElement | null} */ (this.querySelector(".tip"));
    if (!tip || !this.#target) return;
    // In the top layer: above a dialog, too.
    if (!tip.matches(":popover-open")) tip.showPopover();
    const box = this.#target.getBoundingClientRect();
    const { width, height } = tip.getBoundingClientRect();
    const inside = (/** @type {number} */ x) =>
      Math.max(GAP, Math.min(innerWidth - width - GAP, x));
    const above = box.top - height - GAP;
    let [x, y] = [
      inside(box.left + (box.width - width) / 2),
      above < GAP ? box.bottom + GAP : above,
    ];
    // Rows under one another stay in reach of the pointer.
    if (this.#target.closest(".outputs")) {
      x = box.right + width > innerWidth - GAP ? inside(box.left - width) : box.right;
      y = box.top + (box.height - height) / 2;
    }
    tip.style.left = `${x}px`;
    tip.style.top = `${y}px`;
  }

  /**
   * @param {HTMLElement | null} pointed
   * @param {HTMLElement | null} focused  shown unless one is pointed at
   */
  #show(pointed, focused) {
    this.#pointed = pointed;
    this.#focused = focused;
    const target = pointed ?? focused;
    if (target === this.#target) return;
    this.#live.disconnect();
    this.#target?.removeAttribute(DESCRIBED_BY);
    this.#target = target;
    target?.setAttribute(DESCRIBED_BY, "tip");
    if (target) this.#live.observe(target, { attributes: true, attributeFilter: ["data-tip"] });
    this.#read();
  }

  #read() {
    this.words = this.#target?.dataset.tip ?? "";
  }
}

/** @param {EventTarget | null} at @returns {HTMLElement | null} */
function tipped(at) {
  return at instanceof Element ? at.closest("[data-tip]") : null;
}

customElements.define("dh-tips", Tips);
