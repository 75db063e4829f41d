/** Words of the dialog that lists the keys. */
import { step } from "./shell.js";

export const shortcuts = {
  train: "Train, pause",
  step,
  speed: "Train at full speed, or slow at first",
  reset: "Reset to a random network",
  noise: "Noise",
  testDigit: "Test digit",
  drawing: "Go to the drawing",
  clear: "Clear the drawing",
  present: "Present on a projector",
  keys: "Show these keys",
};
export const singleKeys = "Shortcuts of a single key";
export const singleKeysOff =
  "They are off: letters, ? and Space alone do nothing. The buttons work.";
/** @param {string} undoKey */
export const keysInDrawing = (undoKey) =>
  "In the drawing, the arrow keys move a pen of one cell; Space puts it down and lifts it, " +
  `and ${undoKey} undoes a stroke.`;
