/**
 * The frame every lab stands in: a question in one line, "predict first", the instrument, what the
 * lesson says, how it works, further reading, the way to the next lab. The lab's module is fetched
 * when the frame comes into the page. What fails in a lab is told here, with a button.
 */
import { html, nothing } from "lit";
import { NotReached } from "../common/fetch-file.js";
import { PLAYGROUND, shownLabs } from "../common/labs.js";
import { hasNoOutputs, hasNoWeights } from "../model/no-numbers.js";
import { backToGood } from "../texts/en/model.js";
import * as texts from "../texts/en/shell.js";
import { labWithoutOutputs, labWithoutWeights } from "../texts/en/ui.js";
import { Part } from "../ui/part.js";
import { predict } from "../ui/predict.js";
import { turn } from "../ui/turns.js";
import { labLink } from "./lab-link.js";
import { furtherReading } from "./reading.js";
import { reload } from "./reload.js";

/** @typedef {import("../ui/query-controller.js").QueryStatus} QueryStatus */

const LESSON = "https://www.3blue1brown.com/lessons/gradient-descent";

class LabFrame extends Part {
  static properties = {
    module: { state: true },
    figures: { state: true },
    guess: { state: true },
    veiled: { state: true },
    failure: { state: true },
    isUnreached: { state: true },
  };

  /**
   * The same for as long as it is in the page, where it may have been before this module.
   * @type {import("../labs/index.js").LabEntry}
   */
  lab = /** @type {any} */ (this).lab ?? null;

  constructor() {
    super();
    /** @type {import("../labs/index.js").Lab | null} */
    this.module = null;
    /** @type {import("../labs/index.js").Figures} */
    this.figures = null;
    /** @type {number | null} */
    this.guess = null;
    /** Whether what answers the question is hidden still. */
    this.veiled = true;
    /** Why the lab is not there, one sentence, or "". */
    this.failure = "";
    /** Whether it may come with another try. */
    this.isUnreached = false;
    this.unmount = () => {};
  }

  /**
   * Queries of the lab that failed, by the function that repeats them.
   * @type {Map<() => void, Error>}
   */
  #failedQueries = new Map();
  #onOnline = () => this.tryAgain();

  /**
   * Of the state, the frame shows only what it says to a guess, and that there are no numbers.
   * @type {Part["shouldPaint"]}
   */
  shouldPaint(state, before) {
    if (this.#lacking(state) !== this.#lacking(before)) return true;
    if (state.settings.labs !== before.settings.labs) return true;
    const fields = /** @type {const} */ (["phase", "generation", "evaluation"]);
    return this.guess !== null && fields.some((field) => state[field] !== before[field]);
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("online", this.#onOnline);
    void this.#bringIn();
  }

  disconnectedCallback() {
    removeEventListener("online", this.#onOnline);
    this.unmount();
    super.disconnectedCallback();
  }

  render() {
    const { id, title, question } = this.lab;
    const lab = this.module;
    const isBusy = !lab && !this.failure;
    return html`
      <section class="lab" id=${id} aria-labelledby="${id}-title">
        <header>
          <div>
            <p class="quiet">${title}</p>
            <h2 id="${id}-title">${question}</h2>
          </div>
          ${lab?.predict ? this.#predict(lab.predict) : nothing}
        </header>
        <div class="trouble" role="status">${this.#trouble()}</div>
        <div class="instrument" tabindex="-1" aria-busy=${isBusy}
          ?hidden=${this.#lacking(this.session.state) !== ""}
          ?data-veiled=${lab?.predict?.veil && this.veiled} @query-status=${this.#hear}></div>
        ${lab ? this.#footer(lab) : nothing}
        <div class="ways">
          ${lab && lab.link !== null ? lessonLink(lab.link) : nothing}${this.#next()}
        </div>
      </section>`;
  }

  /** @param {import("../labs/index.js").Lab} lab */
  #footer(lab) {
    return html`
      <footer class="columns">
        <p>${lab.lesson}</p>
        <div>
          ${lab.how ? howItWorks(lab.how) : nothing}
          ${furtherReading(this.lab.id)}
        </div>
      </footer>`;
  }

  /** The way on: to the next lab, or to all of them after the last. */
  #next() {
    const shown = shownLabs(this.state.settings.labs);
    const at = shown.findIndex(({ id }) => id === this.lab.id);
    const next = shown[at + 1] ?? { id: PLAYGROUND, title: texts.playground };
    return labLink(this.session, next.id, texts.next(next.title), { name: "button" });
  }

  /** @param {import("../labs/index.js").Prediction} asked */
  #predict({ question, choices, right, after, veil }) {
    const { guess, figures, session } = this;
    return predict({
      question: typeof question === "string" ? question : question(figures),
      choices: Array.isArray(choices) ? choices : choices(figures),
      ...{ guess, right: right(session.state, figures) },
      choose: (chosen) => this.#choose(chosen),
      skip: veil && this.veiled ? () => this.#justUnveil() : null,
      answer: (chosen) => after(session.state, chosen, figures),
      isMoving: session.state.phase === "running",
    });
  }

  /** @param {number} guess */
  #choose(guess) {
    this.guess = guess;
    this.veiled = false;
  }

  /** The button goes, and its focus with it: what it shows has it then. */
  async #justUnveil() {
    this.veiled = false;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.querySelector(".instrument")).focus({ preventScroll: true });
  }

  /** @param {import("../labs/index.js").Figures} figures */
  #tell(figures) {
    if (figures?.about !== this.figures?.about && this.figures) this.guess = null;
    this.figures = figures;
  }

  /* ---- what fails ---- */

  #trouble() {
    if (this.failure) {
      return html`
        <p>${this.failure}</p>
        ${this.#wayOut()}`;
    }
    const lacking = this.#lacking(this.session.state);
    if (lacking) return this.#withoutNumbers(lacking);
    const [error] = this.#failedQueries.values();
    if (!error) return nothing;
    return html`
      <p>${texts.labNotComputed(error.message)}</p>
      <button @click=${this.#retry}>${texts.tryAgain}</button>`;
  }

  /**
   * What the lab needs and the network does not give, as a sentence; or "".
   * @param {import("../model/state.js").State} state
   */
  #lacking(state) {
    const needs = this.module?.needs;
    if (needs === "outputs" && hasNoOutputs(state)) return labWithoutOutputs;
    return needs === "weights" && hasNoWeights(state) ? labWithoutWeights : "";
  }

  /** @param {string} lacking */
  #withoutNumbers(lacking) {
    const { session } = this;
    const { why, canRecover } = session.state.divergence;
    const recover = () => session.act(session.recover());
    const button = html`<button @click=${recover}>${backToGood}</button>`;
    return html`
      <p>${lacking}</p>
      ${why && canRecover ? button : nothing}`;
  }

  #wayOut() {
    const { session } = this;
    return this.isUnreached
      ? html`<button @click=${this.tryAgain}>${texts.tryAgain}</button>`
      : html`<button @click=${() => reload(session)}>${texts.reload}</button>`;
  }

  /** @param {CustomEvent<QueryStatus>} event */
  #hear({ detail: { status, error, retry } }) {
    if (status === "failed")
      this.#failedQueries.set(retry, error ?? new Error(texts.unknownReason));
    else if (!this.#failedQueries.delete(retry)) return;
    this.requestUpdate();
  }

  #retry() {
    const retries = [...this.#failedQueries.keys()];
    // A part that has left the page since does not ask, and would be told for ever.
    this.#failedQueries.clear();
    this.requestUpdate();
    for (const retry of retries) retry();
  }

  /* ---- loading ---- */

  /** Fetches the lab, if it could not be fetched before. */
  tryAgain() {
    if (this.module || !this.failure) return;
    this.failure = "";
    void this.#bringIn();
  }

  async #bringIn() {
    try {
      this.module = (await this.lab.load()).default;
    } catch (error) {
      this.isUnreached = error instanceof NotReached;
      this.failure = this.isUnreached ? texts.labNotReached : texts.labNotLoaded;
      return;
    }
    await this.updateComplete;
    // Not in one task with what the page does to make room for it.
    await turn();
    this.#mount(this.module);
  }

  /** @param {import("../labs/index.js").Lab} lab */
  #mount(lab) {
    const element = /** @type {HTMLElement} */ (this.querySelector(".instrument"));
    try {
      this.unmount =
        lab.mount(element, this.session, (figures) => this.#tell(figures)) ?? (() => {});
    } catch (error) {
      this.failure = texts.labNotShown(error.message);
    }
  }
}

/** @param {string} [link] */
function lessonLink(link = LESSON) {
  return html`
    <a class="button plain" href=${link} rel="noreferrer" target="_blank"
      >${texts.watchLesson}</a>`;
}

/**
 * Arrow keys scroll what has the focus: a formula that is too wide can have it.
 * @param {Event} event
 */
function reachWide({ currentTarget }) {
  for (const math of /** @type {Element} */ (currentTarget).querySelectorAll("math")) {
    if (math.scrollWidth > math.clientWidth) math.setAttribute("tabindex", "0");
  }
}

/** @param {unknown} how */
function howItWorks(how) {
  return html`
    <details @toggle=${reachWide}><summary>${texts.howItWorks}</summary
      ><div class="stack how">${how}</div></details>`;
}

customElements.define("dh-lab", LabFrame);
