/** Model files that a visitor picks or drops. `name` is that of a file. */
import { fixed } from "../../common/numbers.js";

export const filesAreOff = "The files were not used: the link of this page switches files off.";

/** @param {string} name @param {string} why  one or more sentences */
export const notOpened = (name, why) => `${name} was not opened. ${why}`;

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
  unknown:
    "It is not a model file in the safetensors format or in ONNX. Convert it to one of these.",
};

const MEGABYTE = 1e6;
/** @param {number} bytes */
export const sizeOf = (bytes) => {
  const megabytes = Math.ceil(bytes / MEGABYTE);
  return megabytes < 1000 ? `${megabytes} MB` : `${fixed(megabytes / 1000, 1)} GB`;
};
