/** Static that keeps running, and what the network says to each image; it rests for those who asked for less motion. */
import { html } from "lit";
import { percent } from "../../format.js";
import { inkScale, paintPicture } from "../../parts/ink.js";
import { Part } from "../../parts/part.js";

const FRAME_MS = 160;

class Static extends Part {
  static properties = {
    kind: {},
    seed: { type: Number },
    running: { state: true },
    reading: { state: true },
  };

  constructor() {
    super();
    this.kind = "uniform";
    this.seed = 1;
    this.running = !matchMedia("(prefers-reduced-motion: reduce)").matches;
    /** @type {import("../../protocol.js").Reading | null} */
    this.reading = null;
    this.index = 0;
    this.timer = 0;
    this.seen = false;
  }

  concerned() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch = new IntersectionObserver((seen) => {
      this.seen = seen[seen.length - 1].isIntersecting;
      if (this.seen) this.#next();
    });
    this.watch.observe(this);
  }

  disconnectedCallback() {
    this.watch?.disconnect();
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("kind") || changed.has("seed")) {
      this.index = 0;
      this.#next();
    }
    const canvas = this.querySelector("canvas");
    if (canvas && this.reading) paintPicture(canvas, this.reading.pixels, inkScale());
  }

  render() {
    const { reading } = this;
    const answer = reading?.answer ?? null;
    return html`
      <canvas class="picture" role="img" aria-label="Noise, image ${this.index} of seed ${this.seed}"></canvas>
      <div class="says">
        <output class="verdict" aria-label="The answer" aria-live="off" data-testid="static-answer">${answer ?? ""}</output>
        <p><span class="title number" data-testid="static-confidence">${reading ? percent(reading.confidence, 0) : ""}</span>
          <span class="quiet small number">sure of image ${this.index}</span></p>
      </div>
      <div class="row">
        <button aria-pressed=${this.running} @click=${this.#toggle} data-testid="static-run">${this.running ? "Stop the static" : "Let it run"}</button>
        <button @click=${this.#one} ?disabled=${this.running}>Next</button>
      </div>`;
  }

  #toggle() {
    this.running = !this.running;
    if (this.running) this.#next();
  }

  #one() {
    this.#ask();
  }

  /** The next image, and after a while the one after it. */
  async #next() {
    clearTimeout(this.timer);
    const { network, stage } = this.state;
    if (!this.seen || !this.isConnected) return;
    if (network && stage === "ready" && (this.running || !this.reading || this.index === 0))
      await this.#ask();
    clearTimeout(this.timer);
    if (this.running || !this.reading) this.timer = window.setTimeout(() => this.#next(), FRAME_MS);
  }

  async #ask() {
    const { kind, seed } = this;
    const from = this.index++;
    const reading = await this.session.ask("noiseReading", { kind, seed, from });
    if (kind === this.kind) this.reading = reading;
  }
}

customElements.define("dh-static", Static);
