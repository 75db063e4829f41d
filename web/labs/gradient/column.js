/**
 * The column of components, largest first, as a list of which only the rows in sight are in the
 * page. `<dh-gradient-column .found .layers .rows .selected>`; the event "select" brings an index.
 */

import { html } from "lit";
import { count } from "../../common/numbers.js";
import { signed } from "../../common/signed-numbers.js";
import * as texts from "../../texts/en/gradient.js";
import { unit } from "../../ui/canvas.js";
import { ResizeController } from "../../ui/controllers.js";
import { plainKey } from "../../ui/keys.js";
import { LightElement } from "../../ui/part.js";
import { parameterAt, parameterName, shortName } from "./nudges.js";

/** As in the style sheet, CSS pixels with text of the usual size. */
const ROW = 32;
/** CSS pixels. */
const rowHeight = () => ROW * unit();
/** Rows beyond the edges, so that scrolling shows no gap. */
const MORE = 6;
/** A browser cannot scroll further than about 16 million pixels. */
const MOST = 400_000;

class Column extends LightElement {
  static properties = {
    found: { attribute: false },
    layers: { attribute: false },
    rows: { attribute: false },
    selected: { type: Number },
    first: { state: true },
    shown: { state: true },
  };

  constructor() {
    super();
    /** @type {import("./queries.js").Gradient} */
    this.found = /** @type {any} */ (null);
    /** @type {number[]} */
    this.layers = [];
    /** Indices of components. */
    this.rows = new Uint32Array();
    /** Index of a component. */
    this.selected = -1;
    /** First row in sight, and how many are. */
    this.first = 0;
    this.shown = 16;
    // At first alone: later it must keep up with who scrolls it.
    this.takesTurns = true;
    new ResizeController(
      this,
      () => this.#look(),
      () => this.#box,
    );
  }

  get #box() {
    return /** @type {HTMLElement | null} */ (this.querySelector(".scroll"));
  }

  get #count() {
    return Math.min(MOST, this.rows.length);
  }

  render() {
    const from = Math.max(0, Math.min(this.first, this.#count - this.shown) - MORE);
    const end = Math.min(this.#count, this.first + this.shown + MORE);
    const rows = Array.from({ length: Math.max(0, end - from) }, (_, i) => this.#row(from + i));
    const at = this.rows.indexOf(this.selected);
    const active = at >= from && at < end ? `nudge-${at}` : "";
    return html`
      <div class="scroll" role="listbox" tabindex="0" aria-activedescendant=${active}
        aria-label=${texts.column} data-testid="gradient-column"
        @scroll=${this.#look} @keydown=${this.#key}>
        <div role="presentation" style="height:${this.#count * rowHeight()}px">${rows}</div>
      </div>`;
  }

  /** @param {number} i  row */
  #row(i) {
    const at = this.rows[i];
    const { gradient, order } = this.found;
    const wish = -gradient[at];
    const size = Math.abs(wish / gradient[order[0]]) || 0;
    const tone = wish > 0 ? "positive" : wish < 0 ? "negative" : "quiet";
    const which = parameterAt(this.layers, at);
    return html`<div class="nudge" role="option" id="nudge-${i}" aria-setsize=${this.#count}
      aria-posinset=${i + 1} aria-selected=${at === this.selected}
      style="top:${i * rowHeight()}px;--size:${size}" title=${parameterName(this.layers, which)}
      @click=${() => this.#select(i)}>
      <span class="quiet small rank">${count(i + 1)}</span>
      <span class="name">${shortName(this.layers, which)}</span>
      <i class=${tone}></i>
      <span class="number ${tone}">${signed(wish)}</span>
    </div>`;
  }

  firstUpdated() {
    this.takesTurns = false;
  }

  #look = () => {
    const box = this.#box;
    if (!box) return;
    this.first = Math.floor(box.scrollTop / rowHeight());
    this.shown = Math.ceil(box.clientHeight / rowHeight()) + 1;
  };

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const at = this.rows.subarray(0, this.#count).indexOf(this.selected);
    const page = Math.max(1, this.shown - 2);
    const last = this.#count - 1;
    const next = /** @type {Record<string, number>} */ ({
      ArrowUp: at - 1,
      ArrowDown: at + 1,
      PageUp: at - page,
      PageDown: at + page,
      Home: 0,
      End: last,
    })[plainKey(event)];
    if (next === undefined || last < 0) return;
    event.preventDefault();
    const row = Math.min(last, Math.max(0, next));
    this.#reveal(row);
    this.#select(row);
  };

  /** @param {number} row */
  #reveal(row) {
    const box = this.#box;
    if (!box) return;
    const least = (row + 1) * rowHeight() - box.clientHeight;
    box.scrollTop = Math.min(row * rowHeight(), Math.max(least, box.scrollTop));
    this.#look();
  }

  /** @param {number} row */
  #select(row) {
    this.dispatchEvent(new CustomEvent("select", { detail: this.rows[row] }));
  }
}

customElements.define("dh-gradient-column", Column);
