/** Words of the dialog that lists the keys. */
import { step } from "./shell.js";

export const shortcuts = {
  train: "Entrenar, pausar",
  step,
  speed: "Entrenar a la velocidad máxima, o lenta al inicio",
  reset: "Reiniciar con una red aleatoria",
  noise: "Ruido",
  testDigit: "Dígito de prueba",
  drawing: "Ir al dibujo",
  clear: "Borrar el dibujo",
  present: "Mostrar con un proyector",
  keys: "Mostrar estas teclas",
};
export const singleKeys = "Atajos de una sola tecla";
export const singleKeysOff =
  "Están desactivados: las letras, ? y Espacio por sí solos no hacen nada. Los botones funcionan.";
/** @param {string} undoKey */
export const keysInDrawing = (undoKey) =>
  "En el dibujo, las flechas mueven un lápiz de una casilla; Espacio lo baja y lo levanta, " +
  `y ${undoKey} deshace un trazo.`;
