/** A copy of the network learns to say nothing about noise, or to stand small changes; before and after side by side. */
import { html, nothing } from "lit";
import { hardened, teaching } from "../../../wasm/recipes.js";
import { fingerprint, percent } from "../../format.js";
import { Follower } from "../../parts/follower.js";
import { KINDS, NEVER_TAUGHT } from "../../parts/kinds.js";
import { Part } from "../../parts/part.js";
import "../../parts/robustness.js";
import "./pair.js";

const EPSILONS = [0, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3];
const SEED = 1;
const IMAGES = 1000;
const ATTACKED = 200;
const LESSON_MS = 250;

/**
 * @typedef {import("../../worker/census.js").Tally} Tally
 * @typedef {{ accuracy: number, noise?: Tally[], digits?: Tally, shares?: number[], count?: number }} Look
 * @typedef {{ steps: number, total: number, epoch: number, finished: boolean, cost: number }} Progress
 */

const TASKS = /** @type {const} */ ({
  noise: {
    name: "Noise is nothing",
    epochs: 40,
    choices: [0, 0.05, 0.1, 0.3, teaching.noise],
  },
  harden: {
    name: "Small changes mean nothing",
    epochs: hardened.epochs,
    choices: [0, 0.05, 0.1, 0.2],
  },
});

class Teach extends Part {
  static properties = {
    task: { state: true },
    amount: { state: true },
    untaught: { state: true },
    taught: { state: true },
    progress: { state: true },
    learning: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    /** @type {keyof typeof TASKS} */
    this.task = "noise";
    /** Share of noise, or epsilon. */
    this.amount = teaching.noise;
    /** @type {Look | null} */
    this.untaught = null;
    /** @type {Look | null} */
    this.taught = null;
    /** @type {Progress | null} */
    this.progress = null;
    this.learning = false;
    /** Learning, or on the way from it to a pause. */
    this.busy = false;
    /** The fingerprint of the network that was copied. */
    this.from = "";
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.data !== before.data || state.fingerprint !== before.fingerprint;
  }

  connectedCallback() {
    super.connectedCallback();
    this.follower = new Follower(this, this.session, () => this.#lookBefore(), {
      pace: 2000,
      key: ({ version, data }) => `${version} ${data.testComplete} ${data.kind} ${this.task}`,
    });
  }

  disconnectedCallback() {
    this.learning = false;
    this.follower?.stop();
    this.session.ask("teachEnd");
    super.disconnectedCallback();
  }

  updated() {
    this.follower?.look();
  }

  render() {
    return html`
      <div class="row" role="group" aria-label="What to teach">
        ${Object.entries(TASKS).map(([key, { name }]) => html`<button aria-pressed=${this.task === key} data-task=${key} @click=${() => this.#choose(/** @type {any} */ (key))}>${name}</button>`)}
      </div>
      ${this.#controls()}
      ${this.#verdict()}
      ${this.task === "noise" ? this.#noise() : this.#attacks()}`;
  }

  #controls() {
    const { choices, epochs } = TASKS[this.task];
    const words = this.task === "noise" ? "Noise among the digits" : "Change of each pixel, up to";
    return html`
      <div class="row controls">
        <button class="primary" data-testid="teach" @click=${this.#toggle} ?disabled=${!this.state.data.train || (this.busy && !this.learning)}>${this.#button()}</button>
        <label class="row"><span class="quiet">${words}</span>
          <select @change=${this.#chooseAmount} ?disabled=${this.learning}>${choices.map((value) => html`<option value=${value} ?selected=${value === this.amount}>${this.#named(value)}</option>`)}</select></label>
        <progress max="1" .value=${this.progress ? this.progress.steps / this.progress.total : 0} aria-label="How far the copy is"></progress>
        <span class="quiet number">${this.progress ? `epoch ${this.progress.epoch.toFixed(1)} of ${epochs}` : `${epochs} epochs`}</span>
      </div>`;
  }

  /** @param {number} amount */
  #named(amount) {
    if (amount === 0) return "none, to compare";
    return this.task === "noise" ? percent(amount) : amount;
  }

  #button() {
    if (this.learning) return "Pause";
    if (this.busy) return "Pausing";
    if (this.progress && !this.progress.finished) return "Go on";
    return this.progress ? "Teach a fresh copy" : "Teach a copy";
  }

  #verdict() {
    const { untaught: before, taught: after, progress } = this;
    if (!before) return html`<p class="quiet verdict-line">Looking at the network as it is.</p>`;
    if (!after || !progress)
      return html`<p class="verdict-line">This network reads <span class="number" data-testid="teach-before">${percent(before.accuracy)}</span> of unseen digits. A copy of it learns; the one on the page stays as it is.</p>`;
    const points = 100 * (before.accuracy - after.accuracy);
    const cost =
      points >= 0.05
        ? html`it cost <span class="number">${points.toFixed(1)}</span> points`
        : points <= -0.05
          ? html`that is <span class="number">${(-points).toFixed(1)}</span> points more`
          : "it cost nothing";
    return html`
      <div class="row verdict-line"><p>The copy of ${fingerprint(this.from)} reads <span class="number" data-testid="teach-after">${percent(after.accuracy)}</span> of unseen digits; the network on the page reads ${percent(before.accuracy)}: ${cost}.</p>
        ${progress.finished ? html`<button @click=${this.#keep} data-testid="teach-keep">Put the copy on the page</button>` : nothing}</div>`;
  }

  #noise() {
    const cards = Object.entries(KINDS).map(([kind, name], i) =>
      this.#card(
        kind,
        name,
        NEVER_TAUGHT.includes(kind) ? "never trained on" : "among the lessons",
        this.untaught?.noise?.[i],
        this.taught?.noise?.[i],
      ),
    );
    return html`
      <section class="stack" aria-label="How sure it is of each kind">
        <p class="quiet small">How sure it is: ${IMAGES} images of each kind, seed ${SEED}. Each histogram is drawn to its own tallest bar.</p>
        <div class="cards">${cards}${this.#card("digits", "real digits", "unseen ones", this.untaught?.digits, this.taught?.digits)}</div>
      </section>`;
  }

  /** @param {string} kind @param {string} name @param {string} remark @param {Tally} [before] @param {Tally} [after] */
  #card(kind, name, remark, before, after) {
    const share = (/** @type {Tally | undefined} */ tally) =>
      tally ? percent(tally.above[0]) : "–";
    return html`<figure data-card=${kind}>
      <figcaption><h3>${name}</h3><span class="quiet small">${remark}</span>
        <span>above 0.5: <span class="number quiet">${share(before)}</span> → <b class="number" data-testid="after-${kind}">${share(after)}</b></span></figcaption>
      <dh-pair .words=${name} .was=${before ?? null} .now=${after ?? null}></dh-pair></figure>`;
  }

  #attacks() {
    const { untaught: before, taught: after } = this;
    /** @type {import("../../parts/robustness.js").Line[]} */
    const lines = [];
    if (before?.shares)
      lines.push({ name: "before", colour: "quiet", accuracy: before.shares, dashed: true });
    if (after?.shares) lines.push({ name: "after", colour: "negative", accuracy: after.shares });
    const i = EPSILONS.indexOf(0.1);
    return html`
      <section class="stack" aria-label="Digits read under attack">
        <p>At ε = 0.1 forty steps of attack leave <span class="number" data-testid="curve-before">${percent(before?.shares?.[i])}</span> of digits read${after?.shares ? html`; the taught copy still reads <b class="number" data-testid="curve-after">${percent(after.shares[i])}</b>` : ""}.</p>
        <dh-robustness .epsilons=${EPSILONS} .lines=${lines} .at=${0.1}></dh-robustness>
        <p class="quiet small">${before?.count ?? ATTACKED} unseen digits, each attacked for itself; seed ${SEED}.</p>
      </section>`;
  }

  /** @param {keyof typeof TASKS} task */
  #choose(task) {
    if (task === this.task) return;
    this.task = task;
    this.amount = task === "noise" ? teaching.noise : 0.1;
    this.#forget();
    this.untaught = null;
  }

  /** @param {Event} event */
  #chooseAmount({ target }) {
    this.amount = Number(/** @type {HTMLSelectElement} */ (target).value);
    this.#forget();
  }

  #forget() {
    this.learning = false;
    this.progress = null;
    this.taught = null;
  }

  async #toggle() {
    if (this.learning) {
      this.learning = false;
      return;
    }
    this.learning = this.busy = true;
    try {
      if (!this.progress || this.progress.finished) await this.#begin();
      await this.#lessons();
    } finally {
      this.busy = false;
    }
  }

  async #begin() {
    const { task, amount } = this;
    this.taught = null;
    this.from = this.state.fingerprint;
    const { steps } = await this.session.ask("teachBegin", {
      noise: task === "noise" ? amount : 0,
      harden:
        task === "harden" && amount
          ? { share: 1, ...hardened.trainer.harden, epsilon: amount }
          : null,
      epochs: TASKS[task].epochs,
      seed: SEED,
    });
    this.progress = { steps: 0, total: steps, epoch: 0, finished: false, cost: 0 };
  }

  /** Lesson after lesson, with a look in between that never takes longer than the lessons did. */
  async #lessons() {
    const { task, amount } = this;
    const isOn = () => this.learning && task === this.task && amount === this.amount;
    let [taught, looked] = [0, 0];
    while (isOn() && this.isConnected) {
      const start = performance.now();
      const progress = await this.session.ask("teachOn", LESSON_MS);
      taught += performance.now() - start;
      if (!progress || !isOn()) break;
      this.progress = progress;
      if (!progress.finished && taught < 2 * looked) continue;
      const from = performance.now();
      const after = await this.#look(true);
      if (isOn()) this.taught = after;
      [taught, looked] = [0, performance.now() - from];
      if (progress.finished) this.learning = false;
    }
    if (this.progress && task === this.task) this.taught = await this.#look(true);
  }

  /** @param {boolean} taught @returns {Promise<Look>} */
  #look(taught) {
    return this.task === "noise"
      ? this.session.ask("teachLook", {
          taught,
          kinds: Object.keys(KINDS),
          seed: SEED,
          count: IMAGES,
        })
      : this.session.ask("teachCurve", {
          taught,
          epsilons: EPSILONS,
          count: ATTACKED,
          seed: SEED,
        });
  }

  async #lookBefore() {
    if (!this.state.data.testComplete) return;
    const { task } = this;
    const before = await this.#look(false);
    if (task === this.task) this.untaught = before;
  }

  /** The copy becomes the page’s network; can be undone. */
  async #keep() {
    const values = await this.session.ask("teachParameters");
    const before = await this.session.ask("parameters");
    if (values?.length !== before.length) {
      this.session.say("The network on the page has another shape by now; teach a fresh copy.");
      return;
    }
    await this.session.worker.setParameters(values);
    this.session.update({
      notice: {
        text: "The network that you taught is on the page now.",
        button: "Undo",
        act: async () => {
          await this.session.worker.setParameters(before);
          this.session.dismiss();
        },
      },
    });
  }
}

customElements.define("dh-teach", Teach);
