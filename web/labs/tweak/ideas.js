/**
 * The lab's question as four runs: the lesson's network after five epochs, and three
 * ideas.
 *
 * @typedef {import("./run.js").Plan} Plan
 * @typedef {import("./run.js").Run} Run
 */
import { defaults } from "../../common/settings.js";
import { settingWords } from "./words.js";

const BASE = { ...defaults(), epochs: 5 };

/** In the order of the choices; the base first. */
export const IDEAS = [
  { words: "16-16, sigmoid, SGD, 5 epochs", settings: BASE },
  { words: "More neurons, 64-32", settings: { ...BASE, layers: [64, 32] } },
  {
    words: "ReLU, softmax, cross-entropy and Adam",
    settings: /** @type {typeof BASE} */ ({
      ...BASE,
      ...{ hidden: "relu", output: "softmax", cost: "cross-entropy" },
      ...{ optimizer: "adam", rate: 0.002, batch: 32 },
    }),
  },
  { words: "20 epochs instead of 5", settings: { ...BASE, epochs: 20 } },
];

/** Are they being trained? @param {import("./bench.js").BenchState} state */
export function areQueued({ current, waiting }) {
  const plans = [...(current ? [current.plan] : []), ...waiting.map(({ plan }) => plan)];
  const queued = new Set(plans.map(({ settings }) => settingWords(settings)));
  return IDEAS.some(({ settings }) => queued.has(settingWords(settings)));
}

/** @returns {Plan[]} */
export const ideaPlans = () => IDEAS.map(({ settings }) => ({ settings, count: 0 }));

/**
 * The accuracy that each idea has reached on the same digits.
 * @param {readonly Run[]} runs
 * @returns {number[] | null} null before all four have finished
 */
export function ideaResults(runs) {
  const finished = runs.filter(({ outcome, data }) => outcome === "finished" && data.checksum);
  for (const { data } of finished) {
    const found = IDEAS.map(({ settings }) =>
      finished.find(
        (run) =>
          run.data.checksum === data.checksum &&
          settingWords(run.settings) === settingWords(settings),
      ),
    );
    const accuracies = found.map((run) => run?.accuracy ?? null);
    if (accuracies.every((each) => each !== null)) return /** @type {number[]} */ (accuracies);
  }
  return null;
}
