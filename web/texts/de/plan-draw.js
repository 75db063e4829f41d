/** The lesson plan on the playground. */
import { SURE } from "../../common/confidence.js";
import { count, percent } from "../../common/numbers.js";
import { aDigit } from "./locale.js";
import * as ui from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").draw} Figures */

export const title = "Zeichnen und zweifeln";

export const question =
  "Wie erkennt ein Netz eine Ziffer, und wann sollten wir an seiner Antwort zweifeln?";

export const aim = `Die Klasse sieht: Die Vorhersage ist die Ziffer mit der höchsten von zehn
  Ausgaben. Der Wert dieser Ausgabe, die Konfidenz, kann bei einer Ziffer niedrig sein und hoch bei
  etwas, das keine Ziffer ist.`;

export const needs = "Ein Gerät mit Touchscreen oder Maus für je eine oder zwei Personen.";

/** @param {Figures["digits"][number]} digit */
const read = ({ number, label, answer, confidence }) =>
  `Testziffer ${count(number)}, ${aDigit(label)}, wird mit einer Konfidenz von
  ${percent(confidence, 0)} als ${answer} erkannt`;

export const steps = [
  {
    title: "Eine Ziffer zeichnen",
    minutes: 3,
    todo: `Öffne den Link. Zeichne eine Ziffer und beobachte die zehn Ausgaben. Drücke „${ui.clear}“
      und zeichne dieselbe Ziffer anders. Suche dann eine Zeichnung, die alle in der Klasse
      erkennen, das Netz aber nicht.`,
    see: `Meist ist die Ausgabe der richtigen Ziffer die höchste. Dann ist diese Ziffer die
      Vorhersage, und der Wert der Ausgabe ist die Konfidenz. Mit etwas Geduld finden alle eine
      Zeichnung, die falsch erkannt wird.`,
  },
  {
    title: "Ziffern, mit denen es nie trainiert wurde",
    minutes: 3,
    todo: `Drücke viermal „${ui.testDigit}“. Lies jedes Mal Vorhersage und Konfidenz ab. Lies dann
      oben in der Leiste die Testgenauigkeit ab.`,
    see: (/** @type {Figures} */ { digits, accuracy }) =>
      `Alle sehen dieselben vier: ${digits.map(read).join("; ")}. Bei der letzten schreibt die Seite
      „${ui.notSure}“. Von allen Testziffern, mit denen es nie trainiert wurde, erkennt das Netz
      ${percent(accuracy)} richtig.`,
  },
  {
    title: "Von einer Ziffer zur anderen",
    minutes: 2,
    todo: `Zeichne eine 4, die oben offen ist. Schließe die Lücke Strich für Strich, bis es eine 9
      ist. Beobachte nach jedem Strich die Ausgaben von 4 und 9.`,
    see: `Meist gibt es dazwischen eine Zeichnung, bei der keine der beiden Ausgaben hoch ist oder
      beide hoch sind. Bei einer Konfidenz von höchstens ${percent(SURE, 0)} schreibt die Seite
      „${ui.notSure}“.`,
  },
  {
    title: "Gar keine Ziffer",
    minutes: 2,
    todo: `Drücke „${ui.noise}“ und lies die Vorhersage ab. Zeichne dann etwas, das keine Ziffer
      ist: einen Buchstaben oder ein Gesicht.`,
    see: (/** @type {Figures} */ { noise }) =>
      `Das erste Rauschbild hält das Netz mit einer Konfidenz von ${percent(noise.confidence, 0)}
      für ${aDigit(noise.answer)}, und die Seite ergänzt: „${ui.confidentOfNoise}“. Auch Buchstaben
      und Gesichter hält es für Ziffern: Das Netz hat zehn Ausgaben und keine anderen Antworten.`,
  },
];

export const questions = [
  {
    ask: "Was ist die Vorhersage des Netzes, und was ist ihre Konfidenz?",
    answer: `Für jede Ziffer gibt es eine Ausgabe. Die Vorhersage ist die Ziffer mit der höchsten
      Ausgabe, und die Konfidenz ist der Wert dieser Ausgabe.`,
  },
  {
    ask: "Bedeutet eine hohe Konfidenz, dass das Netz die Antwort weiß?",
    answer: `Nein. Rauschen zeigt keine Ziffer, und doch kann das Netz mit hoher Konfidenz eine
      vorhersagen. Der Wert sagt, wie hoch diese Ausgabe ist, nicht ob die Antwort richtig ist.`,
  },
  {
    ask: "Wie viele von tausend Ziffern, die den Testziffern ähneln, erkennt es etwa falsch?",
    answer: (/** @type {Figures} */ { accuracy }) =>
      `Etwa ${count(1000 * (1 - accuracy))}, denn ${percent(accuracy)} erkennt es richtig.
      Zeichnungen, die anders aussehen als die Ziffern, mit denen es trainiert wurde, können öfter
      falsch erkannt werden.`,
  },
  {
    ask: "Warum wird die Genauigkeit auf Ziffern gemessen, mit denen es nie trainiert wurde?",
    answer: `Bei Ziffern, mit denen es trainiert wurde, könnte es sich die Antworten nur gemerkt
      haben. Neue Ziffern zeigen, ob es Ziffern erkennen kann.`,
  },
];

export const sheet = {
  intro: `Du zeichnest Ziffern für ein neuronales Netz und findest heraus, wann man an seiner
    Antwort zweifeln sollte.`,
  tasks: [
    `Zeichne eine Ziffer. Notiere die Vorhersage, ihre Konfidenz und die Ziffer mit der
      zweithöchsten Ausgabe.`,
    `Finde eine Zeichnung, die du erkennst, das Netz aber nicht. Zeichne sie hier ab. Für welche
      Ziffer hielt das Netz sie?`,
    `Drücke viermal „${ui.testDigit}“. Notiere jedes Mal Label, Vorhersage und Konfidenz. An welcher
      Antwort zweifelst du?`,
    "Zeichne etwas, das keine Ziffer ist. Was sagt das Netz, und mit welcher Konfidenz?",
    "Wann sollte man an der Antwort eines Netzes zweifeln? Schreibe zwei Sätze.",
  ],
};
