/**
 * Training and test digits, brought in when something needs them first: 11 MB that a visitor who
 * only draws never loads. Who pays for them is asked before.
 *
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./state.js").State} State
 */

const OFFER = "digits";

export class Digits {
  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  /** Something needs digits: they are brought in, unless they are there or on their way. */
  need() {
    const { session } = this;
    const { digits, data, status } = session.state;
    if (status !== "ready" || digits === "wanted" || data.kind !== "none") return;
    if (!session.environment.isMetered?.()) session.act(this.load());
    else if (digits === "none") this.#offer();
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

  /** After a restart of the worker: those that were there. */
  async again() {
    if (this.session.state.digits === "wanted") await this.load();
  }

  /**
   * Does what needs digits: at once, or once there are as many as it needs.
   * @template T
   * @param {(data: State["data"]) => unknown} areEnough @param {() => Promise<T>} act
   * @returns {Promise<T>}
   */
  when(areEnough, act) {
    const { session } = this;
    // A page that is not ready says why when it is asked to act.
    if (session.state.status !== "ready" || areEnough(session.state.data)) return act();
    this.need();
    return new Promise((resolve) => {
      const stop = session.subscribe(({ data }) => {
        if (!areEnough(data)) return;
        stop();
        resolve(act());
      });
    });
  }

  #want() {
    this.session.dismiss(OFFER);
    this.session.update({ digits: "wanted" });
  }

  #offer() {
    const { session } = this;
    session.update({ digits: "offered" });
    session.say("This needs the MNIST digits: 11 MB.", {
      key: OFFER,
      stays: true,
      button: "Load them",
      act: () => this.load(),
      other: {
        button: "Use built-in handwriting instead",
        act: () => {
          this.#want();
          return session.useHandwriting();
        },
      },
    });
  }
}
