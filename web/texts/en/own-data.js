/** The visitor's own digits: the dialog, and what is wrong with files. `name` is that of a file. */
import { count as grouped } from "../../common/numbers.js";
import { plural, withStop } from "./locale.js";

/** "1 image", "2 images": words with an "s" @param {number} n @param {string} one */
const counted = (n, one) => `${grouped(n)} ${plural(n, { one, other: `${one}s` })}`;
/** @param {number} n */
const images = (n) => counted(n, "image");
/** @param {number} n @param {string} one @param {string} other */
const agreeing = (n, one, other) => plural(n, { one, other });
/** "a, b and c" @param {readonly (string | number)[]} names */
function listed(names) {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
/** "a, b, c and 9 more" @param {string[]} names */
function some(names) {
  return names.length > 4
    ? `${names.slice(0, 3).join(", ")} and ${grouped(names.length - 3)} more`
    : listed(names);
}

/* ---- the dialog ---- */

export const title = "Your data";
export const close = "Close";
export const intro =
  "Train the network on your own images of up to ten classes, 0 to 9. They stay on this device.";
export const chooseFiles = "Choose files";
export const chooseFolder = "Choose a folder";
export const orDrop = "or drop them anywhere on the page";
export const whichFiles = "Which files?";
/** @type {readonly { name: string, about: string }[]} */
export const formats = [
  {
    name: "Pictures",
    about:
      "PNG or JPEG, one digit in each. The label comes from the name of the file or its folder: " +
      "7.png, 3/img_12.png, digit-3-004.jpg.",
  },
  {
    name: "CSV",
    about: "One line for each image: its label, then 28 × 28 = 784 values from 0 to 255 or 0 to 1.",
  },
  {
    name: "IDX",
    about: "Image file and label file, as those of MNIST and Fashion-MNIST.",
  },
];
export const gzipToo = "All may be gzipped. Test digits may come as a second set of files.";

export const reading = "Reading the files…";
/** @param {number} done @param {number} total  pictures; 0: images of an unknown number */
export const readingOf = (done, total) =>
  total ? `Reading pictures: ${grouped(done)} of ${grouped(total)}` : `Reading: ${images(done)}`;
export const preparing = "Preparing the images…";
/** @param {string} why  half a sentence */
export const notUsed = (why) => `These files cannot be used: ${withStop(why)}`;
export const filesAreOff = "The link of this page switches files off.";
export const tooOldForPictures = "this browser cannot read pictures here: use CSV or IDX files";
export const readerStopped = "the reading stopped, perhaps for want of memory: use fewer images";

/** Title of the preview. @param {string} name @param {number} n  images */
export const found = (name, n) => (name === pictures(n) ? name : `${name}: ${images(n)}`);
/** @param {number} shown @param {number} total */
export const preview = (shown, total) =>
  shown < total ? `${shown} of them, with their labels` : "The images, with their labels";
/** @param {number} label */
export const labelled = (label) => `Labelled ${label}`;
export const classes = "Images of each class";
export const classHead = "Class";
export const trainHead = "Training";
export const testHead = "Test";
/** @param {number} train @param {number} test @param {string} testName  of their file, or "" */
export const splitWords = (train, test, testName) =>
  testName
    ? `${grouped(train)} to train on; ${counted(test, "test digit")} from ${testName}.`
    : `${grouped(train)} to train on; ${grouped(test)} ${heldOut(test)} (seed 1).`;
/** @param {number} test */
const heldOut = (test) =>
  agreeing(
    test,
    "is held out as a test digit, chosen at random",
    "are held out as test digits, chosen at random from every class",
  );
export const use = "Train on these";
export const using = "One moment…";
export const otherFiles = "Choose other files";
/** @param {string} name  of the files that were read before */
export const backTo = (name) => `Back to ${name}`;

export const mends = {
  invert: "Invert",
  transpose: "Swap rows and columns",
  swapSets: "Swap training and test digits",
  swapLabels: "Swap the label files",
};
export const adjust = "Adjust the images";

/* ---- kept in the browser ---- */

export const keptHere = "Kept in this browser";
/** @param {number} train @param {number} test */
export const keptCounts = (train, test) =>
  `${grouped(train)} training, ${counted(test, "test digit")}`;
export const useKept = "Use";
export const inUse = "In use";
export const inUseElsewhere = "in use in another tab";
export const remove = "Remove";
/** @param {string} name */
export const removeNamed = (name) => `Remove ${name}`;
/** @param {string} name @param {boolean} isUsed  by another tab */
export const removed = (name, isUsed) =>
  `Removed from this browser: ${name}.${
    isUsed ? " Another tab still uses these images; after a reload it uses MNIST." : ""
  }`;

/* ---- what the visitor should know before the digits are used ---- */

/** @param {string} name @param {number} highest  of all values of its images, which are 0 to 255 */
export const faint = (name, highest) =>
  `${name}: the images are faint, with ${highest} of 255 as the highest value. Values should go ` +
  "from 0 to 255, or in CSV files from 0 to 1.";
/** @param {boolean} isMended  they were inverted, and were right before */
export const inverted = (isMended) =>
  isMended
    ? "Ink and paper are swapped now: before, the ink had the high values, as the network expects."
    : "Ink and paper seem to be swapped: the paper has the high values here, and the network " +
      "expects that of the ink.";
/** @param {boolean} isMended  they were transposed, and were right before */
export const transposed = (isMended) =>
  isMended
    ? "The images lie on their side now; without the swap they read as digits."
    : "The images seem to lie on their side and mirrored: their rows and columns are swapped, " +
      "as in EMNIST.";
export const mismatched = "The labels do not fit the images, but those of the other file do.";
/** @param {number} n @param {number} test */
export const few = (n, test) =>
  `${images(n)} ${agreeing(n, "is", "are")} few: the accuracy will rest on ` +
  `${counted(test, "test digit")}.`;
/** @param {number[]} labels */
export const missing = (labels) =>
  `There ${labels.length < 2 ? "is no image" : "are no images"} of ${listed(labels)} to train ` +
  `on: the network cannot learn ${labels.length < 2 ? "it" : "them"}.`;
/** @param {number[]} labels @param {boolean} isGiven  the test digits have a file of their own */
export const untested = (labels, isGiven) =>
  isGiven
    ? `The test digits have no ${listed(labels)}.`
    : `There are too few images of ${listed(labels)} to hold one out as a test digit.`;
/** @param {number} n */
export const empty = (n) =>
  `${images(n)} ${agreeing(n, "is", "are")} of a single shade, without a digit.`;
export const sorted = "The labels are in order; the images are shuffled before training (seed 1).";
/** @param {string} image @param {string} label */
export const pair = (image, label) => `${image} with ${label}`;
/** @param {string[]} pairs */
export const pairedSomehow = (pairs) =>
  `The names do not say which files belong together. Now it is ${listed(pairs)}: ` +
  "check the labels below.";
/** @param {string} train @param {string} test */
export const whichIsTest = (train, test) =>
  `It is not clear which set holds the test digits: ${train} is trained on, ` +
  `${test} is tested with.`;

export const leftOut = {
  /** @param {string[]} names */
  unlabelled: (names) =>
    `${counted(names.length, "picture")} left out, without a label in the name (${some(names)}): ` +
    "call a 7 “7.png”, or put it into a folder named 7",
  /** @param {string[]} names */
  locked: (names) =>
    `${agreeing(names.length, "A file or folder", "Files or folders")} left out that this page ` +
    `may not read (${some(names)})`,
  /** @param {string[]} names */
  unreadable: (names) =>
    `${counted(names.length, "picture")} left out that could not be read (${some(names)}): ` +
    `${agreeing(names.length, "it is", "each is")} empty, damaged or in a format that is not ` +
    "read here",
  /** @param {string[]} names */
  blank: (names) =>
    `${counted(names.length, "picture")} left out that ` +
    `${agreeing(names.length, "shows", "show")} nothing (${some(names)})`,
  /** Neither pictures nor tables of images @param {string[]} names */
  others: (names) =>
    `${counted(names.length, "other file")} left out, without images that can be used here ` +
    `(${some(names)})`,
};
/** @param {string[]} names  of pictures */
export const uneven = (names) =>
  `${counted(names.length, "picture")} ${agreeing(names.length, "has", "have")} marks at the ` +
  `border (${some(names)}): a shadow, lines of the paper or a digit that is cut off. Check below ` +
  `what became of ${agreeing(names.length, "it", "them")}.`;
/** What a set of single pictures is called, also as a sentence begins. @param {number} n */
export const pictures = (n) => counted(n, "picture");

/** @param {string} words  half a sentence */
export const sentence = withStop;

/* ---- why files cannot be used, as half a sentence ---- */

/** @param {number} n @param {number} fewest */
export const tooFew = (n, fewest) =>
  `${images(n)} ${agreeing(n, "is", "are")} too few, at least ${fewest} are needed`;
/** @param {string} name */
export const noTestDigits = (name) => `${name} holds no images`;
export const none = "there are no files with images among them";
/** @param {string} name */
export const notReadable = (name) =>
  `${name} could not be read: it was moved, changed or removed after it was chosen, or this page ` +
  "may not read it";
/** @param {string} name */
export const tooLarge = (name) => `${name} has more than 1 GB, choose a part of it`;
/** @param {string} name */
export const unpacksTooLarge = (name) =>
  `${name} unpacks to more than 1 GB, choose a part of what is in it`;
/** What a file is instead. */
export const others = {
  /** @param {string} name */
  empty: (name) => `${name} is empty`,
  /** @param {string} name */
  zip: (name) => `${name} is a ZIP archive: unpack it, and choose what is in it`,
  /** @param {string} name */
  gzip: (name) => `${name} is packed twice: unpack it, and choose what is in it`,
  /** @param {string} name */
  page: (name) => `${name} is a web page, not a file of images`,
  /** @param {string} name */
  drawing: (name) => `${name} is an SVG drawing: save it as a PNG picture`,
  /** @param {string} name */
  model: (name) =>
    `${name} is a model file, not a file of images: to open its network, drop it on the page ` +
    "alone and unpacked",
  /** @param {string} name */
  unknown: (name) => `${name} is neither a picture nor a CSV or IDX file`,
};
const kinds = { picture: "a picture", table: "a CSV file", idx: "an IDX file" };
/**
 * @param {string} one  a name, as `other` @param {keyof typeof kinds} kind
 * @param {string} other @param {keyof typeof kinds} otherKind
 */
export const mixedKinds = (one, kind, other, otherKind) =>
  `${one} is ${kinds[kind]}, and ${other} is ${kinds[otherKind]}: choose files of one kind`;
/** @param {string} name */
export const damagedGzip = (name) => `${name} is damaged: it could not be unpacked`;
/** @param {string} name */
export const cut = (name) => `${name} is not complete: the end of its gzip data is missing`;

/* IDX */

const things = { images: "image", labels: "label" };
/**
 * @param {string} name @param {number} held @param {number} announced
 * @param {keyof typeof things} kind
 */
export const endsAfter = (name, held, announced, kind) =>
  `${name} ends after ${grouped(held)} of ${counted(announced, things[kind])}`;
/** @param {string} name @param {number} announced @param {keyof typeof things} kind */
export const tooLong = (name, announced, kind) =>
  `${name} goes on after the ${counted(announced, things[kind])} that it announces`;
/** @param {string} name @param {number} number  1 is the first @param {number} label */
export const badLabel = (name, number, label) =>
  `label ${grouped(number)} of ${name} is ${label}, and the network has classes 0 to 9 only`;
export const tooMany = "there are more than two pairs: training digits and test digits are enough";
/** @param {string} name */
export const withoutLabels = (name) => `${name} came without its label file: choose both`;
/** @param {string} name */
export const withoutImages = (name) => `${name} came without its image file: choose both`;
/** @param {string[]} imageFiles @param {string[]} labelFiles */
export const notPaired = (imageFiles, labelFiles) =>
  `each image file needs one label file: here ${agreeing(imageFiles.length, "is", "are")} ` +
  `${named(imageFiles, "image file")} and ${named(labelFiles, "label file")}`;
/** "2 image files (a and b)", "no image file" @param {string[]} names @param {string} one */
const named = (names, one) =>
  names.length ? `${counted(names.length, one)} (${some(names)})` : `no ${one}`;
/**
 * @param {string} image  a name, as `label` @param {number} imageCount
 * @param {string} label @param {number} labelCount
 */
export const unequal = (image, imageCount, label, labelCount) =>
  `${image} holds ${images(imageCount)}, but ${label} ${counted(labelCount, "label")}`;

/* CSV. `line` and `column`: 1 is the first */

export const tooManyCsv =
  "there are more than two CSV files: training digits and test digits are enough";
/** @param {string} name */
export const emptyCsv = (name) => `${name} has no line with an image`;
/** @param {string} name */
export const notCsv = (name) => `${name} is neither a picture nor a CSV or IDX file of images`;
/** @param {string} name */
export const csvWithoutLabels = (name) =>
  `${name} has 784 columns: the label of each image is missing`;
/** @param {string} name @param {number} line @param {number} columns */
export const csvColumns = (name, line, columns) =>
  `line ${grouped(line)} of ${name} has ${counted(columns, "column")}, not 785: ` +
  "the label and 784 values";
/** @param {string} name @param {number} line @param {number} label */
export const csvLabel = (name, line, label) =>
  `line ${grouped(line)} of ${name} has the label ${label}, ` +
  "and the network has classes 0 to 9 only";
/** @param {string} name @param {number} line @param {number} column @param {string} text */
export const csvNumber = (name, line, column, text) =>
  `line ${grouped(line)} of ${name} has “${text}” in column ${column}, where a number is expected`;
/**
 * @param {string} name @param {number} line @param {number} column @param {string} value
 * @param {number} most
 */
export const csvValue = (name, line, column, value, most) =>
  `line ${grouped(line)} of ${name} has ${value} in column ${column}, ` +
  `where 0 to ${most} is expected`;
