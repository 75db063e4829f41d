/** The lab Tweak: networks of the visitor's own settings, trained and compared. */
import { html } from "lit";
import { count, duration, fixed, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question and its answer ---- */

export const lesson = html`The lesson’s network reads about 96% of new digits, and with some
  changes 98%. The best results on these digits, above 99.7%, come from convolutional networks.`;

/** @param {boolean} isMnist  the accuracy is that on MNIST */
export const question = (isMnist) =>
  isMnist
    ? "After five epochs of plain SGD the 16-16 network reads about 94% of MNIST’s test digits. " +
      "What helps it most?"
    : "Plain SGD trains the 16-16 network for five epochs. What helps it most?";

export const ideaBase = "16-16, sigmoid, SGD, 5 epochs";
export const ideaNeurons = "More neurons, 64-32";
export const ideaModern = "ReLU, softmax, cross-entropy and Adam";
export const ideaEpochs = "20 epochs instead of 5";

export const ideasQueued = "Their runs are in the queue.";

/** @param {(event: Event) => void} click */
export const ideasUntrained = (click) =>
  html`Four runs will tell: <button data-testid="tweak-ideas" @click=${click}
      >Train all four networks</button>`;

/**
 * @param {string} best  the idea that helped most @param {boolean} isGuessed
 * @param {number} base  accuracy without any of the ideas
 * @param {{ words: string, accuracy: number }[]} ideas
 */
export function ideasAnswer(best, isGuessed, base, ideas) {
  const gains = ideas.map(
    ({ words, accuracy }) => html` ${words}: <span class="number"
      >${percent(accuracy)}</span> (${points(accuracy - base)}).`,
  );
  return html`${verdict(best, isGuessed)}. Test accuracy without any of them: <span class="number"
    >${percent(base)}</span>.${gains} All with one seed.`;
}

/** @param {number} gain */
const points = (gain) => `${gain < 0 ? "−" : "+"}${fixed(Math.abs(100 * gain), 1)} points`;

export const how = html`
  <p>A layer of n neurons on m inputs has m · n weights and n biases. The lesson’s network has</p>
  <math display="block">
    <mtext>784 · 16 + 16</mtext><mo>+</mo><mtext>16 · 16 + 16</mtext><mo>+</mo>
    <mtext>16 · 10 + 10</mtext><mo>=</mo><mn>13,002</mn>
  </math>
  <p>Each run trains a random network in a worker of its own, several at once where there are
    cores for it; the network on the page is not touched. The same settings, seed and digits give
    the same parameters to the last bit, here and with <code>net.trainer(data, options)</code> of
    the engine. The presets add what no control shows: the learning rate of “Modern” rises over the
    first 1,000 steps and starts again after 4, 12, 28 and 60 epochs.</p>
  <p>Accuracies of two seeds differ by some tenths of a percent, so train several before you call
    a setting better. Whoever picks the best of many runs by test accuracy has tuned on the test
    digits, and should expect a little less on new ones.</p>`;

/* ---- settings and runs in short words ---- */

/** @param {number} trained */
export const epochs = (trained) =>
  `${count(trained)} ${plural(trained, { one: "epoch", other: "epochs" })}`;

/**
 * A setting among others, by its key; `text` is its value as the settings show it. Those that are
 * missing here are told by the name of their choice.
 * @type {Partial<Record<keyof import("../../common/settings.js").NetworkSettings,
 *   (text: string, value: any) => string>>}
 */
export const setting = {
  layers: (text) => text || "no hidden layer",
  rate: (text) => `rate ${text}`,
  batch: (text) => `batch ${text}`,
  decay: (text) => `weight decay ${text}`,
  schedule: (_, value) => (value === "cosine" ? "cosine" : "constant rate"),
  epochs: (_, value) => epochs(value),
  augment: (_, value) => (value ? "augmented" : "not augmented"),
  nothing: (text) => `${text} noise`,
  seed: (text) => `seed ${text}`,
};

/** A set of digits. @param {string} name */
export const andDrawings = (name) => `${name} and drawings of yours`;

/** @param {number} digits @param {string} name  of the set */
export const partOf = (digits, name) => `${count(digits)} digits of ${name}`;

/** "under 0.1 s", "3.4 s", "2 min 5 s" @param {number} seconds */
export function time(seconds) {
  if (seconds < 0.1) return "under 0.1 s";
  if (seconds < 60) return `${fixed(seconds, seconds < 10 ? 1 : 0)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/* ---- presets and the settings of the next run ---- */

export const presets = "Presets";
export const presetsNote = html`Mean of five seeds, measured on MNIST’s 10,000 test digits; the
  time is that of one core of a server. A preset fills in the settings below.`;

/** @param {number} parameters @param {number} seconds */
export const presetCost = (parameters, seconds) =>
  `${count(parameters)} parameters, ${duration(1000 * seconds)}`;

export const trainingDigits = "Training digits";
/** @param {number} digits */
export const allDigits = (digits) => `All ${count(digits)}`;
/** Before it is known how many. */
export const allDigitsLoading = "All";
/** @param {number} digits */
export const firstDigits = (digits) => `First ${count(digits)}`;

export const runs = "Runs";
export const oneRun = "One";
/** @param {number} runs @param {number} first  seed @param {number} last  seed */
export const severalRuns = (runs, first, last) => `${runs}, seeds ${first}–${last}`;

export const train = "Train";
export const addToQueue = "Add to the queue";
export const plainSgd = "Back to plain SGD";

/** @param {number} parameters @param {number | null} seconds  of training; null: not known */
export const cost = (parameters, seconds) =>
  html`<b class="number" data-testid="tweak-parameters"
        >${count(parameters)}</b> parameters<span class="quiet"
        >${seconds === null ? "" : `, ${duration(1000 * seconds)} of training`}</span>`;

/* ---- the queue ---- */

/** @param {number} most */
export const tooMany = (most) => `At most ${most} runs can wait. Add more when some have finished.`;
export const noDigits = "There are no digits yet.";
export const digitsReplaced = "The digits were replaced.";

export const pause = "Pause";
export const resume = "Continue";
export const stop = "Stop";
/** @param {string} run */
export const stopRun = (run) => `Stop ${run}`;
export const epochsTrained = "Epochs trained";

export const pausedBefore = "Paused before the next run.";
export const starting = "Starting…";
export const digitsLoading = "Waiting until all digits are loaded…";

/**
 * What is being trained.
 * @param {number} runs  at once @param {boolean} isPaused
 * @param {number | null} left  seconds until the queue is done; null: not known
 */
export function now(runs, isPaused, left) {
  if (isPaused) return paused;
  const training = plural(runs, { one: "Training 1 run", other: `Training ${runs} runs at once` });
  return left === null ? training : `${training}, ${duration(1000 * left)} left`;
}

/**
 * A run that is being trained.
 * @param {object} about
 * @param {string} about.letter  of its line in the chart, or ""
 * @param {string} about.run
 * @param {number} about.epoch
 * @param {number} about.epochs
 * @param {boolean} about.isCopying  the digits, before its first step
 * @param {number | null} about.accuracy  so far
 * @param {boolean} about.isAgain  its worker was lost
 */
export function runNow({ letter, run, epoch, epochs, isCopying, accuracy, isAgain }) {
  const reached = accuracy === null ? "" : `, ${percent(accuracy)} so far`;
  const again = isAgain ? ", started again because its worker stopped" : "";
  return html`<b>${letter && `${letter}: `}${run}</b>, <span class="number">epoch
      ${count(epoch)} of ${count(epochs)}</span>${
        isCopying ? ", copying the digits…" : reached
      }${again}`;
}

export const paused = "Paused.";
/** Heard, not seen. @param {string} run */
export const training = (run) => `Training ${run}.`;
/** Heard, not seen. @param {string} run @param {number | null} accuracy */
export const trained = (run, accuracy) => `${run}: test accuracy ${percent(accuracy)}.`;

/** @param {number} runs */
export const waiting = (runs) =>
  plural(runs, { one: `${runs} run waits`, other: `${runs} runs wait` });
/** One that waits. @param {string} preset @param {number} n */
export const waitingPreset = (preset, n) => `${preset}, ${epochs(n)}`;
export const remove = "Remove";
/** @param {string} run */
export const removeRun = (run) => `Remove ${run}`;
export const removeAll = "Remove all waiting runs";

/**
 * Runs that wait for other digits than there are.
 * @param {number} runs @param {string[]} digits  that they wait for @param {string} now  there are
 */
export const waitForOthers = (runs, digits, now) =>
  `${waiting(runs)} for ${digits.join(" and ")}. The digits are now ${now}.`;
/** @param {number} runs @param {string} name  of those they wait for and of those there are */
export const waitForNamesakes = (runs, name) =>
  `${waiting(runs)} for other digits, which were also called ${name}.`;
export const trainOnThese = "Train on these digits";
export const removeThem = "Remove them";

export const queueDone = "The queue of runs is done.";
/** @param {number | null} best  accuracy */
export const queueDoneBest = (best) =>
  `The queue of runs is done. Your best run reads ${percent(best)}.`;
export const showThem = "Show them";

/* ---- the chart ---- */

export const chartEmpty = "Train, and the test accuracy appears here, epoch by epoch.";
export const chartSoon = "The first test accuracy appears here soon.";
export const chartPaused = "Continue, and the test accuracy appears here, epoch by epoch.";
export const chartPick = "Press + beside a run to see its test accuracy here, epoch by epoch.";

export const horizontalAxis = "Horizontal axis";
export const overEpochs = "Epochs";
export const overSeconds = "Seconds";
/** On the axis itself. */
export const epochsAxis = "epochs";
export const secondsAxis = "seconds";

/**
 * The line of a run that is being trained, and has no letter.
 * @param {number} n  from 1 @param {number} all  such lines
 */
export const lineNow = (n, all) => (all > 1 ? `now ${n}` : "now");

export const testAccuracy = "Test accuracy";
/** @param {number | null} accuracy */
export const testAccuracyOf = (accuracy) => `Test accuracy: ${percent(accuracy)}`;
/** @param {number | null} accuracy @param {string} label  of its line */
export const highestTestAccuracy = (accuracy, label) =>
  `Highest test accuracy: ${percent(accuracy)} (${label})`;

/**
 * The chart, heard.
 * @param {string} finding
 * @param {{ label: string, run: string, accuracy: number | null }[]} lines
 */
export const chart = (finding, lines) =>
  `${finding}. ${lines
    .map(({ label, run, accuracy }) => `${label}: ${run}, ${percent(accuracy)}.`)
    .join(" ")}`;

/**
 * What the chart does not show: "The axis begins at 85%. Below it: C, now."
 * @param {number} low  percent @param {string[]} below  labels of lines
 */
export const axisBegins = (low, below) =>
  `The axis begins at ${low}%.${below.length ? ` Below it: ${below.join(", ")}.` : ""}`;

/* ---- the table of runs ---- */

export const noRuns = "No runs yet";
export const noRunsNote =
  "Each run gets a row here, with its settings, its training time and its test accuracy.";
/** @param {number} runs */
export const yourRuns = (runs) =>
  plural(runs, { one: "Your run", other: `Your ${count(runs)} runs` });
export const saveCsv = "Save as CSV";

export const newest = "Newest";
export const settings = "Settings";
export const parameters = "Parameters";
/** Before the columns, and after a number, where the table has no room for heads. */
export const sortBy = "Sort by";
export const afterParameters = " parameters";
export const timeColumn = "Time";
export const curve = "Curve";
export const fingerprint = "Fingerprint";

/** @param {number} rows */
export const showFirst = (rows) => `Show the first ${rows}`;
/** @param {number} runs */
export const showAll = (runs) => `Show all ${count(runs)} runs`;

/** @param {string} instead  letter of the run that makes place for it, or "" */
export const compare = (instead) => (instead ? `Compare instead of ${instead}` : "Compare");
/** @param {string} run */
export const compareRun = (run) => `Compare ${run}`;
/** @param {number} most  runs @param {string} letter @param {string} run  that had it */
export const displaced = (most, letter, run) =>
  `${most} runs can be compared: ${letter} was taken from ${run}.`;

/** @param {string} why  a sentence */
export const failed = (why) => `Failed: ${why}`;
/** @param {number} after  epochs @param {number} of  epochs */
export const stopped = (after, of) => `Stopped ${afterEpochs(after)} of ${count(of)}`;
/** @param {number} after  epochs */
export const diverged = (after) => `Diverged ${afterEpochs(after)}: the learning rate is too high`;

/** @param {number} trained */
const afterEpochs = (trained) =>
  `after ${trained < 1 ? "less than 1 epoch" : epochs(Math.floor(trained))}`;

/* ---- a run in full ---- */

export const preset = "Preset";
/** @param {number} digits @param {string} name  of the set */
export const trainedOn = (digits, name) => `${count(digits)}, ${name}`;

export const untrained = "It was not trained.";
/** @param {number} steps */
export const trainedFor = (steps) => `${count(steps)} mini-batches.`;
/** @param {number} steps @param {number} correct  test digits @param {number} test  all of them */
export const trainedReads = (steps, correct, test) =>
  `${count(steps)} mini-batches. It reads ${count(correct)} of ${count(test)} test digits.`;
/** @param {{ mean: number, lowest: number, highest: number, count: number }} accuracies */
export function seeds({ mean, lowest, highest, count: several }) {
  const range = `${percent(lowest)} to ${percent(highest)}`;
  return `With ${several} seeds: ${percent(mean)} on average, ${range}.`;
}

export const adopt = "Put it on the page";
export const copyLink = "Copy a link";
export const trainAgain = "Train again";
export const changeSettings = "Change its settings";
export const deleteRun = "Delete";

/** @param {string} why  half a sentence */
export const inexactLink = (why) =>
  `The link makes a similar network, not exactly this one, because ${why}.`;
/** @param {string} does  a sentence */
export const linkCopied = (does) => `The link is copied. ${does}`;
export const linkUntrained = "Opening it begins with these settings; nothing is trained.";
export const linkExact = "Opening it trains this network again.";
export const linkInexact = "Opening it trains a similar network, not exactly this one.";

/** @param {string} run */
export const deleted = (run) => `Deleted: ${run}.`;
export const undo = "Undo";
export const weightsGone = "The weights of this run are no longer stored. Train it again.";

/* ---- storage ---- */

/** @param {number} runs */
export const damagedRuns = (runs) =>
  plural(runs, {
    one: `${runs} stored run is damaged and cannot be shown.`,
    other: `${runs} stored runs are damaged and cannot be shown.`,
  });
export const storageFull =
  "The browser’s storage is full, so new runs are lost when the page is closed.";
export const storageUnusable =
  "The browser’s storage cannot be used, so new runs are lost when the page is closed.";
export const storageSilent = "It does not answer.";
export const otherVersion = "it is of another version";
export const partMissing = "a part of it is missing";
export const accuracyDamaged = "its accuracy is not a number";
export const curveDamaged = "its curve is damaged";
