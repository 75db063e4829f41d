/** Static that keeps running, and what the network says to each image; it rests for those who asked for less motion. */
import { html } from "lit";
import { isSure } from "../../common/confidence.js";
import { fraction, percent } from "../../common/numbers.js";
import { inkScale, onColours, paintPicture } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";
import { Follower } from "../../ui/query-controller.js";

const FRAME_MS = 160;

/** @typedef {import("../../worker/protocol.js").Reading & { index: number }} Seen  an image of the sequence, and its reading */

class Static extends Part {
  static properties = {
    kind: {},
    seed: { type: Number },
    running: { state: true },
    seen: { state: true },
  };

  constructor() {
    super();
    this.kind = "uniform";
    this.seed = 1;
    this.running = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    /** @type {Seen | null} */
    this.seen = null;
    /** The image to be read. */
    this.index = 0;
    this.stopColours = () => {};
  }

  concerned() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#paint());
    this.follower = new Follower(this, this.session, () => this.#read(), {
      pace: FRAME_MS,
      key: ({ version }) => `${version} ${this.kind} ${this.seed} ${this.index}`,
    });
  }

  disconnectedCallback() {
    this.stopColours();
    this.follower?.stop();
    super.disconnectedCallback();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("kind") || changed.has("seed")) {
      this.index = 0;
      this.follower?.look();
    }
    this.#paint();
  }

  render() {
    const { seen } = this;
    const answer = seen?.answer ?? null;
    return html`
      <canvas class="picture" role="img" aria-label="Noise, image ${seen?.index} of seed ${this.seed}"></canvas>
      <div class="says">
        <output class="verdict ${seen && !isSure(seen) ? "unsure" : ""}" aria-label="The answer" aria-live="off" data-testid="static-answer">${answer ?? ""}</output>
        <p><span><span class="title number" data-testid="static-confidence">${seen ? percent(seen.confidence, 0) : ""}</span> <span class="quiet small number">image <span data-testid="static-index">${seen?.index}</span></span></span>
          <span class="quiet small">${seen && !isSure(seen) ? "not sure of any digit" : "sure, of nothing at all"}</span></p>
      </div>
      ${this.#outputs(seen)}
      <div class="row">
        <button class="run" aria-pressed=${this.running} @click=${this.#toggle} data-testid="static-run">${this.running ? "Stop" : "Let it run"}</button>
        <button @click=${this.#next} ?disabled=${this.running} data-testid="static-next">Next</button>
      </div>`;
  }

  /** @param {Seen | null} seen */
  #outputs(seen) {
    const outputs = seen?.activations[seen.activations.length - 1] ?? new Float32Array(10);
    const isWinner = (/** @type {number} */ d) => seen?.answer === d && isSure(seen);
    return html`<ol class="ten" aria-label="The ten outputs">${Array.from(outputs, (a, digit) => html`<li class=${isWinner(digit) ? "winner" : ""} style="--a:${a.toFixed(3)}"><span class="bar"></span><span class="small">${digit}</span><span class="only-heard">: ${fraction(a)}</span></li>`)}</ol>`;
  }

  #paint() {
    const canvas = this.querySelector("canvas");
    if (canvas && this.seen) paintPicture(canvas, this.seen.pixels, inkScale());
  }

  #toggle() {
    this.running = !this.running;
    if (this.running) this.#next();
  }

  #next() {
    this.index++;
    this.follower?.look();
  }

  /** Reads the image; while the static runs, the next one is wanted then. */
  async #read() {
    const { kind, seed, index } = this;
    const reading = await this.session.ask("noiseReading", { kind, seed, from: index });
    if (kind !== this.kind || seed !== this.seed) return;
    this.seen = { ...reading, index };
    if (this.running && index === this.index) this.index++;
  }
}

customElements.define("dh-static", Static);
