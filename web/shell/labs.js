/**
 * What lies under the playground: the lab that is open, or the overview of all labs. A lab that was
 * opened stays in the page, unseen, so that what it found is there when the visitor comes back.
 */
import { html, nothing } from "lit";
import { PLAYGROUND } from "../common/labs.js";
import { pageTitle } from "../texts/en/shell.js";
import { Part } from "../ui/part.js";
import { fetched } from "./fetched.js";

/** What a lab stands in. */
const FRAME = "dh-lab";
/** Of the playground. */
const PAGE_TITLE = document.title;

class Labs extends Part {
  static properties = { labs: { attribute: false } };

  constructor() {
    super();
    this.beginsInTurn = true;
    /** @type {readonly import("../labs/index.js").LabEntry[]} */
    this.labs = [];
  }

  /** @type {Set<string>} ids of those that have been opened */ #opened = new Set();
  /** @type {string | null} what was shown last */ #shown = null;
  /** @type {Map<string, number>} how far each place was scrolled when it was left */
  #scrolled = new Map();

  /** The overview is fetched when its place comes into sight, not when it only touches the edge. */
  #near = new IntersectionObserver((entries) => this.#fetch(entries), { rootMargin: "-8px" });

  disconnectedCallback() {
    this.#near.disconnect();
    super.disconnectedCallback();
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.lab !== before.lab || state.status !== before.status;
  }

  willUpdate() {
    const { lab } = this.state;
    if (lab) this.#opened.add(lab);
    // The first screen does without it.
    if (lab && !customElements.get(FRAME)) {
      this.session.act(fetched(import("./rest.js")));
    }
    if (this.#shown !== null && this.#shown !== lab) this.#scrolled.set(this.#shown, scrollY);
  }

  render() {
    const { session } = this;
    const { lab } = this.state;
    return html`
      <dh-overview class="overview" ?hidden=${lab !== PLAYGROUND} .session=${session}>
      </dh-overview>
      ${this.labs.map((each) =>
        this.#opened.has(each.id)
          ? html`<dh-lab ?hidden=${each.id !== lab} .session=${session} .lab=${each}></dh-lab>`
          : nothing,
      )}`;
  }

  updated() {
    const { lab, status } = this.state;
    // Not sooner: while the first screen is empty, its place is in sight.
    if (status !== "loading") this.#near.observe(this.#overview);
    if (this.labs.some(({ id, isWithoutDigits }) => id === lab && !isWithoutDigits)) {
      this.session.digits.need();
    }
    const title = this.labs.find(({ id }) => id === lab)?.title;
    document.title = title ? pageTitle(title) : PAGE_TITLE;
    const isArrival = this.#shown !== null && this.#shown !== lab;
    this.#shown = lab;
    if (isArrival) void this.#arrive(lab);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #fetch(entries) {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    this.#near.disconnect();
    // Without it the bar has the list. It is tried again at the next change of the place.
    import("./overview.js").catch(() => {});
  }

  get #overview() {
    return /** @type {Element} */ (this.querySelector("dh-overview"));
  }

  /** @param {string} lab */
  async #arrive(lab) {
    // What lay over another place: Back leads here from a dialog, too.
    for (const open of document.querySelectorAll("[popover]:not([popover=manual]):popover-open")) {
      /** @type {HTMLElement} */ (open).hidePopover();
    }
    /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[open]"))?.close();
    if (lab) await customElements.whenDefined(FRAME);
    if (lab !== this.state.lab) return;
    const frame = lab ? document.getElementById(lab)?.closest(FRAME) : null;
    for (const part of frame?.querySelectorAll("*") ?? []) if (part instanceof Part) part.catchUp();
    /** @type {any} */ (frame)?.tryAgain();
    await /** @type {any} */ (frame)?.updateComplete;
    // The playground changes its size in the same painting.
    await this.session.painted();
    const isReturning = this.session.opening.isReturning;
    const top = isReturning ? (this.#scrolled.get(lab) ?? 0) : 0;
    scrollTo({ top, behavior: "instant" });
    const place = document.getElementById(lab ? `${lab}-title` : "drawing");
    place?.setAttribute("tabindex", "-1");
    place?.focus({ preventScroll: true });
  }
}

customElements.define("dh-labs", Labs);
