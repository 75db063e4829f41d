/** The page around the labs: its bar, the playground, the frame of a lab, notices, the tour. */
import { html } from "lit";
import { percent } from "../../common/numbers.js";
import { capitalized, withStop } from "./locale.js";

/* ---- the page ---- */

/** @param {string} lab */
export const pageTitle = (lab) => `${lab} – Downhill`;
export const toDrawing = "To the drawing";
export const toLabs = "To the labs";
export const controls = "Controls";

export const notSupported =
  "this browser has no WebAssembly or no web workers. " +
  "Open the page in a current version of Chrome, Edge, Firefox or Safari";

export const isSandboxed =
  "the frame around this page forbids web workers: its sandbox needs allow-same-origin. " +
  "Open the page in a tab of its own";

/* Why the engine stopped, as half a sentence. */
export const crashed = "it has crashed";
export const scriptNotLoaded = "its script could not be loaded";
export const messageNotRead = "one of its messages could not be read";

/* ---- what fails ---- */

/** @param {string} why */
export const somethingWentWrong = (why) => `Something went wrong: ${withStop(why)}`;
export const unknownError = "an unknown error";

/** Half a sentence as a whole one. @param {string} words */
export const sentence = (words) => capitalized(withStop(words));
export const networkAsItWas = "The page shows the network as it was last.";

export const notLoaded = "This could not be loaded. Is the device online?";

/* ---- notices ---- */

export const closeNotice = "Close this notice";
/** On a small screen, where one notice is shown. @param {number} n  others */
export const moreNotices = (n) => `${n} more`;
export const fewerNotices = "Show one";
export const newVersion = "A new version of this page is ready.";
export const closeOtherTabs =
  "Close the other tabs of this page first, then reload for the new version.";
export const reload = "Reload";

/* ---- the bar ---- */

/** @param {string} key */
export const shift = (key) => `Shift+${key}`;

/** @param {string} [action]  that it undoes */
export const undo = (action) => (action ? `Undo: ${action}` : "Undo");
/** @param {string} [action]  that it redoes */
export const redo = (action) => (action ? `Redo: ${action}` : "Redo");

/** @param {string} network  "sigmoid, squared error, seed 1" */
export const reset = (network) => `Reset to a random network: ${network}`;

export const train = "Train";
/** Train, after it has finished; the bar of a phone has no room for more. */
export const continueTraining = "Continue";
export const pause = "Pause";
export const trainNetwork = "Train the network";
export const pauseTraining = "Pause the training";
/** @param {number} fraction  of the digits that are loaded */
export const digitsLoaded = (fraction) => `Digits: ${percent(fraction, 0)}`;
export const digitsAwaited = "Digits…";

/** @param {string} label @param {string} choice */
export const speed = (label, choice) => `${label}: ${choice} (F: full speed)`;

export const step = "Step";
export const stepSize = "Size of a step";
export const stepSizes = {
  example: "One example",
  batch: "One mini-batch",
  epoch: "One epoch",
};

export const labs = "Labs";
export const settings = "Settings";
export const toLightTheme = "Switch to light theme";
export const toDarkTheme = "Switch to dark theme";

/* ---- numbers in the bar ---- */

export const epochs = "epochs";
export const epochsTip =
  "How many times it has been trained on all training digits since it was loaded or made";
export const testAccuracy = "test accuracy";
export const testAccuracyTip =
  "The part of the test digits, which it is never trained on, that it reads correctly";
export const testCost = "test cost";
export const testCostTip =
  "The average cost of the test digits, by the same formula as the training cost";
export const trainingCost = "training cost";
export const trainingCostTip = "The average cost of the training digits of the last steps";
export const digitsPerSecond = "digits/s";
export const digitsPerSecondTip = "Training digits per second, measured while it is trained";
export const fingerprint = "fingerprint";
export const fingerprintTip =
  "A short checksum of all weights and biases: equal networks have equal fingerprints";

export const isTraining = "Training.";
export const isWaiting = "Waiting for the digits.";
/** @param {number | undefined} accuracy */
const withAccuracy = (accuracy) =>
  accuracy === undefined ? "" : ` Test accuracy: ${percent(accuracy)}.`;
/** @param {number} epoch @param {number} [accuracy] */
export const isAtEpoch = (epoch, accuracy) => `Epoch ${epoch}.${withAccuracy(accuracy)}`;
/** @param {number} [accuracy] */
export const isFinished = (accuracy) => `Training finished.${withAccuracy(accuracy)}`;
/** @param {number} [accuracy] */
export const isPaused = (accuracy) => `Training paused.${withAccuracy(accuracy)}`;

/* ---- Train, on a network that is trained already ---- */

/** @param {number} [accuracy] */
export const alreadyTrained = (accuracy) =>
  accuracy === undefined
    ? "This network is already trained."
    : `This network is already trained: ${percent(accuracy)} test accuracy.`;
export const startRandomToWatch =
  "To watch one learn from the beginning, start from random weights.";
export const startRandom = "Start from random weights";
/** @param {boolean} isMnist  trained on MNIST: elsewhere it reaches something else */
export const sprint = (isMnist) =>
  isMnist ? "Train to 96% in half a second" : "Train as fast as possible";
export const keepTraining = "Keep training";

/* ---- the playground ---- */

export { playground } from "./labs.js";
export const intro = "A neural network that learns to read digits, in your browser. Draw one.";
export const draw = "Draw";
export const drawn = "Done";
export const backToPlayground = "Back to the playground";
export const network = "The network";
export const training = "Training";
export const followDigit = "Follow the digit";
export const positiveWeight = "positive weight";
export const negativeWeight = "negative weight";

/** @param {number} digit */
export const lookInsideOutput = (digit) => `Look inside output ${digit}`;
/** @param {number} neuron  from 1 @param {number} layer */
export const lookInsideNeuron = (neuron, layer) => `Look inside neuron ${neuron} of layer ${layer}`;

/* ---- a network to load ---- */

export const loadNetwork = "Load a network";
export const loadingNetwork = "Loading…";
/** What the menu says of each network; of a random one the rest is known later. */
export const networks = {
  lesson: { name: "Lesson’s network", about: "sigmoid, squared error, 13,002 parameters" },
  pretrained: { name: "Modern network", about: "ReLU, softmax, 13,002 parameters" },
  best: { name: "Most accurate network", about: "ReLU, softmax, 468,874 parameters" },
  random: { name: "Random network", about: "" },
  sprint: { name: "Fastest to 96%", about: "a random network, trained in about half a second" },
};
/** The last of them where it is not trained on MNIST. */
export const sprintOnOthers = {
  name: "Fastest training",
  about: "a random network, trained at full speed",
};

/* ---- labs ---- */

/** @param {string} lab */
export const next = (lab) => html`Next: ${lab} <span aria-hidden="true">→</span>`;
export const watchLesson = "Watch it in the lesson";
export const howItWorks = "How it works";

export const labNotLoaded =
  "This lab could not be loaded. Reload the page to get the current version.";
export const labNotReached =
  "This lab could not be loaded: the host cannot be reached. Is the device online?";
/** @param {string} why */
export const labNotShown = (why) => `This lab could not be shown: ${withStop(why)}`;
/** @param {string} why */
export const labNotComputed = (why) => `Part of this lab could not be computed: ${withStop(why)}`;
export const unknownReason = "unknown reason";
export const tryAgain = "Try again";

/* ---- the tour ---- */

export const offerTour = "New here? Take the tour.";
export const showMe = "Show me";

/* ---- keys ---- */

export const keys = "Keys";
export const esc = "Esc";
export const close = "Close";

/* ---- files held over the page ---- */

export const dropFiles = "Drop a model file, or images of your own digits";
