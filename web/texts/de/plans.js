/** The page of lesson plans itself. The plans are in plan-*.js. */

export const back = "Zurück zu Downhill";
export const heading = "Stundenentwürfe";
/** @param {number} plans @param {number} from  minutes @param {number} to */
export const intro = (plans, from, to) =>
  `${plans} Stunden von ${from} bis ${to} Minuten mit einem neuronalen Netz, das Ziffern ` +
  "erkennt. Die Klasse öffnet einen Schritt mit seinem Link oder QR-Code und sieht nur, was er " +
  "braucht.";
export const numbers =
  "Die Zahlen gelten für die Ziffern von MNIST. Eine Website ohne sie nimmt eingebaute " +
  "Handschrift; dort sind es andere.";
/** Names the list of them. */
export const plans = "Entwürfe";

/** @param {number} count */
export const minutes = (count) => `${count} min`;
export const aim = "Ziel";
export const needs = "Was du brauchst";
/** Above what a step shows. */
export const seen = "Was die Klasse sehen sollte";
export const questions = "Fragen und Antworten";

/** @param {string} place  a lab, or the playground */
export const open = (place) => `„${place}“ öffnen`;
export const showCode = "QR-Code";

export const printSheet = "Arbeitsblatt drucken";
export const printPlan = "Diesen Entwurf drucken";
/** At the head of the students’ sheet, before a line to write on. */
export const name = "Name";
export const date = "Datum";
