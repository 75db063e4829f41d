import { readFileSync } from "node:fs";
import { Heap } from "../../wasm/heap.js";
import { Network } from "../../wasm/network.js";

/** @typedef {import("../../wasm/exports.js").Exports} Exports */

/**
 * A network whose parameters may be set to anything, as no user can: `setParameters` refuses what
 * is not finite.
 */
export async function divergingNetwork() {
  const { instance } = await WebAssembly.instantiate(
    readFileSync(new URL("../../build/engine.wasm", import.meta.url)),
    { env: { emscripten_notify_memory_growth() {} } },
  );
  const exports = /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  exports._initialize?.();
  const heap = new Heap(exports);
  const net = Network.random(heap, { seed: 2 });
  /** @param {number} index @param {number} value */
  const set = (index, value) => {
    const { parameters } = net;
    parameters[index] = value;
    heap.borrow([parameters.byteLength], (at) => {
      heap.write(at, parameters);
      exports.network_set_parameters(net.pointer, at);
    });
  };
  return { net, set };
}
