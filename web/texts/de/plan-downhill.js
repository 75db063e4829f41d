/** The lesson plan on the labs Cost, Downhill, Gradient and Train. */
import { precise } from "../../common/downhill-numbers.js";
import { count, figures, fixed, percent } from "../../common/numbers.js";
import * as downhill from "./downhill.js";
import * as functions from "./downhill-functions.js";
import * as gradient from "./gradient.js";
import { titles } from "./labs.js";
import { aDigit } from "./locale.js";
import * as shell from "./shell.js";
import { justShowMe, testDigit } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").downhill} Figures */

export const title = "Bergab rollen";

export const question = "Wie findet ein Netz mit Tausenden Gewichten von selbst bessere?";

export const aim = `Die Klasse berechnet Kosten als Summe von zehn Quadraten, verfolgt den
  Gradientenabstieg mit einer einzigen Eingabe und sieht, wie ein Netz mit zufälligen Gewichten
  durch dieselben Schritte lernt, Ziffern zu erkennen.`;

export const needs = `Ein Gerät für je zwei Personen. Die Klasse weiß, was die Steigung einer Kurve
  ist.`;

export const steps = [
  {
    title: "Zehn Quadrate",
    minutes: 6,
    todo: `Öffne den Link: das Labor „${titles.cost}“ mit einem Netz, das zufällige Gewichte hat.
      Drücke „${testDigit}“ und prüfe das größte der zehn Quadrate mit einem Taschenrechner. Sieh
      dir dann weiter unten die mittleren Kosten aller Testziffern an.`,
    see: (/** @type {Figures} */ { digit, square, sum, mean }) =>
      `Testziffer ${count(digit.number)} ist ${aDigit(digit.label)}. Das größte Quadrat ist das von
      Ausgabe ${square.digit}: Sie sollte 0 sein und ist ${fixed(square.output, 3)}; ihr Quadrat ist
      ${fixed(square.squared, 3)}. Alle zehn Quadrate zusammen ergeben ${fixed(sum, 3)}. Das Mittel
      über alle Testziffern ist ${fixed(mean, 3)}.`,
  },
  {
    title: "Eine Kugel auf einer Kurve",
    minutes: 6,
    todo: `Öffne den Link dieses Schritts. Lies die Frage des Labors „${titles.downhill}“ vor und
      wähle eine Antwort. Drücke einige Male „${functions.step}“, dann „${functions.run}“. Klicke
      danach rechts weit oben auf die Kurve und starte noch einmal.`,
    see: (/** @type {Figures} */ { valleys }) =>
      `„${functions.minimumReached(valleys.steps, valleys.slope)}.“ Die Kugel bleibt im linken Tal
      liegen. Die Seite ergänzt: „${functions.notLowest(valleys.lower)}“ Von rechts kommt sie im
      rechten Tal zur Ruhe. Die Schritte schrumpfen mit der Steigung.`,
  },
  {
    title: "Zu lange Schritte",
    minutes: 4,
    todo: `Wähle „${functions.curves.bowl}“ und drücke „${functions.run}“. Drücke dann
      „${functions.backToStart}“, schiebe den Regler der Lernrate ganz nach rechts und starte noch
      einmal.`,
    see: (/** @type {Figures} */ { bowl }) =>
      `Zuerst: „${functions.minimumReached(bowl.steps, bowl.slope)}.“ Dann, mit der größten
      Lernrate: „${functions.tooLarge(bowl.step)}.“`,
  },
  {
    title: "Dasselbe mit allen Gewichten und Biases",
    minutes: 6,
    todo: `Wähle den letzten der drei Teile, den mit allen Gewichten und Biases: Es sind die des
      Netzes mit zufälligen Gewichten. Wähle dort eine Antwort auf die Frage. Drücke dann
      „${downhill.takeStep}“ und vergleiche in der Leiste Testkosten und Testgenauigkeit vorher und
      nachher.`,
    see: (/** @type {Figures} */ { parameters, line, step }) =>
      `Alle ${count(parameters)} Zahlen ändern sich gleichzeitig. Die Kosten fallen von
      ${precise(line.here)} auf ${precise(line.least)} bei t = ${precise(line.t)}, dann steigen sie
      wieder. Der Schritt senkt die Testkosten von ${figures(step.before.cost)} auf
      ${figures(step.after.cost)}. Aber die Testgenauigkeit ist vorher
      ${percent(step.before.accuracy)} und nachher ${percent(step.after.accuracy)}, wie beim Raten:
      Ein Schritt genügt nicht.`,
  },
  {
    title: "Welche Anpassungen zählen am meisten?",
    minutes: 4,
    todo: `Öffne den Link dieses Schritts, mit demselben Netz. Lies die Frage des Labors
      „${titles.gradient}“ vor und wähle eine Antwort.`,
    see: (/** @type {Figures} */ { parameters, half, brings }) =>
      `„${gradient.choices[0]}“ ist richtig. ${gradient.halfOfWork(half, parameters)}. Passt man nur
      die ${count(brings.nudges)} größten an, bringt das ${percent(brings.largest)} der Senkung;
      ${count(brings.nudges)} zufällige bringen ${percent(brings.random)}.`,
  },
  {
    title: "Tausende kleiner Schritte",
    minutes: 4,
    todo: `Öffne den Link dieses Schritts, wieder mit demselben Netz. Wähle neben „${shell.step}“
      die Größe „${shell.stepSizes.epoch}“ und drücke dann einmal „${shell.step}“. Warte und drücke
      noch einmal.`,
    see: (/** @type {Figures} */ { step, epochs }) =>
      `Eine Epoche hat ${count(epochs.steps)} Schritte, jeder mit dem Gradienten von ein paar
      Ziffern. Die Testkosten fallen von ${figures(step.before.cost)} auf
      ${figures(epochs.first.cost)}, und die Testgenauigkeit steigt von
      ${percent(step.before.accuracy)} auf ${percent(epochs.first.accuracy)}. Die zweite Epoche
      bringt weniger: Danach sind es ${percent(epochs.second.accuracy)}.`,
  },
];

export const questions = [
  {
    ask: "Was sind die Kosten eines Beispiels?",
    answer: `Die Summe von zehn Quadraten: Bei jeder Ausgabe wird die Differenz zu ihrem Zielwert
      quadriert. Der Zielwert ist 1 für die richtige Ziffer und 0 für die anderen.`,
  },
  {
    ask: "Was sagen die Komponenten des Gradienten?",
    answer: `Das Vorzeichen sagt, ob die Kosten steigen oder fallen, wenn das Gewicht wächst; ein
      Schritt geht dem Vorzeichen entgegen. Die Größe sagt, wie viel dieses Gewicht im Vergleich zu
      den anderen ausmacht.`,
  },
  {
    ask: "Findet der Gradientenabstieg den tiefsten Punkt?",
    answer: `Nicht immer. Er endet in einem lokalen Minimum, und in welchem, hängt vom Start ab. Ein
      Netz braucht nicht den tiefsten Punkt: Ein tiefer genügt.`,
  },
  {
    ask: "Warum nicht in einem einzigen langen Schritt ganz nach unten?",
    answer: `Der Gradient gibt die Steigung nur dort an, wo das Netz gerade steht. Ein langer
      Schritt kann an den tiefen Stellen vorbei und wieder nach oben führen. Darum macht der Abstieg
      einen Schritt und schaut neu hin.`,
  },
  {
    ask: "Hat jemand dem Netz gesagt, wie eine 4 aussieht?",
    answer: `Nein. Es bekam nur Beispiele mit Labels und machte Schritte, die die Kosten
      verkleinern.`,
  },
];

export const sheet = {
  intro: "Du folgst erst einer Kugel und dann einem Netz auf dem Weg bergab.",
  tasks: [
    `Drücke „${testDigit}“. Notiere Ausgabe und Zielwert der richtigen Ziffer und berechne das
      Quadrat der Differenz. Was ergeben alle zehn Quadrate zusammen?`,
    `Skizziere die Kurve mit den zwei Tälern. Markiere, wo die Kugel startet, wo sie zur Ruhe kommt
      und wo der tiefste Punkt ist. Warum liegt sie nicht dort?`,
    "Was geschieht bei einer sehr großen Lernrate? Skizziere die Schritte.",
    `Das Netz geht geradeaus entlang −∇C, ohne noch einmal auf die Steigung zu schauen. Skizziere
      die Kosten. (Wenn du keine Antwort gewählt hast, drücke „${justShowMe}“.)`,
    `Notiere die Testgenauigkeit des Netzes: mit zufälligen Gewichten, nach einer Epoche und nach
      zwei Epochen. Was fällt dir auf?`,
  ],
};
