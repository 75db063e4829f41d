/** The networks that a link can begin with by name, and the settings that each of them brings. */
import { defaults } from "./settings.js";
import { fineTuning } from "./training-options.js";

/** @typedef {import("./settings.js").NetworkSettings} NetworkSettings */

const CLASSIFIER = /** @type {const} */ ({
  hidden: "relu",
  output: "softmax",
  cost: "cross-entropy",
});

/**
 * Structure of the committed networks.
 * @type {Record<"pretrained" | "best", Partial<NetworkSettings>>}
 */
const COMMITTED = {
  pretrained: { layers: [16, 16], ...CLASSIFIER },
  best: { layers: [512, 128], ...CLASSIFIER },
};

/**
 * What a link that begins so need not say.
 * @param {"pretrained" | "best" | "random" | "file"} start
 * @returns {NetworkSettings}
 */
export function impliedSettings(start) {
  if (start !== "pretrained" && start !== "best") return defaults();
  const structure = COMMITTED[start];
  return { ...defaults(), ...fineTuning("cross-entropy"), ...structure };
}
