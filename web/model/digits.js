/**
 * Training and test digits, brought in when something needs them first: 11 MB that a visitor who
 * only draws never loads. Who pays for them is asked before. Own digits that were kept in the
 * browser come in place of MNIST.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./state.js").State} State
 */
import * as texts from "../texts/en/model.js";
import { ConnectionClosed } from "./connection.js";
import { noDataChoice } from "./data-choice.js";
import { undoButton } from "./notices.js";

const OFFER = "digits";

export class Digits {
  /** Own digits to go on with. @type {import("./data-choice.js").Chosen | null} */ #own = null;
  /** Gives up what waits for digits, by what it is. @type {Map<string, () => void>} */
  #waiting = new Map();

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    this.choice = session.environment.dataChoice ?? noDataChoice();
  }

  /**
   * Finds out which digits to go on with. A link is about MNIST.
   * @param {boolean} isReload  of this tab @param {boolean} isLink  the address is one
   */
  open(isReload, isLink) {
    if (isLink && !isReload) this.choice.set(null, false);
    this.#own = isReload || !isLink ? this.choice.get(isReload) : null;
    if (this.#own && !isReload) this.choice.set(this.#own);
  }

  /** Something needs digits: they are brought in, unless they are there or on their way. */
  need() {
    const { session } = this;
    const { digits, data, status } = session.state;
    if (status !== "ready" || digits === "wanted" || data.kind !== "none") return;
    if (!this.#own && session.environment.isMetered?.()) this.#offer();
    else session.act(this.load());
  }

  /**
   * Brings in the own digits to go on with, else MNIST; resolves at the last digit.
   * @param {boolean} [isChoice]  the visitor's, which can be undone
   */
  async load(isChoice = false) {
    this.#want();
    if (this.#own && (await this.#loadOwn(this.#own, isChoice))) return;
    await this.session.command("loadData", isChoice);
  }

  /** From now on, and after a reload: MNIST. */
  loadMnist() {
    this.#choose(null);
    return this.load(true);
  }

  /** From now on: built-in handwriting. */
  useHandwriting() {
    this.#choose(null);
    return this.session.command("useHandwriting");
  }

  /**
   * From now on, and after a reload: the visitor's own.
   * @param {import("../worker/protocol.js").OwnData} own
   */
  async useOwn(own) {
    const { session } = this;
    const before = session.state.history.top;
    const { id, trouble } = await session.command("useOwnData", own);
    this.#choose({ id, name: own.name });
    const { top } = session.state.history;
    const text = texts.trainedFromNowOn(own.name, trouble);
    if (trouble) session.say(text, { key: "data", stays: true });
    else session.say(text, { key: "undo", ...(top !== before && undoButton(session, top)) });
  }

  /** Undo or redo brings these in. @param {import("../worker/protocol.js").DataChosen | null} data */
  wentBack(data) {
    if (!data) return;
    const { kind, id, name } = data;
    this.#choose(kind === "own" ? { id, name } : null);
    this.#want();
    this.session.say(texts.trainedFromNowOn(name, ""), { key: "undo" });
  }

  /** The same with digits that an earlier visit kept. @param {{ id: string, name: string }} kept */
  async useKept({ id, name }) {
    this.#choose({ id, name });
    await this.load(true);
  }

  /** Takes own digits out of the browser's storage, and out of use. @param {{ id: string }} kept */
  async removeKept({ id }) {
    if (this.#own?.id === id) this.#choose(null);
    await this.session.command("removeKeptData", id);
  }

  /** The present network was trained, or is to be: its visitor has had the digits before. */
  needIfTrained() {
    const { provenance, replaying } = this.session.state;
    if (replaying || provenance?.done.length || this.#own) this.need();
  }

  /** After a restart of the worker: those that were there. @param {State["data"]["kind"]} kind */
  async again(kind) {
    if (kind === "handwriting") await this.session.useHandwriting();
    else if (kind === "own") await this.load();
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

  /** @param {import("./data-choice.js").Chosen | null} own */
  #choose(own) {
    this.#own = own;
    this.choice.set(own);
  }

  /**
   * @param {import("./data-choice.js").Chosen} own  to go on with @param {boolean} isChoice
   * @returns {Promise<boolean>} false: they are not there, and why is said
   */
  async #loadOwn(own, isChoice) {
    let trouble = texts.ownDataGone(own.name);
    try {
      if (await this.session.command("useKeptData", own.id, isChoice)) return true;
      if (this.#own === own) this.#choose(null);
    } catch (error) {
      if (error instanceof ConnectionClosed) throw error;
      trouble = texts.ownDataNotRead(error.message, own.name);
    }
    this.session.say(trouble, { key: "own-data", stays: true });
    return false;
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
