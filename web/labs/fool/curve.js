/** How many digits are still read, the more each pixel may change: under attack, and at random. */
import { html } from "lit";
import { count, percent } from "../../common/numbers.js";
import { Part } from "../../ui/part.js";
import { Follower } from "../../ui/query-controller.js";
import "../../ui/charts/accuracy-vs-epsilon.js";

export const EPSILONS = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3];
const DIGITS = 500;
/** Of a network that takes long to attack. */
const FEW = 100;
const LARGE = 50_000;
const PIECE = 50;
/** While the chart is empty: it fills visibly, also with a network that takes long to attack. */
const FIRST_PIECE = 10;
const SEED = 1;
const NAMES = { fgsm: "one step of attack", pgd: "forty steps of attack" };

/** @typedef {{ method: keyof typeof NAMES, count: number, attacked: number[], random: number[] }} Sums */

class FoolCurve extends Part {
  static properties = {
    method: {},
    epsilon: { type: Number },
    own: { attribute: false },
    sums: { state: true },
  };

  constructor() {
    super();
    /** @type {keyof typeof NAMES} */
    this.method = "pgd";
    this.epsilon = 0.1;
    /** The smallest change by which the attack fools the picture on the input. @type {number | null} */
    this.own = null;
    /** @type {Sums | null} */
    this.sums = null;
  }

  concerned() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.follower = new Follower(this, this.session, () => this.#ask(), {
      key: ({ version, data }) => `${version} ${this.method} ${data.kind} ${data.test >= DIGITS}`,
    });
  }

  disconnectedCallback() {
    this.follower?.stop();
    super.disconnectedCallback();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("method")) this.sums = null;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("method")) this.follower?.again();
  }

  render() {
    return html`
      <p><span class="finding">${this.#finding()}</span><br /><span class="quiet small number" data-testid="fool-counted">${this.#counted()}</span></p>
      <dh-robustness .epsilons=${EPSILONS} .lines=${this.#lines()} .at=${this.epsilon} .point=${this.#point()}></dh-robustness>`;
  }

  #counted() {
    const { sums } = this;
    const many = Math.min(this.#most, this.state.data.test);
    if (!sums) return many ? `0 of ${count(many)} unseen digits so far` : "";
    if (sums.count < many) return `${count(sums.count)} of ${count(many)} unseen digits so far`;
    return `${count(sums.count)} unseen digits, each changed for itself, seed ${SEED}`;
  }

  /** @returns {import("../../ui/charts/accuracy-vs-epsilon.js").Line[]} */
  #lines() {
    const { sums } = this;
    if (!sums?.count) return [];
    const shares = (/** @type {number[]} */ right) => right.map((n) => n / sums.count);
    return [
      { name: "random change", colour: "quiet", accuracy: shares(sums.random), dashed: true },
      { name: "attack", colour: "text", accuracy: shares(sums.attacked) },
    ];
  }

  /** Where the picture on the input stands among all these digits. */
  #point() {
    return this.own === null ? null : { line: 1, at: this.own, name: "your picture" };
  }

  #finding() {
    const { sums } = this;
    if (!sums)
      return this.state.data.test
        ? "Attacking the unseen digits"
        : "The digits to be attacked have not come yet";
    const i = nearest(this.epsilon);
    return html`At ε = ${EPSILONS[i]} ${NAMES[sums.method]} leave${sums.method === "fgsm" ? "s" : ""} <span class="number" data-testid="fool-attacked">${percent(sums.attacked[i] / sums.count)}</span> of digits read, as much random change <span class="number" data-testid="fool-random">${percent(sums.random[i] / sums.count)}</span>`;
  }

  get #most() {
    return (this.state.network?.parameterCount ?? 0) > LARGE ? FEW : DIGITS;
  }

  /** In pieces that add up; given up when the network or the method changes. */
  async #ask() {
    const { method } = this;
    const { version, data } = this.state;
    if (!data.test) return;
    const zeros = EPSILONS.map(() => 0);
    const sum = { method, count: 0, attacked: [...zeros], random: [...zeros] };
    const isFirst = !this.sums;
    const size = isFirst ? FIRST_PIECE : PIECE;
    const most = this.#most;
    for (let from = 0; from < most; from += size) {
      const question = { epsilons: EPSILONS, method, from, count: size, seed: SEED };
      const piece = await this.session.ask("foolCurve", question);
      const isOld = version !== this.state.version && from > 0;
      if (method !== this.method || !this.isConnected) return;
      if (isOld || !piece.count) break;
      sum.count += piece.count;
      for (const i of EPSILONS.keys()) {
        sum.attacked[i] += piece.attacked[i];
        sum.random[i] += piece.random[i];
      }
      if (from > 0 || isFirst) this.sums = structuredClone(sum);
    }
    if (sum.count) this.sums = sum;
  }
}

/** Which of the changes that were counted is nearest. @param {number} epsilon */
function nearest(epsilon) {
  const away = EPSILONS.map((e) => Math.abs(e - epsilon));
  return away.indexOf(Math.min(...away));
}

customElements.define("dh-fool-curve", FoolCurve);
