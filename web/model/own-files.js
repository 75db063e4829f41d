/**
 * The visitor's files as the "Your data" dialog sees them: read in a worker of their own, which
 * lives until they are used or given up.
 *
 * @typedef {import("../worker/own-data-protocol.js").OwnDataReaderCommands} Commands
 */
import * as texts from "../texts/en/own-data.js";
import { Connection, ConnectionClosed } from "./connection.js";

export class OwnFiles {
  #environment;
  /** Has the files that were read last. @type {Connection | null} */ #reader = null;
  /** Reads others. @type {Connection | null} */ #next = null;

  /** @param {import("./worker-store.js").PageEnvironment} environment */
  constructor(environment) {
    this.#environment = environment;
  }

  /**
   * When it rejects, the files before are those that can be used.
   * @type {Commands["read"]}
   */
  async read(chosen, progress) {
    const { makeOwnDataReader, proxy } = this.#environment;
    this.#next?.stop();
    const reader = new Connection(makeOwnDataReader, () => {});
    this.#next = reader;
    reader.restart();
    try {
      const draft = await ask(reader, "read", chosen, proxy(progress));
      if (this.#next !== reader) throw new Error(texts.readerStopped);
      this.#reader?.stop();
      this.#reader = reader;
      return draft;
    } catch (error) {
      reader.stop();
      throw error;
    } finally {
      if (this.#next === reader) this.#next = null;
    }
  }

  /** Gives up those that are being read; the files before are those that can be used. */
  keep() {
    this.#next?.stop();
    this.#next = null;
  }

  /** @type {Commands["mend"]} */
  mend(mends) {
    return ask(this.#reader, "mend", mends);
  }

  /** @type {Commands["take"]} */
  take() {
    return ask(this.#reader, "take");
  }

  /** Gives the files and the worker's memory back; what has no answer yet rejects. */
  stop() {
    this.keep();
    this.#reader?.stop();
    this.#reader = null;
  }
}

/**
 * @param {Connection | null} reader @param {keyof Commands} name @param {any[]} args
 * @returns {Promise<any>}
 */
async function ask(reader, name, ...args) {
  if (!reader) throw new Error(texts.none);
  try {
    return await reader.command(name, ...args);
  } catch (error) {
    if (error instanceof ConnectionClosed) throw new Error(texts.readerStopped);
    throw error;
  }
}
