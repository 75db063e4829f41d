/** The cost of your digit as ten squares and their sum; then the cost of thousands, and where yours lies among them. */
import { html, nothing } from "lit";
import { count, percent } from "../../common/numbers.js";
import { inkScale, onColours, paintPicture } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";
import { about, small } from "./cost-numbers.js";
import { histogram } from "./histogram.js";
import { NOTHING, outputSums, termsOf } from "./measure.js";
import { BINS, binOf, costliest, middleOf, rankOf, someOf, spreadOf } from "./spread.js";
import { squares, sum } from "./squares.js";

/** Pictures shown of the digits at one cost. */
const GALLERY = 12;
/** A survey rests this many times as long as it took. */
const REST = 15;

/** @typedef {{ outputs: Float32Array, measure: import("./measure.js").Measure, target: number, terms: number[], total: number }} Answer */

class Cost extends Part {
  static properties = {
    chosen: { state: true },
    measure: { state: true },
    set: { state: true },
    lookedAt: { state: true },
    width: { state: true },
    survey: { state: true },
  };

  constructor() {
    super();
    this.pace = 60;
    this.rests = true;
    /** The target somebody chose. @type {number | null} */
    this.chosen = null;
    /** The label that was known when they did. @type {unknown} */
    this.chosenFor = null;
    /** @type {"own" | "squares"} */
    this.measure = "squares";
    /** @type {"test" | "train"} */
    this.set = "test";
    /** The cost whose digits are shown, chosen by hand. @type {number | null} */
    this.lookedAt = null;
    this.width = 0;
    /** @type {import("./queries.js").Survey | null} */
    this.survey = null;
    /** @type {import("./spread.js").Spread | null} */
    this.spread = null;
    /** What the survey is of. */
    this.surveyed = "";
    /** By which cost, of which digits. */
    this.kind = "";
    this.busy = false;
    this.near = false;
    this.next = 0;
    /** @type {{ key: string, indices: number[], pictures: Float32Array[] }} */
    this.gallery = { key: "", indices: [], pictures: [] };
    this.stopColours = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.requestUpdate());
    this.resizes = new ResizeObserver(() => {
      this.width = Math.floor(this.querySelector(".spread")?.clientWidth ?? 0);
    });
    this.resizes.observe(this);
    this.sight = new IntersectionObserver((seen) => {
      this.near = seen[seen.length - 1].isIntersecting;
      if (this.near) this.requestUpdate();
    });
    this.sight.observe(this);
  }

  disconnectedCallback() {
    this.stopColours();
    this.resizes?.disconnect();
    this.sight?.disconnect();
    clearTimeout(this.next);
    super.disconnectedCallback();
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    const parts = /** @type {const} */ (["version", "reading", "shown", "network", "data"]);
    return parts.some((part) => state[part] !== before[part]);
  }

  /** @returns {import("./measure.js").Measure} */
  get #measure() {
    const { network } = this.state;
    const cost = this.measure === "squares" ? "quadratic" : network?.cost;
    return /** @type {import("./measure.js").Measure} */ ({ cost, output: network?.output });
  }

  get #kind() {
    const { cost, output } = this.#measure;
    return `${this.set} ${cost} ${output} ${this.state.data.name}`;
  }

  /** What is on the input and what it costs; null when nothing is. */
  get #answer() {
    const { reading, network } = this.state;
    if (!network || !reading || reading.answer === null) return null;
    if (reading.activations.length !== network.layers.length) return null;
    const outputs = reading.activations[reading.activations.length - 1];
    const measure = this.#measure;
    const target = this.#target(reading.answer);
    const terms = termsOf(measure, outputs, target, outputSums(this.state));
    return { outputs, measure, target, terms, total: terms.reduce((all, term) => all + term, 0) };
  }

  /** The one chosen for this input, or its label, or what the network says. @param {number} answer */
  #target(answer) {
    const { shown } = this.state;
    if (this.chosen !== null && this.chosenFor === inputOf(shown)) return this.chosen;
    return shown.label ?? (shown.kind === "noise" ? NOTHING : answer);
  }

  /** @param {number} target */
  #choose(target) {
    this.chosen = target;
    this.chosenFor = inputOf(this.state.shown);
  }

  render() {
    const { network } = this.state;
    if (!network) return html`<p class="quiet">The network is on its way.</p>`;
    const answer = this.#answer;
    return html`
      ${network.cost === "quadratic" ? nothing : this.#other()}
      ${answer ? this.#ten(answer) : this.#empty()}
      <div class="spread">${this.#many(answer?.total ?? null)}</div>`;
  }

  updated() {
    this.width ||= Math.floor(this.querySelector(".spread")?.clientWidth ?? 0);
    this.#survey();
    this.#fetchGallery();
    this.#paint();
  }

  /* ---- one digit ---- */

  #empty() {
    return html`
      <div class="row nothing">
        <p class="quiet">Nothing is drawn. Draw a digit, or take one that it has never seen:</p>
        ${this.#digitButton()}
      </div>`;
  }

  #digitButton() {
    return html`<button data-testid="cost-digit" ?disabled=${!this.state.data.test} @click=${() => this.session.testDigit()}>A test digit</button>`;
  }

  /** Honest about a network that is judged by another cost than the lesson's. */
  #other() {
    const own = this.measure === "own";
    return html`
      <div class="stack">
        <div class="row" role="group" aria-label="Cost">
          <button aria-pressed=${!own} @click=${() => this.#measureBy("squares")}>The lesson’s squares</button>
          <button aria-pressed=${own} @click=${() => this.#measureBy("own")}>Its own cross-entropy</button>
        </div>
        <p class="quiet">${
          own
            ? "Its own cost is −ln of the share that the right answer gets: next to nothing when it is sure and right, without bound the surer it is and wrong."
            : "The lesson adds up squares. This network was trained to make another cost small, cross-entropy; the cost in the bar is that."
        }</p>
      </div>`;
  }

  /** @param {"own" | "squares"} measure */
  #measureBy(measure) {
    this.measure = measure;
  }

  /** @param {Answer} answer */
  #ten(answer) {
    const { shown } = this.state;
    const quadratic = answer.measure.cost === "quadratic";
    return html`
      <div class="digit">
        <figure>
          <canvas class="picture" role="img" aria-label=${shown.words || "Your drawing"}></canvas>
          <figcaption class="small quiet">${shown.words || "Your drawing"}</figcaption>
          ${this.#digitButton()}
        </figure>
        <div class="stack">
          ${squares(answer, (target) => this.#choose(target))}
          <div class="row under">
            <button aria-pressed=${answer.target === NOTHING} data-target="nothing" @click=${() => this.#choose(NOTHING)}>It is no digit</button>
            <p class="small quiet"><span class="negative">Orange</span> outputs should be brighter, <span class="positive">blue</span> ones darker; a dot is what is too small to draw.</p>
          </div>
        </div>
        <div class="stack">
          <p class="quiet">${quadratic ? "The ten squares together" : "The ten terms together"}</p>
          ${sum(answer.total, quadratic)}
          <p class="small quiet">${this.#supposed(answer.target)}</p>
        </div>
      </div>`;
  }

  /** @param {number} target */
  #supposed(target) {
    const { shown } = this.state;
    if (target === NOTHING) return "if it is no digit at all.";
    if (shown.label === target) return `as it is a ${target}.`;
    return `if it should be a ${target}.`;
  }

  /* ---- thousands ---- */

  /** @param {number | null} yours */
  #many(yours) {
    const { data } = this.state;
    const { spread } = this;
    if (!data[this.set] || !spread || !this.width || this.kind !== this.#kind)
      return html`<p class="quiet wait">${data.kind === "none" ? "The digits are on their way." : "Adding up what every digit costs."}</p>`;
    return html`
      <div class="row between">
        <h3 class="title">${this.#finding(spread)}</h3>
        <select aria-label="Which digits" @change=${(/** @type {any} */ event) => this.#useSet(event.target.value)}>
          <option value="test" ?selected=${this.set === "test"}>digits it never saw</option>
          <option value="train" ?selected=${this.set === "train"}>digits it learns from</option>
        </select>
      </div>
      <p class="quiet">${this.#place(spread, yours)}</p>
      ${histogram({ spread, width: this.width, yours, bin: this.#binOf(spread), choose: (bin) => this.#look(bin) })}
      <p class="row legend-of small quiet"><b class="right">read right</b><b class="wrong">read wrong</b><span>Cost, each line ten times the last</span></p>
      ${this.#cursor(spread)}
      ${this.#pictures()}`;
  }

  /** @param {import("./spread.js").Spread} spread */
  #finding({ count: n, mean, worst }) {
    const set = this.set === "test" ? "unseen digits" : "training digits";
    return html`The average over ${count(n)} ${set} is <output class="number" data-testid="cost-mean" aria-label="Average cost">${small(mean)}</output>${worst > 0.5 ? html`, and the costliest tenth makes ${percent(worst, 0)} of it` : nothing}`;
  }

  /** @param {import("./spread.js").Spread} spread @param {number | null} yours */
  #place(spread, yours) {
    if (yours === null) return `Half of them cost less than ${small(spread.median)}.`;
    const rank = rankOf(spread, yours);
    return html`Yours costs more than <span class="number" data-testid="cost-rank">${percent(rank)}</span> of them; half cost less than ${small(spread.median)}.`;
  }

  /** @param {import("./spread.js").Spread} spread */
  #cursor(spread) {
    const bin = this.#binOf(spread);
    return html`
      <label class="cursor"><span class="number">Digits that cost about ${about(middleOf(spread.range, bin))}</span>
        <input type="range" min="0" max=${BINS - 1} step="1" .value=${String(bin)} @input=${(/** @type {any} */ event) => this.#look(Number(event.target.value))} />
      </label>`;
  }

  /** The bin looked at; before one is chosen, the costliest that fills the gallery. @param {import("./spread.js").Spread} spread */
  #binOf(spread) {
    const { lookedAt } = this;
    return lookedAt === null ? costliest(spread, GALLERY) : binOf(spread.range, lookedAt);
  }

  #pictures() {
    const { gallery, survey } = this;
    if (!survey) return nothing;
    if (!gallery.indices.length) return html`<p class="gallery quiet">No digit costs that.</p>`;
    return html`
      <ul class="gallery" role="list">
        ${gallery.indices.map((index, i) => {
          const [label, answer] = [survey.labels[index], survey.answers[index]];
          const words = label === answer ? String(label) : `${label}, not ${answer}`;
          return html`<li><button class="plain" title="Put it on the input" aria-label="${words}: digit ${index}, put it on the input" @click=${() => this.#show(index, label, i)}>
            <canvas class="thumb picture"></canvas><span class="small quiet">${words}</span></button></li>`;
        })}
      </ul>`;
  }

  /** @param {number} index @param {number} label @param {number} i */
  #show(index, label, i) {
    if (this.set === "test") this.session.testDigit(index);
    else
      this.session.showPicture(this.gallery.pictures[i], {
        kind: "digit",
        label,
        words: `Training digit ${index}: somebody’s ${label}`,
      });
  }

  /** @param {number} bin */
  #look(bin) {
    if (this.spread) this.lookedAt = middleOf(this.spread.range, bin);
  }

  /** @param {"test" | "train"} set */
  #useSet(set) {
    this.set = set;
  }

  /* ---- asking ---- */

  /** Adds up the set again when the network or the data have changed; one survey at a time, with rests between. */
  async #survey() {
    const { network, version, data } = this.state;
    const kind = this.#kind;
    const key = `${version} ${kind} ${data[this.set]}`;
    if (this.busy || !network || !data[this.set] || key === this.surveyed || !this.near) return;
    this.busy = true;
    let rest = 300;
    try {
      const { cost } = this.#measure;
      const survey = await this.session.ask("costSurvey", { set: this.set, cost });
      this.spread = spreadOf(survey);
      this.survey = survey;
      this.surveyed = key;
      this.kind = kind;
      rest = Math.max(rest, REST * survey.took);
    } catch {
      // The data were replaced meanwhile: the next survey is of the new ones.
    }
    this.next = window.setTimeout(() => this.#rested(), rest);
  }

  #rested() {
    this.busy = false;
    this.requestUpdate();
  }

  async #fetchGallery() {
    const { survey, set, spread } = this;
    if (!survey || !spread) return;
    const indices = someOf(survey, spread.range, this.#binOf(spread), GALLERY);
    const key = `${set} ${indices}`;
    if (key === this.gallery.key) return;
    this.gallery = { ...this.gallery, key };
    try {
      const pictures = await this.session.ask("costPictures", set, indices);
      if (key !== this.gallery.key) return;
      this.gallery = { key, indices, pictures };
      this.requestUpdate();
    } catch {
      this.gallery = { key: "", indices: [], pictures: [] };
    }
  }

  #paint() {
    const { reading } = this.state;
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector("figure canvas"));
    if (canvas && reading) paintPicture(canvas, reading.pixels, inkScale());
    for (const [i, thumb] of this.querySelectorAll(".thumb").entries()) {
      const pixels = this.gallery.pictures[i];
      if (pixels) paintPicture(/** @type {HTMLCanvasElement} */ (thumb), pixels, inkScale());
    }
  }
}

/** What a chosen target belongs to: a drawing may grow, another digit is another. @param {import("../../model/state.js").Shown} shown */
function inputOf({ kind, label, words, strokes }) {
  return kind === "drawing"
    ? `drawing ${strokes.length ? "" : "none"}`
    : `${kind} ${label} ${words}`;
}

customElements.define("dh-cost", Cost);
