/** Every kind of noise side by side: how often the confidence is above each of LIMITS. */
import { html } from "lit";
import { BINS, LIMITS } from "../../common/confidence.js";
import { KIND_LIST, KINDS } from "../../common/noise-kinds.js";
import { percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/noise.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";

/** Of each kind. */
const IMAGES = 2000;
/** Milliseconds between two counts while the network is trained. */
const PAUSE = 2000;

/**
 * @typedef {import("../../common/noise-kinds.js").NoiseKind} NoiseKind
 * @typedef {import("../../worker/noise-survey.js").Tally} Tally
 * @typedef {import("../../model/state.js").State} State
 *
 * @typedef {object} CountedKinds
 * @property {number} generation  of the network
 * @property {number} data  generation of the data
 * @property {number} seed
 * @property {number} epoch
 * @property {Tally[]} tallies  in the order of KIND_LIST
 */

class KindsTable extends Part {
  static properties = { kind: {}, seed: { type: Number }, digits: { attribute: false } };

  constructor() {
    super();
    /** @type {NoiseKind} */
    this.kind = "uniform";
    this.seed = 1;
    this.choose = (/** @type {NoiseKind} */ _kind) => {};
    /** @type {import("./view.js").Counted | null} */
    this.digits = null;
    /** @type {QueryController<CountedKinds>} */
    this.survey = new QueryController(this, {
      session: () => this.session,
      pause: PAUSE,
      key: ({ generation, version, data }) =>
        [generation, version, data.generation, data.testComplete, this.seed].join(" "),
      subject: () => String(this.seed),
      ask: (_, signal) => this.#count(signal),
    });
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.version !== before.version || state.data.generation !== before.data.generation;
  }

  /** The last count, unless it is of another network or of other data. */
  get #counted() {
    const { answer } = this.survey;
    const { generation, data } = this.state;
    const isPresent = answer?.generation === generation && answer.data === data.generation;
    return isPresent ? answer : null;
  }

  render() {
    const counted = this.#counted;
    const seed = counted?.seed ?? this.seed;
    return html`
      <h3>${texts.allKinds(IMAGES, seed, counted?.epoch ?? 0)}</h3>
      <table class=${this.survey.isCurrent ? "" : "stale"}>
        <thead><tr>
          <th><span class="only-heard">${texts.imageOfHighest}</span></th>
          <th scope="col">${texts.kind}</th>
          ${LIMITS.map((limit) => html`<th scope="col">${texts.above(limit)}</th>`)}
          <th scope="col">${texts.mostOften}</th>
        </tr></thead>
        <tbody>
          ${KIND_LIST.map((kind, i) => row(kind, this.#choice(kind), counted?.tallies[i]))}
          ${row("digits", texts.rowOfDigits, this.digits?.tally)}
        </tbody>
      </table>
      <p class="quiet small">${texts.legend}</p>`;
  }

  /** @param {NoiseKind} kind */
  #choice(kind) {
    return html`<button class="plain" aria-pressed=${kind === this.kind}
      @click=${() => this.choose(kind)}>${KINDS[kind]}</button>`;
  }

  #paint() {
    const tallies = KIND_LIST.map((_, i) => this.#counted?.tallies[i]);
    for (const [i, canvas] of this.querySelectorAll("canvas").entries()) {
      const example = [...tallies, this.digits?.tally][i]?.best[0];
      if (example) paintPicture(canvas, example.pixels, inkScale());
    }
  }

  /** @param {AbortSignal} signal @returns {Promise<CountedKinds>} */
  async #count(signal) {
    const { seed, session } = this;
    const { generation, data } = session.state;
    const images = { seed, count: IMAGES };
    const { epoch, found } = await session.query("noiseKinds", KIND_LIST, images, signal);
    return { generation, data: data.generation, seed, epoch, tallies: found };
  }
}

/** @param {string} kind @param {unknown} name @param {Tally | undefined} tally */
function row(kind, name, tally) {
  return html`<tr data-row=${kind}>
    <td><canvas class="thumb" role="img" aria-label=${texts.imageOfHighest}></canvas></td>
    <th scope="row">${name}</th>
    ${LIMITS.map(
      (_, l) => html`<td><span class="fraction" style="--a:${tally?.above[l] ?? 0}"></span
      ><span class="number">${tally ? percent(tally.above[l]) : "–"}</span></td>`,
    )}
    <td class="number">${tally ? mostOften(tally) : "–"}</td>
  </tr>`;
}

/** The digit predicted most often. @param {Tally} tally */
function mostOften({ table, count }) {
  const often = Array.from({ length: 10 }, (_, digit) =>
    table.subarray(digit * BINS, (digit + 1) * BINS).reduce((sum, n) => sum + n, 0),
  );
  const most = Math.max(...often);
  return `${often.indexOf(most)}, ${percent(most / count, 0)}`;
}

customElements.define("dh-kinds-table", KindsTable);
