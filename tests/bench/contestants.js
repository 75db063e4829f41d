/** Who takes part: each in a process, a browser or a program of its own, started in every round. */

import { findChromium, startChromium } from "./runners/chromium.js";
import { startNative } from "./runners/native.js";
import { startProcess } from "./runners/process.js";
import { buildNative, buildRoofline } from "./runners/toolchain.js";

/** @typedef {import("./rounds.js").Contestant} Contestant */

export const OURS = "Downhill, wasm in Node";
/** The null control: the same as OURS, in processes of its own. */
export const NULL = "The same build again";
export const CHROMIUM = "Downhill, wasm in Chromium";
export const NATIVE = "Downhill, native";

/** The peers: a name for people and a file of contestants/. @type {[string, string][]} */
export const PEERS = [
  ["TensorFlow.js wasm, core API", "tfjs-core"],
  ["TensorFlow.js wasm, model.fit", "tfjs-fit"],
  ["jax-js wasm", "jax"],
  ["ConvNetJS", "convnet"],
];

/** In slices. Peers' JavaScript takes long to become fast; compiled programs are. */
const PEER_WARM_UP = 2.5;
const NATIVE_WARM_UP = 0.25;

/** Peers of the plan that are not here, and why. */
const ABSENT = [
  {
    contestant: "onnxruntime-web/training 1.19",
    why: "discontinued, and its training graphs must be prepared offline by a Python package",
  },
];

/**
 * The engine in a Node process.
 *
 * @param {string} name
 * @param {string} [build]  the folder whose engine it is, as a URL; this one unless given
 * @returns {Contestant}
 */
export const inNode = (name, build) => ({ name, start: () => startProcess(name, "engine", build) });

/** No contestant but the limit. @returns {Contestant} */
export function rooflineOf() {
  buildRoofline();
  return { name: "roofline", start: () => startProcess("roofline", "roofline") };
}

/**
 * Ours first, and far from it the null control: two that take their turns one after the other
 * differ less than two that do not.
 *
 * @param {string} word  in the names of those that are wanted beside these two
 * @param {(line: string) => void} say
 */
export function contestantsOf(word, say) {
  const wanted = (/** @type {string} */ name) => name.toLowerCase().includes(word.toLowerCase());
  const absent = [...ABSENT];
  /** @type {Contestant[]} */
  const contestants = [inNode(OURS)];

  if (wanted(CHROMIUM)) {
    const file = findChromium();
    if (file) contestants.push({ name: CHROMIUM, start: () => startChromium(CHROMIUM, file) });
    else absent.push({ contestant: CHROMIUM, why: "there is no Chromium" });
  }
  for (const compiler of ["gcc", "clang"]) {
    const name = `${NATIVE} (${compiler})`;
    if (!wanted(name)) continue;
    const program = buildNative(compiler);
    if (!program) absent.push({ contestant: name, why: `there is no ${compiler}` });
    else {
      const start = () => startNative(name, program);
      contestants.push({ name, start, warmUp: NATIVE_WARM_UP });
    }
  }
  contestants.push(inNode(NULL));
  for (const [name, module] of PEERS.filter(([name]) => wanted(name)))
    contestants.push({ name, start: () => startProcess(name, module), warmUp: PEER_WARM_UP });

  for (const { contestant, why } of absent) say(`left out: ${contestant} (${why})`);
  return { contestants, absent };
}
