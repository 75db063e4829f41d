/** A copy of the network learns to say nothing about noise, or to stand small changes; before and after side by side. */
import { html, nothing } from "lit";
import { KINDS, NEVER_TAUGHT } from "../../common/noise-kinds.js";
import { count, duration, fingerprint, percent } from "../../common/numbers.js";
import { Part } from "../../ui/part.js";
import { Follower } from "../../ui/query-controller.js";
import "../../ui/charts/accuracy-vs-epsilon.js";
import { Course, EPSILONS, IMAGES, SEED, TASKS } from "./fine-tuning.js";
import "../../ui/charts/confidence-before-after.js";
import "./scene.js";

/** @typedef {import("./fine-tuning.js").Tally} Tally @typedef {import("./fine-tuning.js").Look} Look */

/** The epsilon of the sentence above the curve. */
const AT = 0.1;

class Teach extends Part {
  static properties = { task: { state: true } };

  constructor() {
    super();
    /** @type {keyof typeof TASKS} */
    this.task = "noise";
    /** @type {Record<string, Course>} */
    this.courses = {};
  }

  get course() {
    return this.courses[this.task];
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return state.data !== before.data || state.fingerprint !== before.fingerprint;
  }

  connectedCallback() {
    for (const task of /** @type {(keyof typeof TASKS)[]} */ (Object.keys(TASKS)))
      this.courses[task] = new Course(this.session, task, () => this.requestUpdate());
    super.connectedCallback();
    this.follower = new Follower(this, this.session, () => this.course.lookBefore(), {
      pace: 500,
      key: () => `${this.task} ${this.course.origin}`,
    });
  }

  disconnectedCallback() {
    for (const course of Object.values(this.courses)) course.learning = false;
    this.follower?.stop();
    this.session.ask("teachEnd");
    super.disconnectedCallback();
  }

  updated() {
    this.follower?.look();
  }

  render() {
    const { task, course } = this;
    const { progress, from } = course;
    return html`
      <div class="row modes" role="group" aria-label="What to teach">
        ${Object.entries(TASKS).map(([key, { name }]) => html`<button aria-pressed=${task === key} data-task=${key} @click=${() => this.#choose(/** @type {any} */ (key))}>${name}<span class="small number quiet">${share(this.courses[key])}</span></button>`)}
      </div>
      ${this.#controls(course)}
      ${this.#verdict(course)}
      <dh-teach-scene .session=${this.session} .course=${course} .age="${from} ${progress?.steps}"></dh-teach-scene>
      ${task === "noise" ? this.#noise(course) : this.#attacks(course)}`;
  }

  /** @param {Course} course */
  #controls(course) {
    const { learning, busy, progress, amount, epochs: chosen, lesson } = course;
    const { choices, epochs } = TASKS[this.task];
    const words =
      this.task === "noise" ? "Noise among the digits" : "Change of each pixel, up to ε =";
    return html`
      <div class="row controls">
        <button class="primary" data-testid="teach" @click=${() => course.toggle()} ?disabled=${!this.state.data.train || (busy && !learning)}>${button(course)}</button>
        <label class="row"><span class="quiet">${words}</span>
          <select class="number" data-testid="teach-amount" @change=${this.#chooseAmount} ?disabled=${busy}>${choices.map((value) => html`<option value=${value} ?selected=${value === amount}>${this.#named(value)}</option>`)}</select></label>
        <label class="row"><span class="quiet">Epochs</span>
          <select class="number" data-testid="teach-epochs" @change=${this.#chooseEpochs} ?disabled=${busy}>${epochs.map((value) => html`<option value=${value} ?selected=${value === chosen}>${value}</option>`)}</select></label>
        <progress max="1" .value=${progress ? progress.steps / progress.total : 0} aria-label="How far the copy is"></progress>
        <span class="quiet number so-far" data-testid="teach-epoch">${progress ? `epoch ${progress.epoch.toFixed(1)} of ${lesson.epochs}` : ""}</span>
        <span class="quiet number to-go" data-testid="teach-left">${left(course)}</span>
      </div>`;
  }

  /** @param {number} amount */
  #named(amount) {
    if (amount === 0) return "none, to compare";
    return this.task === "noise" ? percent(amount, 0) : amount.toFixed(2);
  }

  /** @param {number} amount */
  #lesson(amount) {
    if (this.task === "noise") return amount ? `${this.#named(amount)} noise` : "no noise";
    return amount ? `attacks of ε = ${this.#named(amount)}` : "no attacks";
  }

  /** @param {Course} course */
  #verdict({ before, after, progress, lesson, from, isKept }) {
    if (!before)
      return html`<div class="verdict-line"><p class="quiet">${progress ? "Looking at the network that was copied." : "Looking at the network as it is."}</p></div>`;
    if (!after || !progress)
      return html`<div class="verdict-line"><p>This network reads <span class="number" data-testid="teach-before">${percent(before.accuracy)}</span> of unseen digits. A copy of it learns; the one on the page stays as it is.</p></div>`;
    return html`
      <div class="row verdict-line"><p>The copy, taught with ${this.#lesson(lesson.amount)}, reads <span class="number" data-testid="teach-after">${percent(after.accuracy)}</span> of unseen digits; <span class="print">${fingerprint(from)}</span>, which it was copied from, reads <span class="number">${percent(before.accuracy)}</span>: ${price(before, after, progress.finished)}.</p>
        ${progress.finished ? (isKept ? html`<p class="quiet" data-testid="teach-kept">It is on the page now.</p>` : html`<button @click=${() => this.course.keep()} data-testid="teach-keep">Put the copy on the page</button>`) : nothing}</div>`;
  }

  /** @param {Course} course */
  #noise({ before, after }) {
    const cards = Object.entries(KINDS).map(([kind, name], i) => {
      const remark = NEVER_TAUGHT.includes(kind) ? "never trained on" : "among the lessons";
      return this.#card(kind, name, remark, before?.noise?.[i], after?.noise?.[i]);
    });
    return html`
      <section class="stack" aria-label="How sure it is of each kind">
        <p class="quiet small">How sure it is: ${count(IMAGES)} images of each kind, seed ${SEED}. Each histogram is drawn to its own tallest bar.</p>
        <div class="cards">${cards}${this.#card("digits", "real digits", "unseen ones", before?.digits, after?.digits)}</div>
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

  /** @param {Course} course */
  #attacks({ before, after }) {
    /** @type {import("../../ui/charts/accuracy-vs-epsilon.js").Line[]} */
    const lines = [];
    if (before?.shares)
      lines.push({ name: "before", colour: "quiet", accuracy: before.shares, dashed: true });
    if (after?.shares) lines.push({ name: "after", colour: "text", accuracy: after.shares });
    const i = EPSILONS.indexOf(AT);
    return html`
      <section class="stack" aria-label="Digits read under attack">
        <p class="finding">${before?.shares ? html`At ε = ${AT} forty steps of attack leave <span class="number" data-testid="curve-before">${percent(before.shares[i])}</span> of digits read${after?.shares ? html`; the taught copy still reads <b class="number" data-testid="curve-after">${percent(after.shares[i])}</b>` : ""}.` : "The first unseen digits are being attacked."}</p>
        <dh-robustness .epsilons=${EPSILONS} .lines=${lines} .at=${AT}></dh-robustness>
        <p class="quiet small" data-testid="curve-count">${attacked(before, after)}</p>
      </section>`;
  }

  /** @param {keyof typeof TASKS} task */
  #choose(task) {
    this.task = task;
  }

  /** @param {Event} event */
  #chooseAmount({ target }) {
    this.course.choose({ amount: Number(/** @type {HTMLSelectElement} */ (target).value) });
  }

  /** @param {Event} event */
  #chooseEpochs({ target }) {
    this.course.choose({ epochs: Number(/** @type {HTMLSelectElement} */ (target).value) });
  }
}

/** How far a task is, on its button; nothing for one not begun. @param {Course} course */
function share({ progress }) {
  return progress ? percent(progress.steps / progress.total, 0) : "";
}

/** @param {Course} course */
function button({ learning, busy, progress, fits }) {
  if (learning) return "Pause";
  if (busy) return "Pausing";
  if (!progress) return "Teach a copy";
  return progress.finished || !fits ? "Teach a fresh copy" : "Go on";
}

/** @param {Course} course */
function left({ learning, left }) {
  if (!learning) return "";
  return left === null ? "timing it" : `${duration(left)} left`;
}

/** @param {Look} before @param {Look} after @param {boolean} finished */
function price(before, after, finished) {
  const points = 100 * (before.accuracy - after.accuracy);
  const said = html`<span class="number">${Math.abs(points).toFixed(1)}</span> points`;
  const verb = finished ? "it cost" : "so far it costs";
  if (Math.abs(points) < 0.05) return `${verb} nothing`;
  return points > 0 ? html`${verb} ${said}` : html`that is ${said} more`;
}

/** Of how many digits the curves know. @param {Look | null} before @param {Look | null} after */
function attacked(before, after) {
  if (!before) return "";
  const known = ({ count: n = 0, total = 0 } = /** @type {Look} */ ({})) =>
    n < total ? `the first ${n} of ${total} so far` : `${total}`;
  const both = after && known(after) !== known(before);
  const digits = both ? `before: ${known(before)}; after: ${known(after)}` : known(before);
  return `Unseen digits, each attacked for itself: ${digits}. Seed ${SEED}.`;
}

customElements.define("dh-teach", Teach);
