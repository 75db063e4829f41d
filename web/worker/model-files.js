/**
 * Model files: the committed networks, fetched from the page's host, and files of any origin,
 * opened and verified.
 *
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {import("../../wasm/formats/open.js").Engine} Engine
 * @typedef {import("../../wasm/formats/open.js").Foreign} Foreign
 * @typedef {import("./timer.js").SetTimer} SetTimer
 * @typedef {import("../common/starts.js").CommittedName} ModelName
 * @typedef {{ load: (bytes: Uint8Array) => Network & { note: string } }} Loader  the engine
 *
 * @typedef {object} OpenedModel
 * @property {Network} net  the caller frees it
 * @property {string} name  "" when its note gives none
 * @property {string} note  how it was made and how good it is, as far as its note tells
 */

import { fromPlanes } from "../../wasm/byte-planes.js";
import { isOnnxModel } from "../common/file-kind.js";
import { checksumIn, noteFor, readNote } from "../common/model-note.js";
import { NOTE, shownText } from "../common/shown-text.js";
import { areFinite } from "../common/vectors.js";
import * as texts from "../texts/en/worker-files.js";
import { loadModule } from "./load-module.js";
import { startTimer, withDeadline } from "./timer.js";

/**
 * Vite finds these addresses and puts the files among the built page's assets.
 * @type {Record<ModelName, URL>}
 */
const FILES = {
  lesson: new URL("../models/lesson.safetensors", import.meta.url),
  pretrained: new URL("../models/pretrained.safetensors", import.meta.url),
  best: new URL("../models/best.safetensors", import.meta.url),
};

/** Characters of a layer's name, eight of which may stand in a note. */
const MOST_OF_A_NAME = 30;
/** A download is given up when no byte has come for that long. */
const SILENCE_MS = 30_000;

/** The networks that come with the page. */
export class ModelFiles {
  #fetch;
  #files;
  #setTimer;
  #forget;

  /**
   * @param {object} [environment]  what differs in a test
   * @param {typeof fetch} [environment.fetch]
   * @param {Record<ModelName, URL>} [environment.files]
   * @param {SetTimer} [environment.setTimer]
   * @param {(url: URL) => Promise<void>} [environment.forget]  removes what caches hold for it
   */
  constructor({ fetch: load, files = FILES, setTimer = startTimer, forget = forgetCached } = {}) {
    this.#fetch = load ?? ((url, options) => fetch(url, options));
    this.#files = files;
    this.#setTimer = setTimer;
    this.#forget = forget;
  }

  /**
   * A committed network's file; rejects with a sentence for people.
   * @param {ModelName} name @returns {Promise<Uint8Array>}
   */
  fetch(name) {
    return this.#twice(name, (bytes) => bytes);
  }

  /**
   * A committed network, verified; rejects with a sentence for people.
   * @param {Loader} engine @param {ModelName} name @returns {Promise<OpenedModel>}
   */
  open(engine, name) {
    return this.#twice(name, (bytes) => openModel(engine, bytes, { needsChecksum: true }));
  }

  /**
   * What is made of the file, which is fetched once more, past all caches, when that fails.
   * @template T @param {ModelName} name @param {(bytes: Uint8Array) => T} make
   * @returns {Promise<T>}
   */
  async #twice(name, make) {
    try {
      return make(await this.#download(name, "default"));
    } catch {
      await this.#forget(this.#files[name]);
    }
    try {
      return make(await this.#download(name, "reload"));
    } catch (error) {
      await this.#forget(this.#files[name]);
      throw new Error(texts.modelNotOpened(name, error.message), { cause: error });
    }
  }

  /** @param {ModelName} name @param {RequestCache} cache */
  async #download(name, cache) {
    const abort = new AbortController();
    /** @template T @param {Promise<T>} work */
    const soon = (work) =>
      withDeadline(this.#setTimer, SILENCE_MS, work, () => new Error(texts.hostSilent));
    try {
      const response = await soon(this.#fetch(this.#files[name], { cache, signal: abort.signal }));
      check(response);
      const reader = (response.body ?? new Blob().stream()).getReader();
      /** @type {BlobPart[]} */
      const pieces = [];
      for (;;) {
        const { value } = await soon(reader.read());
        if (!value) break;
        pieces.push(value);
      }
      return fromPlanes(new Uint8Array(await new Blob(pieces).arrayBuffer()));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new Error(texts.hostNotReached(error.message), { cause: error });
    } finally {
      abort.abort();
    }
  }
}

/** Throws unless the answer is a file. @param {Response} response */
function check({ ok, status, headers }) {
  if (!ok) throw new Error(texts.hostAnswers(status));
  if (headers.get("content-type")?.startsWith("text/html")) {
    throw new Error(texts.hostAnswersWithPage);
  }
}

/** Removes it from the caches of the service worker. @param {URL} url */
async function forgetCached(url) {
  try {
    for (const name of await caches.keys()) await (await caches.open(name)).delete(url);
  } catch {
    // There are none here, or they are forbidden.
  }
}

/**
 * The network in a model file, whose parameters must have the checksum that its note says; a file
 * without one is taken as it is. Throws a sentence for people.
 * @param {Loader} engine @param {Uint8Array} bytes
 * @param {{ needsChecksum?: boolean }} [options]  for files that certainly had one
 * @returns {OpenedModel}
 */
export function openModel(engine, bytes, { needsChecksum = false } = {}) {
  return verified(loaded(engine, bytes), needsChecksum);
}

/** @param {Network} net @param {boolean} [needsChecksum] @returns {OpenedModel} */
function verified(net, needsChecksum = false) {
  const checksum = checksumIn(net.note);
  const { fingerprint } = net;
  if (checksum === fingerprint || (checksum === "" && !needsChecksum)) {
    return { net, ...readNote(net.note) };
  }
  net.free();
  throw new Error(texts.damagedModel(fingerprint, shownText(checksum)));
}

/** @param {Loader} engine @param {Uint8Array} bytes */
function loaded(engine, bytes) {
  try {
    return engine.load(bytes);
  } catch (error) {
    throw unreadable(error);
  }
}

/** @param {Error} error  of the engine's */
function unreadable(error) {
  // It may name a tensor, in the file's words.
  const why = shownText(error.message.replace(/^not a model file: /, ""), NOTE);
  return new Error(texts.unreadableModel(why), { cause: error });
}

/**
 * The network in a file that a visitor has: of this page, or of another program. Rejects with a
 * sentence for people.
 * @param {Engine} engine @param {Uint8Array} bytes
 * @returns {Promise<{ opened: OpenedModel, foreign: Foreign | null }>}
 */
export async function openAnyModel(engine, bytes) {
  try {
    return { opened: openModel(engine, bytes), foreign: null };
  } catch (error) {
    if (!/^not a model file: /.test(error.cause?.message)) throw error;
  }
  const open = isOnnxModel(bytes)
    ? (await fetched(() => import("../../wasm/formats/onnx.js"))).openOnnx
    : (await fetched(() => import("../../wasm/formats/open.js"))).openModel;
  const { net, foreign } = readBy(open, engine, bytes);
  if (!foreign) return { opened: verified(net), foreign };
  const names = foreign.names.map((name) => shownText(name, MOST_OF_A_NAME));
  return { opened: { net, name: "", note: texts.foreignNote(names) }, foreign };
}

/** @template T @param {() => Promise<T>} formats */
const fetched = (formats) =>
  loadModule(formats, import.meta.url).catch(() => {
    throw new Error(texts.formatsNotFetched);
  });

/**
 * @param {typeof import("../../wasm/formats/open.js").openModel} open
 * @param {Engine} engine @param {Uint8Array} bytes
 */
function readBy(open, engine, bytes) {
  try {
    return open(engine, bytes);
  } catch (error) {
    throw unreadable(error);
  }
}

/**
 * The model file of a network; throws a sentence for people when it has diverged: the file could
 * not be opened.
 * @param {Network} net @param {string} words  the first parts of its note
 */
export function modelFileOf(net, words) {
  checkFinite(net);
  return net.save({ note: noteFor(net, words) });
}

/**
 * The same as an ONNX file; rejects as well when what writes it cannot be fetched.
 * @param {Network} net @param {string} words
 */
export async function onnxFileOf(net, words) {
  checkFinite(net);
  const { onnxOf } = await fetched(() => import("../../wasm/formats/onnx.js"));
  checkFinite(net); // It may have been trained on.
  return onnxOf(net, { note: noteFor(net, words) });
}

/** @param {Network} net */
function checkFinite(net) {
  if (!areFinite(net.parameters)) throw new Error(texts.divergedModel);
}
