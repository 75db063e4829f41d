/**
 * The one list of labs, in the order of the lesson: their ids are their folders, their anchors in
 * the page, their words in an address, the keys of their texts.
 */
export const LAB_IDS = /** @type {const} */ ([
  "inside",
  "cost",
  "downhill",
  "train",
  "gradient",
  "learned",
  "noise",
  "fool",
  "teach",
  "memorise",
  "binary",
  "tweak",
]);

/** The playground as a word of a class link: its id is "". */
export const DRAW = "draw";
