/** The view of one example in slow motion: four panels, one for each phase of ExampleSteps. */
import { html } from "lit";
import { aDigit } from "../../texts/en/locale.js";
import { PaintController } from "../../ui/controllers.js";
import { icons } from "../../ui/icons.js";
import { Part } from "../../ui/part.js";
import { ExampleSteps, PHASES } from "./example-steps.js";
import { backward, error, forward, paint, update } from "./panels.js";

/** @typedef {import("./example-steps.js").Phase} Phase */

/**
 * @type {Record<Phase, { title: string, next: string }>} next: what the button does in that phase
 */
const WORDS = {
  forward: { title: "Forward", next: "Show the error" },
  error: { title: "Error", next: "Backpropagate" },
  backward: { title: "Backward", next: "Update the weights" },
  update: { title: "Update", next: "Next example" },
};

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
        <h3>One example in slow motion</h3>
        <div class="row">
          <button data-testid="step-play" ?disabled=${!example} @click=${this.#togglePlay}>
            ${isPlaying ? icons.pause : icons.run}${isPlaying ? "Stop" : "Play slowly"}
          </button>
          <button class="next" data-testid="step-next" ?disabled=${!example}
            aria-disabled=${isBusy} @click=${this.#next}>
            ${icons.step}${WORDS[phase].next}
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
        <h4><i>${at + 1}</i> ${WORDS[phase].title}</h4>
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
    return this.state.data.train ? "" : "Loading the training digits…";
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
    const answer = reading.answer === null ? "not read" : `read as ${aDigit(reading.answer)}`;
    return `${WORDS[phase].title}: ${aDigit(label)}, ${answer}, cost ${cost.toFixed(3)}.`;
  }
}

customElements.define("dh-one-step", OneStep);
