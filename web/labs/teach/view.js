/** A copy of the network is fine-tuned to reject noise or to resist attacks; before and after. */
import { html, nothing } from "lit";
import { PURPOSES, TASKS } from "../../common/fine-tuning.js";
import { percent } from "../../common/numbers.js";
import { nameOf } from "../../common/provenance.js";
import * as texts from "../../texts/en/teach.js";
import { testDigitsLoading } from "../../texts/en/ui.js";
import { FindingController } from "../../ui/announce.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { attackCurve } from "./attack-curve.js";
import { amountWords, controls } from "./controls.js";
import { FineTuning } from "./fine-tuning.js";
import { Measurements } from "./measurements.js";
import { noiseCards } from "./noise-cards.js";
import { attackFiguresOf, figuresOf } from "./quiz.js";
import "./scene.js";

/**
 * @typedef {import("../../common/fine-tuning.js").Purpose} Purpose
 * @typedef {import("./fine-tuning.js").Copy} Copy
 * @typedef {import("./fine-tuning.js").Look} Look
 * @typedef {import("../../model/state.js").State} State
 */

class Teach extends Part {
  static properties = { purpose: { state: true } };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {Purpose} */
    this.purpose = "noise";
    /** @type {(figures: import("../index.js").Figures) => void} */
    this.tell = () => {};
    /** What was told last. */
    this.told = "";
    /** @type {Record<Purpose, FineTuning>} made when there is a session */
    this.runs = /** @type {any} */ (null);
    this.measurements = new Measurements(this, () => this.run);
    new FindingController(this, "[data-finding]", () => this.run.phase !== "idle");
    /** Copies do not outlive the worker, which may have been restarted. */
    this.existing = new QueryController(this, {
      session: () => this.session,
      key: (state) => this.#idsKey(state),
      ask: () => this.#checkCopies(),
    });
  }

  /** The fine-tuning that is looked at. */
  get run() {
    return this.runs[this.purpose];
  }

  get #all() {
    return PURPOSES.map((purpose) => this.runs[purpose]);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.data !== before.data ||
      state.generation !== before.generation ||
      state.fingerprint !== before.fingerprint
    );
  }

  connectedCallback() {
    const changed = () => this.requestUpdate();
    this.runs = {
      noise: new FineTuning(this.session, "noise", changed),
      attacks: new FineTuning(this.session, "attacks", changed),
    };
    super.connectedCallback();
  }

  disconnectedCallback() {
    for (const run of this.#all) run.pause();
    // A worker that is gone has no copies either.
    this.session.query("teachEnd").catch(() => {});
    super.disconnectedCallback();
  }

  updated() {
    const { purpose, run } = this;
    const found = purpose === "noise" ? figuresOf(run) : attackFiguresOf(run);
    const told = JSON.stringify([purpose, found]);
    if (told !== this.told) this.tell({ about: purpose, found });
    this.told = told;
  }

  render() {
    const { purpose, run, session, state } = this;
    const [before, after] = [run.look("before"), run.look("after")];
    return html`
      <div class="row modes" role="group" aria-label=${texts.purpose}>
        ${PURPOSES.map((each) => this.#mode(each))}
      </div>
      ${controls(run, state.data.complete)}
      <div class="row verdict-line">
        <div class="stack">
          <p data-finding>${this.#verdict(before, after)}</p>
          <p role="status">${run.trouble}</p>
        </div>
        ${run.isFinished ? this.#adoption() : nothing}
      </div>
      <dh-teach-scene .session=${session} .run=${run} .copy=${run.copy}></dh-teach-scene>
      ${
        purpose === "noise"
          ? noiseCards(before?.noise ?? null, after?.noise ?? null)
          : attackCurve(before?.attacks ?? null, after?.attacks ?? null, this.#noLook)
      }`;
  }

  /** @param {Purpose} purpose */
  #mode(purpose) {
    const progress = this.runs[purpose].copy?.progress;
    const done = progress ? percent(progress.steps / progress.total, 0) : "";
    return html`<button aria-pressed=${purpose === this.purpose} data-purpose=${purpose}
      @click=${() => this.#choose(purpose)}>${TASKS[purpose].name}<span
        class="small number quiet">${done}</span></button>`;
  }

  /** @param {Look | null} before @param {Look | null} after */
  #verdict(before, after) {
    const { copy } = this.run;
    if (!before) return html`<span class="quiet">${this.#noLook}</span>`;
    const was = accuracyIn(before);
    if (!after || !copy) return texts.verdictBefore(was);
    const now = accuracyIn(after);
    return texts.verdictAfter({
      tunedWith: amountWords(this.purpose, copy.amount),
      original: nameOf(copy.base),
      was,
      now,
      difference: difference(was, now, this.run.isFinished),
    });
  }

  /** Why it is not known what the network reads before fine-tuning. */
  get #noLook() {
    if (!this.state.data.testComplete) return testDigitsLoading;
    return this.measurements.before.status === "failed" ? texts.notMeasured : texts.measuring;
  }

  #adoption() {
    const { run, session } = this;
    if (run.isOnPage) {
      return html`<p class="quiet" data-testid="teach-adopted">${texts.adopted}</p>`;
    }
    if (!run.copy?.amount) {
      return html`<p class="quiet">${texts.forComparison}</p>`;
    }
    return html`<button @click=${() => session.act(run.adopt())} data-testid="teach-adopt"
      >${texts.adopt}</button>`;
  }

  /** @param {Purpose} purpose */
  #choose(purpose) {
    this.purpose = purpose;
  }

  /** Ids of the copies. */
  get #ids() {
    return this.#all.flatMap(({ copy }) => (copy ? [copy.id] : []));
  }

  /** @param {State} state */
  #idsKey({ generation }) {
    const ids = this.#ids;
    return ids.length ? [generation, ...ids].join(" ") : null;
  }

  async #checkCopies() {
    const asked = this.#ids;
    const existing = await this.session.query("teachExisting", asked);
    const lost = asked.filter((id) => !existing.includes(id));
    for (const run of this.#all) if (run.copy && lost.includes(run.copy.id)) run.lost();
  }
}

/** On all test digits. @param {Look} look */
function accuracyIn({ noise, attacks }) {
  return noise?.accuracy ?? attacks?.accuracy ?? 0;
}

/** @param {number} before @param {number} after @param {boolean} isFinished */
function difference(before, after, isFinished) {
  const points = 100 * (after - before);
  if (Math.abs(points) < 0.05) return isFinished ? texts.noDifference : texts.noDifferenceYet;
  return points < 0 ? texts.lower(-points, isFinished) : texts.higher(points, isFinished);
}

customElements.define("dh-teach", Teach);
