/**
 * One example in slow motion: forward, the error, the blame sent back, the nudge. The last is a real step of the
 * network on the page, on the example that comes next.
 *
 * @typedef {object} Example
 * @property {Float32Array} pixels
 * @property {number} label
 * @property {number} index
 * @property {import("../../worker/protocol.js").Reading} reading
 * @property {number} cost
 * @property {Float32Array} gradient  canonical order
 * @property {number} version  of the parameters these are of
 */
import { html } from "lit";
import { icons } from "../../ui/icons.js";
import { Part } from "../../ui/part.js";
import { backward, error, forward, paint, update } from "./panels.js";

const STAGES = ["Forward", "Error", "Backward", "Update"];
const NEXT = ["See the error", "Send it back", "Nudge the weights", "Next example"];
const PLAY_MS = 1600;
/** How long one example stays while the network trains. */
const LIVE_MS = 900;

class Slow extends Part {
  static properties = { stage: { state: true }, playing: { state: true } };

  constructor() {
    super();
    this.pace = 250;
    this.rests = true;
    this.stage = 0;
    this.playing = false;
    /** @type {Example | null} */
    this.example = null;
    /** @type {{ reading: import("../../worker/protocol.js").Reading, cost: number } | null} after the update */
    this.outcome = null;
    this.asking = false;
    this.asked = 0;
    this.timer = 0;
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return (
      state.version !== before.version || state.phase !== before.phase || state.data !== before.data
    );
  }

  disconnectedCallback() {
    this.#play(false);
    super.disconnectedCallback();
  }

  updated() {
    if (this.#stale()) this.#prepare();
    paint(this, this.example, this.state.settings.rate);
  }

  /** Somebody else changed the network, or the example has not come yet. */
  #stale() {
    const { data, version, network } = this.state;
    const soon = this.#busy && performance.now() - this.asked < LIVE_MS;
    if (this.asking || soon || !data.train || !network) return false;
    return !this.example || (this.stage < 3 && this.example.version !== version);
  }

  get #busy() {
    return this.state.phase === "running";
  }

  async #prepare() {
    this.asking = true;
    this.asked = performance.now();
    const { session } = this;
    const { version, examples, data } = this.state;
    const { pixels, label, index } = await session.worker.picture("train", examples % data.train);
    const [reading, cost, gradient] = await Promise.all([
      session.ask("read", pixels),
      session.ask("cost", pixels, label),
      session.ask("gradient", pixels, label),
    ]);
    this.example = { pixels, label, index, reading, cost, gradient, version };
    this.outcome = null;
    this.stage = Math.min(this.stage, 2);
    this.asking = false;
    this.requestUpdate();
  }

  async #next() {
    if (this.asking || !this.example) return;
    if (this.#busy) await this.session.pause();
    if (this.stage === 3) {
      this.stage = 0;
      return this.#prepare();
    }
    if (this.stage === 2) await this.#nudge(this.example);
    this.stage++;
  }

  /** @param {Example} example */
  async #nudge({ pixels, label }) {
    this.asking = true;
    await this.session.step("example");
    const [reading, cost] = await Promise.all([
      this.session.ask("read", pixels),
      this.session.ask("cost", pixels, label),
    ]);
    this.outcome = { reading, cost };
    this.asking = false;
  }

  /** @param {boolean} on */
  #play(on) {
    clearInterval(this.timer);
    this.playing = on;
    if (!on) return;
    this.#next();
    this.timer = window.setInterval(() => this.#next(), PLAY_MS);
  }

  render() {
    const { example } = this;
    return html`
      <div class="slow">
        <div class="row head">
          <h3>One example in slow motion</h3>
          <div class="row">
            <button data-testid="slow-play" aria-pressed=${this.playing} @click=${() => this.#play(!this.playing)}>
              ${this.playing ? icons.pause : icons.run}${this.playing ? "Stop" : "Play slowly"}
            </button>
            <button data-testid="slow-next" ?disabled=${!example} @click=${() => this.#next()}>${icons.step}${NEXT[this.stage]}</button>
          </div>
        </div>
        <ol role="list" class="stages">
          ${STAGES.map(
            (name, i) => html`
              <li class=${i === this.stage ? "now" : i > this.stage ? "later" : ""} aria-current=${i === this.stage ? "step" : "false"}>
                <h4><i>${i + 1}</i> ${name}</h4>
                ${example ? this.#panel(i, example) : html`<p class="quiet small">The digits have not come yet.</p>`}
              </li>`,
          )}
        </ol>
        <p class="only-heard" role="status">${this.playing || !example ? "" : this.#heard(example)}</p>
      </div>`;
  }

  /** @param {number} i @param {Example} example */
  #panel(i, example) {
    const { network, settings } = this.state;
    const layers = network?.layers ?? [];
    if (i === 0) return forward(example, layers);
    if (i === 1) return error(example);
    if (i === 2) return backward(example, layers);
    return update(example, this.outcome, layers, settings.rate);
  }

  /** @param {Example} example */
  #heard({ label, reading, cost }) {
    const said = `A ${label}, read as ${reading.answer}`;
    return `${STAGES[this.stage]}. ${said}, cost ${cost.toFixed(3)}.`;
  }
}

customElements.define("dh-slow", Slow);
