/**
 * MNIST as it streams in from the page's own host. The SHA-256 of each file is computed in
 * JavaScript as its bytes come, since crypto.subtle takes whole files only and is missing where the
 * page is served without https.
 *
 * @typedef {import("../common/mnist-files.js").DataFile} DataFile
 * @typedef {import("../common/idx.js").Chunks} Chunks
 * @typedef {import("./download.js").Connection} Connection
 * @typedef {"train" | "test"} SetName
 * @typedef {{ images: Uint8Array, labels: Uint8Array }} Examples  784 bytes per image, one label
 *   each
 *
 * @typedef {object} Receiver  what is done with the digits
 * @property {(trainTotal: number) => void} begin  all labels are in
 * @property {(set: SetName, examples: Examples) => void} add  the next digits of a set
 * @property {(set: SetName) => void} end  the set is complete and verified
 * @property {() => Promise<void>} yieldToEvents
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { IdxError, imagePieces, labelsOf, uncompressed } from "../common/idx.js";
import { PIXELS } from "../common/images.js";
import * as texts from "../texts/en/worker.js";
import { download, Interrupted } from "./download.js";

/** Digits that are handed on together. */
const PIECE = 1000;

/** @param {DataFile} file  of images */
export const digitsIn = ({ size }) => Math.floor(size / PIXELS);

/** @param {string} base @param {DataFile} file */
const addressOf = (base, { name }) => `${base}${name}.gz`;

/**
 * Brings in all digits, the two sets side by side. Rejects with an IdxError (the files are not
 * MNIST), with NotFound, with Interrupted, or with the signal's reason.
 * @param {readonly DataFile[]} files  in the order of MNIST_FILES
 * @param {string} base  address of their folder, ending in "/"
 * @param {Connection} connection
 * @param {Receiver} receiver
 */
export async function loadMnist(files, base, connection, receiver) {
  const [trainImages, trainLabels, testImages, testLabels] = files;
  const { signal } = connection;
  const open = (/** @type {DataFile} */ file) =>
    verified(uncompressed(download(addressOf(base, file), connection), file.name), file);
  const [forTrain, forTest] = await Promise.all([
    readLabels(open(trainLabels), trainLabels),
    readLabels(open(testLabels), testLabels),
  ]);
  signal.throwIfAborted();
  receiver.begin(forTrain.length);
  const trainPieces = labelled(open(trainImages), trainImages, forTrain);
  const testPieces = labelled(open(testImages), testImages, forTest);
  const [interruption] = await Promise.all([
    pour("train", trainPieces, signal, receiver).then(() => null, returnInterruption),
    pour("test", testPieces, signal, receiver),
  ]);
  // Not earlier: a part of the training digits is of use once all test digits are in.
  if (interruption) throw interruption;
}

/** @param {unknown} error */
function returnInterruption(error) {
  if (error instanceof Interrupted) return error;
  throw error;
}

/**
 * @param {SetName} set
 * @param {AsyncIterable<Examples>} pieces
 * @param {AbortSignal} signal
 * @param {Receiver} receiver
 */
async function pour(set, pieces, signal, receiver) {
  for await (const piece of pieces) {
    signal.throwIfAborted();
    receiver.add(set, piece);
    await receiver.yieldToEvents();
    signal.throwIfAborted();
  }
  signal.throwIfAborted();
  receiver.end(set);
}

/**
 * Images with their labels, some at a time.
 * @param {Chunks} chunks  of the image file @param {DataFile} file @param {Uint8Array} labels
 * @returns {AsyncGenerator<Examples>}
 */
async function* labelled(chunks, { name }, labels) {
  for await (const { images, from, total } of imagePieces(chunks, name, PIECE)) {
    if (total !== labels.length) {
      throw new IdxError(texts.unequal(name, total, labels.length));
    }
    yield { images, labels: labels.slice(from, from + images.length / PIXELS) };
  }
}

/** @param {Chunks} chunks @param {DataFile} file */
async function readLabels(chunks, { name, size }) {
  const bytes = new Uint8Array(size);
  let length = 0;
  for await (const chunk of chunks) {
    bytes.set(chunk, length);
    length += chunk.length;
  }
  return labelsOf(bytes, name);
}

/**
 * The same bytes. Throws an IdxError at their end, or sooner, when they are not the file's.
 * @param {Chunks} chunks @param {DataFile} file @returns {AsyncGenerator<Uint8Array>}
 */
async function* verified(chunks, { name, size, sha256: expected }) {
  const hash = sha256.create();
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > size) throw new IdxError(texts.tooLong(name, size));
    hash.update(chunk);
    yield chunk;
  }
  if (length < size) throw new IdxError(texts.tooShort(name, length, size));
  if (bytesToHex(hash.digest()) !== expected) throw new IdxError(texts.otherChecksum(name));
}

/**
 * Removes copies of the files from the caches that the service worker answers from, so that damage
 * on the way is not there for ever.
 * @param {readonly DataFile[]} files
 * @param {string} base
 * @param {CacheStorage | undefined} [caches]
 */
export async function forgetCopies(files, base, caches = globalThis.caches) {
  for (const name of (await caches?.keys()) ?? []) {
    const cache = await caches.open(name);
    for (const file of files) await cache.delete(addressOf(base, file));
  }
}
