/**
 * The lab's question as four runs: the lesson's network after five epochs, and three
 * ideas.
 *
 * @typedef {import("./run.js").Plan} Plan
 * @typedef {import("./run.js").Run} Run
 */
import { defaults } from "../../common/settings.js";
import * as texts from "../../texts/en/tweak.js";
import { isFor } from "./digits.js";
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

/**
 * Those that are neither waiting nor being trained nor finished, on the digits that there are.
 * @param {Pick<import("./bench.js").BenchState, "running" | "waiting" | "runs" | "data">} state
 * @returns {Plan[]}
 */
export function missingIdeas({ running, waiting, runs, data }) {
  const finished = runs.filter(({ outcome }) => outcome === "finished");
  const known = finished.map(({ settings, data: on }) => ({
    plan: { settings, count: 0 },
    data: /** @type {import("./digits.js").Digits} */ (on),
  }));
  const jobs = [...running, ...waiting, ...known].filter((job) => isFor(job, data));
  const whole = jobs.filter(({ plan }) => !plan.count);
  const words = new Set(whole.map(({ plan }) => settingWords(plan.settings)));
  return IDEAS.map(({ settings }) => ({ settings, count: 0 })).filter(
    ({ settings }) => !words.has(settingWords(settings)),
  );
}

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
