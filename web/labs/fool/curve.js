/** How many digits are still read, the more each pixel may change: under attack, and at random. */
import { html } from "lit";
import { count, percent } from "../../format.js";
import { Follower } from "../../parts/follower.js";
import { Part } from "../../parts/part.js";
import "../../parts/robustness.js";

export const EPSILONS = [0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.2, 0.25, 0.3];
const DIGITS = 500;
const PIECE = 50;
const SEED = 1;

class FoolCurve extends Part {
  static properties = { method: {}, epsilon: { type: Number }, sums: { state: true } };

  constructor() {
    super();
    this.method = "pgd";
    this.epsilon = 0.1;
    /** @type {{ count: number, attacked: number[], random: number[] } | null} */
    this.sums = null;
  }

  concerned() {
    return false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.follower = new Follower(this, this.session, () => this.#ask(), {
      key: ({ version, data }) => `${version} ${data.kind} ${data.test >= DIGITS}`,
    });
  }

  disconnectedCallback() {
    this.follower?.stop();
    super.disconnectedCallback();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("method")) this.follower?.again();
  }

  render() {
    return html`
      <p><span class="finding">${this.#finding()}</span><br /><span class="quiet small">${this.sums ? `${count(this.sums.count)} unseen digits, each changed for itself, seed ${SEED}` : ""}</span></p>
      <dh-robustness .epsilons=${EPSILONS} .lines=${this.#lines()} .at=${this.epsilon}></dh-robustness>`;
  }

  /** @returns {import("../../parts/robustness.js").Line[]} */
  #lines() {
    const { sums } = this;
    if (!sums?.count) return [];
    const shares = (/** @type {number[]} */ right) => right.map((n) => n / sums.count);
    return [
      { name: "random change", colour: "text", accuracy: shares(sums.random) },
      { name: "attack", colour: "negative", accuracy: shares(sums.attacked) },
    ];
  }

  #finding() {
    const { sums } = this;
    if (!sums)
      return this.state.data.test
        ? "Attacking the unseen digits"
        : "The digits to be attacked have not come yet";
    const i = EPSILONS.indexOf(0.1);
    return html`At ε = 0.1 the attack leaves <span class="number" data-testid="fool-attacked">${percent(sums.attacked[i] / sums.count)}</span> of digits read, random change <span class="number" data-testid="fool-random">${percent(sums.random[i] / sums.count)}</span>`;
  }

  /** In pieces that add up; given up when the network or the method changes. */
  async #ask() {
    const { method } = this;
    const { version, data } = this.state;
    if (!data.test) return;
    const sum = { count: 0, attacked: EPSILONS.map(() => 0), random: EPSILONS.map(() => 0) };
    for (let from = 0; from < DIGITS; from += PIECE) {
      const piece = await this.session.ask("foolCurve", {
        epsilons: EPSILONS,
        method,
        from,
        count: PIECE,
        seed: SEED,
      });
      const isOld = version !== this.state.version && from > 0;
      if (method !== this.method || !this.isConnected || isOld || !piece.count) break;
      sum.count += piece.count;
      for (const i of EPSILONS.keys()) {
        sum.attacked[i] += piece.attacked[i];
        sum.random[i] += piece.random[i];
      }
      if (from > 0 || !this.sums) this.sums = structuredClone(sum);
    }
    if (sum.count) this.sums = sum;
  }
}

customElements.define("dh-fool-curve", FoolCurve);
