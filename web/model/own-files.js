/**
 * The visitor's files as the "Your data" dialog sees them: read in a worker of their own, which
 * lives until they are used or given up.
 *
 * @typedef {import("../worker/own-data-protocol.js").OwnDataReaderCommands} Commands
 */
import * as texts from "../texts/en/own-data.js";
import { Connection, ConnectionClosed } from "./connection.js";

export class OwnFiles {
  #connection;
  #proxy;

  /** @param {import("./worker-store.js").PageEnvironment} environment */
  constructor({ makeOwnDataReader, proxy }) {
    this.#connection = new Connection(makeOwnDataReader, () => {});
    this.#proxy = proxy;
  }

  /** @type {Commands["read"]} */
  read(chosen, progress) {
    this.#connection.restart();
    return this.#ask("read", chosen, this.#proxy(progress));
  }

  /** @type {Commands["mend"]} */
  mend(mends) {
    return this.#ask("mend", mends);
  }

  /** @type {Commands["take"]} */
  take() {
    return this.#ask("take");
  }

  /** Gives the files and the worker's memory back; what has no answer yet rejects. */
  stop() {
    this.#connection.stop();
  }

  /** @param {keyof Commands} name @param {any[]} args @returns {Promise<any>} */
  async #ask(name, ...args) {
    try {
      return await this.#connection.command(name, ...args);
    } catch (error) {
      if (error instanceof ConnectionClosed) throw new Error(texts.readerStopped);
      throw error;
    }
  }
}
