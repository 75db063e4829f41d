/** How sure the network is about ten thousand images of nothing, beside as many real digits. */
import { html } from "lit";
import { count, fraction, percent } from "../../format.js";
import { Follower } from "../../parts/follower.js";
import { inkScale, onColours, paintPicture } from "../../parts/ink.js";
import { KINDS } from "../../parts/kinds.js";
import { Part } from "../../parts/part.js";
import { peakOf } from "../../parts/ridges.js";
import "../../parts/ridges.js";
import "./kinds-table.js";
import "./static.js";

const IMAGES = 10000;
const GALLERY = 12;

/** @typedef {import("../../worker/census.js").Tally} Tally */

class Noise extends Part {
  static properties = {
    kind: { state: true },
    seed: { state: true },
    tally: { state: true },
    digits: { state: true },
    picked: { state: true },
    took: { state: true },
  };

  constructor() {
    super();
    this.kind = "uniform";
    this.seed = 1;
    /** @type {Tally | null} */
    this.tally = null;
    /** @type {Tally | null} */
    this.digits = null;
    /** @type {number | null} index of the image that was picked */
    this.picked = null;
    this.stopColours = () => {};
  }

  concerned() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.noise = new Follower(this, this.session, () => this.#census());
    this.real = new Follower(this, this.session, () => this.#readDigits(), {
      pace: 1500,
      key: ({ version, data }) => `${version} ${data.kind} ${data.testComplete} ${data.test > 0}`,
    });
  }

  disconnectedCallback() {
    this.stopColours();
    this.noise?.stop();
    this.real?.stop();
    super.disconnectedCallback();
  }

  updated() {
    this.#paint();
  }

  render() {
    const peak = Math.max(peakOf(this.tally), peakOf(this.digits));
    const words = `${count(IMAGES)} images of ${KINDS[this.kind]}`;
    return html`
      <div class="row" role="group" aria-label="Kind of noise">
        ${Object.entries(KINDS).map(([kind, name]) => html`<button aria-pressed=${this.kind === kind} data-kind=${kind} @click=${() => this.#choose(kind)}>${name}</button>`)}
      </div>
      <div class="noise-main">
        <dh-static .session=${this.session} .kind=${this.kind} .seed=${this.seed}></dh-static>
        <figure>
          <figcaption><span class="finding">${this.#finding()}</span><span class="quiet small">${words}, seed ${this.seed}</span></figcaption>
          <dh-ridges .tally=${this.tally} .peak=${peak} .words=${words}></dh-ridges>
          <button @click=${this.#more} data-testid="noise-more">Another ${count(IMAGES)}</button>
        </figure>
        <figure>
          <figcaption><span class="finding">${this.#digitFinding()}</span><span class="quiet small">${this.digits ? `${count(this.digits.count)} real digits, never trained on` : "The real digits have not come yet"}</span></figcaption>
          <dh-ridges .tally=${this.digits} .peak=${peak} words="Real digits"></dh-ridges>
        </figure>
      </div>
      ${this.#gallery()}
      <dh-kinds-table .session=${this.session} .seed=${this.seed} .digits=${this.digits}></dh-kinds-table>`;
  }

  #finding() {
    if (!this.tally) return html`<span data-testid="noise-above">Counting</span>`;
    return html`<span class="number" data-testid="noise-above">${percent(this.tally.above[1])}</span> of the noise gets an answer above 0.9`;
  }

  #digitFinding() {
    if (!this.digits) return "Real digits";
    return html`<span class="number">${percent(this.digits.above[1])}</span> of real digits do`;
  }

  #gallery() {
    const finds = this.tally?.best ?? [];
    const picked = finds.find(({ index }) => index === this.picked);
    return html`
      <section class="stack" aria-label="The most confident answers">
        <h3>The ${GALLERY} it is surest about</h3>
        <ul role="list" class="finds">
          ${finds.map(
            (
              find,
            ) => html`<li><button class="find" aria-pressed=${find.index === this.picked} title="Image ${find.index}" @click=${() => this.#pick(find)}>
              <canvas></canvas><span class="number"><span class="only-heard">Image ${find.index}: </span><b class="answer">${find.answer}</b> ${fraction(find.confidence)}</span></button></li>`,
          )}
        </ul>
        <div class="row travel" role="status">${
          picked
            ? html`<span>Image ${picked.index} is on the network’s input now.</span><button @click=${this.#travel} data-testid="noise-travel">See it travel through the network</button>`
            : html`<span class="quiet">Pick one, and it goes on the network’s input.</span>`
        }</div>
      </section>`;
  }

  #paint() {
    const finds = this.tally?.best ?? [];
    for (const [i, canvas] of this.querySelectorAll(".find canvas").entries())
      if (finds[i])
        paintPicture(/** @type {HTMLCanvasElement} */ (canvas), finds[i].pixels, inkScale());
  }

  /** @param {string} kind */
  #choose(kind) {
    this.kind = kind;
    this.picked = null;
    this.tally = null;
    this.noise?.again();
  }

  #more() {
    this.seed++;
    this.picked = null;
    this.noise?.again();
  }

  async #census() {
    const { kind, seed } = this;
    const question = { kind, seed, count: IMAGES, best: GALLERY };
    const tally = await this.session.ask("noiseCensus", question);
    if (kind === this.kind && seed === this.seed) this.tally = tally;
    else this.noise?.again();
  }

  async #readDigits() {
    if (!this.state.data.test) return;
    this.digits = await this.session.ask("noiseDigits", IMAGES);
  }

  /** @param {import("../../worker/census.js").Find} find */
  #pick({ index, pixels }) {
    this.picked = index;
    const words = `Noise “${this.kind}”, seed ${this.seed}, image ${index}`;
    this.session.showPicture(pixels, { kind: "noise", words });
  }

  #travel() {
    document.getElementById("drawing")?.scrollIntoView();
    /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="journey"]'))?.click();
  }
}

customElements.define("dh-noise", Noise);
