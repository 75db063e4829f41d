/**
 * What just happened: a few sentences at the foot of the page, each with a button or none, seldom
 * two. They are moved into the dialog that is open, since everything else is then out of reach and
 * not announced. On a small screen the newest is shown, in two lines, until they are opened.
 */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import * as texts from "../texts/en/shell.js";
import { icons } from "../ui/icons.js";
import { Part } from "../ui/part.js";
import { TOUR } from "./offer-tour.js";

/** @typedef {import("../model/state.js").Notice} Notice */

/** A notice that does not stay is shown for that long, */
const SHOWN_MS = 9000;
/** and for that long again while one of them is pointed at or has the focus, or may not be seen. */
const HELD_MS = 3000;

/**
 * One that stays, and takes the place of another with the same button, keeps its elements: whoever
 * is about to press that button still does.
 * @param {Notice} notice
 */
const placeOf = ({ id, key, stays, button }) => (stays && key ? `${key} ${button}` : id);

class Notices extends Part {
  static properties = { isOpen: { state: true } };

  /**
   * Of the notices that leave by themselves, by id.
   * @type {Map<number, ReturnType<typeof setTimeout>>}
   */
  #timers = new Map();
  /** Their place while no dialog is open. @type {Element | null} */
  #home = null;
  /** Had the focus before a notice got it. @type {HTMLElement | null} */
  #focused = null;

  constructor() {
    super();
    /** Whether a small screen shows all of them, and all their words. */
    this.isOpen = false;
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.notices !== before.notices;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.#home) return;
    this.#home = this.parentElement;
    const openings = new MutationObserver(() => this.#followDialog());
    openings.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["open"] });
  }

  willUpdate() {
    if (!this.#shown.length) this.isOpen = false;
  }

  /** The tour would close the dialog: its offer waits until the visitor has. */
  get #shown() {
    const { notices } = this.state;
    return this.closest("dialog") ? notices.filter(({ key }) => key !== TOUR) : notices;
  }

  render() {
    const notices = this.#shown;
    return html`
      <div class="notices" role="status" aria-atomic="false" ?data-open=${this.isOpen}
        @focusin=${this.#rememberFocus}>
        ${notices.length > 1 ? this.#more(notices.length - 1) : nothing}
        ${repeat(notices, placeOf, (notice) => this.#notice(notice))}
      </div>`;
  }

  /** @param {Notice} notice */
  #notice(notice) {
    const { text, button, other } = notice;
    const act = () => this.#act(notice, notice.act);
    return html`
      <div class="notice">
        <p @click=${this.#toggle}>${text}</p>
        ${button ? html`<button class="primary" @click=${act}>${button}</button>` : nothing}
        ${other ? this.#other(notice, other) : nothing}
        <button class="icon plain" aria-label=${texts.closeNotice}
          @click=${() => this.#close(notice)}>${icons.clear}</button>
      </div>`;
  }

  /** @param {number} others  than the newest */
  #more(others) {
    return html`<button class="more" @click=${this.#toggle}>
      ${this.isOpen ? texts.fewerNotices : texts.moreNotices(others)}</button>`;
  }

  #toggle() {
    this.isOpen = !this.isOpen;
  }

  updated() {
    const { notices } = this.state;
    for (const [id, timer] of this.#timers) {
      if (notices.some((notice) => notice.id === id)) continue;
      clearTimeout(timer);
      this.#timers.delete(id);
    }
    for (const { id, stays } of notices) {
      if (!stays && !this.#timers.has(id)) this.#wait(id, SHOWN_MS);
    }
  }

  /** @param {number} id @param {number} milliseconds */
  #wait(id, milliseconds) {
    const end = () => {
      const isHidden =
        document.querySelector(".tour.notice") || !this.#shown.some((each) => each.id === id);
      if (this.isOpen || isHidden || this.matches(":hover, :focus-within")) this.#wait(id, HELD_MS);
      else this.session.dismiss(id);
    };
    this.#timers.set(id, setTimeout(end, milliseconds));
  }

  /** @param {Notice} notice @param {NonNullable<Notice["other"]>} other */
  #other(notice, { button, act }) {
    return html`<button @click=${() => this.#act(notice, act)}>${button}</button>`;
  }

  /** @param {Notice} notice @param {Notice["act"]} act */
  #act(notice, act) {
    this.#close(notice);
    this.session.act(Promise.resolve(act?.()));
  }

  /** @param {Notice} notice */
  #close({ id }) {
    const hadFocus = this.contains(document.activeElement);
    this.session.dismiss(id);
    if (hadFocus) this.#focused?.focus({ preventScroll: true });
  }

  /** @param {FocusEvent} event */
  #rememberFocus({ relatedTarget }) {
    if (relatedTarget instanceof HTMLElement && !this.contains(relatedTarget)) {
      this.#focused = relatedTarget;
    }
  }

  #followDialog() {
    const place = document.querySelector("dialog[open]") ?? this.#home;
    if (!place || place === this.parentElement) return;
    place.append(this);
    this.requestUpdate();
  }
}

customElements.define("dh-notices", Notices);
