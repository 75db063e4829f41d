/**
 * The one list of labs, in the order of the lesson: their ids are their folders, their anchors in
 * the page, their words in an address and the keys of their texts. isWithoutDigits: it neither
 * shows nor measures training or test digits.
 */
export const LAB_LIST = /** @type {const} */ ([
  { id: "inside", isWithoutDigits: true },
  { id: "cost" },
  { id: "downhill" },
  { id: "train" },
  { id: "gradient" },
  { id: "learned", isWithoutDigits: true },
  { id: "noise" },
  { id: "fool" },
  { id: "teach" },
  { id: "memorise" },
  { id: "binary" },
  { id: "tweak" },
]);

export const LAB_IDS = LAB_LIST.map(({ id }) => id);

/** The playground as a word of a class link: its id is "". */
export const DRAW = "draw";
