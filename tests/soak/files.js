/**
 * Files that a visitor may drop: good ones, damaged ones, and ones that have nothing to do with
 * Downhill. All are made here; none is anybody's data.
 *
 * @typedef {{ name: string, type: string, bytes: number[] }} SoakFile
 */
import { loadEngine } from "../../wasm/engine.js";

const PIXELS = 784;

/** @param {number} pixel  0…1 */
const toByte = (pixel) => Math.round(pixel * 255);

/** @param {number} value @returns {number[]} four bytes, the greatest first */
const word = (value) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);

/**
 * An IDX pair of built-in handwriting.
 * @param {Awaited<ReturnType<typeof loadEngine>>} engine @param {number} count
 */
function idxPair(engine, count) {
  const data = engine.handwriting({ count, seed: 9 });
  const labels = data.labels;
  const images = Array.from({ length: count }, (_, i) => [...data.image(i)].map(toByte)).flat();
  data.free();
  return {
    images: [...word(0x803), ...word(count), ...word(28), ...word(28), ...images],
    labels: [...word(0x801), ...word(count), ...labels],
  };
}

/** @returns {Promise<SoakFile[][]>} what is dropped together */
export async function droppedFiles() {
  const engine = await loadEngine();
  const pair = idxPair(engine, 400);
  const few = idxPair(engine, 3);
  const net = engine.network({ layers: [PIXELS, 12, 10], seed: 4 });
  const model = [...net.save()];
  net.free();
  const plain = "application/octet-stream";
  const file = (/** @type {string} */ name, /** @type {number[]} */ bytes, type = plain) => ({
    ...{ name, type, bytes },
  });
  const text = (/** @type {string} */ words) => [...new TextEncoder().encode(words)];
  const csv = Array.from({ length: 40 }, (_, i) => {
    const pixels = few.images.slice(16 + (i % 3) * PIXELS, 16 + ((i % 3) + 1) * PIXELS);
    return [i % 10, ...pixels].join(",");
  }).join("\n");
  return [
    [file("own-images-idx3-ubyte", pair.images), file("own-labels-idx1-ubyte", pair.labels)],
    [file("few-images-idx3-ubyte", few.images), file("few-labels-idx1-ubyte", few.labels)],
    [file("own-images-idx3-ubyte", pair.images.slice(0, 5000))],
    [file("own-labels-idx1-ubyte", pair.labels), file("few-labels-idx1-ubyte", few.labels)],
    [file("net.safetensors", model)],
    [file("cut.safetensors", model.slice(0, model.length >> 1))],
    [
      file(
        "bent.safetensors",
        model.map((byte, i) => (i % 997 ? byte : byte ^ 8)),
      ),
    ],
    [file("empty", [])],
    [file("digits.csv", text(csv), "text/csv")],
    [file("broken.csv", text("label,pixels\n1,2,3\n"), "text/csv")],
    [file("7.png", text("no picture"), "image/png")],
    [file("page.html", text("<script>throw new Error('ran')</script>"), "text/html")],
    [file("digits.gz", [31, 139, 8, 0, 1, 2, 3], "application/gzip")],
  ];
}

/**
 * Serves the files at addresses of the page's own host.
 * @param {SoakFile[][]} drops
 * @returns {{ answer: import("../support/browser.js").Answer,
 *   dropped: import("./monkey.js").Dropped[][] }}
 */
export function served(drops) {
  const files = drops.flat();
  const urlOf = (/** @type {SoakFile} */ file) => `/soak/${files.indexOf(file)}`;
  return {
    dropped: drops.map((together) =>
      together.map((file) => ({ name: file.name, type: file.type, url: urlOf(file) })),
    ),
    answer: ({ url = "" }, response) => {
      const file = files[Number(/^\/soak\/(\d+)$/.exec(url)?.[1])];
      if (file) response.writeHead(200).end(Buffer.from(file.bytes));
      return file !== undefined;
    },
  };
}
