// The engine's public face: WebAssembly behind plain objects and typed arrays.
//
//   const engine = await loadEngine();
//   const data = engine.handwriting({ count: 10000, seed: 1 });
//   const net = engine.network({ layers: [784, 16, 16, 10], seed: 1 });
//   const trainer = net.trainer(data, { batchSize: 32, learningRate: 1 });
//   trainer.train(1000);
//   net.predict(data.image(0));

import { hash } from "../build/tables.js";
import { activated } from "./activation.js";
import * as check from "./check.js";
import { Dataset } from "./dataset.js";
import { Heap } from "./heap.js";
import { modelIn } from "./model-file.js";
import { hasVectors, moduleFrom } from "./module.js";
import { Network } from "./network.js";
import { noiseImages } from "./noise.js";
import { pixelCount } from "./tables.js";

export { noiseKinds } from "./noise.js";
export { Path } from "./path.js";
export { hardened, recipes, teaching, trainerOptions } from "./recipes.js";
export { lists } from "./tables.js";

/**
 * @import { Activation } from "./tables.js"
 * @import { NetworkOptions } from "./network.js"
 * @import { NoiseOptions } from "./noise.js"
 * @import { Exports } from "./exports.js"
 * @import { ModuleSource } from "./module.js"
 *
 * @typedef {[number, number][]} Stroke points x, y, with y down
 */

/** The engine: what makes data sets, networks, ink and noise. */
class Engine {
  #heap;

  /** @internal @param {Exports} exports */
  constructor(exports) {
    this.#heap = new Heap(exports);
    Object.freeze(this);
  }

  /** Bytes of memory the engine holds now. @returns {number} */
  get memory() {
    return this.#heap.exports.memory.buffer.byteLength;
  }

  /**
   * A data set of your images; empty without any, to be appended to.
   * @param {{ images: Uint8Array, labels: Uint8Array }} [content] n·784 bytes 0–255; n labels 0–9,
   *   or 255 for "not a digit"
   */
  dataset(content) {
    return this.#filled((data) => content !== undefined && data.append(content));
  }

  /**
   * A data set from two uncompressed IDX files.
   * @param {{ images: Uint8Array, labels: Uint8Array }} files
   */
  datasetFromIdx(files) {
    return this.#filled((data) => data.appendIdx(files));
  }

  /**
   * Built-in handwriting: endless, seeded digits by writers who do not exist.
   * @param {{ count: number, seed?: number, from?: number }} options `from`: the first of the
   *   sequence
   */
  handwriting(options) {
    return this.#filled((data) => data.appendHandwriting(options));
  }

  /** @param {(data: Dataset) => void} fill */
  #filled(fill) {
    const data = new Dataset(this.#heap, this.#heap.exports.dataset_new());
    try {
      fill(data);
      return data;
    } catch (error) {
      data.free();
      throw error;
    }
  }

  /** A network with random weights. @param {NetworkOptions} [options] */
  network(options = {}) {
    return Network.random(this.#heap, options);
  }

  /**
   * The network in a safetensors file.
   * @param {Uint8Array} bytes
   * @returns {Network} with the note that was saved with it
   */
  load(bytes) {
    const { pointer, note } = modelIn(this.#heap, bytes);
    return new Network(this.#heap, pointer, note);
  }

  /**
   * Strokes → 28×28, as MNIST was made. All zero when there are none.
   * @param {Stroke[]} strokes any scale
   * @returns {Float32Array} 784, in 0…1
   */
  ink(strokes) {
    const heap = this.#heap;
    const points = Float32Array.from(check.strokes(strokes).flat(2));
    const lengths = Int32Array.from(strokes, (stroke) => stroke.length);
    return heap.borrow(
      [pixelCount * 4, points.byteLength, lengths.byteLength],
      (pixels, at, sizes) => {
        heap.write(at, points);
        heap.write(sizes, lengths);
        heap.exports.ink(pixels, at, sizes, lengths.length);
        return heap.floats(pixels, pixelCount);
      },
    );
  }

  /**
   * An activation function of each value.
   * @param {Activation} name one of `lists.activations`
   * @param {Float32Array} values weighted sums
   * @returns {Float32Array} as many
   */
  activate(name, values) {
    return activated(this.#heap, name, values);
  }

  /**
   * Images of noise, each from its seed and place.
   * @param {NoiseOptions} options
   * @returns {Float32Array} count·784, in 0…1
   */
  noise(options) {
    return noiseImages(this.#heap, options);
  }
}

/** Options go to the engine as indices of its tables: they must be those known here. */
function checkBuild(/** @type {WebAssembly.Module} */ module) {
  const [section] = WebAssembly.Module.customSections(module, "tables");
  if (section && new TextDecoder().decode(section) === hash) return;
  throw new Error("loadEngine: this WebAssembly is of another build than the JavaScript beside it");
}

/** Of the engine for machines without vectors: the same bits, at a quarter of the speed. */
const SCALAR = new URL("../build/scalar.wasm", import.meta.url);

/** Where the engine for machines without vectors is, if this is one; else "". */
export const scalarEngine = () => (hasVectors() ? "" : SCALAR.href);

/** Of the engine for this machine. */
export const engineAddress = () =>
  hasVectors() ? new URL("../build/engine.wasm", import.meta.url) : SCALAR;

/**
 * Loads the engine.
 * @param {ModuleSource} [source] its WebAssembly: a path or address, relative to the page or, in
 *   Node, to the working directory; a URL, a Response, a compiled module, or bytes; found by itself
 *   when left out
 */
export async function loadEngine(source = engineAddress()) {
  const module = await moduleFrom(source);
  checkBuild(module);
  const instance = await WebAssembly.instantiate(module, {
    env: { emscripten_notify_memory_growth() {} },
  });
  const exports = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  exports.__wasm_call_ctors?.(); // the allocator's own beginnings
  exports._initialize?.();
  return new Engine(exports);
}
