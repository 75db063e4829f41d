/** The networks that a link can begin with by name, and the settings that each of them brings. */
import * as texts from "../texts/en/starts.js";
import { changedKeys, defaults, setting } from "./settings.js";
import { fineTuning, presetSettings } from "./training-options.js";

/**
 * @typedef {import("./settings.js").NetworkSettings} NetworkSettings
 * @typedef {"lesson" | "pretrained" | "best"} CommittedName  of a network that comes with the page
 */

const CLASSIFIER = /** @type {const} */ ({
  hidden: "relu",
  output: "softmax",
  cost: "cross-entropy",
});

/**
 * Structure of the committed networks, and the preset that trains one like it from random weights.
 * @type {Record<CommittedName, { structure: Partial<NetworkSettings>, preset: string }>}
 */
const COMMITTED = {
  lesson: {
    structure: { layers: [16, 16], hidden: "sigmoid", output: "sigmoid", cost: "quadratic" },
    preset: "video",
  },
  pretrained: { structure: { layers: [16, 16], ...CLASSIFIER }, preset: "modern" },
  best: { structure: { layers: [512, 128], ...CLASSIFIER }, preset: "best" },
};

/** The network of an address that names none. */
export const OPENING = "lesson";

/** @param {string} kind  of a start @returns {kind is CommittedName} */
export const isCommitted = (kind) => Object.hasOwn(COMMITTED, kind);

/**
 * What a link that begins so need not say.
 * @param {import("./provenance.js").Start["kind"]} start
 * @returns {NetworkSettings}
 */
export function impliedSettings(start) {
  if (!isCommitted(start)) return defaults();
  const { structure } = COMMITTED[start];
  return { ...defaults(), ...fineTuning(structure.cost ?? "quadratic"), ...structure };
}

/**
 * The settings of the random network that a reset makes. A committed network's are meant for going
 * on with it: they give way to those of its preset, but for what was changed by hand.
 * @param {import("./provenance.js").Start} start  of the network that is reset
 * @param {NetworkSettings} settings  in force
 * @returns {NetworkSettings}
 */
export function resetSettings({ kind }, settings) {
  if (!isCommitted(kind)) return settings;
  // Training on moves the last epoch by itself.
  const changed = changedKeys(settings, impliedSettings(kind)).filter((key) => key !== "epochs");
  const own = Object.fromEntries(changed.map((key) => [key, settings[key]]));
  return { ...settings, ...presetSettings(COMMITTED[kind].preset), ...own };
}

/**
 * Which random network these settings make: "sigmoid, squared error, seed 1".
 * @param {NetworkSettings} settings
 */
export function randomWords({ layers, hidden, output, cost, seed }) {
  const isUsual = layers.join() === setting("layers").initial.join();
  const all = isUsual ? null : [784, ...layers, 10].join("-");
  return texts.randomNetwork(all, functionWords({ hidden, output, cost }), seed);
}

/**
 * A network's activation functions and cost: "sigmoid, squared error".
 * @param {Pick<NetworkSettings, "hidden" | "output" | "cost">} network
 */
export function functionWords({ hidden, output, cost }) {
  return texts.functions(hidden, output === "softmax", cost);
}
