/**
 * The lab's question as four runs: the lesson's network after five epochs, and three
 * ideas.
 *
 * @typedef {import("./run.js").Plan} Plan
 * @typedef {import("./run.js").Run} Run
 */
import { defaults } from "../../common/settings.js";
import * as texts from "../../texts/en/tweak.js";
import { settingWords } from "./words.js";

const BASE = { ...defaults(), epochs: 5 };

/** In the order of the choices; the base first. */
export const IDEAS = [
  { words: texts.ideaBase, settings: BASE },
  { words: texts.ideaNeurons, settings: { ...BASE, layers: [64, 32] } },
  {
    words: texts.ideaModern,
    settings: /** @type {typeof BASE} */ ({
      ...BASE,
      ...{ hidden: "relu", output: "softmax", cost: "cross-entropy" },
      ...{ optimizer: "adam", rate: 0.002, batch: 32 },
    }),
  },
  { words: texts.ideaEpochs, settings: { ...BASE, epochs: 20 } },
];

/** Are they being trained? @param {import("./bench.js").BenchState} state */
export function areQueued({ running, waiting }) {
  const plans = [...running, ...waiting].map(({ plan }) => plan);
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
  /** @type {Map<string, Map<string, number | null>>} by checksum and words */
  const found = new Map();
  for (const { outcome, data, settings, accuracy } of runs) {
    if (outcome !== "finished" || !data.checksum) continue;
    const known = found.get(data.checksum) ?? new Map();
    const words = settingWords(settings);
    if (!known.has(words)) known.set(words, accuracy);
    found.set(data.checksum, known);
  }
  for (const known of found.values()) {
    const accuracies = IDEAS.map(({ settings }) => known.get(settingWords(settings)) ?? null);
    if (accuracies.every((each) => each !== null)) return /** @type {number[]} */ (accuracies);
  }
  return null;
}
