/** Charts over epochs. */
import { count, figures, fixed, percent } from "../../common/numbers.js";
import { plural } from "./locale.js";

export const chartNotLoaded = "No se pudo cargar el gráfico. ¿Tiene conexión el dispositivo?";
export const epochs = "épocas";

/* ---- values at the pointer ---- */

/** @param {number} value */
export const atEpochs = (value) => `${fixed(value, value < 10 ? 2 : 1)} épocas`;

/** @param {string} where @param {{ label: string, value: string }[]} lines */
export const valuesAt = (where, lines) =>
  `${where}: ${lines.map(({ label, value }) => `${label} ${value}`).join("; ")}`;

/* ---- training curve ---- */

export const trainingCost = "coste (entren.)";
export const testAccuracy = "exactitud (prueba)";
export const trainToSee =
  "Entrena para ver aquí cómo cambian el coste de entrenamiento y la exactitud de prueba.";

/** @param {number} loaded @param {number} all */
export const loadingDigits = (loaded, all) =>
  all
    ? `Cargando dígitos: ${count(loaded)} de ${count(all)}. Después empieza el entrenamiento.`
    : "Esperando los dígitos… Después empieza el entrenamiento.";

/**
 * @param {number} first @param {number} last @param {number} best  0…1, as the others
 * @param {number | null} epochs  after which the training has finished; null: it has not
 */
export const accuracyChange = (first, last, best, epochs) => {
  const peak = percent(best) !== percent(last) ? ` (máximo: ${percent(best)})` : "";
  const change = `Exactitud con dígitos de prueba: de ${percent(first)} a ${percent(last)}${peak}`;
  if (epochs === null) return change;
  const after = `${count(epochs)} ${plural(epochs, { one: "época", other: "épocas" })}`;
  return `Entrenamiento terminado tras ${after}. ${change}`;
};

/**
 * @param {number | undefined} epochs @param {number | null | undefined} cost
 * @param {number | null | undefined} accuracy
 */
export const lastValues = (epochs, cost, accuracy) =>
  `Tras ${epochs === undefined ? "0" : fixed(epochs, 1)} épocas: ` +
  `coste de entrenamiento ${figures(cost)}; exactitud de prueba ${percent(accuracy)}`;
