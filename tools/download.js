/**
 * Downloads that survive a bad network: what has arrived waits in `FILE.part`
 * and is resumed from there, at the same or at another mirror; only what
 * passes the check takes the file's name.
 */
import { appendFile, readFile, rename, rm, stat } from "node:fs/promises";

/** Milliseconds without an answer, or without a byte of it, before a mirror is given up. */
const PATIENCE = 8000;

/** A server that answers, but not with the file. */
class Refusal extends Error {}

/**
 * Fetches one file from the first mirror that has it whole.
 *
 * @param {object} wanted
 * @param {string} wanted.path where the file goes; nothing stands there until it is verified
 * @param {string} wanted.name the file's name at each mirror
 * @param {Set<string>} wanted.mirrors folder addresses, in order of preference; those that
 *   cannot be reached are removed, so that later files do not wait for them again
 * @param {number} wanted.limit bytes; a longer answer is refused
 * @param {(bytes: Uint8Array) => boolean} wanted.verify whether these bytes are the file
 * @param {(bytes: number, total: number) => void} [wanted.progress] total is NaN when unknown
 * @returns {Promise<boolean>} whether the file is there now
 */
export async function download({ path, name, mirrors, limit, verify, progress = () => {} }) {
  for (const mirror of [...mirrors]) {
    const url = `${mirror.replace(/\/*$/, "/")}${name}`;
    try {
      if (await fromMirror(url, `${path}.part`, { limit, verify, progress })) {
        await rename(`${path}.part`, path);
        return true;
      }
    } catch (error) {
      if (!(error instanceof Refusal)) mirrors.delete(mirror);
    }
  }
  return false;
}

/**
 * Goes on fetching while each try brings something new. A part that was begun
 * elsewhere and does not fit is thrown away once.
 *
 * @param {string} url
 * @param {string} part
 * @param {Pick<Parameters<typeof download>[0], "limit" | "verify"> &
 *   { progress: (bytes: number, total: number) => void }} how
 * @returns {Promise<boolean>} whether part is the whole, verified file; if not, it is gone
 */
async function fromMirror(url, part, { limit, verify, progress }) {
  const resumed = (await sizeOf(part)) > 0;
  for (let isWhole = false; !isWhole; ) {
    const before = await sizeOf(part);
    try {
      await append(url, part, before, limit, progress);
      isWhole = true;
    } catch (error) {
      if (error instanceof Refusal || (await sizeOf(part)) <= before) throw error;
    }
  }
  if (verify(await readFile(part))) return true;
  await rm(part);
  return resumed && fromMirror(url, part, { limit, verify, progress });
}

/**
 * Appends to part what follows its first `start` bytes.
 *
 * @param {string} url
 * @param {string} part
 * @param {number} start
 * @param {number} limit
 * @param {(bytes: number, total: number) => void} progress
 */
async function append(url, part, start, limit, progress) {
  const watchdog = new AbortController();
  let timer = setTimeout(() => watchdog.abort(), PATIENCE);
  try {
    const headers = {
      "Accept-Encoding": "identity",
      ...(start > 0 && { Range: `bytes=${start}-` }),
    };
    const response = await fetch(url, { headers, signal: watchdog.signal });
    if (response.status === 416) return;
    if (!response.ok || !response.body) throw new Refusal(`${url}: ${response.status}`);
    if (response.status !== 206) {
      await rm(part, { force: true });
      start = 0;
    }
    let size = start;
    const total = start + Number(response.headers.get("Content-Length") ?? Number.NaN);
    for await (const bytes of response.body) {
      clearTimeout(timer);
      timer = setTimeout(() => watchdog.abort(), PATIENCE);
      size += bytes.length;
      if (size > limit) throw new Refusal(`${url}: longer than ${limit} bytes`);
      await appendFile(part, bytes);
      progress(size, total);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** @param {string} path @returns {Promise<number>} bytes, 0 when there is no such file */
async function sizeOf(path) {
  return stat(path).then(
    (stats) => stats.size,
    () => 0,
  );
}
