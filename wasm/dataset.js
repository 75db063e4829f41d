import * as check from "./check.js";
import { dispose, Handle } from "./heap.js";
import { notADigit, pixelCount } from "./tables.js";

/** @import { Heap } from "./heap.js" */

/** Offset of an error that is at no byte. */
const nowhere = 0xffffffff;

/** @param {unknown} value @returns {Uint8Array} */
function checkedLabels(value) {
  const labels = check.bytes("labels", value);
  const wrong = labels.findIndex((label) => label > 9 && label !== notADigit);
  if (wrong >= 0) {
    const got = `got ${labels[wrong]} at ${wrong}`;
    throw new RangeError(`labels: expected 0 to 9, or ${notADigit} for "not a digit", ${got}`);
  }
  return labels;
}

/** Labelled 28×28 images inside the engine. */
export class Dataset {
  #heap;
  #handle;

  /** @internal @param {Heap} heap @param {number} pointer */
  constructor(heap, pointer) {
    this.#heap = heap;
    this.#handle = new Handle(heap.nonNull(pointer), "data set");
  }

  /** @internal For the engine's other objects only. */
  get pointer() {
    return this.#handle.pointer;
  }

  /**
   * A data set of that engine, to be used by its other objects.
   * @internal @param {string} name @param {unknown} value @param {Heap} heap
   * @returns {Dataset}
   */
  static checked(name, value, heap) {
    if (!(value instanceof Dataset)) {
      throw new TypeError(`${name}: expected a data set, got ${check.shown(value)}`);
    }
    if (value.#heap !== heap) {
      throw new TypeError(`${name}: expected a data set of this engine, got another engine's`);
    }
    return value;
  }

  /** Images held. @returns {number} */
  get count() {
    return this.#heap.exports.dataset_count(this.pointer);
  }

  /**
   * Adds images at the end; a trainer takes them up with its next epoch.
   * @param {{ images: Uint8Array, labels: Uint8Array }} more n·784 bytes 0–255; n labels 0–9, or
   *   255 for "not a digit": such an image trains the network, and no accuracy counts it
   */
  append(more) {
    const { images, labels } = check.object("data", more, "images and labels");
    checkedLabels(labels);
    check.bytes("images", images, labels.length * pixelCount);
    this.#add([images, labels], (at, [pixels, names]) =>
      this.#heap.exports.dataset_append(this.pointer, pixels, names, labels.length, at),
    );
  }

  /**
   * Adds the images and labels of two uncompressed IDX files.
   * @param {{ images: Uint8Array, labels: Uint8Array }} files labels 0–9
   */
  appendIdx(files) {
    const { images, labels } = check.object("files", files, "images and labels");
    check.bytes("images", images);
    check.bytes("labels", labels);
    this.#add([images, labels], (at, [pixels, names]) =>
      this.#heap.exports.dataset_append_idx(
        this.pointer,
        pixels,
        images.length,
        names,
        labels.length,
        at,
      ),
    );
  }

  /**
   * Adds digits of built-in handwriting.
   * @param {{ count: number, seed?: number, from?: number }} options `from`: the first of the
   *   seed's endless sequence
   */
  appendHandwriting(options) {
    check.options("handwriting", options, ["count", "seed", "from"]);
    const count = check.integer("count", options.count, 1, 1e6);
    const seed = check.seed(options.seed ?? 1);
    const from = check.integer("from", options.from ?? 0, 0, 2 ** 52);
    const heap = this.#heap;
    heap.borrow([8, count * pixelCount, count], (at, images, labels) => {
      heap.exports.handwriting(images, labels, count, seed, from);
      if (heap.exports.dataset_append(this.pointer, images, labels, count, at)) heap.nonNull(0);
    });
  }

  /**
   * @param {Uint8Array[]} arrays @param {(at: number, pointers: number[]) => number} add
   */
  #add(arrays, add) {
    const heap = this.#heap;
    heap.borrow([8, ...arrays.map((array) => array.length)], (at, ...pointers) => {
      arrays.forEach((array, i) => {
        heap.write(pointers[i], array);
      });
      const status = add(at, pointers);
      if (status) throw this.#problem(status, heap.fresh.u32[at / 4]);
    });
  }

  /** @param {number} status not 0 @param {number} at a byte, or `nowhere` */
  #problem(status, at) {
    const heap = this.#heap;
    const problem = heap.text(heap.exports.dataset_status_text(status));
    return new Error(at === nowhere ? problem : `${problem} (at byte ${at})`);
  }

  /** Image i. @param {number} i @returns {Uint8Array} 784 bytes, 0–255 */
  image(i) {
    check.integer("image", i, 0, this.count - 1);
    return this.#heap.borrow([pixelCount], (pixels) => {
      this.#heap.exports.dataset_image(this.pointer, i, pixels);
      return this.#heap.bytes(pixels, pixelCount);
    });
  }

  /** A copy of all labels: 0–9, or 255 for "not a digit". @returns {Uint8Array} */
  get labels() {
    const { count } = this;
    return this.#heap.bytes(this.#heap.exports.dataset_labels(this.pointer), count);
  }

  /** Label of image i: 0–9, or 255 for "not a digit". @param {number} i @returns {number} */
  label(i) {
    check.integer("label", i, 0, this.count - 1);
    return this.#heap.fresh.u8[this.#heap.exports.dataset_labels(this.pointer) + i];
  }

  /**
   * A new data set in which a random fraction of the labels is permuted.
   * @param {{ fraction?: number, seed?: number }} [options]
   */
  shuffledLabels(options = {}) {
    check.options("shuffledLabels", options, ["fraction", "seed"]);
    const fraction = check.real("fraction", options.fraction ?? 1, 0, 1);
    return this.#copy(0, this.count, fraction, check.seed(options.seed ?? 1));
  }

  /**
   * A new data set of images start…end−1, as `Array.prototype.slice`: a negative index counts from
   * the end, and what is past an end is left out.
   * @param {number} [start] @param {number} [end]
   */
  slice(start = 0, end = this.count) {
    const from = this.#index("start", start);
    return this.#copy(from, Math.max(0, this.#index("end", end) - from), 0, 0);
  }

  /** An index of `slice`, 0…count. @param {string} name @param {number} value */
  #index(name, value) {
    const { count } = this;
    check.integer(name, value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    return value < 0 ? Math.max(0, count + value) : Math.min(value, count);
  }

  /** @param {number} from @param {number} count @param {number} fraction @param {number} seed */
  #copy(from, count, fraction, seed) {
    const { exports } = this.#heap;
    return new Dataset(this.#heap, exports.dataset_copy(this.pointer, from, count, fraction, seed));
  }

  /** Gives the memory back; calling it again does nothing. */
  free() {
    this.#heap.exports.dataset_free(this.#handle.take());
  }

  /** `using data = …` frees it at the end of the block. */
  [dispose]() {
    this.free();
  }
}
