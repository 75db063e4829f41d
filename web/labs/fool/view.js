/** Your picture, changed a little so that the network misreads it, and beside it changed as much at random. */
import { html } from "lit";
import { fraction, percent } from "../../format.js";
import { Follower } from "../../parts/follower.js";
import { inkScale, onColours, paintPicture, signScale } from "../../parts/ink.js";
import { Part } from "../../parts/part.js";
import "./curve.js";
import "./dreams.js";

/** @typedef {{ pixels: Float32Array, outputs: Float32Array }} Read */

const METHODS = { fgsm: "One step (FGSM)", pgd: "Forty steps (PGD)" };
const MOST = 0.3;

/** @param {Float32Array} outputs */
function answerOf(outputs) {
  const answer = outputs.indexOf(Math.max(...outputs));
  return { answer, confidence: outputs[answer] };
}

class Fool extends Part {
  static properties = {
    method: { state: true },
    epsilon: { state: true },
    target: { state: true },
    fooled: { state: true },
  };

  constructor() {
    super();
    /** @type {keyof typeof METHODS} */
    this.method = "pgd";
    this.epsilon = 0.1;
    /** @type {number | null} the digit it is to be taken for */
    this.target = null;
    /** @type {{ before: Read, attacked: Read, random: Read, epsilon: number } | null} */
    this.fooled = null;
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
      key: ({ version, reading }) => `${version} ${this.#wish} ${this.#numberOf(reading?.pixels)}`,
    });
  }

  disconnectedCallback() {
    this.stopColours();
    this.follower?.stop();
    super.disconnectedCallback();
  }

  updated() {
    this.follower?.look();
    this.#paint();
  }

  get #wish() {
    return `${this.method} ${this.epsilon} ${this.target}`;
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
      <section class="fool-curve"><dh-fool-curve .session=${this.session} .method=${this.method} .epsilon=${this.epsilon}></dh-fool-curve></section>
      <dh-dreams .session=${this.session}></dh-dreams>`;
  }

  #controls() {
    return html`
      <div class="stack controls">
        <div class="row">
          <button @click=${() => this.session.testDigit()} data-testid="fool-digit">A test digit</button>
          <button @click=${this.#draw}>Draw one</button>
        </div>
        <label class="stack"><span>Each pixel may change by up to <b class="number" data-testid="fool-epsilon">${this.epsilon.toFixed(2)}</b></span>
          <input type="range" min="0" max=${MOST} step="0.01" .value=${String(this.epsilon)} @input=${this.#slide} /></label>
        <label class="stack"><span>How</span>
          <select @change=${this.#chooseMethod} data-testid="fool-method">${Object.entries(METHODS).map(([key, words]) => html`<option value=${key} ?selected=${key === this.method}>${words}</option>`)}</select></label>
        <label class="stack"><span>To be taken for</span>
          <select @change=${this.#chooseTarget} data-testid="fool-target"><option value="">Anything else</option>
            ${Array.from({ length: 10 }, (_, d) => html`<option value=${d} ?selected=${d === this.target}>${d}</option>`)}</select></label>
      </div>`;
  }

  #empty() {
    return html`<p class="quiet empty">Draw a digit above, or take a test digit: then it is changed here until the network misreads it.</p>`;
  }

  /** @param {NonNullable<Fool["fooled"]>} fooled */
  #pictures({ before, attacked, random }) {
    const original = answerOf(before.outputs);
    return html`
      <div class="pictures">
        ${this.#picture("before", "What is on the input", before, original)}
        <div class="changes">
          ${this.#change("attack", `The attack, ${this.#magnified}`)}
          ${this.#picture("attacked", "After it", attacked, original)}
          ${this.#change("noise", `As much at random, ${this.#magnified}`)}
          ${this.#picture("random", "After it", random, original)}
        </div>
      </div>`;
  }

  get #magnified() {
    const times = this.fooled?.epsilon ? Math.round(1 / this.fooled.epsilon) : 1;
    return `magnified ${times} times`;
  }

  /** @param {string} name @param {string} words */
  #change(name, words) {
    return html`<figure><canvas class="picture" data-picture=${name} role="img" aria-label=${words}></canvas><figcaption class="quiet small">${words}</figcaption></figure>`;
  }

  /** @param {string} name @param {string} words @param {Read} read @param {{ answer: number }} original */
  #picture(name, words, { outputs }, original) {
    const { answer, confidence } = answerOf(outputs);
    const truth = this.state.shown.label ?? original.answer;
    const wrong = answer !== truth;
    return html`<figure data-testid="fool-${name}">
      <canvas class="picture" data-picture=${name} role="img" aria-label="${words}: it says ${answer}"></canvas>
      <figcaption><span class="says"><output class="verdict ${wrong ? "wrong" : ""}" aria-live="off">${answer}</output>
        <span><span class="title number">${percent(confidence, 0)}</span><br /><span class="quiet small">${words}${wrong ? `, but it is a ${truth}` : ""}</span></span></span>
        ${this.#bars(outputs, answer)}</figcaption></figure>`;
  }

  /** @param {Float32Array} outputs @param {number} answer */
  #bars(outputs, answer) {
    return html`<ol class="bars" aria-label="The ten outputs">${Array.from(outputs, (a, d) => html`<li class=${d === answer ? "winner" : ""} style="--a:${a}"><span class="bar"></span><span class="small">${d}</span><span class="only-heard">: ${fraction(a)}</span></li>`)}</ol>`;
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

  #draw() {
    document.getElementById("drawing")?.scrollIntoView();
    /** @type {HTMLElement | null} */ (document.querySelector('[data-testid="drawing"]'))?.focus({
      preventScroll: true,
    });
  }

  /** @param {Event} event */
  #slide({ target }) {
    this.epsilon = Number(/** @type {HTMLInputElement} */ (target).value);
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

  async #ask() {
    const { reading, shown } = this.state;
    const { method, epsilon, target } = this;
    if (!reading || reading.answer === null) {
      this.fooled = null;
      return;
    }
    const label = shown.label ?? reading.answer;
    const options = { method, epsilon, label, target: target ?? undefined, seed: 1 };
    const fooled = await this.session.ask("foolPicture", reading.pixels, options);
    this.fooled = { ...fooled, epsilon };
  }
}

customElements.define("dh-fool", Fool);
