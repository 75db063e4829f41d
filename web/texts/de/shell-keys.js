/** Words of the dialog that lists the keys. */
import { step } from "./shell.js";

export const shortcuts = {
  train: "Trainieren, pausieren",
  step,
  speed: "Mit vollem Tempo trainieren oder anfangs langsam",
  reset: "Auf ein Zufallsnetz zurücksetzen",
  noise: "Rauschen",
  testDigit: "Testziffer",
  drawing: "Zur Zeichnung gehen",
  clear: "Zeichnung löschen",
  present: "Mit einem Beamer zeigen",
  keys: "Diese Tasten zeigen",
};
export const singleKeys = "Kürzel aus einer einzelnen Taste";
export const singleKeysOff =
  "Sie sind aus: Buchstaben, ? und die Leertaste allein bewirken nichts. Die Knöpfe funktionieren.";
/** @param {string} undoKey */
export const keysInDrawing = (undoKey) =>
  "In der Zeichnung bewegen die Pfeiltasten einen Stift um ein Feld; die Leertaste setzt ihn auf " +
  `und hebt ihn ab, und ${undoKey} macht einen Strich rückgängig.`;
