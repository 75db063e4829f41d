/** What the worker says of model files, and of networks saved in the browser. */
import { count } from "../../common/numbers.js";
import { plural, withStop } from "./locale.js";

/* ---- the networks that come with the page ---- */

const models = {
  lesson: "The lesson’s network",
  pretrained: "The modern network",
  best: "The most accurate network",
};

/** @param {keyof typeof models} model @param {string} why  a sentence, or half of one */
export const modelNotOpened = (model, why) =>
  `${models[model]} could not be opened: ${why.charAt(0).toLowerCase()}${why.slice(1)}`;

/* Why, as the end of a sentence, with what to do. */
export const hostSilent = "the host sends nothing. Try again later.";
/** @param {string} why */
export const hostNotReached = (why) =>
  `the host cannot be reached (${why}). Try again when you are online.`;
/** @param {number} status */
export const hostAnswers = (status) =>
  `the host answers with status ${status}. The file may be missing there.`;
export const hostAnswersWithPage =
  "the host answers with a web page instead. The file may be missing there.";

/* ---- any model file ---- */

/** @param {string} checksum @param {string} said  by its note, or "" */
export const damagedModel = (checksum, said) =>
  `The model file is damaged: its parameters have the checksum ${checksum}, ${
    said ? `its note says ${said}` : "its note says none"
  }.`;
/** @param {string} why  half a sentence */
export const unreadableModel = (why) => `The model file could not be read: ${withStop(why)}`;

export const formatsNotFetched =
  "What reads and writes files of other programs could not be fetched. Try again when you are " +
  "online.";
/** @param {string[]} names  of layers */
export const foreignNote = (names) => `with the layers ${names.join(", ")}`;

export const divergedModel =
  "This network has diverged: not all of its parameters are finite, so its file could not be " +
  "opened. Go back to the last good network.";

/* ---- saved networks ---- */

/** @param {string} why  half a sentence */
export const notSaved = (why) => `The network was not saved, because ${withStop(why)}`;
/** @param {string} why  half a sentence @param {boolean} isAside  it was set aside */
export const savedNotOpened = (why, isAside) =>
  `Your saved network could not be opened: ${withStop(why)}${isAside ? " It was set aside." : ""}`;
/** @param {string} why  half a sentence */
export const earlierNotOpened = (why) =>
  `The network of an earlier visit could not be opened: ${withStop(why)} It was set aside.`;
export const historyDamaged = "A part of the undo history was damaged and could not be opened.";

export const earlierNetwork = "Your network from an earlier visit";
/** @param {number} steps */
export const trainedThen = (steps) =>
  `trained for ${count(steps)} ${plural(steps, { one: "step", other: "steps" })} then`;

/* What is wrong with it, as half a sentence. */
export const fileMissing = "its model file is missing";
export const fileDamaged = "its model file is damaged";
export const otherVersion = "it was saved by another version of this page";
export const recordDamaged = "its record is damaged";
export const descriptionDamaged = "its description is damaged";
export const parametersDamaged = "its parameters are damaged";
export const parametersDoNotFit = "its parameters do not fit its layers";
export const parametersNotFinite = "its parameters are not all finite";
export const entryDamaged = "it is damaged";
export const noSpace = "there is no space for it";

/* ---- the browser's storage ---- */

/** What a failure means. @param {boolean} isHistory  of undo; else the network was to be saved */
const lost = (isHistory) =>
  isHistory
    ? "so a reload loses the undo history."
    : "so a reload loses the network. Save the model file to keep it.";
/** @param {boolean} isHistory */
export const storageSilent = (isHistory) =>
  `The browser's storage does not answer, ${lost(isHistory)}`;
/** @param {boolean} isHistory */
export const storageFull = (isHistory) => `The browser's storage is full, ${lost(isHistory)}`;
/** @param {boolean} isHistory */
export const storageDenied = (isHistory) =>
  `This browser does not allow saving here, ${lost(isHistory)}`;
/** @param {string} why @param {boolean} isHistory */
export const storageFailed = (why, isHistory) =>
  `The browser could not save (${why}), ${lost(isHistory)}`;

/* ---- the visitor's own digits ---- */

/** @param {string} why  half a sentence */
export const dataNotKept = (why) =>
  `They could not be kept in this browser (${why}), so after a reload they must be chosen again.`;
/** @param {string} why  half a sentence */
export const dataNotRead = (why) =>
  `Your data could not be read from this browser: ${withStop(why)}`;
/** @param {string} why  half a sentence */
export const dataNotListed = (why) =>
  `What is kept in this browser from earlier visits could not be read: ${withStop(why)}`;
/** @param {string} why  half a sentence */
export const dataNotRemoved = (why) =>
  `They could not be removed from this browser: ${withStop(why)}`;
/** @param {string} name  of own digits */
export const dataGone = (name) =>
  `Your data (${name}) are no longer in this browser. To go on with them, choose the files again.`;
export const noSpaceLeft = "its storage is full";
export const noAnswer = "its storage does not answer";
export const notAllowed = "it does not allow saving here";
