/**
 * The frame every lab stands in: a question in one line, the instrument, what the lesson says, "predict first", how it
 * works, and a link that makes this state again. The lab's module is fetched when it comes near the screen.
 */
import { html, nothing } from "lit";
import { Part } from "../ui/part.js";

const LESSON = "https://www.3blue1brown.com/lessons/gradient-descent";

class LabFrame extends Part {
  static properties = {
    lab: { attribute: false },
    module: { state: true },
    figures: { state: true },
    guess: { state: true },
    veiled: { state: true },
    failed: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../labs/index.js").LabEntry} */
    this.lab = /** @type {any} */ (null);
    /** @type {import("../labs/index.js").Lab | null} */
    this.module = null;
    /** @type {import("../labs/index.js").Figures} */
    this.figures = null;
    /** @type {number | null} */
    this.guess = null;
    /** Whether what answers the question is hidden still. */
    this.veiled = true;
    this.failed = "";
    this.unmount = () => {};
    this.near = new IntersectionObserver((seen) => this.#arrive(seen), { rootMargin: "600px 0px" });
  }

  /** Of the state, the frame shows only what it says to a guess. @type {Part["concerned"]} */
  concerned(state, before) {
    return this.guess !== null && state.phase !== before.phase;
  }

  connectedCallback() {
    super.connectedCallback();
    this.near.observe(this);
  }

  disconnectedCallback() {
    this.near.disconnect();
    this.unmount();
    super.disconnectedCallback();
  }

  render() {
    const { id, title, question } = this.lab;
    const lab = this.module;
    return html`
      <section class="lab" id=${id} aria-labelledby="${id}-title">
        <header>
          <p class="quiet">${title}</p>
          <h2 id="${id}-title">${question}</h2>
        </header>
        ${lab?.predict ? this.#predict(lab.predict) : nothing}
        <div class="instrument" aria-busy=${!lab} ?data-veiled=${lab?.predict?.veil && this.veiled}>${this.failed ? html`<p role="alert">${this.failed}</p>` : nothing}</div>
        ${
          lab
            ? html`<footer class="columns">
                <div class="stack">
                  <p>${lab.lesson}</p>
                  <a class="button lesson" href=${lab.link ?? LESSON} rel="noreferrer" target="_blank">Watch it in the lesson</a>
                </div>
                ${lab.how ? html`<details><summary>How it works</summary><div class="stack how">${lab.how}</div></details>` : nothing}
              </footer>`
            : nothing
        }
      </section>`;
  }

  /** @param {import("../labs/index.js").Prediction} predict */
  #predict({ question, choices, after, veil }) {
    const { guess, figures, session } = this;
    const isMoving = session.state.phase === "running";
    return html`
      <div class="predict">
        <p>${typeof question === "string" ? question : question(figures)}</p>
        <div class="row" role="group" aria-label="Predict first">
          ${choices.map((words, i) => html`<button aria-pressed=${guess === i} @click=${() => this.#choose(i)}>${words}</button>`)}
          ${veil && this.veiled ? html`<button class="plain" @click=${this.#unveil} data-testid="just-show">Just show me</button>` : nothing}
        </div>
        <p class="quiet" role="status" aria-live=${isMoving ? "off" : "polite"}>${guess === null ? "" : after(session.state, guess, figures)}</p>
      </div>`;
  }

  /** @param {number} guess */
  #choose(guess) {
    this.guess = guess;
    this.#unveil();
  }

  #unveil() {
    this.veiled = false;
  }

  /** @param {import("../labs/index.js").Figures} figures */
  #tell(figures) {
    if (figures?.about !== this.figures?.about && this.figures) this.guess = null;
    this.figures = figures;
  }

  /** @param {IntersectionObserverEntry[]} seen */
  async #arrive(seen) {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    this.near.disconnect();
    try {
      const module = await this.lab.load();
      this.module = module.default;
      await this.updateComplete;
      const element = /** @type {HTMLElement} */ (this.querySelector(".instrument"));
      const tell = (/** @type {import("../labs/index.js").Figures} */ figures) =>
        this.#tell(figures);
      this.unmount = this.module.mount(element, this.session, tell) ?? (() => {});
    } catch (error) {
      this.failed = `This part did not load: ${error.message}`;
    }
  }
}

customElements.define("dh-lab", LabFrame);
