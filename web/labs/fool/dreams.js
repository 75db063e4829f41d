/** What the network dreams of: for each digit a picture, climbed to from almost nothing, that makes it as bright as it can be. */
import { html } from "lit";
import { fraction } from "../../format.js";
import { Follower } from "../../parts/follower.js";
import { inkScale, onColours, paintPicture } from "../../parts/ink.js";
import { Part } from "../../parts/part.js";

const STEPS = 200;

class Dreams extends Part {
  static properties = { dreams: { state: true }, seed: { state: true } };

  constructor() {
    super();
    this.seed = 1;
    /** @type {{ pixels: Float32Array, confidence: number }[]} */
    this.dreams = [];
    this.stopColours = () => {};
  }

  concerned() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.follower = new Follower(this, this.session, () => this.#ask(), { pace: 1500 });
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
    return html`
      <div class="row between"><h3>Its own idea of the ten digits, dreamt from almost nothing <span class="quiet small number">seed ${this.seed}</span></h3>
        <button @click=${this.#again} data-testid="dream-again">Dream again</button></div>
      <ul role="list" class="dreams">
        ${Array.from({ length: 10 }, (_, digit) => {
          const dream = this.dreams[digit];
          return html`<li><button class="dream" data-dream=${digit} ?disabled=${!dream} @click=${() => this.#show(digit)} title="Put it on the input"><canvas></canvas>
            <span class="number"><span class="only-heard">Dream of </span><b class="answer">${digit}</b> ${dream ? fraction(dream.confidence) : ""}</span></button></li>`;
        })}
      </ul>`;
  }

  #paint() {
    for (const [digit, canvas] of this.querySelectorAll("canvas").entries()) {
      const dream = this.dreams[digit];
      if (dream) paintPicture(canvas, dream.pixels, inkScale());
    }
  }

  #again() {
    this.seed++;
    this.follower?.again();
  }

  /** @param {number} digit */
  #show(digit) {
    const { pixels } = this.dreams[digit];
    this.session.showPicture(pixels, { words: `A dreamt ${digit}, seed ${this.seed}` });
  }

  async #ask() {
    this.dreams = await this.session.ask("foolDreams", { steps: STEPS, seed: this.seed });
  }
}

customElements.define("dh-dreams", Dreams);
