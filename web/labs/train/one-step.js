/** The view of one example in slow motion: four panels, one for each phase of ExampleSteps. */
import { html } from "lit";
import * as texts from "../../texts/en/train.js";
import { PaintController } from "../../ui/controllers.js";
import { icons } from "../../ui/icons.js";
import { Part } from "../../ui/part.js";
import { ExampleSteps, PHASES } from "./example-steps.js";
import { backward, error, forward, paint, update } from "./panels.js";

/** @typedef {import("./example-steps.js").Phase} Phase */

class OneStep extends Part {
  constructor() {
    super();
    this.pauseWhenHidden = true;
    this.steps = new ExampleSteps(this, () => this.session);
    new PaintController(this, () => paint(this, this.steps), null);
  }

  /** The steps tell of everything else. @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.phase !== before.phase ||
      state.data.train > 0 !== before.data.train > 0 ||
      state.settings.rate !== before.settings.rate
    );
  }

  render() {
    const { phase, isBusy, isPlaying, example } = this.steps;
    return html`
      <div class="row head">
        <h3>${texts.slowMotion}</h3>
        <div class="row">
          <button data-testid="step-play" ?disabled=${!example} @click=${this.#togglePlay}>
            ${isPlaying ? icons.pause : icons.run}${isPlaying ? texts.stop : texts.play}
          </button>
          <button class="next" data-testid="step-next" ?disabled=${!example}
            aria-disabled=${isBusy} @click=${this.#next}>
            ${icons.step}${texts.nextPhase[phase]}
          </button>
        </div>
      </div>
      <ol role="list" class="phases">${PHASES.map((each) => this.#phase(each, phase))}</ol>
      <p class="only-heard" role="status">${isPlaying ? "" : this.#announcement()}</p>`;
  }

  /** @param {Phase} phase @param {Phase} now */
  #phase(phase, now) {
    const [at, reached] = [PHASES.indexOf(phase), PHASES.indexOf(now)];
    const when = at === reached ? "now" : at > reached ? "later" : "";
    return html`
      <li class=${when} aria-current=${at === reached ? "step" : "false"}>
        <h4><i>${at + 1}</i> ${texts.phases[phase]}</h4>
        ${this.#panel(phase)}
      </li>`;
  }

  /** @param {Phase} phase */
  #panel(phase) {
    const { example, update: taken } = this.steps;
    if (!example)
      return html`<p class="quiet small">${phase === "forward" ? this.#waitingWords() : ""}</p>`;
    if (phase === "forward") return forward(example);
    if (phase === "error") return error(example);
    if (phase === "backward") return backward(example);
    return update(example, taken, taken?.rate ?? this.state.settings.rate);
  }

  #waitingWords() {
    return this.state.data.train ? "" : texts.loadingTraining;
  }

  #next() {
    this.steps.stop();
    this.session.act(this.steps.next());
  }

  #togglePlay() {
    if (this.steps.isPlaying) this.steps.stop();
    else this.session.act(this.steps.play());
  }

  /** Of a network at rest: while it is trained, the example changes all the time. */
  #announcement() {
    const { phase, example } = this.steps;
    if (!example || this.session.isBusy) return "";
    const { label, reading, cost } = example;
    return texts.announcement(phase, label, reading.answer, cost);
  }
}

customElements.define("dh-one-step", OneStep);
