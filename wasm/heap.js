// The only place that reads and writes the module's memory.

/**
 * What exports.c has; `make types` declares it.
 * @import { Exports } from "./exports.js"
 */

/**
 * The key of the method that `using` calls at the end of a block; what compilers of `using` fall
 * back on where the browser has no Symbol.dispose yet.
 * @type {typeof Symbol.dispose}
 */
export const dispose = /** @type {typeof Symbol.dispose} */ (
  Symbol.dispose ?? Symbol.for("Symbol.dispose")
);

const out = () => new Error("the engine has no memory left for this");

/**
 * The module's memory. Views are made anew when it has grown, since growth detaches the old ones.
 * @internal
 */
export class Heap {
  /** @param {Exports} exports */
  constructor(exports) {
    this.exports = exports;
    this.#renew();
  }

  #renew() {
    const { buffer } = this.exports.memory;
    this.buffer = buffer;
    this.u8 = new Uint8Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.u32 = new Uint32Array(buffer);
    this.f32 = new Float32Array(buffer);
    this.f64 = new Float64Array(buffer);
  }

  /**
   * Views that are good until the next call into the engine.
   * @returns {this & { u8: Uint8Array, i32: Int32Array, u32: Uint32Array, f32: Float32Array, f64:
   *   Float64Array }}
   */
  get fresh() {
    if (this.buffer !== this.exports.memory.buffer) this.#renew();
    return /** @type {never} */ (this);
  }

  /**
   * Memory of `size` bytes, the caller's until `release`.
   * @param {number} size
   * @returns {number}
   */
  allocate(size) {
    const pointer = size < 2 ** 31 && this.exports.allocate(Math.max(size, 1)) >>> 0;
    if (!pointer) throw out();
    return pointer;
  }

  /** @param {number} pointer */
  release(pointer) {
    this.exports.release(pointer);
  }

  /**
   * Runs `use` with memory for each of `sizes` bytes, given back afterwards.
   * @template T
   * @param {number[]} sizes @param {(...pointers: number[]) => T} use
   * @returns {T}
   */
  borrow(sizes, use) {
    /** @type {number[]} */
    const pointers = [];
    try {
      for (const size of sizes) pointers.push(this.allocate(size));
      return use(...pointers);
    } finally {
      for (const pointer of pointers) this.release(pointer);
    }
  }

  /** Copies a typed array in. @param {number} pointer @param {ArrayBufferView} values */
  write(pointer, values) {
    const source = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.fresh.u8.set(source, pointer);
  }

  /** A copy of `length` floats. @param {number} pointer @param {number} length */
  floats(pointer, length) {
    return this.fresh.f32.slice(pointer / 4, pointer / 4 + length);
  }

  /** A copy of `length` bytes. @param {number} pointer @param {number} length */
  bytes(pointer, length) {
    return this.fresh.u8.slice(pointer, pointer + length);
  }

  /** A text of the engine's, which a zero ends. @param {number} pointer @returns {string} */
  text(pointer) {
    const { u8 } = this.fresh;
    return new TextDecoder().decode(u8.slice(pointer, u8.indexOf(0, pointer)));
  }

  /** A pointer that a constructor returned. @param {number} pointer @returns {number} */
  nonNull(pointer) {
    if (!pointer) throw out();
    return pointer >>> 0;
  }
}

/** What an object of the engine has in common: a pointer until it is freed. @internal */
export class Handle {
  #pointer;
  #what;

  /** @param {number} pointer @param {string} what */
  constructor(pointer, what) {
    this.#pointer = pointer;
    this.#what = what;
  }

  get pointer() {
    if (!this.#pointer) throw new Error(`this ${this.#what} has been freed`);
    return this.#pointer;
  }

  /** The pointer, once; then it is gone. */
  take() {
    const pointer = this.#pointer;
    this.#pointer = 0;
    return pointer;
  }
}
