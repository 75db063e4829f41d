/** Finite differences against backpropagation, for the component looked at and for random ones. */
import { html, nothing } from "lit";
import { plain } from "../../common/signed-numbers.js";
import { trainingLoading } from "../../texts/en/gradient.js";
import * as texts from "../../texts/en/gradient-experiments.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { inputName } from "./explanation.js";
import { parameterAt, parameterName } from "./nudges.js";

const RANDOM = 200;
/** The largest relative error that single precision explains. */
const BAR = 0.01;
/** Milliseconds between two checks while the network is trained. */
const PAUSE = 1000;

/**
 * @typedef {import("./queries.js").Checked & { generation: number, name: string }} Checked  name:
 *   of the digit
 * @typedef {import("./queries.js").Found} Found
 */

class GradientCheck extends Part {
  static properties = {
    layers: { attribute: false },
    own: { attribute: false },
    from: { type: Number },
    count: { type: Number },
    parameter: { type: Number },
    many: { state: true },
    isBusy: { state: true },
  };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    this.takesTurns = true;
    /** @type {number[]} */
    this.layers = [];
    /** The digit on the input. @type {import("./queries.js").Labelled | null} */
    this.own = null;
    /** Of the training digits among which one is taken when there is none. */
    this.from = 0;
    this.count = 1;
    /** Index of the component. */
    this.parameter = 0;
    /** The random ones. @type {Checked | null} */
    this.many = null;
    this.isBusy = false;
    this.seed = 0;
    /** @type {QueryController<Checked>} */
    this.one = new QueryController(this, {
      session: () => this.session,
      pause: PAUSE,
      key: (state) => this.#key(state),
      ask: () => this.#check({ parameter: this.parameter }),
    });
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.generation !== before.generation || !state.data.train !== !before.data.train;
  }

  /** @param {import("../../model/state.js").State} state */
  #key({ generation, version, data, reading }) {
    const digit = this.own ? `${reading?.input} ${this.own.label}` : `${this.from} ${this.count}`;
    if (!this.own && !data.train) return null;
    return [generation, version, data.generation, digit, this.parameter].join(" ");
  }

  /** @param {{ parameter: number } | { random: number, seed: number }} which */
  async #check(which) {
    const { generation } = this.state;
    const { own, from, count: n, parameter } = this;
    const digit = own ?? { parameter, from, count: n };
    const checked = await this.session.query("gradientCheck", digit, which);
    return { ...checked, generation, name: own ? inputName(own.label) : takenName(checked.found) };
  }

  /** Why nothing can be checked; "" when it can. */
  get #obstacle() {
    return this.own || this.state.data.train ? "" : trainingLoading;
  }

  #click = () => {
    if (!this.isBusy && !this.#obstacle) this.session.act(this.#checkMany());
  };

  #checkMany = async () => {
    this.isBusy = true;
    this.seed++;
    try {
      this.many = await this.#check({ random: RANDOM, seed: this.seed });
    } finally {
      this.isBusy = false;
    }
  };

  /** @param {Checked | null} checked */
  #present(checked) {
    return checked?.generation === this.state.generation ? checked : null;
  }

  render() {
    const one = this.#present(this.one.answer);
    const many = this.#present(this.many);
    const name = one && parameterName(this.layers, parameterAt(this.layers, one.indices[0]));
    return html`
      <h3>${texts.checkIt}</h3>
      <p class="quiet">${texts.method}</p>
      <div class="row">
        <button data-testid="gradient-check" aria-disabled=${this.isBusy || this.#obstacle !== ""}
          aria-describedby="gradient-check-obstacle"
          @click=${this.#click}>${texts.checkRandom(RANDOM)}</button>
        <span class="quiet" id="gradient-check-obstacle">${this.#obstacle}</span>
      </div>
      <p role="status" data-testid="gradient-many">${many ? manyWords(many) : nothing}</p>
      ${one ? oneRow(one, name ?? "") : nothing}`;
  }
}

/** "training digit 13, a 5" @param {Found | null} found */
function takenName(found) {
  return found ? texts.oneDigit(found.index + 1, found.label) : "";
}

/** For which digit, and why it is this one. @param {Checked} checked */
function forWhom({ name, found, epoch }) {
  if (found?.isZero) return texts.checkedForZero(name, found.looked, epoch);
  if (found && found.looked > 1) return texts.checkedForLargest(name, found.looked, epoch);
  return texts.checkedFor(name, epoch);
}

/** @param {Checked} checked @param {string} name */
function oneRow(checked, name) {
  const { numeric, analytic, worst } = checked;
  return html`<p>${name}. <span class="quiet">${forWhom(checked)}</span></p>
  <dl class="checked" data-testid="gradient-one">
    <div><dt class="small quiet">${texts.finiteDifference}</dt>
      <dd class="number">${plain(numeric[0])}</dd></div>
    <div><dt class="small quiet">${texts.backpropagation}</dt>
      <dd class="number">${plain(analytic[0])}</dd></div>
    <div><dt class="small quiet">${texts.relativeError}</dt>
      <dd class="number">${plain(worst)}</dd></div>
  </dl>`;
}

/** @param {Checked} checked */
function manyWords({ analytic, worst, epoch, name }) {
  return texts.manyChecked({
    checked: analytic.length,
    worst: html`<b class="number" data-testid="gradient-worst">${plain(worst)}</b>`,
    agree: worst < BAR,
    digit: name,
    epoch,
    moving: analytic.filter((g) => g !== 0).length,
  });
}

customElements.define("dh-gradient-check", GradientCheck);
