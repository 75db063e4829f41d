/**
 * What something is and what its value is, beside it while it is pointed at, touched or has the
 * focus. Any element says it in its attribute `data-tip`; the words stay as live as the attribute.
 * There is one tip on the page. It is not read out: what is heard is the element's own name.
 */
import { html, nothing } from "lit";
import { LightElement } from "./part.js";
import "./tip.css";

/** CSS pixels between the element and the tip, and between the tip and the edge of the window. */
const GAP = 8;

class Tips extends LightElement {
  static properties = { words: { state: true } };

  constructor() {
    super();
    this.words = "";
  }

  /** @type {HTMLElement | null} */ #target = null;
  #live = new MutationObserver(() => this.#read());
  #point = (/** @type {Event} */ { target }) => this.#show(target);
  #leave = (/** @type {Event} */ { target }) => {
    if (target === this.#target) this.#show(null);
  };
  #key = (/** @type {KeyboardEvent} */ { key }) => {
    if (key === "Escape") this.#show(null);
  };
  #hide = () => this.#show(null);

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener("pointerover", this.#point);
    document.addEventListener("focusin", this.#point);
    document.addEventListener("focusout", this.#leave);
    document.addEventListener("keydown", this.#key);
    document.addEventListener("scroll", this.#hide, { passive: true });
  }

  disconnectedCallback() {
    document.removeEventListener("pointerover", this.#point);
    document.removeEventListener("focusin", this.#point);
    document.removeEventListener("focusout", this.#leave);
    document.removeEventListener("keydown", this.#key);
    document.removeEventListener("scroll", this.#hide);
    this.#show(null);
    super.disconnectedCallback();
  }

  render() {
    return this.words
      ? html`<p class="tip floating small" popover="manual" aria-hidden="true">${this.words}</p>`
      : nothing;
  }

  updated() {
    const tip = /** @type {HTMLElement | null} */ (this.querySelector(".tip"));
    if (!tip || !this.#target) return;
    // In the top layer: above a dialog, too.
    if (!tip.matches(":popover-open")) tip.showPopover();
    const box = this.#target.getBoundingClientRect();
    const { width, height } = tip.getBoundingClientRect();
    const left = box.left + (box.width - width) / 2;
    const above = box.top - height - GAP;
    tip.style.left = `${Math.max(GAP, Math.min(innerWidth - width - GAP, left))}px`;
    tip.style.top = `${above < GAP ? box.bottom + GAP : above}px`;
  }

  /** @param {EventTarget | null} at */
  #show(at) {
    const target = at instanceof Element ? at.closest("[data-tip]") : null;
    if (target === this.#target) return;
    this.#live.disconnect();
    this.#target = /** @type {HTMLElement | null} */ (target);
    if (target) this.#live.observe(target, { attributes: true, attributeFilter: ["data-tip"] });
    this.#read();
  }

  #read() {
    this.words = this.#target?.dataset.tip ?? "";
  }
}

customElements.define("dh-tips", Tips);
