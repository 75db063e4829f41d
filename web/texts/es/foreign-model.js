/** Networks that another program made. `name` is that of a file. */
import { exact, percent } from "../../common/numbers.js";
import { functions } from "./starts.js";

/** @param {{ mean: number, deviation: number }} pixels  how a network wants them */
function scaled({ mean, deviation }) {
  const [m, d] = [mean, deviation].map((value) => Number(value.toPrecision(4)));
  const known = USUAL[`${m} ${d}`];
  if (known) return known;
  const shift = mean < 0 ? `+ ${exact(-m)}` : `− ${exact(m)}`;
  return `píxeles normalizados como (píxel ${shift}) ÷ ${exact(d)}`;
}

/** By mean and deviation. @type {Record<string, string>} */
const USUAL = {
  "0 1": "píxeles de 0 a 1",
  "0 0.003922": "píxeles de 0 a 255",
  "0.5 0.5": "píxeles de −1 a 1",
  "1 -1": "dígitos oscuros sobre blanco",
  "0.1307 0.3081": "píxeles normalizados con la media y la desviación de MNIST",
};

/** Read no better than this, it is hardly what it was taken for. Guessing reads 0.1. */
const DOUBTFUL = 0.3;

/** @param {string} name @param {import("../../worker/protocol.js").Foreign} foreign */
export function foreignOpened(name, { taken, guessed, accuracy }) {
  const how = functions(taken.hidden, taken.output === "softmax", taken.cost);
  const opened = `${name} se abrió como una red con ${how}, para ${scaled(taken.pixels)}.`;
  const read = `lee bien el ${percent(accuracy)} de los dígitos integrados`;
  // What it was trained for changes nothing of what it reads.
  if (guessed.every((what) => what === "cost")) return `${opened} Así, ${read}.`;
  if (accuracy > DOUBTFUL)
    return `${opened} Su archivo no lo dice todo: esto encaja mejor y ${read}.`;
  const unfit = `${opened} Su archivo no lo dice todo y nada encaja: ${read}.`;
  return guessed.includes("hidden")
    ? `${unfit} Quizá se entrenó con otras imágenes, o con funciones que aquí no se conocen, ` +
        "como tanh."
    : `${unfit} Quizá se entrenó con otras imágenes.`;
}
