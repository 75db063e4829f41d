/**
 * The one object of the worker that reads a visitor's files: it finds the digits in them, shows
 * what it has found, and hands the digits over once the visitor agrees.
 *
 * @typedef {import("./own-data-protocol.js").OwnDataReaderCommands} Commands
 * @typedef {import("./own-data-protocol.js").Draft} Draft
 * @typedef {import("../common/own-data/found.js").Found} Found
 * @typedef {import("../common/own-data/found.js").LabelledSet} LabelledSet
 */
import { transfer } from "comlink";
import { loadEngine } from "../../wasm/engine.js";
import { PIXELS, SIDE } from "../common/images.js";
import { foundNotes, notesOn, previewOf, refusal, splitCounts } from "../common/own-data/checks.js";
import { gunzipped } from "../common/own-data/gunzip.js";
import { meansOf } from "../common/own-data/means.js";
import { arranged, mended, NO_MENDS } from "../common/own-data/mends.js";
import { foundIn } from "../common/own-data/read.js";
import { HELD_OUT } from "../common/own-data/split.js";
import * as texts from "../texts/en/own-data.js";
import { decode } from "./decode-picture.js";

/** @implements {Commands} */
export class OwnDataReader {
  /** @type {Found | null} */ #found = null;
  /** @type {Float32Array[]} */ #means = [];
  #mends = NO_MENDS;

  /**
   * @param {object} [environment]  what differs in a test
   * @param {() => Promise<import("./datasets.js").Engine>} [environment.engine]
   * @param {import("../common/own-data/read.js").Reading["decode"]} [environment.decode]
   */
  constructor(environment = {}) {
    this.environment = { engine: loadEngine, decode, ...environment };
  }

  /** @param {keyof Commands} name @param {any[]} args @returns {Promise<any>} */
  async command(name, ...args) {
    return /** @type {any} */ (this)[name](...args);
  }

  /** @type {Commands["read"]} */
  async read(chosen, progress) {
    const { engine, decode } = this.environment;
    this.#found = await foundIn(chosen, {
      decode,
      gunzipped,
      progress: (...at) => void progress(...at),
    });
    this.#mends = NO_MENDS;
    if (!this.#means.length) this.#means = meansOf(await engine());
    return this.#draft();
  }

  /** @type {Commands["mend"]} */
  async mend(mends) {
    this.#mends = mends;
    return this.#draft();
  }

  /** @type {Commands["take"]} */
  async take() {
    const [train, test] = arranged(this.#present, this.#mends);
    const own = {
      train: this.#pairOf(train),
      test: test ? this.#pairOf(test) : null,
      name: train.name,
      heldOut: HELD_OUT,
    };
    const pairs = [own.train, own.test ?? own.train];
    const buffers = pairs.flatMap(({ images, labels }) => [images.buffer, labels.buffer]);
    return transfer(own, [...new Set(buffers)]);
  }

  async ping() {}

  /* ---- inside ---- */

  get #present() {
    if (!this.#found) throw new Error(texts.none);
    return this.#found;
  }

  /** @returns {Draft} */
  #draft() {
    const found = this.#present;
    const sets = arranged(found, this.#mends);
    const [train, test] = sets;
    const why = refusal(sets);
    const preview = previewOf(train).map((index) => ({
      pixels: mended(train.images.subarray(index * PIXELS, (index + 1) * PIXELS), this.#mends),
      label: train.labels[index],
    }));
    return {
      name: train.name,
      testName: test?.name ?? "",
      count: train.labels.length,
      counts: splitCounts(sets),
      preview,
      notes: why ? foundNotes(found, sets) : notesOn(found, this.#mends, this.#means),
      refusal: why,
      mends: this.#mends,
    };
  }

  /** As two IDX files. @param {LabelledSet} set @returns {import("./protocol.js").IdxPair} */
  #pairOf({ images, labels }) {
    return {
      images: withHeader([0x803, labels.length, SIDE, SIDE], mended(images, this.#mends)),
      labels: withHeader([0x801, labels.length], labels),
    };
  }
}

/** @param {number[]} words  of 32 bits @param {Uint8Array} bytes */
function withHeader(words, bytes) {
  const file = new Uint8Array(4 * words.length + bytes.length);
  const view = new DataView(file.buffer);
  for (const [i, word] of words.entries()) view.setUint32(4 * i, word);
  file.set(bytes, 4 * words.length);
  return file;
}
