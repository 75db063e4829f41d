/**
 * Training and test digits, brought in when something needs them first: 11 MB that a visitor who
 * only draws never loads. Who pays for them is asked before.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./state.js").State} State
 */
import * as texts from "../texts/en/model.js";

const OFFER = "digits";

export class Digits {
  /** Gives up what waits for digits, by what it is. @type {Map<string, () => void>} */
  #waiting = new Map();

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  /** Something needs digits: they are brought in, unless they are there or on their way. */
  need() {
    const { session } = this;
    const { digits, data, status } = session.state;
    if (status !== "ready" || digits === "wanted" || data.kind !== "none") return;
    if (session.environment.isMetered?.()) this.#offer();
    else session.act(this.load());
  }

  /** Brings MNIST in; resolves at the last digit. */
  async load() {
    this.#want();
    await this.session.command("loadData");
  }

  /** The present network was trained, or is to be: its visitor has had the digits before. */
  needIfTrained() {
    const { provenance, replaying } = this.session.state;
    if (replaying || provenance?.done.length) this.need();
  }

  /** After a restart of the worker: those that were there. @param {State["data"]["kind"]} kind */
  async again(kind) {
    if (kind === "handwriting") await this.session.useHandwriting();
    else if (this.session.state.digits === "wanted") await this.load();
  }

  /**
   * Does what needs digits: at once, or once there are as many as it needs. It is given up when
   * what it was meant for has changed meanwhile, when the same is asked for again, and when the
   * visitor does not want the digits.
   * @template T
   * @param {string} what  there is one of a kind that waits, at most
   * @param {(data: State["data"]) => unknown} areEnough
   * @param {(state: State) => unknown} meant  another value, and it is given up
   * @param {() => Promise<T>} act
   * @returns {Promise<T | undefined>} undefined when it is given up
   */
  when(what, areEnough, meant, act) {
    const { session } = this;
    this.#waiting.get(what)?.();
    // A page that is not ready says why when it is asked to act.
    if (session.state.status !== "ready" || areEnough(session.state.data)) return act();
    this.need();
    const before = meant(session.state);
    return new Promise((resolve) => {
      const end = (/** @type {Promise<T> | undefined} */ outcome) => {
        stop();
        this.#waiting.delete(what);
        resolve(outcome);
      };
      const stop = session.subscribe((state) => {
        if (meant(state) !== before || isRefused(state)) end(undefined);
        else if (areEnough(state.data)) end(act());
      });
      this.#waiting.set(what, () => end(undefined));
    });
  }

  #want() {
    this.session.dismiss(OFFER);
    this.session.update({ digits: "wanted" });
  }

  #offer() {
    const { session } = this;
    session.update({ digits: "offered" });
    const stop = session.subscribe(({ data }) => {
      if (data.kind === "none") return;
      stop();
      session.dismiss(OFFER);
    });
    session.say(texts.needsDigits, {
      key: OFFER,
      stays: true,
      button: texts.loadThem,
      act: () => this.load(),
      other: {
        button: texts.useHandwritingInstead,
        act: () => {
          this.#want();
          return session.useHandwriting();
        },
      },
    });
  }
}

/** Whether the offer of the digits was closed. @param {State} state */
function isRefused({ digits, notices }) {
  return digits === "offered" && !notices.some(({ key }) => key === OFFER);
}
