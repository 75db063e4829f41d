/**
 * Weights changed by hand, and put back. Edits build on what was sent last, not on what was reported last, so that
 * none is lost in a fast drag; they end when somebody else changes the network.
 *
 * @typedef {import("../../model/session.js").Session} Session
 */
import { nextFrame } from "../../model/store.js";

export class Edits {
  /** As it was before the first edit. @type {{ parameters: Float32Array, accuracy: number | null } | null} */
  before = null;
  /** @type {Float32Array | null} */ #draft = null;
  /** @type {import("../../model/state.js").State["network"]} */ #network = null;
  #version = 0;
  #waiting = false;
  /** @type {Promise<void> | null} */ #beginning = null;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  /** Sets parameters by index; training stops for it. @param {[index: number, value: number][]} changes */
  async set(changes) {
    if (!this.#draft) {
      this.#beginning ??= this.#begin();
      await this.#beginning;
    }
    if (!this.#draft) return;
    for (const [index, value] of changes) this.#draft[index] = value;
    this.#sendSoon();
  }

  /** Undoes all edits. */
  async putBack() {
    const { before } = this;
    if (!before) return;
    const version = this.#version + 1;
    this.forget();
    await this.session.worker.setParameters(before.parameters);
    for (let i = 0; i < 60 && this.session.state.version < version; i++) await frame();
  }

  /** Have others changed the network since? Then there is nothing to put back. */
  check() {
    const { version, network } = this.session.state;
    if (this.#draft && (version > this.#version || network !== this.#network)) this.forget();
  }

  forget() {
    this.before = null;
    this.#draft = null;
  }

  async #begin() {
    const { session } = this;
    const runs = () => session.state.phase === "running" || session.state.phase === "waiting";
    if (runs()) await session.pause();
    while (runs()) await frame();
    const { parameters, evaluation, version, network } = session.state;
    this.#beginning = null;
    if (!parameters) return;
    this.before = { parameters: parameters.slice(), accuracy: evaluation?.accuracy ?? null };
    this.#draft = parameters.slice();
    this.#version = version;
    this.#network = network;
  }

  /** Once a frame at most. */
  #sendSoon() {
    if (this.#waiting) return;
    this.#waiting = true;
    nextFrame(() => {
      this.#waiting = false;
      if (!this.#draft) return;
      this.#version++;
      this.session.worker.setParameters(this.#draft.slice());
    });
  }
}

function frame() {
  return new Promise((resolve) => nextFrame(() => resolve(null)));
}
