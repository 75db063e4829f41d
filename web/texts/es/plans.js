/** The page of lesson plans itself. The plans are in plan-*.js. */

export const back = "Volver a Downhill";
export const heading = "Planes de clase";
/** @param {number} plans @param {number} from  minutes @param {number} to */
export const intro = (plans, from, to) =>
  `${plans} clases de ${from} a ${to} minutos con una red neuronal que lee dígitos. El grupo ` +
  "abre cada paso con su enlace o su código QR, y ve solo lo que ese paso necesita.";
export const numbers =
  "Los números son los de los dígitos de MNIST. Un sitio que no los tiene usa dígitos " +
  "integrados, y allí los números son otros.";
/** Names the list of them. */
export const plans = "Planes";

/** @param {number} count */
export const minutes = (count) => `${count} min`;
export const aim = "Objetivo";
export const needs = "Qué hace falta";
/** Above what a step shows. */
export const seen = "Lo que se debe ver";
export const questions = "Preguntas y respuestas";

/** @param {string} place  a lab, or the playground */
export const open = (place) => `Abrir «${place}»`;
export const showCode = "Código QR";

export const printSheet = "Imprimir la hoja de trabajo";
export const printPlan = "Imprimir este plan";
/** At the head of the students’ sheet, before a line to write on. */
export const name = "Nombre";
export const date = "Fecha";
