/** Where a network comes from: its name, its history, and why a link cannot make it again. */
import { count } from "../../common/numbers.js";
import { plural } from "./locale.js";

/* ---- how it began ---- */

export const lesson = "Lesson’s network (sigmoid, squared error)";
export const pretrained = "Modern network (ReLU, softmax)";
export const best = "Most accurate network";
export const random = "Random network";
export const file = "Network from a file";

/** @param {number | undefined} seed */
export const randomWithSeed = (seed) => `${random}, seed ${seed}`;

/* ---- what was done to it ---- */

export const notTrained = "not trained yet";

/** Stands for the middle of a long history. */
export const more = "…";

/** One after the other. @param {string[]} parts */
export const inOrder = (parts) => parts.join(", then ");

/** @param {number} steps @param {string} data  name of the digits */
export const trained = (steps, data) =>
  `trained for ${count(steps)} ${plural(steps, { one: "step", other: "steps" })} on ${data}`;

export const edited = "edited by hand";

/** @param {number} label */
export const taught = (label) => `taught one of your drawings (${label})`;

/** @param {number} epochs */
const forEpochs = (epochs) => `for ${epochs} ${plural(epochs, { one: "epoch", other: "epochs" })}`;

/** @param {number} epochs */
export const tunedToRejectNoise = (epochs) => `fine-tuned to reject noise ${forEpochs(epochs)}`;

/** @param {number} epochs */
export const tunedOnAttacks = (epochs) => `fine-tuned on attacked digits ${forEpochs(epochs)}`;

/* ---- why a link cannot make it again, as half a sentence ---- */

export const becauseFile = "it began from a file";
export const becauseLong = "its history is too long for a link";
export const becauseEdited = "its weights were edited by hand";
export const becauseTaught = "it was taught a drawing of yours";
export const becauseTuned = "it was fine-tuned in a lab";
export const becausePart = "it was trained on a part of the digits";
export const becauseOwn = "it was trained on your own data";
export const becauseDrawings = "drawings of yours were among its training digits";
export const becauseEarly = "its training began before all digits were loaded";
export const becauseMixed = "it was trained on two different sets of digits";

/* ---- why a saved network is not opened, as half a sentence ---- */

export const noStart = "it does not say how the network began";
export const noHistory = "it does not say what was done to the network";
export const noSeed = "its seed is missing";
export const noRate = "a learning rate is missing";
export const noData = "it does not say which digits were trained on";

/** @param {string} kind */
export const unknownEntry = (kind) => `it holds an entry of an unknown kind, "${kind}"`;

/**
 * How a network that comes with the page was made: its file says it in English.
 * @param {string} note @param {number} _epochs @param {number} _redrawn  MNIST digits drawn again
 * @param {number} _handwriting  digits @param {number} _accuracy  on 10,000 test digits
 */
export const ownModel = (note, _epochs, _redrawn, _handwriting, _accuracy) => note;
