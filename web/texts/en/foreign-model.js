/** Networks that another program made. `name` is that of a file. */
import { percent } from "../../common/numbers.js";
import { functions } from "./starts.js";

/** @param {{ mean: number, deviation: number }} pixels  how a network wants them */
function scaled({ mean, deviation }) {
  if (deviation === -1) return "dark digits on white";
  if (mean === 0.5) return "pixels from −1 to 1";
  if (mean) return "pixels normalised by MNIST’s mean and deviation";
  return deviation === 1 ? "pixels from 0 to 1" : "pixels from 0 to 255";
}

/** Read no better than this, it is hardly what it was taken for. Guessing reads 0.1. */
const DOUBTFUL = 0.3;

/** @param {string} name @param {import("../../worker/protocol.js").Foreign} foreign */
export function foreignOpened(name, { taken, guessed, accuracy }) {
  const how = functions(taken.hidden, taken.output === "softmax", taken.cost);
  const opened = `${name} was opened as a network with ${how}, for ${scaled(taken.pixels)}.`;
  const read = `it reads ${percent(accuracy)} of built-in handwriting`;
  if (!guessed.length) return `${opened} So ${read}.`;
  if (accuracy > DOUBTFUL) return `${opened} Its file says less: this fits best, ${read}.`;
  return (
    `${opened} Its file says less, and nothing fits: ${read}. It may have been trained on other ` +
    "images, or with functions that are not known here, such as tanh."
  );
}
