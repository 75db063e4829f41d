/**
 * The network that the previous version of the page saved: one for all tabs, without provenance and
 * checksum.
 *
 * @typedef {{ load: (bytes: Uint8Array) => import("../../wasm/network.js").Network }} Loader
 */
import { begun } from "../common/provenance.js";
import { checkedSettings, defaults, fitted } from "../common/settings.js";
import { fineTuning } from "../common/training-options.js";
import * as texts from "../texts/en/worker-files.js";
import { cardOf } from "./reading.js";

/** Its key in the store. */
export const PREVIOUS_KEY = "network";

/**
 * Throws an Error when it holds no model file that can be read.
 * @param {Loader} engine @param {any} previous  { bytes: a model file, steps, settings }
 * @returns {import("./protocol.js").Snapshot}
 */
export function snapshotOfPrevious(engine, previous) {
  const { bytes, steps, settings } = previous ?? {};
  if (!(bytes instanceof Uint8Array)) throw new Error(texts.fileMissing);
  const net = loaded(engine, bytes);
  const card = cardOf(net);
  const { parameters, fingerprint } = net;
  net.free();
  const note = steps > 0 ? texts.trainedThen(steps) : "";
  const name = texts.earlierNetwork;
  return {
    card,
    parameters,
    provenance: begun({ kind: "file", name, note, fingerprint }),
    settings: fitted(checkedOrUsual(settings, card.cost), card),
  };
}

/** @param {Loader} engine @param {Uint8Array} bytes */
function loaded(engine, bytes) {
  try {
    return engine.load(bytes);
  } catch {
    throw new Error(texts.fileDamaged);
  }
}

/** @param {unknown} settings @param {import("./protocol.js").NetworkCard["cost"]} cost */
function checkedOrUsual(settings, cost) {
  try {
    return checkedSettings(settings);
  } catch {
    return { ...defaults(), ...fineTuning(cost) };
  }
}
