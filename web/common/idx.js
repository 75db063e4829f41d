/**
 * IDX files as they arrive. A host may serve a .gz as it is, or say Content-Encoding: gzip and have the browser
 * unpack it, so the first two bytes decide.
 */

const IMAGES = 0x803;
const LABELS = 0x801;

/**
 * The whole of a label file: one byte per digit.
 * @param {string | URL} url @returns {Promise<Uint8Array>}
 */
export async function fetchLabels(url) {
  const bytes = new Uint8Array(await new Response(await unpacked(url)).arrayBuffer());
  const count = countOf(bytes, LABELS, url);
  if (bytes.length !== 8 + count) {
    throw new Error(`${url}: ${count} labels were announced, ${bytes.length - 8} came`);
  }
  return bytes.slice(8);
}

/**
 * An image file piece by piece: whole images only, at least `atLeast` of them but for the last piece.
 * @param {string | URL} url @param {number} atLeast
 * @returns {AsyncGenerator<{ images: Uint8Array, from: number, total: number }>}
 */
export async function* streamImages(url, atLeast) {
  const reader = (await unpacked(url)).getReader();
  /** @type {Uint8Array} */
  let held = new Uint8Array(0);
  let total = -1;
  let from = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (value) held = joined(held, value);
    if (total < 0 && held.length >= 16) {
      total = countOf(held, IMAGES, url);
      held = held.slice(16);
    }
    const whole = total < 0 ? 0 : Math.min(Math.floor(held.length / 784), total - from);
    if (whole && (done || whole >= atLeast || from + whole === total)) {
      yield { images: held.slice(0, whole * 784), from, total };
      from += whole;
      held = held.slice(whole * 784);
    }
    if (done) break;
  }
  if (from !== total) throw new Error(`${url}: ${total} images were announced, ${from} came`);
}

/** @param {string | URL} url @returns {Promise<ReadableStream<Uint8Array>>} */
async function unpacked(url) {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`${url}: ${response.status}`);
  return unzipped(response.body, String(url));
}

/**
 * The same bytes, or what they were before gzip.
 * @param {ReadableStream<Uint8Array>} stream @param {string} name  for the error
 * @returns {Promise<ReadableStream<Uint8Array>>}
 */
export async function unzipped(stream, name) {
  const [peeked, body] = stream.tee();
  const reader = peeked.getReader();
  const first = (await reader.read()).value ?? new Uint8Array(0);
  reader.cancel();
  if (first[0] === 0x1f && first[1] === 0x8b) {
    const gunzip = /** @type {any} */ (new DecompressionStream("gzip"));
    return body.pipeThrough(gunzip);
  }
  if (first[0] !== 0 || first[1] !== 0) {
    body.cancel();
    throw new Error(`${name}: not an IDX file`);
  }
  return body;
}

/** @param {Uint8Array} bytes @param {number} magic @param {string | URL} url */
function countOf(bytes, magic, url) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0) !== magic) throw new Error(`${url}: not an IDX file`);
  if (magic === IMAGES && (view.getUint32(8) !== 28 || view.getUint32(12) !== 28)) {
    throw new Error(`${url}: images of ${view.getUint32(8)}×${view.getUint32(12)}, not 28×28`);
  }
  return view.getUint32(4);
}

/** @param {Uint8Array} a @param {Uint8Array} b */
function joined(a, b) {
  if (!a.length) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
