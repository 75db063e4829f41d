/**
 * Presentation mode, for a projector: large type, nothing but the labs, which are shown slide by
 * slide. Page Down and Page Up, which remote controls for presentations send, lead from slide to
 * slide and from lab to lab; Escape ends it. It goes on for as long as its element is in the page.
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

/** What a key leads to: by so many slides. @type {Record<string, number>} */
const TURNS = { PageDown: 1, PageUp: -1, ArrowRight: 1, ArrowLeft: -1 };
/** What lies over the slides, and closes by itself. */
const OPEN_LISTS = "[popover]:not([popover=manual]):popover-open";
const OVER = `dialog[open], ${OPEN_LISTS}, dh-tour:has(*)`;
/** What has arrow keys of its own. */
const MOVED =
  "input, select, textarea, [role=application], [role=slider], [role=listbox], .scroll, math";

class Presentation extends Part {
  #slides = new Slides(() => this.requestUpdate());
  #life = new AbortController();
  #frames = new MutationObserver(() => this.#find());
  /** @type {Element | null} the lab whose slides are shown */ #shown = null;
  /** That the next lab begins with; beyond its last: with the last. */
  #begin = 0;
  /** @type {HTMLElement | null} what had the focus */ #before = null;
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
    this.#listen(this.#life.signal);
    this.#before = /** @type {HTMLElement | null} */ (document.activeElement);
    for (const list of document.querySelectorAll(OPEN_LISTS)) {
      /** @type {HTMLElement} */ (list).hidePopover();
    }
    /** @type {any} */ (document.querySelector("dh-tour:has(*)"))?.end();
    this.#fill();
    this.#stopPointer = highlightPointer();
    const labs = document.querySelector("dh-labs");
    if (labs) this.#frames.observe(labs, { childList: true, subtree: true });
    this.#layOut();
  }

  /** @param {AbortSignal} signal  until which it listens */
  #listen(signal) {
    const root = document.documentElement;
    const first = { signal, capture: true };
    root.addEventListener("keydown", (event) => this.#turn(event), first);
    root.addEventListener("keydown", (event) => this.#press(event), { signal });
    addEventListener("pointerdown", () => this.#fill(), first);
    addEventListener("keydown", ({ key }) => key !== "Escape" && this.#fill(), first);
    addEventListener("resize", () => this.#layOut(), { signal });
    addEventListener("beforeprint", () => this.#clear(), first);
    // When the page is no longer laid out for the sheet.
    addEventListener("afterprint", () => requestAnimationFrame(() => this.#layOut()), { signal });
    addEventListener("fullscreenchange", () => this.#leave(), { signal });
  }

  /** Browsers allow it only to who has just pressed something, if at all. */
  #fill() {
    if (document.fullscreenElement || !document.documentElement.requestFullscreen) return;
    const leave = async () => {
      if (!this.isConnected) await document.exitFullscreen();
    };
    document.documentElement
      .requestFullscreen()
      .then(leave)
      .catch(() => {});
  }

  /** There browsers take Escape for themselves, also where a dialog or a field was meant. */
  #leave() {
    const isMeant = !document.querySelector(OVER) && !document.activeElement?.matches("input");
    if (!document.fullscreenElement && isMeant && !closeDrawing()) this.remove();
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
    // What began it may be of a place that is not shown any more.
    const title = document.querySelector("dh-lab:not([hidden]) h2");
    const isThere = this.#before !== document.body && this.#before?.checkVisibility();
    const place = isThere ? this.#before : title;
    /** @type {HTMLElement | null} */ (place)?.focus({ preventScroll: true });
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
    if (lab === PLAYGROUND) this.#begin = 0;
    const open = lab ? document.querySelector(`dh-lab:not([hidden]) > #${lab}`) : null;
    if (open === this.#shown) return;
    this.#shown = open;
    this.#slides.open(/** @type {HTMLElement | null} */ (open), this.#begin);
    if (open) this.#begin = 0;
  }

  /* ---- how it looks ---- */

  #layOut() {
    if (!this.isConnected) return;
    enlarge();
    document.documentElement.dataset.presenting = "";
    surfaceChanged();
  }

  /** As usual: on paper, and after its end. */
  #clear() {
    delete document.documentElement.dataset.presenting;
    asUsual();
    surfaceChanged();
  }

  /* ---- keys ---- */

  /**
   * Page Down and Page Up are the remote control's, wherever the focus is: lists and sliders have
   * their arrow keys.
   * @param {KeyboardEvent} event
   */
  #turn(event) {
    const isRemote = event.key === "PageDown" || event.key === "PageUp";
    const target = /** @type {Element} */ (event.target);
    if (isRemote && !isCommand(event) && !target.closest("textarea")) this.#follow(event);
  }

  /** Keys that nothing else has taken. @param {KeyboardEvent} event */
  #press(event) {
    if (event.defaultPrevented || isCommand(event) || document.querySelector(OVER)) return;
    if (event.key === "Escape") {
      if (!closeDrawing()) this.remove();
      return;
    }
    if (!(/** @type {Element} */ (event.target).closest(MOVED))) this.#follow(event);
  }

  /** @param {KeyboardEvent} event */
  #follow(event) {
    const by = TURNS[readingKey(event)];
    if (!by || document.querySelector(OVER)) return;
    event.preventDefault();
    event.stopPropagation();
    if (closeDrawing()) return;
    if (event.shiftKey) this.#goTo(this.#neighbour(by), 0);
    else this.#move(by);
  }
}

/** Closes the drawing, where it lies over a slide. @returns {boolean} whether it did */
function closeDrawing() {
  const open = /** @type {any} */ (document.querySelector("dh-playground[data-open]"));
  if (open) open.isOpen = false;
  return open !== null;
}

customElements.define("dh-presentation", Presentation);
