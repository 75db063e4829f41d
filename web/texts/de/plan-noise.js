/** The lesson plan on the lab Noise. */
import { LIMITS } from "../../common/confidence.js";
import { percent } from "../../common/numbers.js";
import { titles } from "./labs.js";
import * as lab from "./noise.js";
import { kinds } from "./noise-kinds.js";
import { justShowMe } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").noise} Figures */

const [, LIMIT] = LIMITS;
const limit = percent(LIMIT, 0);

export const title = "Warum es sich sicher ist, wo nichts ist";

export const question = "Was sagt ein Netz zu einem Bild, das keine Ziffer zeigt?";

export const aim = `Die Klasse sieht, dass sich ein Netz auch bei Rauschen sicher ist, und erklärt
  das damit, womit es trainiert wurde. Die Konfidenz ist der Wert einer Ausgabe, kein Beweis.`;

export const needs = "Ein Gerät für die Lehrkraft oder eines für je zwei Personen.";

export const steps = [
  {
    title: "Zuerst raten",
    minutes: 3,
    todo: `Öffne den Link und lies die Frage des Labors „${titles.noise}“ vor. Alle wählen eine der
      Antworten: „${lab.choices.join("“, „")}“. Wähle dann die Antwort, die in der Klasse am
      häufigsten war.`,
    see: (/** @type {Figures} */ { staticSure, accuracy, digitsSure }) =>
      `Die Antwort ist „${lab.choices[1]}“: ${percent(staticSure)} der Bilder haben eine Konfidenz
      über ${limit}. Dasselbe Netz erkennt ${percent(accuracy)} der Testziffern richtig. Von den
      Testziffern haben ${percent(digitsSure)} eine Konfidenz über ${limit}.`,
  },
  {
    title: "Ein Bild nach dem anderen",
    minutes: 4,
    todo: `Drücke „${lab.stop}“, dann etwa zehnmal „${lab.next}“. Notiere Vorhersage und Konfidenz
      jedes Bildes. Wenn noch keine Antwort gewählt wurde, drücke zuerst „${justShowMe}“.`,
    see: (/** @type {Figures} */ { often, oftenIn }) =>
      `Für uns sehen alle Bilder gleich aus. Das Netz hat für jedes eine Antwort, und zwar fast
      immer dieselbe: Bei ${percent(oftenIn, 0)} der Bilder mit ${kinds.uniform} sagt es eine
      ${often} voraus, oft mit hoher Konfidenz.`,
  },
  {
    title: "Das Bild mit der höchsten Konfidenz",
    minutes: 3,
    todo: `Geh zu „${lab.galleryTitle}“. Wähle das erste Bild und drücke dann „${lab.follow}“.`,
    see: (/** @type {Figures} */ { surest, never }) =>
      `${lab.image(surest.image)} wird mit einer Konfidenz von ${percent(surest.confidence)} als
      ${surest.digit} erkannt. Niemand würde es eine ${surest.digit} nennen. Diese Ziffern sagt das
      Netz bei keinem der Bilder voraus: ${never.join(", ")}.`,
  },
  {
    title: "Andere Arten von Rauschen",
    minutes: 4,
    todo: `Geh hinunter zur Tabelle aller Arten. Suche in der Spalte „${lab.above(LIMIT)}“, bei
      welchen Arten sich das Netz am häufigsten und am seltensten sicher ist.`,
    see: (/** @type {Figures} */ { kinds: sure, digitsSure }) =>
      `Am häufigsten: ${kinds.gaussian} (${percent(sure.gaussian)}) und ${kinds.uniform}
      (${percent(sure.uniform)}), dann ${kinds.smooth} (${percent(sure.smooth)}), ${kinds.scribble}
      (${percent(sure.scribble)}), ${kinds.saltpepper} (${percent(sure.saltpepper)}) und
      ${kinds.blocks} (${percent(sure.blocks)}). Am seltensten: ${kinds.shuffled}
      (${percent(sure.shuffled)}). Bei Testziffern sind es ${percent(digitsSure)}.`,
  },
  {
    title: "Ein genaueres Netz",
    minutes: 3,
    todo: `Öffne den Link dieses Schritts: dasselbe Labor mit dem genauesten Netz der Seite. Lass
      abstimmen, bevor du eine Antwort wählst: Wird es sich bei mehr Bildern sicher sein oder bei
      weniger?`,
    see: (/** @type {Figures} */ { best, staticSure, accuracy }) =>
      `Bei mehr. Dieses Netz erkennt ${percent(best.accuracy)} der Testziffern richtig, das
      erste ${percent(accuracy)}. Aber bei diesem Netz haben auch mehr Bilder mit ${kinds.uniform}
      eine Konfidenz über ${limit}: ${percent(best.staticSure)} statt ${percent(staticSure)}.`,
  },
  {
    title: "Ein Netz vor dem Training",
    minutes: 3,
    todo: `Öffne den Link dieses Schritts: ein Netz mit zufälligen Gewichten, das nicht trainiert
      wurde. Drücke „${justShowMe}“.`,
    see: (/** @type {Figures} */ { random }) =>
      `Eine Konfidenz über ${limit} hat es bei ${percent(random.staticSure)} der Bilder und auch bei
      ${percent(random.digitsSure)} der Testziffern. Auf alles antwortet es mit ${random.often}.
      Erst durch das Training wird sich ein Netz also sicher.`,
  },
];

export const questions = [
  {
    ask: "Warum ist sich das Netz bei Rauschen sicher?",
    answer: `Im Training sah es immer nur Ziffern. Jedes Beispiel hatte eine richtige Ziffer, und
      nichts in den Kosten belohnt zehn niedrige Ausgaben. Darum hat es nie gelernt zu sagen: „Das
      ist keine Ziffer.“`,
  },
  {
    ask: "Bedeutet eine hohe Konfidenz, dass das Netz die Antwort weiß?",
    answer: `Nein. Die Konfidenz ist nur der Wert der höchsten Ausgabe. Bei Rauschen ist keine
      Antwort richtig, und die Konfidenz ist trotzdem hoch.`,
  },
  {
    ask: "Ist sich ein genaueres Netz bei Rauschen weniger sicher?",
    answer: (/** @type {Figures} */ { best }) =>
      `Nicht immer. Das genaueste Netz dieser Seite ist sich bei ${percent(best.staticSure)} der
      Bilder mit ${kinds.uniform} sicher. Seine Genauigkeit wurde nur auf Ziffern gemessen und sagt
      nichts über Bilder, die keine Ziffer zeigen.`,
  },
  {
    ask: "Sind sich alle Netze bei demselben Rauschen sicher?",
    answer: `Nein. Das bleibt dem Zufall überlassen: Netze, die mit anderen zufälligen Gewichten
      begonnen haben und sonst gleich trainiert wurden, können sich bei viel mehr Rauschen sicher
      sein oder bei viel weniger.`,
  },
  {
    ask: "Wie könnte ein Netz lernen zu zweifeln?",
    answer: `Man trainiert es auch mit Rauschen, mit dem Ziel, dass keine Ausgabe hoch ist. Das
      Labor „${titles.teach}“ tut das. Ein solches Netz lernt, die Arten von Rauschen
      zurückzuweisen, die es gesehen hat; andere weist es nicht unbedingt zurück.`,
  },
];

export const sheet = {
  intro: `Du zeigst einem neuronalen Netz Bilder, die keine Ziffern sind. Schreibe vor jedem Schritt
    auf, was du erwartest.`,
  tasks: [
    `Dein Tipp: Bei wie vielen von zehntausend Bildern mit ${kinds.uniform} liegt die Konfidenz über
      ${limit}? Notiere dann, was die Seite sagt.`,
    `Drücke „${lab.stop}“, dann „${lab.next}“. Notiere Vorhersage und Konfidenz von zehn Bildern.
      Was fällt dir auf?`,
    `Bei welcher Art von Rauschen ist sich das Netz am häufigsten sicher? Bei welcher am seltensten?
      Notiere beide Zahlen.`,
    `Erkläre in zwei Sätzen, warum sich das Netz bei einem Bild sicher ist, das keine Ziffer
      zeigt.`,
    "Wie würdest du das Training ändern, damit das Netz sagen kann: „Das ist keine Ziffer“?",
  ],
};
