/** The foot of the page, with its languages. */
import { html } from "lit";

export const privacy =
  "Nichts, was du zeichnest, verlässt dieses Gerät: Das Netz läuft in deinem Browser und wird " +
  "dort trainiert.";
/** @param {(title: string) => unknown} lesson  a link */
export const credits = (lesson) => html`Folgt der Lektion ${lesson(
  "Gradient descent, how neural networks learn",
)} von 3Blue1Brown. Ziffern: MNIST von Y. LeCun, C. Cortes und C. Burges. Freie Software unter
  der MIT-Lizenz; Schrift Inter, unter der Open Font License.`;
export const takeTour = "Rundgang machen";
export const presentation = "Präsentationsmodus";
export const documentation = "Dokumentation";
export const lessonPlans = "Stundenentwürfe";
export const languages = "Sprache";
export const languageNotReached =
  "Die Seite in dieser Sprache ist nicht erreichbar. Ist das Gerät online?";
