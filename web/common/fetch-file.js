/** Files of the page itself, over a connection that may fail. */

/** Milliseconds before each further try. */
const PAUSES = [500, 2500];
const SILENCE_MS = 30_000;

/**
 * The host cannot be reached now. All else, a file that it no longer has say, no second try mends.
 */
export class NotReached extends Error {
  /** All that a worker's error keeps of its kind on the way to the page. */
  name = "NotReached";
}

/**
 * The script that an import brings in, relative to the one it is written in; none where nothing is
 * built.
 * @param {() => Promise<unknown>} load  one `import()` of a built script
 * @returns {string | undefined}
 */
export function importedBy(load) {
  return /import\(`(.+?)`/.exec(String(load))?.[1];
}

/**
 * Fetches a file, so that the browser has it; what comes in its place, a login page say, is not
 * taken for it. Rejects with a NotReached after three tries, and with another error when the host
 * no longer has it.
 * @param {string} url
 * @param {{ notReached: string, notFound: string }} words  for these errors
 * @returns {Promise<ArrayBuffer>} its bytes
 */
export async function fetchFile(url, words) {
  for (let failures = 0; ; failures++) {
    try {
      return await fetchOnce(url, words, failures ? "reload" : "default");
    } catch (error) {
      if (!(error instanceof NotReached) || failures === PAUSES.length) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSES[failures]));
    }
  }
}

/**
 * @param {string} url @param {{ notReached: string, notFound: string }} words
 * @param {RequestCache} cache
 */
async function fetchOnce(url, { notReached, notFound }, cache) {
  const signal = AbortSignal.timeout?.(SILENCE_MS);
  const [{ status, headers }, bytes] = await fetch(url, { cache, signal })
    .then(async (response) => /** @type {const} */ ([response, await response.arrayBuffer()]))
    .catch((error) => {
      throw new NotReached(notReached, { cause: error });
    });
  if (status === 404 || status === 410) throw new Error(notFound);
  const isPage = headers.get("content-type")?.startsWith("text/html");
  if (status !== 200 || isPage) throw new NotReached(notReached);
  return bytes;
}
