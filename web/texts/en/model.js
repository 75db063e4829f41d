/** What the session says: notices, failures of the engine, what a link or a saved network makes. */
import { count, exact, fixed, percent } from "../../common/numbers.js";
import { plural, withStop } from "./locale.js";

/* ---- the engine ---- */

export const engineRestarted = "The engine was restarted.";
export const engineStopped = "The engine was stopped.";
export const engineNotRunning = "The engine is not running.";
/** Why it stopped, as half a sentence. */
export const engineSilent = "it no longer answers";

export const engineSlow = "The engine is taking long to load.";
export const slowEngine =
  "This browser has no WebAssembly SIMD: training takes longer here, with the same results.";
export const stopWaiting = "Stop waiting";
export const hostSilent = "The host did not answer in time.";

export const engineNotStarted = "The engine could not be started.";
export const engineNotRestarted = "The engine could not be restarted.";
export const engineKeepsStopping = "The engine keeps stopping.";
export const tryAgain = "Try again";

/**
 * @param {string} why
 * @param {boolean} isKept  the network is as it was
 * @param {"" | "trained" | "replayed"} training  that the stop has ended; replayed: a link's
 */
export function stoppedAndRestarted(why, isKept, training) {
  const kept = isKept ? "; your network is kept" : "";
  const ended = {
    "": "",
    trained: " Training is paused.",
    replayed: " The training that the link asks for was broken off.",
  };
  return `The engine stopped (${why}) and was restarted${kept}.${ended[training]}`;
}

/* ---- digits ---- */

export const needsDigits = "This needs the MNIST digits: 11 MB.";
export const loadThem = "Load them";
export const digitsNotReached = "The digits could not be loaded. Is the device online?";
export const useHandwritingInstead = "Use built-in handwriting instead";
export const useHandwriting = "Use built-in handwriting";
/** @param {string} digits  their name @param {string} trouble  why they are not kept, or "" */
export const trainedFromNowOn = (digits, trouble) =>
  `From now on the network is trained on ${digits}.${trouble && ` ${trouble}`}`;
/** @param {string} name  of own digits */
export const ownDataGone = (name) =>
  `Your data (${name}) are no longer in this browser, and MNIST is used. ` +
  "To go on with them, choose the files again.";
/** @param {string} why  a sentence @param {string} name  of own digits */
export const ownDataNotRead = (why, name) =>
  `${why} MNIST is used in place of ${name}; a reload tries again.`;
/** @param {number} number  1 is the first @param {number} label */
export const testDigit = (number, label) => `Test digit ${count(number)}, labelled ${label}.`;
/** @param {string} kind @param {number} seed */
export const noise = (kind, seed) => `Noise “${kind}”, seed ${seed}.`;

/* ---- training ---- */

/** @param {string} why  a sentence */
export const trainingStopped = (why) => `Training stopped: ${why}`;
export const interrupted = "The training was interrupted.";
export const continueTraining = "Continue the training";
export const replayComesFirst = "The training that the link asks for comes first.";

/** @param {number | undefined} rate */
const tooHigh = (rate) =>
  rate === undefined
    ? "The learning rate is too high."
    : `A learning rate of ${exact(rate)} is too high.`;
/**
 * @type {Record<import("../../worker/protocol.js").Divergence, (rate: number | undefined) =>
 *   string>}
 */
export const diverged = {
  collapsed: (rate) =>
    `The network has collapsed: it gives every image the same answer. ${tooHigh(rate)}`,
  cost: (rate) => `The cost is no longer a number. ${tooHigh(rate)}`,
  step: (rate) => `The next step would leave weights that are no numbers. ${tooHigh(rate)}`,
  replaced: (rate) => `Training diverged, and this is the last good network. ${tooHigh(rate)}`,
};
export const lowerRate = "Lower the learning rate";
export const backToGood = "Back to the last good network";
/** @param {number} rate */
export const isBackAtGood = (rate) =>
  `Back at the last good network. The learning rate is ${exact(rate)} now.`;

/**
 * Training that something else ends.
 * @param {boolean} isWaiting  it waited for the digits still
 * @param {string} why  half a sentence
 */
export const trainingEnded = (isWaiting, why) =>
  `Training ${isWaiting ? "no longer waits for the digits" : "is paused"}, since ${why}. ` +
  "Press Train to continue.";
export const edited = "weights were edited by hand";

/* ---- another network ---- */

export const undo = "Undo";
/** A setting as an entry of undo @param {string} label */
export const change = (label) => label.toLowerCase();

/** @param {string} network  "sigmoid, squared error, seed 1" */
export const wasReset = (network) => `Reset to a random network: ${network}.`;
export const settingNeedsRandom = "A new random network, as this setting needs one.";
/** @param {string} name */
export const isHere = (name) => `${name}.`;
/** @param {string} name */
export const wasOpened = (name) => `${name} was opened.`;
export const savedWasOpened = "Your saved network was opened.";
export const fineTunedIsHere = "The fine-tuned network is on the page now.";
export const trainedIsHere = "The trained network is on the page now.";
export const noNetwork = "There is no network yet.";

/** @param {string} name @param {number} steps  it was trained for */
export const networkOf = (name, steps) =>
  steps
    ? `${name}, trained for ${count(steps)} ${plural(steps, { one: "step", other: "steps" })}`
    : name;
/** @param {string} name @param {number} steps  it was trained for */
export const lastIsSaved = (name, steps) =>
  `Your last network is saved: ${networkOf(name, steps)}.`;
export const openIt = "Open it";

/* ---- the sprint ---- */

export const sprint = "fastest training";
/** @param {number} accuracy @param {number} seconds @param {string} digits  name of the data */
export const sprintResult = (accuracy, seconds, digits) =>
  `It reads ${percent(accuracy)} of the test digits (${digits}) after ${fixed(seconds, 2)} s of ` +
  "training on this device.";

/* ---- experiments ---- */

export const experimentRuns = "This experiment is still running.";
/** @param {string} why */
export const experimentStopped = (why) => `The experiment stopped: ${withStop(why)} Run it again.`;
export const digitsAreLoading = "The digits are still loading.";
/** @param {number} train */
export const onlySoMany = (train) =>
  `There ${plural(train, { one: "is", other: "are" })} only ${count(train)} training ${plural(
    train,
    { one: "digit", other: "digits" },
  )}.`;

/* ---- links ---- */

/** @param {readonly string[]} parts */
const quoted = (parts) => parts.map((part) => `“${part}”`).join(", ");
/** What a link does not make, and what is here @param {string} instead  a network */
const madeInstead = (instead) =>
  `so it does not make the network it was copied from. Opened instead: ${instead}.`;
/** @param {readonly string[]} parts  that could not be read @param {string} instead  a network */
export const linkNotRead = (parts, instead) =>
  `Part of this link could not be read (${quoted(parts)}), ${madeInstead(instead)}`;
/** @param {readonly string[]} parts  that could not be read, or none @param {string} instead */
export const linkChanged = (parts, instead) =>
  `This link was changed on its way${
    parts.length ? ` (not understood: ${quoted(parts)})` : ""
  }, ${madeInstead(instead)}`;
export const changedButSame =
  "This link was changed on its way, but this is the network it was copied from: " +
  "the fingerprints are equal.";
/** @param {readonly string[]} parts */
export const leftOut = (parts) =>
  `Part of this link was not understood and is left out: ${quoted(parts)}.`;
export const loadLesson = "Load the lesson’s network";
/** @param {string} why  a sentence */
export const randomInstead = (why) => `${why} A random network is shown instead.`;

export const tooOldForLink = "This browser is too old to open the network inside this link.";
export const damagedLink =
  "The network inside this link is damaged; the link may have been cut short.";

/** @param {string} why  half a sentence */
export const similar = (why) =>
  `This network is similar to the one that the link was copied from, not the same: ${why}.`;
/** Why, where the one who opens the link is told otherwise than the one who copied it. */
export const whyForOthers = {
  taught: "it was taught a drawing of its author",
  own: "it was trained on its author’s own data",
  drawings: "drawings of its author were among its training digits",
};

/** @param {string} why  half a sentence */
export const notTheSame = (why) => `This is not the network that the link was copied from: ${why}.`;
/** @param {boolean} isMnist  else built-in handwriting @param {string} here  name of digits */
export const trainedOnOthers = (isMnist, here) =>
  `it was trained on ${isMnist ? "MNIST" : "built-in handwriting"}, and here on ${here}`;
/** @param {boolean} isOwn  address, and no link */
export const otherVersion = (isOwn) =>
  `it was made by another version of this page${
    isOwn ? "" : ", or the link was changed on its way"
  }`;
/**
 * Of the visitor's own network after a reload that could not bring it back.
 * @param {string} why  half a sentence @param {boolean} isOther  the fingerprint is another one
 */
export const madeAgain = (why, isOther) =>
  "Your network was not kept in this browser. This one is made again from the address, and " +
  `${isOther ? "differs" : "may differ"}: ${why}.`;
