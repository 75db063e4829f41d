/** Your picture, changed a little so that the network misreads it, and beside it changed as much at random. */
import { html } from "lit";
import { goTo } from "../../shell/scroll-to.js";
import { inkScale, onColours, paintPicture, signScale } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";
import { Follower } from "../../ui/query-controller.js";
import "./curve.js";
import "./dreams.js";
import { change, picture } from "./picture.js";
import { answerOf, saidAfter, saidBefore } from "./verdict.js";

/** @typedef {import("./picture.js").Read} Read */
/**
 * @typedef {object} Fooled  what the network made of a picture, and of it changed
 * @property {Read} before
 * @property {Read} attacked
 * @property {Read} random
 * @property {number} epsilon
 * @property {number | null} target
 * @property {import("../../model/state.js").Shown} shown
 */

const METHODS = { fgsm: "One step (FGSM)", pgd: "Forty steps (PGD)" };
const MOST = 0.3;
const STEP = 0.01;
const STEPS = Array.from({ length: Math.round(MOST / STEP) }, (_, i) => (i + 1) / 100);
const SEED = 1;

class Fool extends Part {
  static properties = {
    method: { state: true },
    epsilon: { state: true },
    target: { state: true },
    fooled: { state: true },
    smallest: { state: true },
  };

  constructor() {
    super();
    /** @type {keyof typeof METHODS} */
    this.method = "pgd";
    this.epsilon = 0.1;
    /** @type {number | null} the digit it is to be taken for */
    this.target = null;
    /** @type {Fooled | null} */
    this.fooled = null;
    /** @type {{ key: string, attacked: number | null, random: number | null } | null} */
    this.smallest = null;
    this.stopColours = () => {};
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.shown !== before.shown || state.reading?.answer !== before.reading?.answer;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.follower = new Follower(this, this.session, () => this.#ask(), {
      pace: 60,
      key: () => `${this.#search} ${this.epsilon}`,
    });
    this.searcher = new Follower(this, this.session, () => this.#searchIt(), {
      pace: 300,
      key: () => this.#search,
    });
  }

  disconnectedCallback() {
    this.stopColours();
    this.follower?.stop();
    this.searcher?.stop();
    super.disconnectedCallback();
  }

  updated() {
    this.follower?.look();
    this.searcher?.look();
    this.#paint();
  }

  /** Changes when the smallest change may. */
  get #search() {
    const { version, reading } = this.state;
    return `${version} ${this.method} ${this.target} ${this.#numberOf(reading?.pixels)}`;
  }

  /** Every picture has its own number. @type {WeakMap<Float32Array, number>} */
  #numbers = new WeakMap();
  #count = 0;

  /** @param {Float32Array | undefined} pixels */
  #numberOf(pixels) {
    if (!pixels) return 0;
    if (!this.#numbers.has(pixels)) this.#numbers.set(pixels, ++this.#count);
    return this.#numbers.get(pixels);
  }

  render() {
    return html`
      <div class="fool-main">
        ${this.#controls()}
        ${this.fooled ? this.#pictures(this.fooled) : this.#empty()}
      </div>
      <section class="fool-curve"><dh-fool-curve .session=${this.session} .method=${this.method} .epsilon=${this.epsilon} .own=${this.#own}></dh-fool-curve></section>
      <dh-dreams .session=${this.session}></dh-dreams>`;
  }

  #controls() {
    return html`
      <div class="controls">
        <div class="row">
          <button @click=${() => this.session.testDigit()} data-testid="fool-digit">A test digit</button>
          <button @click=${this.#draw} data-testid="fool-draw">Draw one</button>
        </div>
        <label class="stack"><span>How</span>
          <select @change=${this.#chooseMethod} data-testid="fool-method">${Object.entries(METHODS).map(([key, words]) => html`<option value=${key} ?selected=${key === this.method}>${words}</option>`)}</select></label>
        <label class="stack"><span>To be taken for</span>
          <select @change=${this.#chooseTarget} data-testid="fool-target"><option value="">Anything else</option>
            ${Array.from({ length: 10 }, (_, d) => html`<option value=${d} ?selected=${d === this.target} ?disabled=${d === this.#unwanted}>${d}</option>`)}</select></label>
        <label class="stack slider"><span>Each pixel may change by up to <b class="number" data-testid="fool-epsilon">${this.epsilon.toFixed(2)}</b></span>
          <input type="range" min="0" max=${MOST} step=${STEP} .value=${String(this.epsilon)} @input=${this.#slide} /></label>
      </div>`;
  }

  #empty() {
    return html`<p class="quiet empty">Nothing is on the input. Draw a digit or take a test digit: here it stands beside itself, changed by the attack and as much at random, with what the network makes of each.</p>`;
  }

  /** @param {Fooled} fooled */
  #pictures(fooled) {
    const { before, attacked, random, target, shown } = fooled;
    const original = answerOf(before.outputs);
    const after = (/** @type {Read} */ read) => saidAfter(shown, original, answerOf(read.outputs));
    return html`
      <div class="pictures ${target === null ? "" : "aimed"}">
        ${picture({ name: "before", title: "Before", read: before, label: shown.label, said: saidBefore(shown, original) })}
        ${picture({ name: "attacked", title: "After the attack", read: attacked, label: shown.label, said: after(attacked), target })}
        ${picture({ name: "random", title: "After random change", read: random, label: shown.label, said: after(random) })}
        ${this.#aside(shown, original)}
        ${change("attack", "What the attack changes", fooled.epsilon, html`<button @click=${this.#putOn} ?disabled=${!fooled.epsilon} data-testid="fool-put">Put it on the input</button>`)}
        ${change("noise", "What chance changes", fooled.epsilon)}
      </div>`;
  }

  /**
   * How little it takes, and what the colours mean.
   * @param {import("./verdict.js").Shown} shown @param {import("./verdict.js").Answer} original
   */
  #aside({ label }, { answer }) {
    const misread = label !== null && label !== answer;
    const fools = label === null ? "changes its mind" : "fools it";
    const wanted = this.target === null ? fools : `makes it a ${this.target}`;
    return html`
      <div class="stack aside">
        ${
          misread && this.target === null
            ? html`<p>It takes no change: it is misread already.</p>`
            : html`<p>The smallest change that ${wanted}</p>
              <dl class="least"><dt>attack</dt><dd data-testid="fool-least">${this.#least("attacked")}</dd>
                <dt>random</dt><dd>${this.#least("random")}</dd></dl>`
        }
        <p class="small quiet">In the changes, <span class="positive">blue</span> is more ink, <span class="negative">orange</span> less.</p>
      </div>`;
  }

  /** @param {"attacked" | "random"} how */
  #least(how) {
    if (this.smallest?.key !== this.#search) return html`<span class="quiet">searching</span>`;
    const epsilon = this.smallest[how];
    if (epsilon === null) return html`<span class="quiet">none up to ${MOST.toFixed(2)}</span>`;
    return html`<button class="number" title="Change it by as much" @click=${() => this.#change(epsilon)}>${epsilon.toFixed(2)}</button>`;
  }

  /** The smallest change by which the attack fools the picture, once it is known. */
  get #own() {
    if (this.target !== null || this.smallest?.key !== this.#search) return null;
    return this.smallest.attacked;
  }

  #paint() {
    if (!this.fooled) return;
    const { before, attacked, random, epsilon } = this.fooled;
    const less = (/** @type {Read} */ read) => read.pixels.map((p, i) => p - before.pixels[i]);
    for (const canvas of this.querySelectorAll("canvas[data-picture]")) {
      const to = /** @type {HTMLCanvasElement} */ (canvas);
      const name = to.dataset.picture;
      if (name === "before") paintPicture(to, before.pixels, inkScale());
      else if (name === "attacked") paintPicture(to, attacked.pixels, inkScale());
      else if (name === "random") paintPicture(to, random.pixels, inkScale());
      else paintPicture(to, less(name === "attack" ? attacked : random), signScale(epsilon || 1));
    }
  }

  /** The picture changed, in the place of the one that it was made from. */
  #putOn() {
    if (!this.fooled) return;
    const { before, attacked, epsilon, shown } = this.fooled;
    const words = `${shown.words || "Your drawing"}, attacked by ${epsilon.toFixed(2)}`;
    this.session.showPicture(attacked.pixels, { label: shown.label, words });
    const back = () =>
      shown.kind === "drawing"
        ? this.session.draw(shown.strokes)
        : this.session.showPicture(before.pixels, shown);
    const notice = { text: "The changed picture is on the input.", button: "Undo", act: back };
    this.session.update({ notice });
  }

  #draw() {
    const text = "Draw a digit here; the attack follows it.";
    const act = () => goTo("fool");
    this.session.update({ notice: { text, button: "Back to Fool it", act, stays: true } });
    document.getElementById("drawing")?.scrollIntoView();
    /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="drawing"]'))?.focus({
      preventScroll: true,
    });
  }

  /** @param {Event} event */
  #slide({ target }) {
    this.#change(Number(/** @type {HTMLInputElement} */ (target).value));
  }

  /** @param {number} epsilon */
  #change(epsilon) {
    this.epsilon = epsilon;
  }

  /** @param {Event} event */
  #chooseMethod({ target }) {
    this.method = /** @type {any} */ (target).value;
  }

  /** @param {Event} event */
  #chooseTarget({ target }) {
    const { value } = /** @type {HTMLSelectElement} */ (target);
    this.target = value === "" ? null : Number(value);
  }

  /** What is on the input, and the digit that it is not to be taken for any more. */
  get #given() {
    const { reading, shown } = this.state;
    if (!reading || reading.answer === null) return null;
    return { pixels: reading.pixels, label: shown.label ?? reading.answer };
  }

  get #unwanted() {
    return this.#given?.label;
  }

  async #ask() {
    const given = this.#given;
    if (!given) {
      this.fooled = null;
      return;
    }
    const { pixels, label } = given;
    if (this.target === label) this.target = null;
    const { method, epsilon, target } = this;
    const { shown } = this.state;
    const options = { method, epsilon, label, target: target ?? undefined, seed: SEED };
    const fooled = await this.session.ask("foolPicture", pixels, options);
    this.fooled = { ...fooled, epsilon, target, shown };
  }

  async #searchIt() {
    const given = this.#given;
    const key = this.#search;
    if (!given) return;
    const { method, target } = this;
    const how = { method, target: target ?? undefined, label: given.label, seed: SEED };
    const found = await this.session.ask("foolSmallest", given.pixels, { ...how, epsilons: STEPS });
    this.smallest = { ...found, key };
  }
}

customElements.define("dh-fool", Fool);
