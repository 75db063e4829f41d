/** The picture on the input, attacked, and beside it changed at random by as much. */
import { html } from "lit";
import * as texts from "../../texts/en/fool.js";
import { guessFirst } from "../../texts/en/ui.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { toDrawing } from "../../ui/to-drawing.js";
import { choices, EPSILONS, sources } from "./choices.js";
import "./curve.js";
import "./dreams.js";
import "./pictures.js";

/** Milliseconds between two attacks, and two searches, while the network is trained. */
const PAUSE = 60;
const SEARCH_PAUSE = 300;
const SEED = 1;

/**
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("./pictures.js").Compared} Compared
 * @typedef {import("./pictures.js").Smallest} Smallest
 */

class Fool extends Part {
  static properties = {
    method: { state: true },
    epsilon: { state: true },
    target: { state: true },
  };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {import("./queries.js").Method} */
    this.method = "pgd";
    this.epsilon = 0.1;
    /** @type {number | null} the target that was chosen; see `#aim` */
    this.target = null;
    /** @type {(figures: import("./curve.js").Figures) => void} */
    this.tell = () => {};
    const session = () => this.session;
    /** @type {QueryController<Compared>} */
    this.compared = new QueryController(this, {
      session,
      pause: PAUSE,
      key: (state) => and(this.#attackKey(state), this.epsilon),
      ask: (_, signal) => this.#compare(signal),
    });
    /** @type {QueryController<Smallest>} */
    this.smallest = new QueryController(this, {
      session,
      pause: SEARCH_PAUSE,
      key: (state) => this.#attackKey(state),
      ask: (_, signal) => this.#search(signal),
    });
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.generation !== before.generation ||
      state.reading?.answer !== before.reading?.answer ||
      state.status !== before.status ||
      state.settings.hide !== before.settings.hide
    );
  }

  /** The present prediction; null when nothing is on the input. */
  get #answer() {
    return this.state.reading?.answer ?? null;
  }

  /** The target in force: what is predicted anyhow is none. */
  get #aim() {
    return this.target === this.#answer ? null : this.target;
  }

  /** Changes whenever the smallest ε may. @param {State} state */
  #attackKey({ generation, version, reading }) {
    if (!reading || reading.answer === null) return null;
    return [generation, version, reading.input, this.method, this.#aim].join(" ");
  }

  render() {
    const { session, method, epsilon } = this;
    const chosen = { method, epsilon, target: this.#aim };
    return html`
      <div class="fool-main">
        <div class="controls">
          ${sources(this.state, {
            testDigit: () => session.act(session.testDigit()),
            draw: toDrawing,
          })}
          ${choices(chosen, this.#answer, (change) => Object.assign(this, change))}
        </div>
        ${this.#pictures()}
      </div>
      <div class="behind-guess low">
        <p class="veil quiet">${guessFirst}</p>
        <dh-fool-curve class="veiled" .session=${session} .tell=${this.tell} .method=${method}
          .epsilon=${epsilon} .own=${this.#own}></dh-fool-curve>
      </div>
      <dh-dreams .session=${session}></dh-dreams>`;
  }

  #pictures() {
    const { compared, smallest } = this;
    const { answer } = compared;
    if (this.#answer === null) {
      return html`<p class="quiet empty">${texts.empty}</p>`;
    }
    if (answer?.generation !== this.state.generation) {
      const words = compared.status === "failed" ? "" : texts.attacking;
      return html`<p class="quiet empty">${words}</p>`;
    }
    const searchWords = smallest.status === "failed" ? texts.notFound : texts.searching;
    return html`<dh-attack-pictures .session=${this.session} .compared=${answer}
      .smallest=${smallest.isCurrent ? smallest.answer : null} .searchWords=${searchWords}
      .choose=${(/** @type {{ epsilon: number }} */ change) => Object.assign(this, change)}>
      </dh-attack-pictures>`;
  }

  /** The smallest ε at which the picture on the input is misread, once it is known. */
  get #own() {
    const { smallest } = this;
    return this.#aim === null && smallest.isCurrent ? (smallest.answer?.attacked ?? null) : null;
  }

  /** What is on the input, and how it is to be attacked. */
  #given() {
    const { reading, generation } = this.state;
    if (!reading || reading.answer === null) throw new Error(texts.noInput);
    const { pixels, shown, answer } = reading;
    const target = this.#aim;
    const attack = {
      method: this.method,
      label: shown.label ?? answer,
      target: target ?? undefined,
      seed: SEED,
    };
    return { generation, pixels, shown, target, attack };
  }

  /** @param {AbortSignal} signal @returns {Promise<Compared>} */
  async #compare(signal) {
    const { pixels, attack, ...about } = this.#given();
    const { epsilon } = this;
    const compared = await this.session.query(
      "foolPicture",
      pixels,
      { ...attack, epsilon },
      signal,
    );
    return { ...about, epsilon, ...compared };
  }

  /** @param {AbortSignal} signal @returns {Promise<Smallest>} */
  #search(signal) {
    const { pixels, attack } = this.#given();
    return this.session.query("foolSmallest", pixels, { ...attack, epsilons: EPSILONS }, signal);
  }
}

/** @param {string | null} key @param {number} more */
function and(key, more) {
  return key === null ? null : `${key} ${more}`;
}

customElements.define("dh-fool", Fool);
