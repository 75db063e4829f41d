/**
 * The cost of your digit as ten squares and their sum; then the cost of thousands, and where yours
 * lies among them.
 */
import { html, nothing } from "lit";
import { loadingNetwork, testDigit } from "../../texts/en/ui.js";
import { paintPicture } from "../../ui/canvas.js";
import { inkScale } from "../../ui/colors.js";
import { PaintController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { answerOf, inputKey, measureOf } from "./answer.js";
import { answerView, emptyView, measureChoice } from "./answer-view.js";
import { SurveyController } from "./survey.js";
import "./survey-view.js";

/** What of the state is shown. */
const SHOWN = /** @type {const} */ (["network", "parameters", "reading", "data", "settings"]);

class Cost extends Part {
  static properties = {
    tell: { attribute: false },
    measure: { state: true },
    set: { state: true },
    target: { state: true },
  };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /**
     * Hands the figures to the lab's prediction.
     * @type {(figures: import("../index.js").Figures) => void}
     */
    this.tell = () => {};
    /** @type {import("./answer.js").MeasureName} */
    this.measure = "lesson";
    /** Whose costs are surveyed. @type {import("../../worker/queries.js").SetName} */
    this.set = "test";
    /** Chosen by hand for the input `targetFor`. @type {number | null} */
    this.target = null;
    this.targetFor = "";
    /** An arrow key chose the target: it takes the focus once it is shown. */
    this.isWalking = false;
    /** What was told last. @type {number | null} */
    this.told = null;
    this.survey = new SurveyController(
      this,
      () => this.session,
      () => this.#question,
    );
    new PaintController(this, () => this.#paint(), null);
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return SHOWN.some((key) => state[key] !== before[key]);
  }

  willUpdate() {
    const key = inputKey(this.state.reading);
    if (key !== this.targetFor) this.target = null;
    this.targetFor = key;
  }

  render() {
    const { network, settings } = this.state;
    if (!network) return html`<p class="quiet">${loadingNetwork}</p>`;
    const answer = answerOf(this.state, this.measure, this.target);
    const button = settings.hide.includes("test")
      ? nothing
      : html`<button data-testid="cost-digit"
          @click=${() => this.session.act(this.session.testDigit())}>${testDigit}</button>`;
    const choice = () => measureChoice(this.measure, network.output, this.#measureBy);
    return html`
      ${network.cost === "quadratic" ? nothing : choice()}
      ${answer ? answerView(answer, button, this.#choose) : emptyView(button)}
      <dh-cost-survey .session=${this.session} .set=${this.set} .yours=${answer?.total ?? null}
        .surveyed=${this.survey.surveyed} .hasFailed=${this.survey.hasFailed}
        @set-change=${this.#useSet}></dh-cost-survey>`;
  }

  /** @type {import("./survey.js").Question | null} */
  get #question() {
    const { network } = this.state;
    return network && { set: this.set, cost: measureOf(network, this.measure).cost };
  }

  updated() {
    this.#tellWorst(this.survey.surveyed?.spread.worst ?? null);
    if (!this.isWalking) return;
    this.isWalking = false;
    /** @type {HTMLElement | null} */ (this.querySelector(".ten [aria-checked=true]"))?.focus();
  }

  /** @param {number | null} worst  see Spread; null until it is known */
  #tellWorst(worst) {
    if (Object.is(worst, this.told)) return;
    this.told = worst;
    this.tell({ worst });
  }

  /** @param {import("./answer.js").MeasureName} name */
  #measureBy = (name) => {
    this.measure = name;
  };

  /** @param {number} target @param {boolean} [isByKeyboard] */
  #choose = (target, isByKeyboard = false) => {
    this.target = target;
    this.isWalking = isByKeyboard;
  };

  /** @param {CustomEvent<import("../../worker/queries.js").SetName>} event */
  #useSet({ detail }) {
    this.set = detail;
  }

  #paint() {
    const { reading } = this.state;
    const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector("figure .picture"));
    if (canvas && reading) paintPicture(canvas, reading.pixels, inkScale());
  }
}

customElements.define("dh-cost", Cost);
