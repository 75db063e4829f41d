/** Model files that a visitor picks or drops. `name` is that of a file. */
import { percent } from "../../common/numbers.js";
import { functions } from "./starts.js";

export const filesAreOff = "The files were not used: the link of this page switches files off.";

/** @param {string} name @param {string} why  one or more sentences */
export const notOpened = (name, why) => `${name} was not opened. ${why}`;

/** @param {{ mean: number, deviation: number }} pixels  how a network wants them */
function scaled({ mean, deviation }) {
  if (deviation === -1) return "white for ink";
  if (mean === 0.5) return "pixels from −1 to 1";
  if (mean) return "pixels less MNIST’s mean, divided by its deviation";
  return deviation === 1 ? "pixels from 0 to 1" : "pixels from 0 to 255";
}

/** Read no better than this, it is hardly what it was taken for. Guessing reads 0.1. */
const DOUBTFUL = 0.3;

/** @param {string} name @param {import("../../worker/protocol.js").Foreign} foreign */
export function foreignOpened(name, { taken, guessed, accuracy }) {
  const how = functions(taken.hidden, taken.output === "softmax", taken.cost);
  const opened = `${name} was opened as a network with ${how}, for ${scaled(taken.pixels)}.`;
  const read = `it reads ${percent(accuracy)} of built-in handwriting`;
  if (!guessed.length) return `${opened} So ${read}.`;
  if (accuracy > DOUBTFUL) {
    return `${opened} Its file does not say all of this; it fits best: so ${read}.`;
  }
  return (
    `${opened} That is a guess, and a bad one: so ${read}. It may have been trained on other ` +
    "images, or with functions that are not known here, such as tanh."
  );
}

/* ---- why, as sentences ---- */

export const notReadable =
  "It could not be read: it was moved, changed or removed after it was chosen. Choose it again.";

/** @param {string} size @param {string} most  of the largest network's file, both with units */
export const tooLarge = (size, most) =>
  `It has ${size}, but the file of the largest network that fits here has ${most}. ` +
  "Open the file of a smaller network.";

/**
 * What else it is.
 * @type {Partial<Record<import("../../common/file-kind.js").FileKind, string>>}
 */
export const others = {
  empty: "It is empty. Save the model file again.",
  idx: "It is an IDX file of images or labels, not a model file. Open it with “Your data”.",
  picture: "It is a picture, not a model file. Open it with “Your data”.",
  drawing: "It is an SVG drawing, not a model file.",
  zip: "It is a ZIP archive. Unpack it, and open the model file in it.",
  gzip: "It is packed with gzip. Unpack it, and open the model file in it.",
  page: "It is a web page, not a model file. Download the model file again.",
  text: "It is a text, not a model file. Open a table of images (CSV) with “Your data”.",
  unknown: "It is not a model file in the safetensors format. Convert it to that format.",
};

const MEGABYTE = 1e6;
/** @param {number} bytes */
export const sizeOf = (bytes) => {
  const megabytes = Math.ceil(bytes / MEGABYTE);
  return megabytes < 1000 ? `${megabytes} MB` : `${(megabytes / 1000).toFixed(1)} GB`;
};
