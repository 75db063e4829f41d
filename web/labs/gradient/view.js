/**
 * The gradient of the chosen digits as a column, one component explained, where they are, how they
 * are spread, the ten that matter most; then the experiment, single digits, and the check.
 */
import { html, nothing } from "lit";
import * as texts from "../../texts/en/gradient.js";
import { guessFirst, loadingNetwork } from "../../texts/en/ui.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { digitsOf, hasInput, inputKey, keyOf, sourceOf, targetOf } from "./choice.js";
import "./column.js";
import "./check.js";
import { controls, filters } from "./controls.js";
import { details } from "./details.js";
import { digitsName, halfWords } from "./explanation.js";
import "./histograms.js";
import "./maps.js";
import { parameterAt, passing } from "./nudges.js";
import "./top-k.js";
import "./top-ten.js";
import "./wishes.js";

/** Milliseconds between two gradients while the network is trained. */
const PAUSE = 700;

/**
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("./queries.js").Gradient & import("./queries.js").Digits & { layers: number[],
 *   generation: number, hidden: string }} Found  with what it is the gradient of
 */

class GradientLab extends Part {
  static properties = {
    tell: { attribute: false },
    choice: { state: true },
    filter: { state: true },
    selected: { state: true },
    progress: { state: true },
  };

  /** The gradient that the question's answer is of. @type {Found | null} */
  #told = null;

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {import("../index.js").Tell} */
    this.tell = () => {};
    /** @type {import("./choice.js").Choice} */
    this.choice = { source: null, batch: 0, target: null };
    this.targetFor = "";
    /** @type {import("./nudges.js").Filter} */
    this.filter = { layer: 0, sign: "all", least: 0 };
    /** The component looked at; the largest until one is chosen. @type {number | null} */
    this.selected = null;
    /** Layers of the network that it is in. */
    this.selectedIn = "";
    /** Fraction of the digits that are done. */
    this.progress = 1;
    /** @type {{ found: Found, filter: import("./nudges.js").Filter, rows: Uint32Array } | null} */
    this.passed = null;
    /** @type {QueryController<Found>} */
    this.gradient = new QueryController(this, {
      session: () => this.session,
      pause: PAUSE,
      key: (state) => keyOf(state, this.choice),
      ask: (_, signal) => this.#ask(signal),
      done: (found) => this.#answered(found),
    });
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const fields = /** @type {const} */ (["network", "neuron", "data", "settings"]);
    return (
      fields.some((field) => state[field] !== before[field]) ||
      state.reading?.input !== before.reading?.input ||
      targetOf(state, this.choice) !== targetOf(before, this.choice)
    );
  }

  willUpdate() {
    const key = inputKey(this.state);
    if (key !== this.targetFor && this.choice.target !== null) this.#choose({ target: null });
    this.targetFor = key;
    const { layers = [] } = this.state.network ?? {};
    if (this.filter.layer >= layers.length) this.filter = { ...this.filter, layer: 0 };
  }

  /** The last gradient, unless it is of another network. @returns {Found | null} */
  get #found() {
    const { answer } = this.gradient;
    return answer?.generation === this.state.generation ? answer : null;
  }

  /** @param {AbortSignal} signal @returns {Promise<Found>} */
  async #ask(signal) {
    const { state, session, choice } = this;
    const digits = digitsOf(state, choice);
    const { network, generation } = state;
    if (!digits || !network) throw new Error(texts.noDigit);
    this.progress = 0;
    const source = sourceOf(state, choice);
    const isWanted = () => this.choice === choice && sourceOf(this.state, choice) === source;
    let isDone = false;
    // What it says of its progress may come after the answer.
    const hear = (/** @type {number} */ done, /** @type {number} */ all) => {
      if (!isDone) this.progress = done / all;
      return isWanted() && this.isConnected;
    };
    const found = await session.query("gradientOf", digits, hear, signal);
    isDone = true;
    const { layers, hidden } = network;
    return { ...digits, ...found, layers, hidden, generation };
  }

  /** @param {Found} found */
  #answered({ layers }) {
    this.progress = 1;
    if (String(layers) !== this.selectedIn) this.selected = null;
    this.selectedIn = String(layers);
  }

  /** What is answered to the guess is of the gradient that is shown, or there is nothing yet. */
  updated() {
    const found = this.#found;
    if (found === this.#told) return;
    this.#told = found;
    this.tell(found && { half: found.summary.half, all: found.order.length });
  }

  render() {
    const { state, choice } = this;
    if (!state.network) return html`<p class="quiet">${loadingNetwork}</p>`;
    const found = this.#found;
    return html`
      ${controls(state, choice, {
        choose: this.#choose,
        testDigit: () => {
          this.#choose({ source: "digit" });
          this.session.act(this.session.testDigit());
        },
      })}
      ${found ? this.#instrument(found) : this.#empty()}
      <dh-gradient-top-k .session=${this.session} .choice=${choice}></dh-gradient-top-k>
      ${found ? this.#single(found) : nothing}`;
  }

  #empty() {
    const { state, choice } = this;
    const source = sourceOf(state, choice);
    if (source === "digit" && !hasInput(state)) {
      return html`<p class="quiet empty">${texts.drawFirst}</p>`;
    }
    if (!state.data.train && source !== "digit") {
      return html`<p class="quiet empty">${texts.trainingLoading}</p>`;
    }
    const isFailed = this.gradient.status === "failed";
    return html`<p class="quiet empty"
      >${isFailed ? "" : texts.computingGradient(this.progress)}</p>`;
  }

  /** @param {Found} found */
  #instrument(found) {
    const rows = this.#rows(found);
    const { layers, order } = found;
    const select = this.#select;
    const selected = this.#selectedOf(found, rows);
    return html`
      ${this.#finding(found)}
      <div class="gradient-main">
        <div class="stack">
          ${filters(layers, this.filter, this.#filter)}
          <p class="small quiet"><span class="number" data-testid="gradient-count"
            >${texts.listed(rows.length, order.length)}</span>
            ${layers.length > 2 ? texts.namesOfNeurons : nothing}</p>
          <dh-gradient-column .found=${found} .layers=${layers} .rows=${rows}
            .selected=${selected} @select=${select}></dh-gradient-column>
        </div>
        <div class="stack beside">
          ${details(found, selected, this.state.settings)}
          <dh-gradient-maps .session=${this.session} .found=${found} .layers=${layers}
            .neuron=${this.state.neuron}></dh-gradient-maps>
        </div>
      </div>
      <dh-gradient-histograms class="stack" .summary=${found.summary} .layers=${layers}
        ></dh-gradient-histograms>
      <dh-gradient-top-ten class="stack" .found=${found} @select=${select}></dh-gradient-top-ten>`;
  }

  /** @param {Found} found */
  #finding(found) {
    const { order, cost, epoch, summary } = found;
    const { length, zeros } = summary;
    const name = digitsName(found, found.count, this.state.data.train);
    const tied = tiedIn(found);
    const still = found.hidden === "step" ? html`<p>${texts.stepNeurons}</p>` : nothing;
    return html`
      <div class="stack">
        <div class="behind-guess">
          <p class="veil quiet">${guessFirst}</p>
          <h3 class="veiled" data-testid="gradient-finding"
            >${halfWords(summary.half, order.length)}</h3>
        </div>
        <p class="quiet small">${texts.finding(name, { cost, epoch, length, zeros })}
          ${tied > 1 ? texts.tied(tied) : ""} ${texts.computing(this.progress)}</p>
        ${still}
      </div>`;
  }

  /** @param {Found} found */
  #single(found) {
    const selected = this.#selectedOf(found, this.#rows(found));
    return html`
      <dh-gradient-wishes .session=${this.session} .layers=${found.layers}
        .parameter=${selected} .label=${found.own?.label ?? 2}></dh-gradient-wishes>
      <dh-gradient-check .session=${this.session} .layers=${found.layers} .own=${found.own}
        .from=${found.from} .count=${found.count} .parameter=${selected}></dh-gradient-check>`;
  }

  /** @param {Found} found */
  #rows(found) {
    const { filter } = this;
    if (this.passed?.found !== found || this.passed.filter !== filter) {
      const rows = passing(found.order, found.ranked, found.layers, filter);
      this.passed = { found, filter, rows };
    }
    return this.passed.rows;
  }

  /** @param {Found} found @param {Uint32Array} rows */
  #selectedOf({ order }, rows) {
    return this.selected ?? rows[0] ?? order[0];
  }

  /** @param {Partial<import("./choice.js").Choice>} change */
  #choose = (change) => {
    this.choice = { ...this.choice, ...change };
  };

  /** @param {Partial<import("./nudges.js").Filter>} change */
  #filter = (change) => {
    this.filter = { ...this.filter, ...change };
  };

  /** @param {CustomEvent<number>} event */
  #select = ({ detail }) => this.#pick(detail);

  /** @param {number} at  index of a component */
  #pick(at) {
    this.selected = at;
    const { layer, neuron } = parameterAt(this.state.network?.layers ?? [], at);
    this.session.pick({ layer, index: neuron });
  }
}

/** How many components are as large as the largest; 0: all are zero. @param {Found} found */
function tiedIn({ gradient, order }) {
  const largest = Math.abs(gradient[order[0]]);
  if (!largest) return 0;
  const smaller = order.findIndex((at) => Math.abs(gradient[at]) < largest);
  return smaller < 0 ? order.length : smaller;
}

customElements.define("dh-gradient", GradientLab);
