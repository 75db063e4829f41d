/** A host of digits for sessions in Node: four small IDX files with sums of their own. */
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { MNIST_FILES } from "../../web/common/mnist-files.js";
import { engine } from "./browser-in-node.js";
import { idxOf } from "./mnist-host.js";

const NAMES = MNIST_FILES.map(({ name }) => name);

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
