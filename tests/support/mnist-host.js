/** Small files in MNIST's format, and a host that serves them with faults. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

/** Big-endian 32-bit numbers. @param {...number} values */
export function bigEndian(...values) {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeUInt32BE(value, 4 * i);
  });
  return bytes;
}

/**
 * Digits as two IDX files.
 * @param {import("../../wasm/dataset.js").Dataset} data
 * @param {number} [from]
 * @param {number} [count]
 */
export function idxOf(data, from = 0, count = data.count - from) {
  const images = new Uint8Array(16 + count * 784);
  const labels = new Uint8Array(8 + count);
  images.set(bigEndian(0x803, count, 28, 28));
  labels.set(bigEndian(0x801, count));
  labels.set(data.labels.subarray(from, from + count), 8);
  for (let i = 0; i < count; i++) images.set(data.image(from + i), 16 + i * 784);
  return { images, labels };
}

export const NAMES = {
  trainImages: "train-images-idx3-ubyte",
  trainLabels: "train-labels-idx1-ubyte",
  testImages: "t10k-images-idx3-ubyte",
  testLabels: "t10k-labels-idx1-ubyte",
};

/**
 * @typedef {import("../../web/worker/protocol.js").IdxPair} IdxPair
 * @typedef {(bytes: Uint8Array, attempt: number) => Response | Promise<Response>} Fault
 *   answers a request for a file with these uncompressed bytes; attempts count from 0
 */

/** The four files of one data set, with their true sizes and sums, as a host serves them. */
export class DigitsHost {
  /** @type {Map<string, Uint8Array>} */ contents;
  /** @type {Record<string, Fault>} by name of a file */ faults = {};
  /** @type {string[]} names of files, in the order of the requests */ requests = [];
  /** @type {(RequestCache | undefined)[]} */ caches = [];
  /** @type {{ name: string, resolve: () => void }[]} */ #waiting = [];
  /** Requests that are over: their answer was read to the end, or they were aborted. */
  ended = 0;

  /** @param {IdxPair} train @param {IdxPair} test */
  constructor(train, test) {
    this.contents = new Map([
      [NAMES.trainImages, train.images],
      [NAMES.trainLabels, train.labels],
      [NAMES.testImages, test.images],
      [NAMES.testLabels, test.labels],
    ]);
  }

  /** What Datasets expects of them. */
  get files() {
    return [...this.contents].map(([name, bytes]) => ({
      name,
      size: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex"),
    }));
  }

  /** Resolves when a file was asked for. @param {string} name */
  async asked(name) {
    if (this.requests.includes(name)) return;
    await new Promise((resolve) => this.#waiting.push({ name, resolve: () => resolve(undefined) }));
  }

  /**
   * In place of the global one.
   * @param {string} url
   * @param {RequestInit} options
   * @returns {Promise<Response>}
   */
  fetch = async (url, { signal, cache }) => {
    const name = url.slice(url.lastIndexOf("/") + 1, -".gz".length);
    const attempt = this.requests.filter((each) => each === name).length;
    this.requests.push(name);
    for (const each of this.#waiting) if (each.name === name) each.resolve();
    this.caches.push(cache);
    signal?.addEventListener("abort", () => this.ended++);
    const bytes = this.contents.get(name);
    if (!bytes) return new Response("", { status: 404 });
    const fault = this.faults[name];
    return fault ? fault(bytes, attempt) : packed(bytes);
  };
}

/** @param {Uint8Array} bytes */
export const packed = (bytes) => new Response(gzipSync(bytes));

/** @param {Uint8Array} bytes  sent as they are */
export const plain = (bytes) => new Response(/** @type {Uint8Array<ArrayBuffer>} */ (bytes));

/**
 * The first bytes of a file, then what `end` does.
 * @param {Uint8Array} bytes @param {number} length @param {() => Promise<never>} end
 */
export function begun(bytes, length, end) {
  let sent = 0;
  return new Response(
    new ReadableStream({
      async pull(controller) {
        if (sent >= length) return end();
        controller.enqueue(bytes.slice(sent, Math.min(length, sent + 50_000)));
        sent += 50_000;
      },
    }),
  );
}

/**
 * A connection that breaks off after so many bytes.
 * @param {Uint8Array} bytes
 * @param {number} length
 */
export const cut = (bytes, length) =>
  begun(bytes, length, () => Promise.reject(new TypeError("terminated")));

/** @returns {Promise<never>} */
export const never = () => new Promise(() => {});
