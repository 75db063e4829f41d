/**
 * IDX files, the format of MNIST: a header of big-endian 32-bit numbers, then unsigned bytes. A .gz
 * may come as it is or already unpacked (a host that says Content-Encoding: gzip), so the first two
 * bytes decide.
 *
 * @typedef {AsyncIterable<Uint8Array>} Chunks  bytes as they arrive, cut anywhere
 * @typedef {{ kind: "images" | "labels", count: number, offset: number }} IdxHeader  offset: bytes
 *   before the first digit
 */
import * as texts from "../texts/en/idx.js";
import { PIXELS, SIDE } from "./images.js";

const IMAGES = 0x803;
const LABELS = 0x801;

/** The bytes are not what they should be. The message begins with the file's name. */
export class IdxError extends Error {}

/**
 * What the first 16 bytes say; of a label file, 8 are enough. Throws an IdxError.
 * @param {Uint8Array} bytes @param {string} name  of the file @returns {IdxHeader}
 */
export function headerOf(bytes, name) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = bytes.length >= 8 ? view.getUint32(0) : 0;
  if (magic === LABELS) return { kind: "labels", count: view.getUint32(4), offset: 8 };
  if (magic !== IMAGES || bytes.length < 16) {
    throw new IdxError(texts.neitherImagesNorLabels(name));
  }
  const rows = view.getUint32(8);
  const columns = view.getUint32(12);
  if (rows !== SIDE || columns !== SIDE) {
    throw new IdxError(texts.wrongSize(name, rows, columns, SIDE));
  }
  return { kind: "images", count: view.getUint32(4), offset: 16 };
}

/** A whole label file's labels. @param {Uint8Array} bytes @param {string} name */
export function labelsOf(bytes, name) {
  const { kind, count, offset } = headerOf(bytes, name);
  if (kind !== "labels" || bytes.length !== offset + count) {
    throw new IdxError(texts.wrongLabels(name));
  }
  return bytes.slice(offset);
}

/**
 * An image file in pieces of `size` images; the last piece may be smaller. Reads to the end of
 * `chunks`.
 * @param {Chunks} chunks
 * @param {string} name
 * @param {number} size
 * @returns {AsyncGenerator<{ images: Uint8Array, from: number, total: number }>}  images: 784 bytes
 *   each
 */
export async function* imagePieces(chunks, name, size) {
  const bytes = new ByteReader(chunks);
  try {
    const { kind, count: total } = headerOf(await bytes.take(16), name);
    if (kind !== "images") throw new IdxError(texts.labelsNotImages(name));
    for (let from = 0; from < total; from += size) {
      const wanted = Math.min(size, total - from) * PIXELS;
      const images = await bytes.take(wanted);
      if (images.length < wanted) throw new IdxError(texts.endsEarly(name));
      yield { images, from, total };
    }
    if ((await bytes.take(1)).length) throw new IdxError(texts.goesOn(name));
  } finally {
    await bytes.close();
  }
}

/** Bytes in the amounts that are asked for, whatever the amounts that arrive. */
class ByteReader {
  /** @type {AsyncIterator<Uint8Array>} */ #chunks;
  /** @type {Uint8Array} */ #rest = new Uint8Array(0);

  /** @param {Chunks} chunks */
  constructor(chunks) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next bytes, the caller's; fewer only at the end. @param {number} count */
  async take(count) {
    const taken = new Uint8Array(count);
    let length = 0;
    while (length < count) {
      if (!this.#rest.length) {
        const { value, done } = await this.#chunks.next();
        if (done) return taken.subarray(0, length);
        this.#rest = value;
      }
      const part = this.#rest.subarray(0, count - length);
      taken.set(part, length);
      length += part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    return taken;
  }

  async close() {
    await this.#chunks.return?.();
  }
}

/**
 * A stream's bytes.
 * @param {ReadableStream<Uint8Array>} stream
 * @returns {AsyncGenerator<Uint8Array>}
 */
export async function* chunksOf(stream) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/**
 * The same bytes, or what they were before gzip. Throws an IdxError when they cannot be an IDX
 * file; what `chunks` throws comes through as it is.
 * @param {Chunks} chunks
 * @param {string} name
 * @returns {AsyncGenerator<Uint8Array>}
 */
export async function* uncompressed(chunks, name) {
  const rest = chunks[Symbol.asyncIterator]();
  try {
    const head = await firstBytes(rest);
    if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(prepended(head, rest), name);
    else if (head[0] === 0 && head[1] === 0) yield* prepended(head, rest);
    else if (/^\s*</.test(new TextDecoder().decode(head))) {
      throw new IdxError(texts.webPage(name));
    } else throw new IdxError(texts.notIdx(name));
  } finally {
    // Not awaited: a chunk that never comes must not hold up the one who gave up waiting for it.
    rest.return?.()?.catch(() => {});
  }
}

/** At least two bytes, unless there are fewer. @param {AsyncIterator<Uint8Array>} chunks */
async function firstBytes(chunks) {
  /** @type {Uint8Array} */
  let head = new Uint8Array(0);
  while (head.length < 2) {
    const { value, done } = await chunks.next();
    if (done) break;
    if (!head.length) {
      head = value;
      continue;
    }
    const longer = new Uint8Array(head.length + value.length);
    longer.set(head);
    longer.set(value, head.length);
    head = longer;
  }
  return head;
}

/**
 * @param {Uint8Array} head
 * @param {AsyncIterator<Uint8Array>} rest
 * @returns {AsyncGenerator<Uint8Array>}
 */
async function* prepended(head, rest) {
  yield head;
  for (;;) {
    const { value, done } = await rest.next();
    if (done) return;
    yield value;
  }
}

/**
 * @param {AsyncGenerator<Uint8Array>} chunks
 * @param {string} name
 * @returns {AsyncGenerator<Uint8Array>}
 */
async function* gunzipped(chunks, name) {
  /**
   * What ended the chunks; a stream passes its source's errors on in a form of its own.
   * @type {{ error: unknown } | null}
   */
  let failure = null;
  const packed = new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        failure = { error };
        throw error;
      }
    },
    cancel() {
      chunks.return(undefined).catch(() => {});
    },
  });
  try {
    yield* chunksOf(packed.pipeThrough(/** @type {any} */ (new DecompressionStream("gzip"))));
  } catch {
    if (failure) throw /** @type {{ error: unknown }} */ (failure).error;
    throw new IdxError(texts.notUnpacked(name));
  }
}
