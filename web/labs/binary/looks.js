/**
 * What is asked about the network, and kept up to date: the cost along the line for the soft and
 * the hard end and for the hardness chosen, its gradient, and typical gradients of all hardnesses.
 *
 * @typedef {import("./base.js").Base} Base
 * @typedef {import("./choices.js").Chosen} Chosen
 */
import { HARDNESSES, hiddenCount } from "../../common/hardness.js";
import { QueryController } from "../../ui/query-controller.js";
import { digitsKey, pagesNetwork, TRAINED, whyNotPages } from "./base.js";
import { NUDGE, nudgedOf } from "./slopes.js";

/** Stretches of the line, and its half at zoom 1, in lengths of the hidden parameters. */
export const STRETCHES = 240;
const HALF = 0.2;
/** Hardnesses that have a gradient. */
export const SOFT = HARDNESSES.slice(0, -1);
const STEP = Number.POSITIVE_INFINITY;
/** Training digits whose gradients are compared. */
export const TYPICAL = 200;
/** Milliseconds between two questions while the network on the page is trained. */
const PAUSE = 1500;

/** @param {number} zoom */
function lineOf(zoom) {
  const half = HALF / zoom;
  return Array.from({ length: STRETCHES + 1 }, (_, i) => ((2 * i) / STRETCHES - 1) * half);
}

export class Looks {
  #session;
  #chosen;
  #host;

  /**
   * @param {import("../../ui/controllers.js").Host} host
   * @param {() => import("../../model/session.js").Session} session
   * @param {() => Chosen} chosen
   */
  constructor(host, session, chosen) {
    this.#host = host;
    this.#session = session;
    this.#chosen = chosen;
    /** The lab's own network, while the page's is of no use. @type {QueryController<Base>} */
    this.trained = new QueryController(host, {
      session,
      key: (state) => (whyNotPages(state) ? digitsKey(state) : null),
      ask: async ({ state }) => {
        const subject = `lab-${digitsKey(state)}`;
        const base = await session().query("binaryBase", TRAINED);
        return { ...base, subject, key: subject };
      },
    });
    const isBetween = () => this.k > 1 && this.k < STEP;
    this.ends = this.#about(
      (base) => this.#lines(base, [1, STEP]),
      () => this.#place,
    );
    this.between = this.#about(
      (base) => this.#lines(base, [this.k]),
      () => (isBetween() ? this.#place : null),
      () => this.k,
    );
    this.slopes = this.#about(
      (base) => this.#slopes(base),
      () => this.#digits,
      () => this.softK,
    );
    this.medians = this.#about(
      (base) => session().query("binaryMedians", base, { ks: SOFT, count: TYPICAL }),
      () => "",
    );
  }

  /** The hardness chosen. */
  get k() {
    return HARDNESSES[this.#chosen().hardness];
  }

  /** That of the network which is compared with the step: the hardest, where the step is chosen. */
  get softK() {
    return Math.min(this.k, SOFT[SOFT.length - 1]);
  }

  /** @returns {Base | null} the network that is looked at */
  get base() {
    const { state } = this.#session();
    if (!whyNotPages(state)) return pagesNetwork(state);
    const { answer } = this.trained;
    return answer?.subject === `lab-${digitsKey(state)}` ? answer : null;
  }

  /** The visitor's digit, if it is chosen and there is one. */
  get own() {
    const { reading } = this.#session().state;
    const label = reading?.shown.label ?? reading?.answer ?? null;
    if (this.#chosen().digits !== "yours" || !reading || label === null) return null;
    return { pixels: reading.pixels, label, input: reading.input };
  }

  /** Names the digits. */
  get #digits() {
    const { own } = this;
    const { digits } = this.#chosen();
    return own ? `${own.input} ${own.label}` : digits === "yours" ? "1" : digits;
  }

  /** Names digits and line. */
  get #place() {
    return `${this.#digits} ${this.#chosen().zoom}`;
  }

  /** @returns {import("./queries.js").Digits} */
  #asked() {
    const { own } = this;
    return own ? { pixels: own.pixels, label: own.label } : Number(this.#digits);
  }

  /**
   * @template T
   * @param {(base: Base) => Promise<T>} ask
   * @param {() => string | null} about  what else an answer is about; null: nothing is asked
   * @param {() => number} [hardness]  that is asked for; the answer names its own
   */
  #about(ask, about, hardness = () => 0) {
    const subject = (/** @type {Base} */ base) => `${base.subject} ${about()}`;
    const data = () => digitsKey(this.#session().state);
    /** @type {QueryController<{ subject: string, found: Awaited<T> }>} */
    const query = new QueryController(this.#host, {
      session: this.#session,
      pause: PAUSE,
      key: () => {
        const { base } = this;
        return base && data() && about() !== null
          ? `${base.key} ${data()} ${about()} k ${hardness()}`
          : null;
      },
      ask: async () => {
        const base = /** @type {Base} */ (this.base);
        return { subject: `${subject(base)} ${data()}`, found: await ask(base) };
      },
    });
    /** The answer, if it is of what is on the page. @returns {Awaited<T> | null} */
    const found = () => {
      const { base } = this;
      const isPresent = base && query.answer?.subject === `${subject(base)} ${data()}`;
      return isPresent ? (query.answer?.found ?? null) : null;
    };
    return { query, found };
  }

  /** @param {Base} base @param {number[]} ks */
  async #lines(base, ks) {
    const ts = lineOf(this.#chosen().zoom);
    return {
      ts,
      ks,
      lines: await this.#session().query("binaryLines", base, this.#asked(), { ts, ks }),
    };
  }

  /** @param {Base} base */
  async #slopes(base) {
    const k = this.softK;
    const hidden = hiddenCount(base.layers);
    const indices = nudgedOf(hidden);
    const question = { ks: [k, STEP], indices, epsilon: NUDGE };
    return {
      k,
      hidden,
      slopes: await this.#session().query("binarySlopes", base, this.#asked(), question),
    };
  }
}
