/**
 * One file from the host, over a connection that may break off or fall silent. The file is asked
 * for again then, and what had come before is skipped. (No ranges: with Content-Encoding they count
 * other bytes than those that come.)
 *
 * @typedef {import("./timer.js").SetTimer} SetTimer
 *
 * @typedef {object} Connection
 * @property {(url: string, options: RequestInit) => Promise<Response>} fetch
 * @property {SetTimer} setTimer
 * @property {AbortSignal} signal  ends every download at once
 * @property {RequestCache} cache
 */
import * as texts from "../texts/en/worker.js";

/** Milliseconds before the tries that follow a failure which brought nothing new. */
const BACKOFF = [1000, 2000, 4000];
/** The same when the host was never reached: offline, say. */
const UNREACHED = [1000];
/** Milliseconds without a byte after which a connection counts as broken. */
const SILENCE = 30_000;
/** Bytes of the largest chunk handed on, so that unpacking and hashing it takes little time. */
const LARGEST = 2 ** 18;

/** The host does not have the file. */
export class NotFound extends Error {}

/** The file could not be read to its end. The message says why: half a sentence. */
export class Interrupted extends Error {}

/**
 * A file's bytes as they are sent. Throws NotFound, Interrupted, or the signal's reason.
 * @param {string} url @param {Connection} connection @returns {AsyncGenerator<Uint8Array>}
 */
export async function* download(url, connection) {
  let came = 0;
  for (let failures = 0; ; failures++) {
    let skipped = 0;
    try {
      for await (const chunk of answer(url, connection)) {
        const fresh = chunk.subarray(Math.min(chunk.length, came - skipped));
        skipped += chunk.length - fresh.length;
        if (!fresh.length) continue;
        came += fresh.length;
        skipped = came;
        failures = 0;
        for (let at = 0; at < fresh.length; at += LARGEST) yield fresh.subarray(at, at + LARGEST);
      }
      if (skipped === came) return;
      throw new Interrupted(texts.brokenOff);
    } catch (error) {
      if (connection.signal.aborted || error instanceof NotFound) throw error;
      const pauses = came || error instanceof Interrupted ? BACKOFF : UNREACHED;
      if (failures >= pauses.length) throw asInterrupted(error, came);
      await pause(pauses[failures], connection);
    }
  }
}

/** @param {unknown} error @param {number} came  bytes before it */
function asInterrupted(error, came) {
  if (error instanceof Interrupted) return error;
  const what = came ? texts.brokenOff : texts.hostNotReached;
  return new Interrupted(what, { cause: error });
}

/**
 * One request's bytes.
 * @param {string} url @param {Connection} connection @returns {AsyncGenerator<Uint8Array>}
 */
async function* answer(url, { fetch, setTimer, signal, cache }) {
  const request = new AbortController();
  const stop = () => request.abort(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener("abort", stop);
  /** @template T @param {Promise<T>} promise */
  const soon = (promise) => {
    const silent = () => request.abort(new Interrupted(texts.hostSilent));
    const cancel = setTimer(silent, SILENCE);
    return unlessAborted(promise, request.signal).finally(cancel);
  };
  /** @type {ReadableStreamDefaultReader<Uint8Array> | undefined} */
  let reader;
  try {
    const response = await soon(fetch(url, { signal: request.signal, cache }));
    if (response.status === 404 || response.status === 410)
      throw new NotFound(texts.notFound(url.slice(url.lastIndexOf("/") + 1)));
    if (!response.ok || !response.body) {
      throw new Interrupted(texts.answeredWith(response.status));
    }
    reader = response.body.getReader();
    for (;;) {
      const { value, done } = await soon(reader.read());
      if (done) return;
      yield value;
    }
  } finally {
    signal.removeEventListener("abort", stop);
    request.abort();
    reader?.cancel().catch(() => {});
  }
}

/** @param {number} milliseconds @param {Connection} connection */
function pause(milliseconds, { setTimer, signal }) {
  /** @type {() => void} */
  let cancel = () => {};
  const passed = new Promise((resolve) => {
    cancel = setTimer(() => resolve(undefined), milliseconds);
  });
  return unlessAborted(passed, signal).finally(() => cancel());
}

/**
 * The promise's outcome; the signal's reason as soon as it is aborted, even if the promise never
 * settles.
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
function unlessAborted(promise, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    const settle = () => signal.removeEventListener("abort", stop);
    signal.addEventListener("abort", stop);
    promise.then(resolve, reject).finally(settle);
    if (signal.aborted) stop();
  });
}
