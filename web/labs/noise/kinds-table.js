/** Every kind of noise side by side: how often this network gives an answer above 0.5, 0.9 and 0.99. */
import { html } from "lit";
import { BINS, LIMITS } from "../../common/confidence.js";
import { KINDS } from "../../common/noise-kinds.js";
import { count, percent } from "../../common/numbers.js";
import { inkScale, onColours, paintPicture } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";
import { Follower } from "../../ui/query-controller.js";

const IMAGES = 2000;
/** @typedef {import("../../worker/noise-survey.js").Tally} Tally */

/** The commonest answer and its share. @param {Tally} tally */
function favourite({ table, count }) {
  const often = Array.from({ length: 10 }, (_, digit) =>
    table.subarray(digit * BINS, (digit + 1) * BINS).reduce((sum, n) => sum + n, 0),
  );
  const most = Math.max(...often);
  return { digit: often.indexOf(most), share: most / count };
}

class KindsTable extends Part {
  static properties = {
    kind: {},
    seed: { type: Number },
    digits: { attribute: false },
    tallies: { state: true },
  };

  constructor() {
    super();
    this.kind = "";
    this.seed = 1;
    this.choose = (/** @type {string} */ _kind) => {};
    /** @type {Tally | null} */
    this.digits = null;
    /** @type {Tally[]} */
    this.tallies = [];
    /** When they were counted. */
    this.epoch = 0;
    this.stopColours = () => {};
  }

  concerned() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.follower = new Follower(this, this.session, () => this.#ask(), { pace: 2000 });
  }

  disconnectedCallback() {
    this.stopColours();
    this.follower?.stop();
    super.disconnectedCallback();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("seed")) this.follower?.again();
    this.#paint();
  }

  render() {
    return html`
      <h3>All kinds: the first ${count(IMAGES)} images of seed ${this.seed}${this.epoch ? html`, <span class="number">at epoch ${this.epoch.toFixed(1)}</span>` : ""}</h3>
      <table>
        <thead><tr><th><span class="only-heard">An image of it</span></th><th scope="col">Kind</th>
          ${LIMITS.map((limit) => html`<th scope="col">above ${limit}</th>`)}<th scope="col">mostly called</th></tr></thead>
        <tbody>
          ${Object.entries(KINDS).map(([kind, name], i) => this.#row(kind, this.#choice(kind, name), this.tallies[i]))}
          ${this.#row("digits", "real digits", this.digits ?? undefined)}
        </tbody>
      </table>`;
  }

  /** @param {string} kind @param {string} name */
  #choice(kind, name) {
    return html`<button class="plain" aria-pressed=${kind === this.kind} @click=${() => this.choose(kind)}>${name}</button>`;
  }

  /** @param {string} kind @param {unknown} name @param {Tally | undefined} tally */
  #row(kind, name, tally) {
    const often = tally && favourite(tally);
    return html`<tr data-row=${kind}>
      <td><canvas class="thumb" role="img" aria-label="The one it is surest about"></canvas></td>
      <th scope="row">${name}</th>
      ${LIMITS.map((_, l) => html`<td><span class="share" style="--a:${tally?.above[l] ?? 0}"></span><span class="number">${tally ? percent(tally.above[l]) : "–"}</span></td>`)}
      <td class="number">${often ? `${often.digit}, ${percent(often.share, 0)}` : "–"}</td>
    </tr>`;
  }

  #paint() {
    const tallies = Object.keys(KINDS).map((_, i) => this.tallies[i] ?? null);
    for (const [i, canvas] of this.querySelectorAll("canvas").entries()) {
      const find = [...tallies, this.digits][i]?.best[0];
      if (find) paintPicture(canvas, find.pixels, inkScale());
    }
  }

  async #ask() {
    const { seed } = this;
    const { epoch } = this.state;
    const tallies = await this.session.ask("noiseKinds", Object.keys(KINDS), {
      seed,
      count: IMAGES,
    });
    this.epoch = epoch;
    this.tallies = tallies;
  }
}

customElements.define("dh-kinds-table", KindsTable);
