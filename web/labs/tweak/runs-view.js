/** The table of this visitor's runs: sorted, picked for the chart, shown in full, saved as CSV. */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { repeat } from "lit/directives/repeat.js";
import { count, fingerprint, percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/tweak.js";
import { copyText } from "../../ui/copy-text.js";
import { saveFile } from "../../ui/save-file.js";
import { BenchPart } from "./bench-part.js";
import { bestOf, csvOf, LETTERS, sorted } from "./order.js";
import { parametersOf } from "./run.js";
import { runDetails } from "./run-details.js";
import { sparkline } from "./sparkline.js";
import { linkWords, outcomeWords, runWords } from "./words.js";

/**
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./order.js").Column} Column
 */

/** Rows that are shown at first: laying out 100 takes longer than a click may. */
const FIRST = 30;

/** @type {[Column, string][]} */
const COLUMNS = [
  ["time", texts.newest],
  ["words", texts.settings],
  ["parameters", texts.parameters],
  ["seconds", texts.timeColumn],
  ["accuracy", texts.testAccuracy],
];

class TweakRuns extends BenchPart {
  shown = /** @type {const} */ (["runs", "isRead", "selected", "open", "order", "trouble"]);
  static properties = { address: { state: true }, isWhole: { state: true } };
  /**
   * Of the row that had the focus before an update; -1: another part of the table; null: none.
   * @type {number | null}
   */
  #focused = null;
  /** Id of a run that undo brings back. */
  #undone = "";

  constructor() {
    super();
    /** A link that the browser did not let the page copy, and the run it makes. */
    this.address = { id: "", href: "" };
    /** All rows are shown. */
    this.isWhole = false;
  }

  render() {
    const { runs, isRead, trouble } = this.bench.state;
    return html`
      <div class="row between">
        <h3 tabindex="-1">${this.#title()}</h3>
        ${
          runs.length
            ? html`<button data-testid="tweak-csv" @click=${this.#save}>${texts.saveCsv}</button>`
            : nothing
        }
      </div>
      <p class="small" role="status">${trouble}</p>
      ${
        runs.length ? this.#table() : html`<p class="quiet">${isRead ? texts.noRunsNote : ""}</p>`
      }`;
  }

  #title() {
    const { length } = this.bench.state.runs;
    return length ? texts.yourRuns(length) : texts.noRuns;
  }

  #table() {
    const { runs, order } = this.bench.state;
    const best = bestOf(runs);
    const rows = sorted(runs, order).slice(0, this.isWhole ? runs.length : FIRST);
    return html`
      <table class="tweak-table">
        <thead><tr data-words=${texts.sortBy}>
          ${COLUMNS.map(([column, words]) => this.#head(column, words))}
          <th scope="col">${texts.curve}</th><th scope="col">${texts.fingerprint}</th>
        </tr></thead>
        <tbody>${repeat(
          rows,
          ({ id }) => id,
          (run) => this.#row(run, run === best),
        )}</tbody>
      </table>
      ${runs.length > FIRST ? this.#moreButton(runs.length) : nothing}`;
  }

  /** @param {number} all */
  #moreButton(all) {
    const toggle = () => {
      this.isWhole = !this.isWhole;
    };
    return html`<button class="more" data-testid="tweak-more" @click=${toggle}
      >${this.isWhole ? texts.showFirst(FIRST) : texts.showAll(all)}</button>`;
  }

  willUpdate() {
    const active = document.activeElement;
    const row = active?.closest("tr");
    const own = row?.matches(".full") ? row.previousElementSibling : row;
    this.#focused = active && this.contains(active) ? this.#rows.indexOf(own) : null;
  }

  /** The keyboard stays in the table when what had the focus is gone, and finds what came back. */
  updated() {
    const back = this.#rows.findIndex((row) => row?.getAttribute("data-run") === this.#undone);
    if (back >= 0) {
      this.#undone = "";
      this.#focus(back);
    } else if (this.#focused !== null && !this.contains(document.activeElement)) {
      this.#focus(this.#focused);
    }
  }

  /** @returns {(Element | null | undefined)[]} */
  get #rows() {
    return [...this.querySelectorAll("[data-run]")];
  }

  /** On the row there, or on the last; on the heading when there is none. @param {number} at */
  #focus(at) {
    const row = this.#rows[Math.min(at, this.#rows.length - 1)];
    const place = row ? row.querySelector(".words button") : this.querySelector("h3");
    /** @type {HTMLElement | null} */ (place)?.focus();
  }

  /** @param {Run} run */
  #remove(run) {
    return this.bench.remove(run, () => {
      this.#undone = run.id;
    });
  }

  /** @param {Column} column @param {string} words */
  #head(column, words) {
    const { order } = this.bench.state;
    const isSorted = order.column === column;
    const direction = order.descending ? "descending" : "ascending";
    const arrow = isSorted ? (order.descending ? "↓" : "↑") : "";
    return html`<th scope="col" class=${column} aria-sort=${isSorted ? direction : "none"}>
      <button class="plain" data-sort=${column} @click=${() => this.bench.sort(column)}
        >${words}<span aria-hidden="true">${arrow}</span></button></th>`;
  }

  /** @param {Run} run @param {boolean} isBest */
  #row(run, isBest) {
    const { selected, open } = this.bench.state;
    const at = selected.indexOf(run.id);
    const isOpen = open === run.id;
    const words = runWords(run);
    const instead = at < 0 && this.bench.displaced ? LETTERS.slice(-1) : "";
    const outcome = outcomeWords(run);
    return html`
      <tr data-run=${run.id}>
        <td class="time"><button class="letter" aria-pressed=${at >= 0}
          ?disabled=${!run.curve.length} title=${texts.compare(instead)}
          aria-label=${texts.compareRun(words)}
          @click=${() => this.bench.select(run.id)}>${LETTERS[at] ?? "+"}</button></td>
        <td class="words"><button class="plain" aria-expanded=${isOpen}
          @click=${() => this.bench.toggle(run.id)}>${words}</button>
          ${outcome ? html`<p class="small quiet">${outcome}</p>` : nothing}</td>
        <td class="parameters number" data-words=${texts.afterParameters}
          >${count(parametersOf(run.settings))}</td>
        <td class="seconds number">${run.steps ? texts.time(run.seconds) : "–"}</td>
        <td class="accuracy number">${
          isBest ? html`<b>${percent(run.accuracy)}</b>` : percent(run.accuracy)
        }</td>
        <td class="curve">${guard([run.id], () => sparkline(run))}</td>
        <td class="print number">${fingerprint(run.fingerprint) || "–"}</td>
      </tr>
      ${isOpen ? this.#details(run) : nothing}`;
  }

  /** @param {Run} run */
  #details(run) {
    const { bench } = this;
    const href = this.address.id === run.id ? this.address.href : "";
    const copy = () => this.#copy(run);
    const remove = () => bench.act(this.#remove(run));
    return html`<tr class="full"><td colspan="7"
      >${runDetails(run, { bench, href, copy, remove })}</td></tr>`;
  }

  /** @param {Run} run */
  async #copy(run) {
    const { href, why } = this.bench.linkTo(run);
    this.address = { id: "", href: "" };
    const isCopied = await copyText(href);
    const words = texts.linkCopied(linkWords(run, !why));
    if (isCopied) this.bench.page.say(words, { key: "tweak-link" });
    else this.address = { id: run.id, href };
  }

  #save() {
    const { runs, order } = this.bench.state;
    const text = csvOf(sorted(runs, order), (run) => this.bench.linkTo(run).href);
    saveFile(new TextEncoder().encode(text), "downhill-runs.csv");
  }
}

customElements.define("dh-tweak-runs", TweakRuns);
