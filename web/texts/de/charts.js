/** Charts over epochs. */
import { count, figures, fixed, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";

export const chartNotLoaded = "Das Diagramm konnte nicht geladen werden. Ist das Gerät online?";
export const epochs = "Epochen";

/* ---- values at the pointer ---- */

/** @param {number} value */
export const atEpochs = (value) => `${fixed(value, value < 10 ? 2 : 1)} Epochen`;

/** @param {string} where @param {{ label: string, value: string }[]} lines */
export const valuesAt = (where, lines) =>
  `${where}: ${lines.map(({ label, value }) => `${label} ${value}`).join("; ")}`;

/* ---- training curve ---- */

export const trainingCost = "Trainingskosten";
export const testAccuracy = "Testgenauigkeit";
export const trainToSee =
  "Beim Trainieren siehst du hier, wie sich Trainingskosten und Testgenauigkeit ändern.";

/** @param {number} loaded @param {number} all */
export const loadingDigits = (loaded, all) =>
  all
    ? `Ziffern werden geladen: ${count(loaded)} von ${count(all)}. Dann beginnt das Training.`
    : "Warten auf die Ziffern … Dann beginnt das Training.";

/**
 * @param {number} first @param {number} last @param {number} best  0…1, as the others
 * @param {number | null} epochs  after which the training has finished; null: it has not
 */
export const accuracyChange = (first, last, best, epochs) => {
  const peak = percent(best) !== percent(last) ? `, Bestwert ${percent(best)}` : "";
  const change = `Genauigkeit auf Testziffern: von ${percent(first)} auf ${percent(last)}${peak}`;
  if (epochs === null) return change;
  const after = `${count(epochs)} ${plural(epochs, { one: "Epoche", other: "Epochen" })}`;
  return `Training nach ${after} fertig. ${change}`;
};

/**
 * @param {number | undefined} epochs @param {number | null | undefined} cost
 * @param {number | null | undefined} accuracy
 */
export const lastValues = (epochs, cost, accuracy) =>
  `Nach ${epochs === undefined ? "0" : fixed(epochs, 1)} Epochen: ` +
  `Trainingskosten ${figures(cost)}, Testgenauigkeit ${percent(accuracy)}`;
