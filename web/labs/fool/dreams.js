/** What the network dreams of: for each digit a picture, climbed to from almost nothing, that makes it as bright as it can be. */
import { html } from "lit";
import { fraction } from "../../common/numbers.js";
import { inkScale, onColours, paintPicture } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";
import { Follower } from "../../ui/query-controller.js";

const STEPS = 200;

/** @typedef {{ pixels: Float32Array, confidence: number, seed: number }} Dream */

class Dreams extends Part {
  static properties = { dreams: { state: true }, seed: { state: true }, dreamt: { state: true } };

  constructor() {
    super();
    this.seed = 1;
    /** @type {Dream[]} */
    this.dreams = [];
    /** How many of the ten are of this network and seed. */
    this.dreamt = 0;
    this.stopColours = () => {};
  }

  concerned() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.follower = new Follower(this, this.session, () => this.#ask(), {
      pace: 1500,
      key: ({ version }) => `${version} ${this.seed}`,
    });
  }

  disconnectedCallback() {
    this.stopColours();
    this.follower?.stop();
    super.disconnectedCallback();
  }

  updated() {
    this.#paint();
  }

  render() {
    const busy = this.dreamt < 10;
    return html`
      <div class="row between"><h3>Its own idea of the ten digits, dreamt from almost nothing <span class="quiet small number">seed ${this.seed}${busy ? `, ${this.dreamt} of 10 dreamt` : ""}</span></h3>
        <button @click=${this.#again} data-testid="dream-again">Dream again</button></div>
      <ul role="list" class="dreams" aria-busy=${busy}>
        ${Array.from({ length: 10 }, (_, digit) => this.#tile(digit))}
      </ul>`;
  }

  /** @param {number} digit */
  #tile(digit) {
    const dream = this.dreams[digit];
    const waits = dream?.seed !== this.seed;
    return html`<li><button class="dream ${waits ? "waits" : ""}" data-dream=${digit} ?disabled=${!dream} @click=${() => this.#show(digit)} title=${dream ? "Put it on the input" : "Still to be dreamt"}><canvas></canvas>
      <span class="number"><span class="only-heard">Dream of </span><b class="answer">${digit}</b> ${waits ? "…" : fraction(dream.confidence)}</span></button></li>`;
  }

  #paint() {
    for (const [digit, canvas] of this.querySelectorAll("canvas").entries()) {
      const dream = this.dreams[digit];
      if (dream) paintPicture(canvas, dream.pixels, inkScale());
    }
  }

  #again() {
    this.seed++;
    this.dreamt = 0;
    this.follower?.again();
  }

  /** @param {number} digit */
  #show(digit) {
    const { pixels, seed } = this.dreams[digit];
    this.session.showPicture(pixels, { words: `A dreamt ${digit}, seed ${seed}` });
  }

  /** One digit after the other, each shown as soon as it is there; given up for another seed. */
  async #ask() {
    const { seed } = this;
    this.dreamt = 0;
    for (let digit = 0; digit < 10; digit++) {
      const dream = await this.session.ask("foolDream", digit, { steps: STEPS, seed });
      if (seed !== this.seed || !this.isConnected) return;
      this.dreams = Object.assign([...this.dreams], { [digit]: dream });
      this.dreamt = digit + 1;
    }
  }
}

customElements.define("dh-dreams", Dreams);
