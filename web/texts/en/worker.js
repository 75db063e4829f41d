/** What the worker says: why something failed, names of undo entries, trouble with digits. */
import { count, exact } from "../../common/numbers.js";
import { capitalized } from "./locale.js";

/* ---- commands ---- */

export const pageIsLoading = "The page is still loading.";
/** @param {string} name */
export const noCommand = (name) => `There is no command ${name}.`;
/** @param {string} name */
export const noQuery = (name) => `There is no query ${name}.`;
export const givenUp = "Given up.";
export const replacedMeanwhile = "The network or the digits were replaced meanwhile.";
export const digitsReplaced = "The digits were replaced meanwhile.";

/* ---- undo: the action, as a noun ---- */

export const undoLoading = "loading another network";
export const undoFile = "opening a model file";
export const undoSaved = "opening a saved network";
export const undoFineTuned = "using the fine-tuned network";
export const undoTrained = "using the trained network";
export const undoReset = "reset";
export const undoEdit = "edit";
export const undoDivergence = "training that diverged";
export const undoData = "changing the digits";
export const undoTeaching = "teaching a drawing";
export const undoUndone = "leaving an undone change behind";

/* ---- why a command changed nothing ---- */

export const notEditedOther = "The network was replaced, so the edit was not made.";
export const notEditedDiverged =
  "Other weights of this network are no numbers, so the edit was not made.";
export const notTaughtOther = "The network changed meanwhile, so the drawing was not taught.";
export const notTaughtDiverged =
  "Weights of this network are no numbers, so the drawing was not taught.";
/** @param {number} rate */
export const teachingDiverged = (rate) =>
  `With a learning rate of ${exact(rate)} the weights become no numbers, ` +
  "so the drawing was not taught.";
export const notTaughtOtherDigits =
  "The digits were replaced meanwhile, so the drawing was not taught.";
export const emptyLink = "The link carries no network.";
export const notSavedAnyMore = "That network is no longer saved.";
export const noGoodNetwork = "There is no good network to go back to.";

/** @param {number} parameters @param {number} values */
export const unequalEdit = (parameters, values) =>
  `${parameters} parameters were named, and ${values} values.`;
/** @param {number} index */
export const noParameter = (index) => `There is no parameter ${index}.`;
/** @param {number} value */
export const noWeight = (value) => `${value} is no value for a weight.`;

/* ---- experiments ---- */

export const noNetwork = "There is no network yet.";
export const experimentRuns = "This experiment is still running.";
/** @param {number} epochs */
export const wrongEpochs = (epochs) => `epochs: expected 0…1e6, got ${epochs}`;
/** @param {number} train  digits that there are @param {number} wanted */
export const wrongCount = (train, wanted) =>
  `count: expected 1…${train} training digits, got ${wanted}`;
export const noTestDigit = "expected at least one test digit";

/* ---- sources of digits ---- */

export const handwriting = "built-in handwriting";
/**
 * The name of a source of which a part is in.
 * @param {string} name @param {number} train @param {number} total
 */
export const partOf = (name, train, total) => `${name} (${count(train)} of ${count(total)} digits)`;

/** @param {"train" | "test"} set */
export const digitsAreLoading = (set) =>
  `The ${set === "train" ? "training" : "test"} digits are still loading.`;
/** @param {string} why  half a sentence @param {number} train @param {number} total */
export const onlyPartIsIn = (why, train, total) =>
  `${capitalized(why)}: ${count(train)} of ${count(total)} training digits are in.`;
/** @param {boolean} isTest  the training digits are in @param {number} total */
export const slow = (isTest, total) =>
  `The ${isTest ? "test digits" : "digits"} are loading slowly: 0 of ${count(total)} so far.`;

/**
 * @param {string} why  half a sentence
 * @param {boolean} isDamaged  else it could not be loaded
 * @param {string} used  name of the digits that stay in use; "" for handwriting in MNIST's place
 */
export function noMnist(why, isDamaged, used) {
  const what = isDamaged ? "MNIST on this host is damaged" : "MNIST could not be loaded";
  const instead = used ? `${used} is still used.` : "Built-in handwriting is used instead.";
  return `${what}: ${why}. ${instead}`;
}

/** Why the engine could not be loaded, as half a sentence. */
export const noEngine =
  "the host, or a login page of the network, sends something else in the engine’s place";

/* Why a file of digits could not be read, as half a sentence. */
export const brokenOff = "the connection broke off";
export const hostNotReached = "the host could not be reached";
export const hostSilent = "the host stopped answering";
/** @param {string} file */
export const notFound = (file) => `${file} was not found`;
/** @param {number} status */
export const answeredWith = (status) => `the host answered with status ${status}`;

/* What is wrong with a file of MNIST, as half a sentence. */
/** @param {string} file @param {number} images @param {number} labels */
export const unequal = (file, images, labels) =>
  `${file} has ${images} images, but there are ${labels} labels`;
/** @param {string} file @param {number} size */
export const tooLong = (file, size) => `${file} is longer than ${size} bytes`;
/** @param {string} file @param {number} length @param {number} size */
export const tooShort = (file, length, size) => `${file} has ${length} bytes instead of ${size}`;
/** @param {string} file */
export const otherChecksum = (file) => `${file} has another checksum`;

/* What is wrong with the visitor's own digits, as half a sentence. */
export const noTrainingDigits = "there are no training digits in the files";
export const noTestDigits = "there are no test digits in the files";
export const tooFew = "one digit is too few: another one is needed as a test digit";
/** @param {string} why */
export const badTrainingDigits = (why) => `the training digits: ${why}`;
/** @param {string} why */
export const badTestDigits = (why) => `the test digits: ${why}`;
