/** The dialog with all settings, with its data panel and its share panel. */
import { count, fingerprint } from "../../common/numbers.js";

export const settings = "Settings";
export const closeSettings = "Close the settings";
export const network = "Network";
export const networkNote = "A change here starts a new random network.";
export const data = "Data";
export const training = "Training";
export const trainingNote = "A change here takes effect without resetting the network.";
export const saveAndShare = "Save and share";

/* ---- how the settings differ from the presets ---- */

export const forTrainingOn = "Settings for training this network on.";
/** @param {string} preset */
export const asIn = (preset) => `Settings as in “${preset}”.`;

/** A label or a choice inside a sentence @param {string} words */
const inside = (words) => (/^(Adam|ReLU|SGD)/.test(words) ? words : words.toLowerCase());
/**
 * @param {string} preset
 * @param {{ label: string, there: string }[]} differences  there: the value in the preset
 */
export function closestTo(preset, differences) {
  const list = differences.map(({ label, there }) => `${inside(label)} (there ${inside(there)})`);
  return `Closest to “${preset}”; different: ${list.join(", ")}.`;
}

/* ---- data ---- */

export const yourData = "Your data…";
export const useMnist = "Use MNIST";
export const useHandwriting = "Use built-in handwriting";

/* ---- links ---- */

export const copyLink = "Copy a link to this network";

/**
 * @param {string} why  half a sentence
 * @param {boolean} hasFile  the model file can be saved
 * @param {boolean} fitsInLink  a link can carry the network
 */
export function inexact(why, hasFile, fitsInLink) {
  const ways = [
    ...(hasFile ? ["the model file"] : []),
    ...(fitsInLink ? ["a link that carries the network"] : []),
  ];
  const what = `This link does not make exactly this network, because ${why}.`;
  return ways.length ? `${what} To share exactly this network, use ${ways.join(" or ")}.` : what;
}

export const copyWeights = "Copy a link that carries the network";
/** @param {number} length  of the link, in thousands of characters */
export function weightsNote(length) {
  const size = length ? `about ${count(1000 * length)}` : "under 1,000";
  const warning = "which some mail and chat programs cut off";
  return `Exact to the last bit; ${size} characters long, ${warning}.`;
}

/** @param {string} print  of the network that the link makes exactly, or "" */
export const makes = (print) =>
  print ? `Opening it makes exactly this network (fingerprint ${fingerprint(print)}).` : "";
/** @param {string} print  see `makes` */
export const copied = (print) => ["Copied.", makes(print)].filter(Boolean).join(" ");
/** @param {string} why */
export const linkNotMade = (why) => `The link was not made: ${why}`;

export const makeClassLink = "Make a class link…";

/* ---- model files ---- */

export const saveFile = "Save the model file";
export const saveOnnx = "Save as ONNX";
export const openFile = "Open a model file";
export const filesNote =
  "Both files hold the network to the last bit; other programs run ONNX. Networks of other " +
  "programs open here, too, from safetensors or ONNX.";
/** @param {string} name */
export const saved = (name) => `Saved as ${name}.`;
/** @param {string} why */
export const notSaved = (why) => `The model file was not saved: ${why}`;
