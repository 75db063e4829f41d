import * as check from "./check.js";
import { Handle } from "./heap.js";

/** @import { Heap } from "./heap.js" */

const idxProblems = [
  "",
  "the engine has no memory left for this data",
  "the file ends before the size its header gives",
  "there are bytes after the size its header gives",
  "this is not an IDX file of unsigned bytes",
  "the images are not 28 × 28",
  "there are not as many images as labels",
  "a label is above 9",
];

/** Labelled 28×28 images inside the engine. */
export class Dataset {
  #heap;
  #handle;

  /** @param {Heap} heap @param {number} pointer */
  constructor(heap, pointer) {
    this.#heap = heap;
    this.#handle = new Handle(heap.made(pointer), "data set");
  }

  /** For the engine's other objects only. */
  get pointer() {
    return this.#handle.pointer;
  }

  /**
   * A data set of that engine, to be used by its other objects.
   * @param {string} name @param {unknown} value @param {Heap} heap
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
   * @param {{ images: Uint8Array, labels: Uint8Array }} more n·784 bytes 0–255, n labels 0–9
   */
  append(more) {
    const { images, labels } = check.object("data", more, "images and labels");
    check.bytes("labels", labels);
    check.bytes("images", images, labels.length * 784);
    this.#add([images, labels], (at, [pixels, names]) =>
      this.#heap.exports.dataset_append(this.pointer, pixels, names, labels.length, at),
    );
  }

  /**
   * Adds what two uncompressed IDX files hold.
   * @param {{ images: Uint8Array, labels: Uint8Array }} files
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
    heap.borrow([8, count * 784, count], (at, images, labels) => {
      heap.exports.handwriting(images, labels, count, seed, from);
      if (heap.exports.dataset_append(this.pointer, images, labels, count, at)) heap.made(0);
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
      if (status) throw new Error(`${idxProblems[status]} (at ${heap.fresh.u32[at / 4]})`);
    });
  }

  /** Image i. @param {number} i @returns {Uint8Array} 784 bytes, 0–255 */
  image(i) {
    check.integer("image", i, 0, this.count - 1);
    return this.#heap.borrow([784], (pixels) => {
      this.#heap.exports.dataset_image(this.pointer, i, pixels);
      return this.#heap.bytes(pixels, 784);
    });
  }

  /** Label of image i, 0–9. @param {number} i @returns {number} */
  label(i) {
    check.integer("label", i, 0, this.count - 1);
    return this.#heap.borrow([784], (pixels) =>
      this.#heap.exports.dataset_image(this.pointer, i, pixels),
    );
  }

  /**
   * A new data set in which a random share of the labels is permuted.
   * @param {{ fraction?: number, seed?: number }} [options]
   */
  shuffledLabels(options = {}) {
    check.options("shuffledLabels", options, ["fraction", "seed"]);
    const fraction = check.real("fraction", options.fraction ?? 1, 0, 1);
    return this.#copy(0, this.count, fraction, check.seed(options.seed ?? 1));
  }

  /**
   * A new data set of images from…from+count−1.
   * @param {number} from @param {number} [count]
   */
  slice(from, count) {
    check.integer("from", from, 0, this.count);
    const rest = this.count - from;
    return this.#copy(from, check.integer("count", count ?? rest, 0, rest), 0, 0);
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
}
