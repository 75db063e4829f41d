/** The table of this visitor's runs: sorted, selected for the chart, shown in full, saved as CSV. */
import { html, nothing } from "lit";
import { count, fingerprint, percent } from "../../common/numbers.js";
import { saveFile } from "../../ui/save-file.js";
import { BenchPart } from "./bench-part.js";
import { LETTERS } from "./chart.js";
import { bestOf, csvOf, sorted } from "./order.js";
import { parametersOf } from "./run.js";
import { runDetails } from "./run-details.js";
import { sparkline } from "./sparkline.js";
import { linkWords, outcomeWords, runWords, secondsWords } from "./words.js";

/**
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./order.js").Column} Column
 */

/** @type {[Column, string][]} */
const COLUMNS = [
  ["time", "Newest"],
  ["words", "Settings"],
  ["parameters", "Parameters"],
  ["seconds", "Time"],
  ["accuracy", "Test accuracy"],
];
const EMPTY = "Each run gets a line here, with what it was trained by, how long and how well.";

class TweakRuns extends BenchPart {
  shown = /** @type {const} */ (["runs", "isRead", "selected", "open", "order", "trouble"]);
  static properties = { address: { state: true } };

  constructor() {
    super();
    /** A link that the browser did not let the page copy, and the run it makes. */
    this.address = { id: "", href: "" };
  }

  render() {
    const { runs, isRead, trouble } = this.bench.state;
    return html`
      <div class="row between">
        <h3>${this.#title()}</h3>
        ${
          runs.length
            ? html`<button data-testid="tweak-csv" @click=${this.#save}>Save as CSV</button>`
            : nothing
        }
      </div>
      <p class="small" role="status">${trouble}</p>
      ${runs.length ? this.#table() : html`<p class="quiet">${isRead ? EMPTY : ""}</p>`}`;
  }

  #title() {
    const { length } = this.bench.state.runs;
    return length ? `Your ${length === 1 ? "run" : `${count(length)} runs`}` : "No runs yet";
  }

  #table() {
    const { runs, order } = this.bench.state;
    const best = bestOf(runs);
    return html`
      <table class="tweak-table">
        <thead><tr>
          ${COLUMNS.map(([column, words]) => this.#head(column, words))}
          <th scope="col">Curve</th><th scope="col">Fingerprint</th>
        </tr></thead>
        <tbody>${sorted(runs, order).map((run) => this.#row(run, run === best))}</tbody>
      </table>`;
  }

  /** @param {Column} column @param {string} words */
  #head(column, words) {
    const { order } = this.bench.state;
    const isSorted = order.column === column;
    const direction = order.descending ? "descending" : "ascending";
    return html`<th scope="col" class=${column} aria-sort=${isSorted ? direction : "none"}>
      <button class="plain" data-sort=${column} @click=${() => this.bench.sort(column)}>${words}<span
        aria-hidden="true">${isSorted ? (order.descending ? "↓" : "↑") : ""}</span></button></th>`;
  }

  /** @param {Run} run @param {boolean} isBest */
  #row(run, isBest) {
    const { selected, open } = this.bench.state;
    const at = selected.indexOf(run.id);
    const isOpen = open === run.id;
    const words = runWords(run);
    const outcome = outcomeWords(run);
    return html`
      <tr data-run=${run.id}>
        <td class="time"><button class="letter" aria-pressed=${at >= 0} ?disabled=${!run.curve.length}
          title="Compare" aria-label="Compare ${words}" @click=${() => this.bench.select(run.id)}
          >${LETTERS[at] ?? "+"}</button></td>
        <td class="words"><button class="plain" aria-expanded=${isOpen}
          @click=${() => this.bench.toggle(run.id)}>${words}</button>
          ${outcome ? html`<p class="small quiet">${outcome}</p>` : nothing}</td>
        <td class="parameters number">${count(parametersOf(run.settings))}</td>
        <td class="seconds number">${run.steps ? secondsWords(run.seconds) : "–"}</td>
        <td class="accuracy number">${
          isBest ? html`<b>${percent(run.accuracy, 2)}</b>` : percent(run.accuracy, 2)
        }</td>
        <td class="curve">${sparkline(run)}</td>
        <td class="print number">${fingerprint(run.fingerprint) || "–"}</td>
      </tr>
      ${isOpen ? this.#details(run) : nothing}`;
  }

  /** @param {Run} run */
  #details(run) {
    const { bench } = this;
    const href = this.address.id === run.id ? this.address.href : "";
    const copy = () => this.#copy(run);
    return html`<tr class="full"><td colspan="7">${runDetails(run, { bench, href, copy })}</td></tr>`;
  }

  /** @param {Run} run */
  async #copy(run) {
    const { href, why } = this.bench.linkTo(run);
    try {
      await navigator.clipboard.writeText(href);
      this.address = { id: "", href: "" };
      this.bench.page.say(`The link is copied. ${linkWords(run, !why)}`, { key: "tweak-link" });
    } catch {
      this.address = { id: run.id, href };
      await this.updateComplete;
      /** @type {HTMLInputElement | null} */ (this.querySelector(".address"))?.focus();
    }
  }

  #save() {
    const { runs, order } = this.bench.state;
    const text = csvOf(sorted(runs, order), (run) => this.bench.linkTo(run).href);
    saveFile(new TextEncoder().encode(text), "downhill-runs.csv");
  }
}

customElements.define("dh-tweak-runs", TweakRuns);
