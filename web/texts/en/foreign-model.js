/** Networks that another program made. `name` is that of a file. */
import { exact, percent } from "../../common/numbers.js";
import { functions } from "./starts.js";

/** @param {{ mean: number, deviation: number }} pixels  how a network wants them */
function scaled({ mean, deviation }) {
  const [m, d] = [mean, deviation].map((value) => Number(value.toPrecision(4)));
  const known = USUAL[`${m} ${d}`];
  if (known) return known;
  const shift = mean < 0 ? `+ ${exact(-m)}` : `− ${exact(m)}`;
  return `pixels normalised as (pixel ${shift}) ÷ ${exact(d)}`;
}

/** By mean and deviation. @type {Record<string, string>} */
const USUAL = {
  "0 1": "pixels from 0 to 1",
  "0 0.003922": "pixels from 0 to 255",
  "0.5 0.5": "pixels from −1 to 1",
  "1 -1": "dark digits on white",
  "0.1307 0.3081": "pixels normalised by MNIST’s mean and deviation",
};

/** Read no better than this, it is hardly what it was taken for. Guessing reads 0.1. */
const DOUBTFUL = 0.3;

/** @param {string} name @param {import("../../worker/protocol.js").Foreign} foreign */
export function foreignOpened(name, { taken, guessed, accuracy }) {
  const how = functions(taken.hidden, taken.output === "softmax", taken.cost);
  const opened = `${name} was opened as a network with ${how}, for ${scaled(taken.pixels)}.`;
  const read = `it reads ${percent(accuracy)} of built-in handwriting`;
  // What it was trained for changes nothing of what it reads.
  if (guessed.every((what) => what === "cost")) return `${opened} So ${read}.`;
  if (accuracy > DOUBTFUL) return `${opened} Its file says less: this fits best, ${read}.`;
  const unfit = `${opened} Its file says less, and nothing fits: ${read}.`;
  return guessed.includes("hidden")
    ? `${unfit} It may have been trained on other images, or with functions that are not known ` +
        "here, such as tanh."
    : `${unfit} It may have been trained on other images.`;
}
