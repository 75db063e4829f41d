/** How sure the network is about ten thousand images of nothing, beside as many real digits. */
import { html } from "lit";
import { isSure } from "../../common/confidence.js";
import { KINDS } from "../../common/noise-kinds.js";
import { count, fraction, percent } from "../../common/numbers.js";
import { goTo } from "../../shell/scroll-to.js";
import { peakOf } from "../../ui/charts/confidence-ridgeline.js";
import { inkScale, onColours, paintPicture } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";
import { Follower } from "../../ui/query-controller.js";
import "./kinds-table.js";
import "./static.js";
import { travel } from "./travel.js";

const IMAGES = 10000;
/** While the network learns: few enough to keep up with it. */
const IN_PASSING = 2000;

/**
 * @typedef {import("../../worker/noise-survey.js").Tally} Tally
 * @typedef {import("../../worker/noise-survey.js").Find} Find
 * @typedef {{ kind: string, seed: number, version: number, epoch: number, tally: Tally }} Counted  what was counted, and of which network
 */

class Noise extends Part {
  static properties = {
    kind: { state: true },
    seed: { state: true },
    counted: { state: true },
    digits: { state: true },
    picked: { state: true },
  };

  constructor() {
    super();
    /** @type {(figures: import("../index.js").Figures) => void} */
    this.tell = () => {};
    this.kind = "uniform";
    this.seed = 1;
    /** @type {Counted | null} */
    this.counted = null;
    /** @type {Tally | null} */
    this.digits = null;
    /** Of which network, and when. */
    this.digitsRead = { version: 0, epoch: 0 };
    /** @type {number | null} index of the image that was picked */
    this.picked = null;
    this.pace = 100;
    this.rests = true;
    this.stopColours = () => {};
  }

  /** What is counted goes grey when the network is another. @type {Part["concerned"]} */
  concerned(state, before) {
    return state.version !== before.version;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.noise = new Follower(this, this.session, () => this.#census(), {
      key: ({ version, phase }) =>
        `${version} ${imagesIn(phase)} ${this.kind} ${this.seed} ${this.#ownDigits}`,
    });
    this.real = new Follower(this, this.session, () => this.#readDigits(), {
      pace: 1500,
      key: ({ version, phase, data }) =>
        `${version} ${imagesIn(phase)} ${data.test > 0} ${this.#ownDigits}`,
    });
  }

  disconnectedCallback() {
    this.stopColours();
    this.noise?.stop();
    this.real?.stop();
    super.disconnectedCallback();
  }

  /** Which digits are there to be read, and to be shuffled. */
  get #ownDigits() {
    const { kind, testComplete } = this.state.data;
    return `${kind} ${testComplete}`;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("kind") || changed.has("seed")) this.noise?.again();
    if (changed.has("counted") || changed.has("kind")) this.#tellFigures();
    this.#paint();
  }

  /** What the guess is held against: the kind that is chosen, once it is counted. */
  #tellFigures() {
    const { counted, kind } = this;
    const name = KINDS[kind];
    const above = counted?.kind === kind ? counted.tally.above[1] : null;
    this.tell({ about: kind, name, above, images: counted?.tally.count });
  }

  render() {
    const { counted, digits } = this;
    const peak = Math.max(peakOf(counted?.tally ?? null), peakOf(digits));
    const words = counted ? wordsOf(counted) : `${KINDS[this.kind]}, seed ${this.seed}`;
    return html`
      <div class="row" role="group" aria-label="Kind of noise">
        ${Object.entries(KINDS).map(([kind, name]) => html`<button aria-pressed=${this.kind === kind} data-kind=${kind} @click=${() => this.#choose(kind)}>${name}</button>`)}
      </div>
      <div class="noise-main">
        <dh-static .session=${this.session} .kind=${this.kind} .seed=${this.seed}></dh-static>
        <figure class=${this.#isStale ? "stale" : ""}>
          <p class="veil quiet">Guess first how sure it is, or press “Just show me”.</p>
          <figcaption class="veiled"><span class="finding">${this.#finding()}</span><span class="quiet small number" data-testid="noise-counted">${words}</span></figcaption>
          <dh-ridges class="veiled" .stale=${this.#isStale} .tally=${counted?.tally ?? null} .peak=${peak} .words=${words}></dh-ridges>
          <button @click=${this.#more} data-testid="noise-more">Another ${count(IMAGES)}</button>
        </figure>
        <figure class=${this.#isOld ? "stale" : ""}>
          <figcaption><span class="finding">${this.#digitFinding()}</span><span class="quiet small">${digits ? `${count(digits.count)} real digits, never trained on${at(this.digitsRead.epoch)}` : "The real digits have not come yet"}</span></figcaption>
          <dh-ridges .stale=${this.#isOld} .tally=${digits} .peak=${peak} words="Real digits"></dh-ridges>
          <p class="quiet small">Bars in both charts: height by the square root; the tallest is <span class="number">${percent(peak, 0)}</span> of its images.</p>
        </figure>
      </div>
      ${this.#gallery()}
      <dh-kinds-table .session=${this.session} .kind=${this.kind} .seed=${this.seed} .digits=${digits} .choose=${(/** @type {string} */ kind) => this.#choose(kind)}></dh-kinds-table>`;
  }

  /** Whether what is shown was counted of another network, or of other images, than are chosen now. */
  get #isStale() {
    const { counted, kind, seed } = this;
    return (
      counted !== null &&
      (counted.version !== this.state.version || counted.kind !== kind || counted.seed !== seed)
    );
  }

  /** The same of the real digits. */
  get #isOld() {
    return this.digits !== null && this.digitsRead.version !== this.state.version;
  }

  #finding() {
    if (!this.counted) return html`<span data-testid="noise-above">Counting</span>`;
    return html`<span class="number" data-testid="noise-above">${percent(this.counted.tally.above[1])}</span> of the noise gets an answer above 0.9`;
  }

  #digitFinding() {
    if (!this.digits) return "Real digits";
    return html`<span class="number">${percent(this.digits.above[1])}</span> of real digits do`;
  }

  #gallery() {
    const finds = this.counted?.tally.best ?? [];
    const picked = finds.find(({ index }) => index === this.picked);
    return html`
      <section class="stack" aria-label="The surest image for each answer" id="noise-gallery">
        <h3>For each answer, the image it is surest about</h3>
        <ul role="list" class="finds">
          ${Array.from({ length: 10 }, (_, answer) => html`<li>${this.#tile(answer, finds)}</li>`)}
        </ul>
        <div class="row travel" role="status">${
          picked
            ? html`<span>Image ${picked.index} is on the network’s input now.</span><button @click=${this.#travel} data-testid="noise-travel">See it travel through the network</button>`
            : html`<span class="quiet">Pick one, and it goes on the network’s input.</span>`
        }</div>
      </section>`;
  }

  /** @param {number} answer @param {Find[]} finds */
  #tile(answer, finds) {
    const find = finds.find((each) => each.answer === answer);
    if (!find)
      return html`<div class="find none"><span class="blank"></span><span class="quiet"><b>${answer}</b> never</span></div>`;
    return html`<button class="find" aria-pressed=${find.index === this.picked} title="Image ${find.index}" @click=${() => this.#pick(find)}>
      <canvas data-answer=${answer}></canvas><span class="number"><span class="only-heard">Image ${find.index}: </span><b class=${isSure(find) ? "answer" : "quiet"}>${answer}</b> ${fraction(find.confidence, 4)}</span></button>`;
  }

  #paint() {
    for (const { answer, pixels } of this.counted?.tally.best ?? []) {
      const canvas = this.querySelector(`canvas[data-answer="${answer}"]`);
      if (canvas) paintPicture(/** @type {HTMLCanvasElement} */ (canvas), pixels, inkScale());
    }
  }

  /** @param {string} kind */
  #choose(kind) {
    this.kind = kind;
    this.picked = null;
  }

  #more() {
    this.seed++;
    this.picked = null;
  }

  async #census() {
    const { kind, seed } = this;
    const { version, epoch, phase } = this.state;
    const question = { kind, seed, count: imagesIn(phase), best: "each" };
    const tally = await this.session.ask("noiseCensus", question);
    if (kind === this.kind && seed === this.seed)
      this.counted = { kind, seed, version, epoch, tally };
  }

  async #readDigits() {
    if (!this.state.data.test) return;
    const { version, epoch, phase } = this.state;
    const digits = await this.session.ask("noiseDigits", imagesIn(phase));
    this.digitsRead = { version, epoch };
    this.digits = digits;
  }

  /** @param {Find} find */
  #pick({ index, pixels }) {
    const { kind, seed } = /** @type {Counted} */ (this.counted);
    this.picked = index;
    const words = `Noise “${kind}”, seed ${seed}, image ${index}`;
    this.session.showPicture(pixels, { kind: "noise", words });
  }

  async #travel() {
    await travel();
    this.session.update({
      notice: {
        text: "That was noise, and this is its answer.",
        button: "Back to the gallery",
        act: () => goTo("noise-gallery"),
      },
    });
  }
}

/** How many images are counted. @param {import("../../worker/protocol.js").Phase} phase */
function imagesIn(phase) {
  return phase === "running" ? IN_PASSING : IMAGES;
}

/** @param {Counted} counted */
function wordsOf({ kind, seed, epoch, tally }) {
  return `${count(tally.count)} images of ${KINDS[kind]}, seed ${seed}${at(epoch)}`;
}

/** When something was counted of a network that has trained. @param {number} epoch */
function at(epoch) {
  return epoch ? `, at epoch ${epoch.toFixed(1)}` : "";
}

customElements.define("dh-noise", Noise);
