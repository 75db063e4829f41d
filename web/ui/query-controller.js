/**
 * Keeps the answer to one question about the network up to date: asks when its key changes, one
 * question at a time, only while the host is in sight and there is a network. Each change of
 * `status` updates the host and is told to the elements around it by the event "query-status",
 * whose detail is QueryStatus.
 *
 * @typedef {import("../model/session.js").Session} Session
 * @typedef {import("../model/state.js").State} State
 *
 * @typedef {"idle" | "pending" | "done" | "failed"} Status  idle: there is nothing to ask, or
 *   nothing was asked yet
 *
 * @typedef {object} QueryStatus
 * @property {Status} status
 * @property {Error | null} error  why it failed
 * @property {() => void} retry  of one controller always the same function
 */
import { VisibilityController } from "./controllers.js";

/** Milliseconds between an answer and the next question while the network is trained. */
const PAUSE = 800;
/** So many failures in a row are repeated in silence, when the network has changed meanwhile. */
const SILENT_FAILURES = 3;

/**
 * @typedef {object} Pending  the question that has no answer yet
 * @property {State} asked  when it was asked
 * @property {string} subject
 * @property {AbortController} controller
 */

/** @template T */
export class QueryController {
  /** @type {Status} */
  status = "idle";
  /**
   * @type {T | null} the last answer; it stays while the next is pending, null when there is
   *   nothing to ask
   */
  answer = null;
  /** @type {string | null} key that `answer` was asked for */
  answeredKey = null;
  /** @type {Error | null} */
  error = null;
  #host;
  #query;
  #visibility;
  #isConnected = false;
  /** @type {Pending | null} */ #pending = null;
  /** @type {string | null} */
  #askedKey = null;
  /** Grows when the host leaves the page: answers to earlier questions are dropped. */
  #turn = 0;
  /** When the last question ended, ms. */
  #ended = Number.NEGATIVE_INFINITY;
  /** In a row. */
  #failures = 0;
  /** @type {State | null} in which the failure that is shown was met */
  #failedIn = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #unsubscribe = () => {};

  /**
   * @param {import("./controllers.js").Host} host
   * @param {object} query
   * @param {() => Session} query.session
   * @param {(state: State) => string | null} query.key  changes whenever the answer may; null when
   *   there is nothing to ask
   * @param {(session: Session, signal: AbortSignal) => Promise<T>} query.ask  rejects with an
   *   AbortError when it was given up: then what is wanted by now is asked. The signal is aborted
   *   when the answer would be dropped
   * @param {() => string} [query.subject]  what was chosen to be asked about: when it changes, a
   *   question that is pending gives way to the new one at once
   * @param {(answer: T) => void} [query.done]  hears every answer
   * @param {number} [query.pause]  between an answer and the next question while the network is
   *   trained, ms
   */
  constructor(host, query) {
    this.#host = host;
    this.#query = query;
    this.#visibility = new VisibilityController(host, () => this.#consider());
    host.addController(this);
  }

  /** Asks again, although neither the key nor the network has changed. */
  retry = () => {
    this.#askedKey = null;
    this.#failures = 0;
    this.#ended = Number.NEGATIVE_INFINITY;
    this.#consider();
  };

  /** Whether `answer` is the answer to what would be asked now. */
  get isCurrent() {
    return this.answeredKey !== null && this.answeredKey === this.#key(this.#state);
  }

  hostConnected() {
    this.#isConnected = true;
    this.#unsubscribe = this.#query.session().subscribe(() => this.#consider());
  }

  hostUpdated() {
    this.#consider();
  }

  hostDisconnected() {
    this.#isConnected = false;
    this.#turn++;
    this.#pending?.controller.abort();
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  get #state() {
    return this.#query.session().state;
  }

  /** @param {State} state */
  #key(state) {
    return state.network ? this.#query.key(state) : null;
  }

  get #subject() {
    return this.#query.subject?.() ?? "";
  }

  #consider() {
    const state = this.#state;
    if (this.#pending) this.#reconsider(this.#pending, state);
    const canAsk = this.#isConnected && this.#visibility.inSight && !this.#pending;
    if (!canAsk || state.status !== "ready") return;
    const key = this.#key(state);
    clearTimeout(this.#timer);
    if (key === null) return this.#rest();
    const isOther = this.#failedIn !== null && isReplaced(this.#failedIn, state);
    if (key === this.#askedKey && !isOther) return;
    const pause = this.#query.pause ?? PAUSE;
    const wait = state.phase === "running" ? this.#ended + pause - performance.now() : 0;
    if (wait > 0) this.#timer = setTimeout(() => this.#consider(), wait);
    else this.#ask(key).catch((error) => this.#become("failed", asError(error)));
  }

  /** Gives up what is not wanted any more. @param {Pending} pending @param {State} state */
  #reconsider({ asked, subject, controller }, state) {
    if (isReplaced(asked, state) || subject !== this.#subject) controller.abort();
  }

  /** There is nothing to ask. */
  #rest() {
    this.#askedKey = null;
    this.#failedIn = null;
    this.#failures = 0;
    if (this.status === "idle") return;
    Object.assign(this, { answer: null, answeredKey: null });
    this.#become("idle");
  }

  /** @param {string} key */
  async #ask(key) {
    const session = this.#query.session();
    const asked = session.state;
    const turn = this.#turn;
    const { signal } = this.#begin(asked);
    this.#askedKey = key;
    this.#failedIn = null;
    if (this.#failures < SILENT_FAILURES) this.#become("pending");
    try {
      const answer = await this.#query.ask(session, signal);
      if (turn === this.#turn && !isReplaced(asked, session.state)) this.#answered(key, answer);
      else this.#askedKey = null;
    } catch (error) {
      const isGivenUp = turn !== this.#turn || error.name === "AbortError";
      if (isGivenUp) this.#askedKey = null;
      else this.#failed(error, asked, session.state);
    }
    this.#pending = null;
    this.#ended = signal.aborted ? Number.NEGATIVE_INFINITY : performance.now();
    this.#consider();
  }

  /** @param {State} asked @returns {AbortController} */
  #begin(asked) {
    const controller = new AbortController();
    this.#pending = { asked, subject: this.#subject, controller };
    return controller;
  }

  /** @param {string} key @param {T} answer */
  #answered(key, answer) {
    this.#failures = 0;
    this.answer = answer;
    this.answeredKey = key;
    this.#query.done?.(answer);
    this.#become("done");
  }

  /**
   * A question that failed because its network or its data went away is asked again.
   * @param {unknown} error
   * @param {State} asked
   * @param {State} now
   */
  #failed(error, asked, now) {
    this.#failures++;
    const hasChanged = isReplaced(asked, now) || asked.version !== now.version;
    if (hasChanged) this.#askedKey = null;
    if (hasChanged && this.#failures < SILENT_FAILURES) return;
    this.#failedIn = now;
    this.#become("failed", asError(error));
  }

  /** @param {Status} status @param {Error | null} [error] */
  #become(status, error = null) {
    this.status = status;
    this.error = error;
    this.#host.requestUpdate();
    const detail = /** @type {QueryStatus} */ ({ status, error, retry: this.retry });
    this.#host.dispatchEvent(new CustomEvent("query-status", { bubbles: true, detail }));
  }
}

/**
 * Whether the network or the data are others than they were.
 * @param {State} before
 * @param {State} now
 */
function isReplaced(before, now) {
  return before.generation !== now.generation || before.data.generation !== now.data.generation;
}

/** @param {unknown} error */
function asError(error) {
  return error instanceof Error ? error : new Error(String(error));
}
