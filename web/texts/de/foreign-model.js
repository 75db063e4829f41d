/** Networks that another program made. `name` is that of a file. */
import { exact, percent } from "../../common/numbers.js";
import { functions } from "./starts.js";

/** @param {{ mean: number, deviation: number }} pixels  how a network wants them */
function scaled({ mean, deviation }) {
  const [m, d] = [mean, deviation].map((value) => Number(value.toPrecision(4)));
  const known = USUAL[`${m} ${d}`];
  if (known) return known;
  const shift = mean < 0 ? `+ ${exact(-m)}` : `− ${exact(m)}`;
  return `Pixel, normiert als (Pixel ${shift}) ÷ ${exact(d)}`;
}

/** By mean and deviation. @type {Record<string, string>} */
const USUAL = {
  "0 1": "Pixel von 0 bis 1",
  "0 0.003922": "Pixel von 0 bis 255",
  "0.5 0.5": "Pixel von −1 bis 1",
  "1 -1": "dunkle Ziffern auf Weiß",
  "0.1307 0.3081": "Pixel, normiert mit Mittelwert und Standardabweichung von MNIST",
};

/** Read no better than this, it is hardly what it was taken for. Guessing reads 0.1. */
const DOUBTFUL = 0.3;

/** @param {string} name @param {import("../../worker/protocol.js").Foreign} foreign */
export function foreignOpened(name, { taken, guessed, accuracy }) {
  const how = functions(taken.hidden, taken.output === "softmax", taken.cost);
  const opened = `${name} wurde als Netz geöffnet (${how}), für ${scaled(taken.pixels)}.`;
  const read = `erkennt es ${percent(accuracy)} der eingebauten Handschrift`;
  // What it was trained for changes nothing of what it reads.
  if (guessed.every((what) => what === "cost")) return `${opened} So ${read}.`;
  if (accuracy > DOUBTFUL) {
    return `${opened} Die Datei sagt weniger; das passt am besten: So ${read}.`;
  }
  const unfit = `${opened} Die Datei sagt weniger, und nichts passt gut: So ${read}.`;
  return guessed.includes("hidden")
    ? `${unfit} Vielleicht wurde es mit anderen Bildern trainiert oder mit Funktionen, die hier ` +
        "nicht bekannt sind, etwa tanh."
    : `${unfit} Vielleicht wurde es mit anderen Bildern trainiert.`;
}
