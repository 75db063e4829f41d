/** A host of digits for sessions in Node: four small IDX files with sums of their own. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { engine } from "./browser-in-node.js";

const NAMES = [
  "train-images-idx3-ubyte",
  "train-labels-idx1-ubyte",
  "t10k-images-idx3-ubyte",
  "t10k-labels-idx1-ubyte",
];

/** Digits as two IDX files. @param {import("../../wasm/dataset.js").Dataset} data */
export function idxOf(data) {
  const images = new Uint8Array(16 + data.count * 784);
  const labels = new Uint8Array(8 + data.count);
  for (const [bytes, sizes] of /** @type {[Uint8Array, number[]][]} */ ([
    [images, [0x803, data.count, 28, 28]],
    [labels, [0x801, data.count]],
  ])) {
    for (const [i, size] of sizes.entries()) new DataView(bytes.buffer).setUint32(4 * i, size);
  }
  for (let i = 0; i < data.count; i++) {
    images.set(data.image(i), 16 + i * 784);
    labels[8 + i] = data.label(i);
  }
  return { images, labels };
}

/**
 * @param {{ train?: number, test?: number, seed?: number }} [sizes]
 * @returns {{ files: import("../../web/common/mnist-files.js").DataFile[], fetch: typeof fetch,
 *   train: import("../../wasm/dataset.js").Dataset, test: import("../../wasm/dataset.js").Dataset
 *   }}
 */
export function digitHost({ train = 600, test = 100, seed = 21 } = {}) {
  const sets = [
    engine.handwriting({ count: train, seed }),
    engine.handwriting({ count: test, seed: seed + 1 }),
  ];
  const contents = sets.flatMap((set) => {
    const { images, labels } = idxOf(set);
    return [images, labels];
  });
  const files = NAMES.map((name, i) => ({
    name,
    size: contents[i].length,
    sha256: createHash("sha256").update(contents[i]).digest("hex"),
  }));
  const bodies = new Map(NAMES.map((name, i) => [`${name}.gz`, gzipSync(contents[i])]));
  const answer = async (/** @type {any} */ url) => {
    const body = bodies.get(String(url).split("/").pop() ?? "");
    return body ? new Response(body) : new Response("not found", { status: 404 });
  };
  return { files, fetch: /** @type {any} */ (answer), train: sets[0], test: sets[1] };
}
