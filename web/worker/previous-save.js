/**
 * The network that the previous version of the page saved: one for all tabs, without provenance and
 * checksum.
 *
 * @typedef {{ load: (bytes: Uint8Array) => import("../../wasm/network.js").Network }} Loader
 */
import { count as grouped } from "../common/numbers.js";
import { begun } from "../common/provenance.js";
import { checkedSettings, defaults, fitted } from "../common/settings.js";
import { fineTuning } from "../common/training-options.js";
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
  if (!(bytes instanceof Uint8Array)) throw new Error("its model file is missing");
  const net = loaded(engine, bytes);
  const card = cardOf(net);
  const { parameters, fingerprint } = net;
  net.free();
  const note = steps > 0 ? `trained for ${grouped(steps)} steps then` : "";
  const name = "Your network from an earlier visit";
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
    throw new Error("its model file is damaged");
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
