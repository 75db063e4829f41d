/**
 * What it takes for what: truth down, answer across, live; and the pictures behind a cell, or all that it gets wrong.
 *
 * @typedef {import("./queries.js").Answered} Answered
 */
import { html, nothing } from "lit";
import { count, percent } from "../../common/numbers.js";
import { inkScale, onColours, paintPicture } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";

const DIGITS = [...Array(10).keys()];
const EVERY_MS = 1500;
const MOST = 40;
const MOVES = /** @type {Record<string, number>} */ ({
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -10,
  ArrowDown: 10,
});

class Confusion extends Part {
  static properties = { cell: { state: true }, behind: { state: true } };

  constructor() {
    super();
    this.pace = 250;
    this.rests = true;
    /** @type {number | null} 10 · truth + answer; null: all that is misread */
    this.cell = null;
    /** @type {Answered | null} */
    this.behind = null;
    this.version = -1;
    this.asked = 0;
    this.asking = false;
    this.focused = 0;
    this.stopColours = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
  }

  disconnectedCallback() {
    this.stopColours();
    super.disconnectedCallback();
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.evaluation !== before.evaluation;
  }

  updated() {
    this.#look();
    this.#paint();
  }

  /** Fetches the pictures behind, again when the network has changed, but not with every change. */
  async #look() {
    const { evaluation, version, phase } = this.state;
    const soon = phase === "running" && performance.now() - this.asked < EVERY_MS;
    if (!evaluation || this.asking || soon || this.version === version) return;
    this.asking = true;
    this.asked = performance.now();
    this.version = version;
    const cell =
      this.cell === null ? {} : { truth: Math.floor(this.cell / 10), answer: this.cell % 10 };
    this.behind = await this.session.ask("trainBehind", { ...cell, most: MOST }).catch(() => null);
    this.asking = false;
  }

  /** @param {number | null} cell */
  #pick(cell) {
    this.cell = cell === this.cell ? null : cell;
    this.version = -1;
    this.asked = 0;
  }

  render() {
    const { evaluation } = this.state;
    return html`
      <div class="halves">
        <div class="stack">
          <div class="row head"><h3>What it takes for what</h3></div>
          <p class="quiet small">${this.#finding()}</p>
          ${evaluation ? this.#matrix(evaluation.confusion) : nothing}
        </div>
        <div class="stack">
          <div class="row head">
            <h3 aria-live="polite">${this.#title()}</h3>
            ${this.cell === null ? nothing : html`<button class="plain" @click=${() => this.#pick(null)}>All that is wrong</button>`}
          </div>
          <p class="quiet small">${this.#count()}</p>
          ${this.#gallery()}
        </div>
      </div>`;
  }

  /** @param {Uint32Array} confusion */
  #matrix(confusion) {
    const rows = DIGITS.map((truth) =>
      DIGITS.reduce((sum, answer) => sum + confusion[10 * truth + answer], 0),
    );
    return html`
      <div class="scroller">
        <table class="confusion" @keydown=${this.#move}>
          <caption class="small quiet">answer across, truth down</caption>
          <thead><tr><td></td>${DIGITS.map((digit) => html`<th scope="col">${digit}</th>`)}</tr></thead>
          <tbody>
            ${DIGITS.map(
              (truth) => html`<tr>
                <th scope="row">${truth}</th>
                ${DIGITS.map((answer) => this.#cell(truth, answer, confusion[10 * truth + answer], rows[truth]))}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  /** @param {number} truth @param {number} answer @param {number} n @param {number} all of this truth */
  #cell(truth, answer, n, all) {
    const at = 10 * truth + answer;
    const kind = truth === answer ? "right" : "wrong";
    const share = all ? n / all : 0;
    return html`<td>
      <button class=${kind} data-cell=${at} style="--a:${share.toFixed(3)}" aria-pressed=${this.cell === at}
        tabindex=${at === this.focused ? 0 : -1}
        aria-label="${n} of ${all}: a ${truth} taken for a ${answer}" title="${n} of ${all}: a ${truth} taken for a ${answer}"
        @click=${() => this.#pick(at)}>${n || ""}</button>
    </td>`;
  }

  /** Arrow keys go from cell to cell. @param {KeyboardEvent} event */
  #move(event) {
    const from = /** @type {HTMLElement} */ (event.target).dataset.cell;
    const by = MOVES[event.key];
    if (from === undefined || by === undefined) return;
    const to = Number(from) + by;
    event.preventDefault();
    if (
      to < 0 ||
      to > 99 ||
      (Math.abs(by) === 1 && Math.floor(to / 10) !== Math.floor(Number(from) / 10))
    )
      return;
    this.focused = to;
    this.requestUpdate();
    /** @type {HTMLElement | null} */ (this.querySelector(`[data-cell="${to}"]`))?.focus();
  }

  #finding() {
    const { evaluation } = this.state;
    if (!evaluation) return "The test digits have not come yet.";
    const wrong = [...evaluation.confusion].map((n, at) => ({ at, n: at % 11 ? n : 0 }));
    const worst = wrong.reduce((most, each) => (each.n > most.n ? each : most));
    const { accuracy, count: all } = evaluation;
    const most = worst.n
      ? ` Most often a ${Math.floor(worst.at / 10)} is taken for a ${worst.at % 10}.`
      : "";
    return `${percent(accuracy)} of ${count(all)} unseen digits lie on the diagonal.${most}`;
  }

  #title() {
    if (this.cell === null) return "What it gets wrong";
    const [truth, answer] = [Math.floor(this.cell / 10), this.cell % 10];
    return truth === answer
      ? `Each a ${truth}, and read so`
      : `Each a ${truth}, taken for a ${answer}`;
  }

  #count() {
    const { behind } = this;
    if (!behind) return "";
    if (!behind.total) return "There is none.";
    const shown = behind.digits.length;
    const some = shown < behind.total ? `, the ${shown} it is surest of` : "";
    return `${count(behind.total)} digit${behind.total === 1 ? "" : "s"}${some}. Bold is the truth, crossed out what it says.`;
  }

  #gallery() {
    return html`
      <ul role="list" class="gallery">
        ${this.behind?.digits.map(
          ({ index, label, answer, confidence }) => html`<li>
            <button class="plain" data-index=${index} @click=${() => this.session.testDigit(index)} title="Test digit ${index}">
              <canvas aria-hidden="true"></canvas>
              <span class="small"><span class="only-heard">Test digit ${index}: a </span><b>${label}</b>${
                answer === label
                  ? nothing
                  : html`<span class="only-heard">, read as</span> <i class="crossed answer">${answer}</i>`
              }<span class="only-heard">, ${percent(confidence, 0)} sure</span></span>
            </button>
          </li>`,
        )}
      </ul>`;
  }

  #paint() {
    const { behind } = this;
    if (!behind) return;
    const scale = inkScale();
    for (const [i, canvas] of this.querySelectorAll(".gallery canvas").entries()) {
      const bytes = behind.images.subarray(i * 784, i * 784 + 784);
      paintPicture(
        /** @type {HTMLCanvasElement} */ (canvas),
        Float32Array.from(bytes, (v) => v / 255),
        scale,
      );
    }
  }
}

customElements.define("dh-confusion", Confusion);
