/**
 * The digits of one source, as far as they are in: MNIST, built-in handwriting, or the visitor's
 * own files.
 *
 * @typedef {Awaited<ReturnType<typeof import("../../wasm/engine.js").loadEngine>>} Engine
 * @typedef {import("../../wasm/dataset.js").Dataset} Dataset
 * @typedef {import("./protocol.js").OwnData} OwnData
 * @typedef {import("./mnist.js").SetName} SetName
 * @typedef {import("./mnist.js").Examples} Examples
 * @typedef {"mnist" | "handwriting" | "own"} SourceKind
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { HANDWRITING } from "../common/handwriting.js";
import { PIXELS, picked } from "../common/images.js";
import { orderOf, splitOf } from "../common/own-data/split.js";
import * as texts from "../texts/en/worker.js";

/** Digits hashed together, a few milliseconds' work. */
const PIECE = 1000;

/** SHA-256 over digits in order: of each its label, then its 784 pixels, one byte each. */
export class DigitChecksum {
  #hash = sha256.create();

  /** @param {Examples} examples */
  add({ images, labels }) {
    const row = PIXELS + 1;
    const bytes = new Uint8Array(Math.min(PIECE, labels.length) * row);
    for (let from = 0; from < labels.length; from += PIECE) {
      const here = Math.min(PIECE, labels.length - from);
      for (let i = 0; i < here; i++) {
        const at = (from + i) * PIXELS;
        bytes[i * row] = labels[from + i];
        bytes.set(images.subarray(at, at + PIXELS), i * row + 1);
      }
      this.#hash.update(bytes.subarray(0, here * row));
    }
  }

  /** Its first 16 hexadecimal digits. Call once, at the end. */
  finish() {
    return bytesToHex(this.#hash.digest()).slice(0, 16);
  }
}

export class DigitSource {
  /** @type {Dataset | null} */ train = null;
  /** @type {Dataset | null} */ test = null;
  /**
   * That this one is to replace, by a choice that can be undone.
   * @type {import("./protocol.js").DataChosen | null}
   */
  former = null;
  isTestComplete = false;
  isComplete = false;
  /** @type {string} */ #name;
  /** Training digits that the source will have given, without drawings. */
  #expected = 0;
  #drawings = 0;
  /** Copies of drawings among the training digits. */
  #copies = 0;
  #hash = new DigitChecksum();
  #checksum = "";
  #engine;
  #controller = new AbortController();

  /** @param {Engine} engine @param {SourceKind} kind @param {string} name  for people */
  constructor(engine, kind, name) {
    this.#engine = engine;
    this.kind = kind;
    this.#name = name;
  }

  /** Aborted once another source is used instead, or this one has failed. */
  get signal() {
    return this.#controller.signal;
  }

  abort() {
    this.#controller.abort();
  }

  /** Says how many training digits there will be. @param {number} total */
  expect(total) {
    this.#expected = total;
  }

  /** @param {SetName} set @param {Examples} examples */
  add(set, examples) {
    this.signal.throwIfAborted();
    const data = this[set];
    if (data) data.append(examples);
    else this[set] = this.#engine.dataset(examples);
    if (set === "train") this.#hash.add(examples);
  }

  /** Built-in handwriting. @param {SetName} set @param {number} from @param {number} count */
  addHandwriting(set, from, count) {
    this.signal.throwIfAborted();
    const data = this[set] ?? this.#engine.dataset();
    this[set] = data;
    data.appendHandwriting({ seed: HANDWRITING.seeds[set], from, count });
  }

  /** @param {Examples} drawing  the copies of one drawing */
  addDrawings(drawing) {
    this.train?.append(drawing);
    this.#drawings++;
    this.#copies += drawing.labels.length;
  }

  endTest() {
    this.isTestComplete = true;
  }

  /** All digits are in. */
  end() {
    this.#finish();
    const isKnown = this.kind === "handwriting";
    this.#checksum = isKnown ? HANDWRITING.checksum : this.#hash.finish();
  }

  /** No more digits will come. Their part of the whole becomes part of the name. */
  endEarly() {
    this.#name = texts.partOf(this.#name, ...this.progress);
    this.#finish();
  }

  #finish() {
    this.#expected = this.#given;
    this.isTestComplete = true;
    this.isComplete = true;
  }

  /** Training digits that are in, and that there will be. @returns {[number, number]} */
  get progress() {
    return [this.#given, this.#expected];
  }

  /** Training digits in, without drawings. */
  get #given() {
    return (this.train?.count ?? 0) - this.#copies;
  }

  get report() {
    return {
      kind: this.kind,
      name: this.#name,
      checksum: this.#checksum,
      train: this.train?.count ?? 0,
      trainTotal: this.#expected + this.#copies,
      test: this.test?.count ?? 0,
      drawings: this.#drawings,
      testComplete: this.isTestComplete,
      complete: this.isComplete,
    };
  }

  free() {
    this.train?.free();
    this.test?.free();
    this.train = null;
    this.test = null;
  }

  /**
   * The visitor's own digits. Throws an Error for people when they cannot be used.
   * @param {Engine} engine @param {OwnData} own @returns {DigitSource}  complete
   */
  static ofFiles(engine, { train, test, name, heldOut }) {
    const source = new DigitSource(engine, "own", name);
    // The engine reads the headers, and refuses what does not belong together.
    const all = fromIdx(engine, train, texts.badTrainingDigits);
    const { count } = all;
    all.free();
    if (!count) throw new Error(texts.noTrainingDigits);
    if (!test && count < 2) throw new Error(texts.tooFew);
    const labels = train.labels.subarray(8);
    const indices = test ? { train: orderOf(labels), test: [] } : splitOf(labels, heldOut);
    try {
      source.add("train", examplesAt(train, indices.train));
      if (test) source.test = fromIdx(engine, test, texts.badTestDigits);
      else source.add("test", examplesAt(train, indices.test));
      if (!source.test?.count) throw new Error(texts.noTestDigits);
      source.end();
      return source;
    } catch (error) {
      source.free();
      throw error;
    }
  }
}

/** @param {import("./protocol.js").IdxPair} pair @param {number[]} indices @returns {Examples} */
const examplesAt = ({ images, labels }, indices) =>
  picked({ images: images.subarray(16), labels: labels.subarray(8) }, indices);

/**
 * @param {Engine} engine @param {import("./protocol.js").IdxPair} pair
 * @param {(why: string) => string} bad  what is said when they cannot be read
 */
function fromIdx(engine, pair, bad) {
  try {
    return engine.datasetFromIdx(pair);
  } catch (error) {
    throw new Error(bad(error.message), { cause: error });
  }
}
