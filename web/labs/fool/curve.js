/** Accuracy on test digits against ε: under attack, and after random changes. */
import { html } from "lit";
import { percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/fool.js";
import { testDigitsLoading } from "../../texts/en/ui.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import "../../ui/charts/accuracy-vs-epsilon.js";

/** The ε of the lab's question. */
const ASKED = 0.1;
const EPSILONS = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3];
/** Test digits that are attacked; fewer for a network of more than LARGE parameters. */
const DIGITS = 500;
const FEW = 100;
const LARGE = 50_000;
/** Digits that are asked for at once. */
const PIECE = 50;
/** The same while the chart is empty, so that it fills visibly. */
const FIRST_PIECE = 10;
const SEED = 1;

/**
 * @typedef {import("./queries.js").Method} Method
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("./queries.js").Sums} Sums
 * @typedef {Sums & { generation: number, data: number, method: Method }} About  generation: of the
 *   network; data: generation of the data
 */

/**
 * What the lab's question is about; null before it is counted.
 * @typedef {{ attacked: number, random: number, count: number } | null} Figures  accuracies after
 *   changes by ASKED
 */

class FoolCurve extends Part {
  static properties = {
    method: {},
    epsilon: { type: Number },
    own: { attribute: false },
    sums: { state: true },
  };

  constructor() {
    super();
    /** @type {Method} */
    this.method = "pgd";
    /** @type {(figures: Figures) => void} */
    this.tell = () => {};
    /** What was told last. */
    this.told = "null";
    this.epsilon = 0.1;
    /** The smallest ε at which the picture on the input is misread. @type {number | null} */
    this.own = null;
    /** @type {About | null} the last counts, also those that still grow */
    this.sums = null;
    /** @type {QueryController<About | null>} */
    this.curve = new QueryController(this, {
      session: () => this.session,
      key: (state) => this.#key(state),
      subject: () => this.method,
      ask: (_, signal) => this.#count(signal),
    });
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.generation !== before.generation ||
      state.data.generation !== before.data.generation ||
      Math.min(state.data.test, DIGITS) !== Math.min(before.data.test, DIGITS)
    );
  }

  /** @param {State} state */
  #key({ generation, version, data }) {
    if (!data.test) return null;
    return [generation, version, this.method, data.generation, data.test >= DIGITS].join(" ");
  }

  /** The last counts, unless they are of another network, other data or another method. */
  get #present() {
    const { sums, method, state } = this;
    const isPresent =
      sums?.generation === state.generation &&
      sums.data === state.data.generation &&
      sums.method === method;
    return isPresent ? sums : null;
  }

  render() {
    const sums = this.#present;
    const counted = this.#counted(sums);
    return html`
      <p><span class="finding">${this.#finding(sums)}</span><br />
        <span class="quiet small number counted" data-testid="fool-counted">${counted}</span></p>
      <dh-accuracy-vs-epsilon .epsilons=${EPSILONS} .lines=${linesOf(sums)} .at=${this.epsilon}
        .point=${this.#point}></dh-accuracy-vs-epsilon>`;
  }

  updated() {
    const sums = this.#present;
    const isWhole = sums && sums.count >= Math.min(this.#wanted, this.state.data.test);
    const figures = isWhole ? figuresOf(sums) : null;
    const told = JSON.stringify(figures);
    if (told === this.told) return;
    this.told = told;
    this.tell(figures);
  }

  /** @param {About | null} sums */
  #counted(sums) {
    const wanted = Math.min(this.#wanted, this.state.data.test);
    if (!wanted) return "";
    if (!sums || sums.count < wanted) {
      return texts.countedSoFar(sums?.count ?? 0, wanted);
    }
    return texts.counted(sums.count, SEED);
  }

  /** Where the picture on the input stands among all these digits. */
  get #point() {
    return this.own === null ? null : { line: 1, at: this.own, name: texts.yourPicture };
  }

  /** @param {About | null} sums */
  #finding(sums) {
    if (!sums) {
      if (!this.state.data.test) return testDigitsLoading;
      return this.curve.status === "failed" ? texts.notCounted : texts.attackingDigits;
    }
    const i = nearest(this.epsilon);
    const [attacked, random] = [sums.attacked, sums.random].map((right) =>
      percent(right[i] / sums.count),
    );
    return texts.finding(
      sums.method,
      EPSILONS[i],
      html`<span class="number" data-testid="fool-attacked-accuracy">${attacked}</span>`,
      html`<span class="number" data-testid="fool-random-accuracy">${random}</span>`,
    );
  }

  get #wanted() {
    return (this.state.network?.parameterCount ?? 0) > LARGE ? FEW : DIGITS;
  }

  /**
   * In pieces that add up. When the question changes meanwhile, what is known by then is the
   * answer: while the network is trained, that is the first piece.
   * @param {AbortSignal} signal @returns {Promise<About | null>}
   */
  async #count(signal) {
    const { method, session } = this;
    const { generation, data } = session.state;
    const key = this.#key(session.state);
    const isOld = () => key !== this.#key(session.state);
    const zeros = EPSILONS.map(() => 0);
    let sums = {
      generation,
      data: data.generation,
      method,
      count: 0,
      attacked: zeros,
      random: zeros,
    };
    const isFirst = !this.#present;
    const size = isFirst ? FIRST_PIECE : PIECE;
    const wanted = this.#wanted;
    for (let from = 0; from < wanted && this.isConnected; from += size) {
      const question = { epsilons: EPSILONS, method, from, count: size, seed: SEED };
      const piece = await session.query("foolCurve", question, signal);
      if (!piece.count || (from > 0 && isOld())) break;
      sums = { ...sums, ...added(sums, piece) };
      if (isFirst || from > 0) this.sums = sums;
      if (isOld()) break;
    }
    if (sums.count) this.sums = sums;
    return sums;
  }
}

/** @param {Sums} sums @returns {Figures} */
function figuresOf({ attacked, random, count: digits }) {
  const at = EPSILONS.indexOf(ASKED);
  return { attacked: attacked[at] / digits, random: random[at] / digits, count: digits };
}

/** @param {Sums} a @param {Sums} b */
function added(a, b) {
  const sum = (/** @type {"attacked" | "random"} */ name) => a[name].map((n, i) => n + b[name][i]);
  return { count: a.count + b.count, attacked: sum("attacked"), random: sum("random") };
}

/**
 * @param {About | null} sums
 * @returns {import("../../ui/charts/accuracy-vs-epsilon.js").Line[]}
 */
function linesOf(sums) {
  if (!sums?.count) return [];
  const fractions = (/** @type {number[]} */ right) => right.map((n) => n / sums.count);
  return [
    { name: texts.randomLine, colour: "quiet", accuracy: fractions(sums.random), dashed: true },
    { name: texts.attack, colour: "text", accuracy: fractions(sums.attacked) },
  ];
}

/** Index of the nearest ε of the chart. @param {number} epsilon */
function nearest(epsilon) {
  const away = EPSILONS.map((e) => Math.abs(e - epsilon));
  return away.indexOf(Math.min(...away));
}

customElements.define("dh-fool-curve", FoolCurve);
