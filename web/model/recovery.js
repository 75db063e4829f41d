/**
 * What happens when the engine cannot start, dies or hangs: it is started again from the last
 * report, and a sentence says so; when that does not help, the page says what is wrong and leaves
 * the decision to its user.
 *
 * @typedef {import("./session.js").Session} Session
 */

import { OPENING } from "../common/starts.js";
import * as texts from "../texts/en/model.js";

const MINUTE = 60_000;

export class Recovery {
  /** After more restarts within a minute the page no longer restarts by itself. */
  mostRestarts = 2;
  /** @type {number[]} when the engine was restarted */ #restarts = [];
  /** Number of the newest restart; what becomes of an older one no longer matters. */ #newest = 0;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  /** The worker is gone. @param {Error} error */
  lost(error) {
    const { session } = this;
    session.forgetReports();
    if (session.state.status === "loading") return;
    const now = performance.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < MINUTE), now];
    if (this.#restarts.length > this.mostRestarts) {
      return this.#fail(texts.engineKeepsStopping, error, () => this.#restart(error));
    }
    return this.#restart(error);
  }

  /** The page could not begin. @param {Error} error */
  failedToStart(error) {
    const { session } = this;
    session.connection.stop();
    this.#fail(texts.engineNotStarted, error, async () => {
      session.update({ status: "loading", failure: null });
      await session.open();
      session.digits.needIfTrained();
    });
  }

  /** @param {Error} reason @returns {Promise<void>} */
  async #restart(reason) {
    const { session } = this;
    const number = ++this.#newest;
    const snapshot = session.snapshot();
    const wasTraining = session.isBusy;
    const wasReplaying = session.state.replaying;
    const { kind } = session.state.data;
    session.update({ phase: "paused", speed: 0, failure: null });
    try {
      await session.opening.connect();
      await this.#bringBack(snapshot);
    } catch (error) {
      if (number !== this.#newest) return;
      return this.#fail(texts.engineNotRestarted, error, () => this.#restart(error));
    }
    if (number !== this.#newest) return;
    session.update({ status: "ready", failure: null });
    session.connection.watch();
    session.input.sendAgain();
    const training = wasReplaying ? "replayed" : wasTraining ? "trained" : "";
    session.say(texts.stoppedAndRestarted(reason.message, snapshot !== null, training), {
      key: "restart",
      stays: true,
    });
    session.act(session.opening.sendSpeed());
    session.act(session.digits.again(kind));
  }

  /** @param {import("../worker/protocol.js").Snapshot | null} snapshot  of the last report */
  async #bringBack(snapshot) {
    const { session } = this;
    if (snapshot) return session.command("resume", snapshot);
    if (await session.command("restore", session.opening.id)) return;
    await session.command("begin", OPENING);
  }

  /** @param {string} what @param {Error} error @param {() => unknown} act */
  #fail(what, error, act) {
    const { session } = this;
    const failure = { what, why: error.message, button: texts.tryAgain, act };
    session.update({ status: "failed", failure, phase: "paused", speed: 0 });
  }
}
