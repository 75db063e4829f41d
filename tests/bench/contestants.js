/** Who takes part: each in a process, a browser or a program of its own, started once. */

import { startChromium } from "./runners/chromium.js";
import { startNative } from "./runners/native.js";
import { startProcess } from "./runners/process.js";
import { buildNative, buildRoofline } from "./runners/toolchain.js";

export const OURS = "Downhill, wasm in Node";
export const CHROMIUM = "Downhill, wasm in Chromium";
export const NATIVE = "Downhill, native";

/** The peers: a name for people and a file of contestants/. @type {[string, string][]} */
export const PEERS = [
  ["TensorFlow.js wasm, core API", "tfjs-core"],
  ["TensorFlow.js wasm, model.fit", "tfjs-fit"],
  ["jax-js wasm", "jax"],
  ["ConvNetJS", "convnet"],
];

/** Peers of the plan that are not here, and why. */
const ABSENT = [
  {
    contestant: "onnxruntime-web/training 1.19",
    why: "discontinued, and its training graphs must be prepared offline by a Python package",
  },
];

/**
 * @param {import("./options.js").Options} options
 * @param {(line: string) => void} say
 */
export async function startContestants({ contestants: word }, say) {
  const wanted = (/** @type {string} */ name) => name.toLowerCase().includes(word.toLowerCase());
  const absent = [...ABSENT];
  buildRoofline();
  const roofline = await startProcess("roofline", "roofline");
  const engine = await startProcess(OURS, "engine");
  const contestants = [engine];

  if (wanted(CHROMIUM)) {
    const chromium = await startChromium(CHROMIUM);
    if (chromium) contestants.push(chromium);
    else absent.push({ contestant: CHROMIUM, why: "there is no Chromium" });
  }
  const natives = ["gcc", "clang"].filter((compiler) => wanted(`${NATIVE} (${compiler})`));
  for (const compiler of natives) {
    const name = `${NATIVE} (${compiler})`;
    const program = buildNative(compiler);
    if (program) contestants.push(await startNative(name, program));
    else absent.push({ contestant: name, why: `there is no ${compiler}` });
  }
  for (const [name, module] of PEERS.filter(([name]) => wanted(name)))
    contestants.push(await startProcess(name, module));

  for (const { contestant, why } of absent) say(`left out: ${contestant} (${why})`);
  return { roofline, engine, contestants, absent };
}
