/**
 * Training and test digits, brought in when something needs them first: 11 MB that a visitor who
 * only draws never loads. Who pays for them is asked before. Built-in handwriting, or own digits
 * that were kept in the browser, come in place of MNIST where they were chosen.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./state.js").State} State
 */
import * as texts from "../texts/en/model.js";
import { ConnectionClosed } from "./connection.js";
import { HANDWRITING, noDataChoice } from "./data-choice.js";
import { undoButton } from "./notices.js";

const OFFER = "digits";

export class Digits {
  /** In place of MNIST. @type {import("./data-choice.js").Chosen | null} */ #chosen = null;
  /** Gives up what waits for digits, by what it is. @type {Map<string, () => void>} */
  #waiting = new Map();

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    this.choice = session.environment.dataChoice ?? noDataChoice();
    session.subscribe(({ data }, before) => {
      if (data !== before.data) this.choice.hold(data.kind === "own" ? data.checksum : "");
    });
  }

  /** Whether MNIST is in use. Before it has come, nobody knows: the host may not have it. */
  get areMnist() {
    return this.session.state.data.kind === "mnist";
  }

  /**
   * Finds out which digits to go on with. A link brings its own into this tab; those of a new visit
   * stay what they are.
   * @param {boolean} isReload  of this tab
   * @param {Pick<import("./link.js").Asked, "isLink" | "data">} asked  by the address
   */
  open(isReload, { isLink, data }) {
    const isAsked = !isReload && (isLink || isNamed(data));
    this.#chosen = isAsked ? chosenBy(data) : this.choice.get(isReload);
    if (!isReload) this.choice.set(this.#chosen, !isAsked && this.#chosen !== null);
  }

  /**
   * From now on in this tab: what an address names that is about no network.
   * @param {string} data
   */
  follow(data) {
    if (!isNamed(data)) return;
    const { data: now, digits } = this.session.state;
    this.#choose(chosenBy(data), false);
    const isNothingWanted = now.kind === "none" && digits !== "wanted" && !this.#chosen;
    if (now.kind !== data && !isNothingWanted) this.session.act(this.load());
  }

  /** Something needs digits: they are brought in, unless they are there or on their way. */
  need() {
    const { session } = this;
    const { digits, data, status } = session.state;
    if (status !== "ready" || digits === "wanted" || data.kind !== "none") return;
    if (this.#chosen || !session.environment.isMetered?.()) session.act(this.load());
    else {
      this.#offer(texts.needsDigits, texts.loadThem, () => this.load(), {
        other: {
          button: texts.useHandwritingInstead,
          act: () => this.useHandwriting(false),
        },
      });
    }
  }

  /**
   * Brings in the digits that were chosen, else MNIST; resolves at the last digit. Where what the
   * worker does so with does not come, that is said, with a button to try again, which a connection
   * that has come back presses by itself.
   * @param {boolean} [isChoice]  the visitor's, which can be undone
   */
  async load(isChoice = false) {
    this.#want();
    try {
      await this.#loadChosen(isChoice);
    } catch (error) {
      if (error.name !== "NotReached") throw error;
      const again = () => this.load(isChoice);
      this.#offer(texts.digitsNotReached, texts.tryAgain, again);
      const { session } = this;
      session.environment.onceOnline?.(() => {
        const { state } = session;
        if (state.digits === "offered" && !isRefused(state)) session.act(again());
      });
    }
  }

  /** @param {boolean} isChoice */
  async #loadChosen(isChoice) {
    const chosen = this.#chosen;
    if (chosen?.id === HANDWRITING.id) return this.session.command("useHandwriting", isChoice);
    if (chosen && (await this.#loadOwn(chosen, isChoice))) return;
    await this.session.command("loadData", isChoice);
  }

  /** From now on, and after a reload: MNIST. */
  loadMnist() {
    this.#choose(null);
    return this.load(true);
  }

  /**
   * From now on, and after a reload: built-in handwriting.
   * @param {boolean} [isForAll]  on new visits, too: false where it only stands in for MNIST
   */
  useHandwriting(isForAll = true) {
    this.#choose(HANDWRITING, isForAll);
    return this.load(true);
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

  /**
   * Undo or redo brings these in.
   * @param {import("../worker/protocol.js").DataChosen | null} data
   */
  wentBack(data) {
    if (!data) return;
    const { kind, id, name } = data;
    this.#choose(kind === "own" ? { id, name } : kind === "mnist" ? null : HANDWRITING);
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
    if (this.#chosen?.id === id) this.#choose(null);
    await this.session.command("removeKeptData", id);
  }

  /** The present network was trained, or is to be: its visitor has had the digits before. */
  needIfTrained() {
    const { provenance, replaying } = this.session.state;
    if (replaying || provenance?.done.length || this.#chosen) this.need();
  }

  /** After a restart of the worker: those that were there. @param {State["data"]["kind"]} kind */
  async again(kind) {
    // It may stand in for MNIST without having been chosen.
    if (kind === "handwriting") await this.session.command("useHandwriting", false);
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

  /** @param {import("./data-choice.js").Chosen | null} chosen @param {boolean} [isForAll] */
  #choose(chosen, isForAll = true) {
    this.#chosen = chosen;
    this.choice.set(chosen, isForAll);
  }

  /**
   * @param {import("./data-choice.js").Chosen} own  to go on with @param {boolean} isChoice
   * @returns {Promise<boolean>} false: they are not there, and why is said
   */
  async #loadOwn(own, isChoice) {
    let trouble = texts.ownDataGone(own.name);
    try {
      if (await this.session.command("useKeptData", own.id, isChoice)) return true;
      if (this.#chosen === own) this.#choose(null);
    } catch (error) {
      if (error instanceof ConnectionClosed || error.name === "NotReached") throw error;
      trouble = texts.ownDataNotRead(error.message, own.name);
    }
    this.session.say(trouble, { key: "own-data", stays: true });
    return false;
  }

  #want() {
    this.session.dismiss(OFFER);
    this.session.update({ digits: "wanted" });
  }

  /**
   * What waits for digits waits on.
   * @param {string} text @param {string} button @param {() => Promise<void>} act
   * @param {Partial<import("./notices.js").Notice>} [more]
   */
  #offer(text, button, act, more) {
    const { session } = this;
    session.update({ digits: "offered" });
    const stop = session.subscribe(({ data }) => {
      if (data.kind === "none") return;
      stop();
      session.dismiss(OFFER);
    });
    session.say(text, { key: OFFER, stays: true, button, act, ...more });
  }
}

/** Digits that can be had everywhere. @param {string} data  of a link */
const isNamed = (data) => data === "mnist" || data === HANDWRITING.id;

/** @param {string} data  of a link */
const chosenBy = (data) => (data === HANDWRITING.id ? HANDWRITING : null);

/** Whether the offer of the digits was closed. @param {State} state */
function isRefused({ digits, notices }) {
  return digits === "offered" && !notices.some(({ key }) => key === OFFER);
}
