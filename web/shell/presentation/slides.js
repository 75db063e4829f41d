/** Attributes by which parts of a lab come and go. */
const MOVING = ["hidden", "open", "data-veiled"];

/**
 * A lab as slides: the style sheet lays it out in columns as wide as the window, one beside the
 * other, of which one is in view; see presentation.css.
 */
export class Slides {
  /** Which of them is in view, from 0; beyond the last: the last, also when more come. */
  #at = 0;
  /** How far it was scrolled here. */ #left = 0;
  /** @type {HTMLElement | null} */ #lab = null;
  #size = new ResizeObserver(() => this.#settleSoon());
  #content = new MutationObserver(() => this.#settleSoon());
  /** Of the frame in which it settles; 0: in none. */ #frame = 0;
  #onScroll = () => this.#follow();

  /** @param {() => void} changed  called when another one is in view, or their number changed */
  constructor(changed) {
    this.changed = changed;
  }

  /** Shows the slides of that lab; null: there are none. @param {HTMLElement | null} lab */
  open(lab, at = 0) {
    this.close();
    this.#lab = lab;
    this.#at = at;
    if (!lab) return;
    lab.addEventListener("scroll", this.#onScroll);
    this.#content.observe(lab, { childList: true, subtree: true, attributeFilter: MOVING });
    this.#size.observe(lab);
    for (const part of lab.children) this.#size.observe(part);
    this.#settle();
  }

  close() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#lab?.removeEventListener("scroll", this.#onScroll);
    this.#content.disconnect();
    this.#size.disconnect();
    this.#lab?.scrollTo({ left: 0, behavior: "instant" });
    this.#lab = null;
  }

  get count() {
    const { scrollWidth = 1, clientWidth = 1 } = this.#lab ?? {};
    return Math.max(1, Math.round(scrollWidth / (clientWidth || 1)));
  }

  get at() {
    return Math.min(this.#at, this.count - 1);
  }

  /** @param {number} by @returns {boolean} false: there is none in that direction */
  move(by) {
    const to = this.at + by;
    if (to < 0 || to >= this.count) return false;
    this.#at = to;
    this.#lab?.scrollTo({ top: 0, behavior: "instant" });
    this.#settle();
    return true;
  }

  /** What has the focus, or is found in the page, is scrolled to by the browser. */
  #follow() {
    const lab = /** @type {HTMLElement} */ (this.#lab);
    if (Math.abs(lab.scrollLeft - this.#left) < 1) return;
    this.#at = Math.round(Math.abs(lab.scrollLeft) / (lab.clientWidth || 1));
    this.#settle();
  }

  /** Where the slide in view begins. @param {HTMLElement} lab */
  #leftIn(lab) {
    const isMirrored = getComputedStyle(lab).direction === "rtl";
    return this.at * lab.clientWidth * (isMirrored ? -1 : 1);
  }

  /** What changes in one frame is laid out once. */
  #settleSoon() {
    this.#frame ||= requestAnimationFrame(() => this.#settle());
  }

  #settle() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#lab) {
      this.#left = this.#leftIn(this.#lab);
      this.#lab.scrollTo({ left: this.#left, behavior: "instant" });
    }
    this.changed();
  }
}
