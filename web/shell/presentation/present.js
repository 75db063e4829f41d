/**
 * Presentation mode, for a projector: large type, nothing but the labs, which are shown slide by
 * slide. Page Down and Page Up, which presenters send, lead from slide to slide and from lab to
 * lab; Escape ends it.
 */
import { html, nothing } from "lit";
import { PLAYGROUND, placeFor, shownLabs } from "../../common/labs.js";
import * as texts from "../../texts/en/presentation.js";
import { icons } from "../../ui/icons.js";
import { isCommand, readingKey } from "../../ui/keys.js";
import { Part } from "../../ui/part.js";
import { surfaceChanged } from "../../ui/surface.js";
import { TOUR } from "../offer-tour.js";
import { keepPresenting } from "../presenting.js";
import "../../styles/presentation.css";
import "../../styles/slides.css";
import { highlightPointer } from "./pointer.js";
import { asUsual, enlarge } from "./scale.js";
import { Slides } from "./slides.js";

/** @typedef {import("../../model/session.js").Session} Session */

const TAG = "dh-presentation";
/** What a key leads to: by so many slides. @type {Record<string, number>} */
const TURNS = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };
/** What lies over the slides, and closes with Escape itself. */
const OVER = "dialog[open], [popover]:not([popover=manual]):popover-open, dh-tour:has(*)";

/** Begins it, or ends it. @param {Session} session */
export function present(session) {
  const open = document.querySelector(TAG);
  if (open) {
    open.remove();
    return;
  }
  const presentation = /** @type {Presentation} */ (document.createElement(TAG));
  presentation.session = session;
  document.getElementById("page")?.append(presentation);
}

class Presentation extends Part {
  #slides = new Slides(() => this.requestUpdate());
  #life = new AbortController();
  #frames = new MutationObserver(() => this.#find());
  /** @type {Element | null} the lab whose slides are shown */ #shown = null;
  /** That the next lab begins with; beyond its last: with the last. */
  #begin = 0;
  #stopPointer = () => {};

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.lab !== before.lab || state.settings.labs !== before.settings.labs;
  }

  connectedCallback() {
    super.connectedCallback();
    keepPresenting(true);
    this.session.dismiss(TOUR);
    this.#life = new AbortController();
    const { signal } = this.#life;
    const on = (/** @type {string} */ kind, /** @type {any} */ act) =>
      addEventListener(kind, act, { signal, capture: true });
    const root = document.documentElement;
    root.addEventListener("keydown", (event) => this.#press(event), { signal, capture: true });
    on("resize", () => this.#layOut());
    on("beforeprint", () => this.#clear());
    on("afterprint", () => this.#layOut());
    on("fullscreenchange", () => document.fullscreenElement || this.remove());
    // A browser may allow it only to who has just pressed a key or a button, or never.
    root.requestFullscreen?.().catch(() => {});
    this.#stopPointer = highlightPointer();
    this.#layOut();
    const labs = document.querySelector("dh-labs");
    if (labs) this.#frames.observe(labs, { childList: true, subtree: true });
  }

  disconnectedCallback() {
    keepPresenting(false);
    this.#life.abort();
    this.#frames.disconnect();
    this.#slides.close();
    this.#shown = null;
    this.#stopPointer();
    this.#clear();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    super.disconnectedCallback();
  }

  render() {
    const { at, count } = this.#slides;
    const { lab } = this.state;
    const where = lab === PLAYGROUND ? nothing : texts.slide(at + 1, count);
    return html`
      <nav class="slides" aria-label=${texts.slides}>
        ${this.#button("previous", texts.previous, -1)}
        <span class="number small" role="status">${where}</span>
        ${this.#button("next", texts.next, 1)}
        <button class="icon plain" data-testid="end-presentation" aria-label=${texts.end}
          title=${texts.end} @click=${() => this.remove()}>${icons.clear}</button>
      </nav>`;
  }

  updated() {
    this.#find();
  }

  /** @param {string} name @param {string} words @param {number} by */
  #button(name, words, by) {
    const isLast = !this.#canMove(by);
    return html`<button class="icon plain ${name}" data-testid="${name}-slide" aria-label=${words}
      title=${words} aria-disabled=${isLast} @click=${() => this.#move(by)}
      >${icons.open}</button>`;
  }

  /* ---- where it is ---- */

  /** Ids of what there is to show, in order. */
  get #places() {
    const { labs } = this.state.settings;
    const ids = shownLabs(labs).map(({ id }) => id);
    return placeFor(PLAYGROUND, labs) === PLAYGROUND ? [PLAYGROUND, ...ids] : ids;
  }

  /** @param {number} by @returns {string | undefined} the lab before or after */
  #neighbour(by) {
    const places = this.#places;
    return places[places.indexOf(this.state.lab) + by];
  }

  /** @param {number} by */
  #canMove(by) {
    const to = this.#slides.at + by;
    const isInLab = this.state.lab !== PLAYGROUND && to >= 0 && to < this.#slides.count;
    return isInLab || this.#neighbour(by) !== undefined;
  }

  /** To another slide, or beyond the lab's to another lab. @param {number} by */
  #move(by) {
    const isMoved = this.#shown && this.#slides.move(by);
    if (!isMoved) this.#goTo(this.#neighbour(by), by < 0 ? Number.MAX_SAFE_INTEGER : 0);
  }

  /** @param {string | undefined} lab @param {number} begin  the slide that it begins with */
  #goTo(lab, begin) {
    if (lab === undefined) return;
    this.#begin = begin;
    this.session.goTo(lab);
  }

  /** The slides of the lab that is open, as soon as it is in the page. */
  #find() {
    const { lab } = this.state;
    const open = lab ? document.querySelector(`dh-lab:not([hidden]) > #${lab}`) : null;
    if (open === this.#shown) return;
    this.#shown = open;
    this.#slides.open(/** @type {HTMLElement | null} */ (open), this.#begin);
    if (open) this.#begin = 0;
  }

  /* ---- how it looks ---- */

  #layOut() {
    document.documentElement.dataset.presenting = "";
    enlarge();
    surfaceChanged();
  }

  /** As usual: on paper, and after its end. */
  #clear() {
    delete document.documentElement.dataset.presenting;
    asUsual();
    surfaceChanged();
  }

  /* ---- keys ---- */

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.defaultPrevented || isCommand(event) || document.querySelector(OVER)) return;
    if (event.key === "Escape") {
      this.remove();
      return;
    }
    const by = TURNS[readingKey(event)];
    if (!by || !isFree(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) this.#goTo(this.#neighbour(by), 0);
    else this.#move(by);
  }
}

/**
 * Arrow keys belong to what has the focus, if anything has; the others move nothing else that is
 * in view.
 * @param {KeyboardEvent} event
 */
function isFree({ key, target }) {
  const element = /** @type {HTMLElement} */ (target);
  if (key.startsWith("Page")) return !element.closest("textarea");
  return element === document.body || element.tabIndex < 0;
}

customElements.define(TAG, Presentation);
