/**
 * One example in slow motion, as a state machine: forward, error, backward, update, and on to the
 * next example. Until the update the example is the next one of the training digits, for the
 * network as it is; the update is a real step of gradient descent on it. Each phase is of one
 * version of the network: when another change of the network comes between, the phases begin again.
 *
 * @typedef {import("./queries.js").Example} Example
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("../../model/session.js").Session} Session
 * @typedef {"forward" | "error" | "backward" | "update"} Phase
 *
 * @typedef {object} Update  a step that was taken
 * @property {Example} before
 * @property {Example} after  the same digit, by the network after the step
 * @property {number} rate  the learning rate
 * @property {number} version  of the network after the step
 */
import { endingTraining } from "../../model/notices.js";
import * as texts from "../../texts/en/train.js";
import { VisibilityController } from "../../ui/controllers.js";
import { QueryController } from "../../ui/query-controller.js";

/** @type {readonly Phase[]} */
export const PHASES = ["forward", "error", "backward", "update"];
/** Milliseconds that a phase stays when they are played. */
const PLAY_MS = 1600;

export class ExampleSteps {
  /** @type {Phase} */ phase = "forward";
  /** @type {Update | null} what the phase "update" shows */ update = null;
  /** The work of a click is under way. */
  isBusy = false;
  isPlaying = false;
  #host;
  #session;
  #live;
  #visibility;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #unsubscribe = () => {};

  /** @param {import("../../ui/controllers.js").Host} host @param {() => Session} session */
  constructor(host, session) {
    this.#host = host;
    this.#session = session;
    /** @type {QueryController<Example & { generation: number, data: number }>} */
    this.#live = new QueryController(host, {
      session,
      key: ({ version, data, examples }) =>
        data.train ? `${version} ${data.generation} ${examples % data.train}` : null,
      ask: async (session) => {
        const { generation, data, examples } = session.state;
        const example = await session.query("trainExample", examples);
        return { ...example, generation, data: data.generation };
      },
    });
    this.#visibility = new VisibilityController(host, (inSight) => inSight || this.stop());
    host.addController(this);
  }

  /** What the phases before the update show; null before it is known. @returns {Example | null} */
  get example() {
    if (this.update) return this.update.before;
    const { generation, data } = this.#session().state;
    const { answer } = this.#live;
    return answer?.generation === generation && answer.data === data.generation ? answer : null;
  }

  hostConnected() {
    this.#unsubscribe = this.#session().subscribe((state, before) => {
      const isReplaced =
        state.generation !== before.generation || state.data.generation !== before.data.generation;
      const isPast = this.update !== null && this.update.version !== state.version;
      if (isReplaced || isPast) this.#startOver();
    });
  }

  hostDisconnected() {
    this.#unsubscribe();
    this.stop();
  }

  /**
   * To the next phase. A call while another is under way does nothing, so that a double click is
   * one click.
   */
  async next() {
    if (this.isBusy || !this.example) return;
    this.isBusy = true;
    this.#host.requestUpdate();
    try {
      await this.#advance();
    } finally {
      this.isBusy = false;
      this.#host.requestUpdate();
    }
  }

  /** One phase after another, until `stop` or until it is out of sight. */
  async play() {
    this.isPlaying = true;
    this.#host.requestUpdate();
    await this.#playOn();
  }

  stop() {
    clearTimeout(this.#timer);
    if (!this.isPlaying) return;
    this.isPlaying = false;
    this.#host.requestUpdate();
  }

  async #playOn() {
    try {
      await this.next();
    } catch (error) {
      this.stop();
      throw error;
    }
    clearTimeout(this.#timer);
    if (this.isPlaying) this.#timer = setTimeout(() => this.#continue(), PLAY_MS);
  }

  /** Training that began meanwhile is not stopped: playing ends instead. */
  #continue() {
    const session = this.#session();
    const isSeen = this.#visibility.inSight && !document.hidden;
    if (session.isBusy || !isSeen) this.stop();
    else session.act(this.#playOn());
  }

  async #advance() {
    const { phase } = this;
    const session = this.#session();
    if (session.isBusy) await endingTraining(session, texts.inSlowMotion, session.pause());
    if (this.phase !== phase) return;
    if (phase === "forward") this.phase = "error";
    else if (phase === "error") this.phase = "backward";
    else if (phase === "backward") await this.#descend();
    else {
      this.update = null;
      this.phase = "forward";
    }
  }

  /** One step of gradient descent, on the example as the network reads it now. */
  async #descend() {
    const session = this.#session();
    const { state: at } = session;
    const before = await session.query("trainExample", at.examples);
    if (before.fingerprint !== at.fingerprint || session.state.version !== at.version) {
      return this.#startOver();
    }
    await session.step("example");
    const { state: now } = session;
    if (!isOneStep(at, now, before.index)) return this.#startOver();
    const after = await session.query("trainExample", before.index);
    if (after.fingerprint !== now.fingerprint || session.state.version !== now.version) {
      return this.#startOver();
    }
    this.update = { before, after, rate: at.settings.rate, version: now.version };
    this.phase = "update";
  }

  /** The network is another than the phase was computed for. */
  #startOver() {
    this.update = null;
    this.phase = "forward";
    this.stop();
    this.#host.requestUpdate();
  }
}

/**
 * Whether nothing but one step on that training digit lies between.
 * @param {State} before @param {State} after @param {number} index
 */
function isOneStep(before, after, index) {
  const last = after.provenance?.done.at(-1);
  return (
    after.generation === before.generation &&
    after.version === before.version + 1 &&
    last?.kind === "examples" &&
    last.from + last.count - 1 === index
  );
}
