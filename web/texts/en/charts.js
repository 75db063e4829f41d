/** Charts over epochs. */
import { count, figures, fixed, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";

export const chartNotLoaded = "The chart could not be loaded. Is the device online?";
export const epochs = "epochs";

/* ---- values at the pointer ---- */

/** @param {number} value */
export const atEpochs = (value) => `${fixed(value, value < 10 ? 2 : 1)} epochs`;

/** @param {string} where @param {{ label: string, value: string }[]} lines */
export const valuesAt = (where, lines) =>
  `${where}: ${lines.map(({ label, value }) => `${label} ${value}`).join(", ")}`;

/* ---- training curve ---- */

export const trainingCost = "training cost";
export const testAccuracy = "test accuracy";
export const trainToSee = "Train to see the training cost and the test accuracy change here.";

/** @param {number} loaded @param {number} all */
export const loadingDigits = (loaded, all) =>
  all
    ? `Loading digits: ${count(loaded)} of ${count(all)}. Training starts then.`
    : "Waiting for the digits… Training starts then.";

/**
 * @param {number} first @param {number} last @param {number} best  0…1, as the others
 * @param {number | null} epochs  after which the training has finished; null: it has not
 */
export const accuracyChange = (first, last, best, epochs) => {
  const peak = percent(best) !== percent(last) ? `, ${percent(best)} at best` : "";
  const change = `Accuracy on test digits: from ${percent(first)} to ${percent(last)}${peak}`;
  if (epochs === null) return change;
  const after = `${count(epochs)} ${plural(epochs, { one: "epoch", other: "epochs" })}`;
  return `Training finished after ${after}. ${change}`;
};

/**
 * @param {number | undefined} epochs @param {number | null | undefined} cost
 * @param {number | null | undefined} accuracy
 */
export const lastValues = (epochs, cost, accuracy) =>
  `After ${epochs === undefined ? "0" : fixed(epochs, 1)} epochs: ` +
  `training cost ${figures(cost)}, test accuracy ${percent(accuracy)}`;
