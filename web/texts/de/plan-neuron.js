/** The lesson plan on the labs Inside and What it learned. */
import { count, fixed, percent, withMinus } from "../../common/numbers.js";
import * as inside from "./inside.js";
import { titles } from "./labs.js";
import * as learned from "./learned.js";
import { aDigit } from "./locale.js";
import { testDigit } from "./ui.js";

/** @typedef {typeof import("../../plans/figures.js").neuron} Figures */

export const title = "Was ein Neuron sieht";

export const question = "Was berechnet ein einzelnes Neuron, und sucht es nach Kanten?";

export const aim = `Die Klasse berechnet eine Aktivierung aus Gewichten, Eingaben und einem Bias,
  ändert eine Zahl des Netzes und sieht, dass die Gewichte weder Kanten noch Schleifen zeigen.`;

export const needs = `Ein Gerät für je zwei Personen. Die Klasse kann Dezimalzahlen addieren und
  multiplizieren.`;

/** With as many decimals as the lab shows. @param {number} value */
const exact = (value) => withMinus(fixed(value, 3));

export const steps = [
  {
    title: "Wie viele Zahlen hat ein Neuron?",
    minutes: 3,
    todo: `Öffne den Link und lies die Frage des Labors „${titles.inside}“ vor. Alle wählen eine der
      Antworten: „${inside.choices.join("“, „")}“.`,
    see: (/** @type {Figures} */ { parameters }) =>
      `${inside.choices[2]}: ein Gewicht für jedes Pixel des Bildes und ein Bias. Alle Neuronen
      dieses Netzes zusammen haben ${count(parameters)} Gewichte und Biases.`,
  },
  {
    title: "Ein Neuron, eine Ziffer",
    minutes: 5,
    todo: `Drücke unter den Neuronen „${testDigit}“. Sieh dir die drei Bilder an:
      „${inside.weights}“, „${inside.timesPixels}“ und „${inside.pixelProducts}“. Lies dann die
      Tabelle „${inside.termByTerm}“ bis zur letzten Zeile.`,
    see: (/** @type {Figures} */ { digit, neuron, blank, sum, bias, z, activation }) =>
      `Testziffer ${count(digit.number)} ist ${aDigit(digit.label)}. Die Seite zeigt
      ${inside.neuronOfLayer(neuron.number, neuron.layer)}. Die ${count(blank)} leeren Pixel tragen
      nichts bei. Die gewichtete Summe ist ${exact(sum)}, der Bias ${exact(bias)}; zusammen ergeben
      sie ${exact(z)}. Die Sigmoidfunktion macht daraus ${exact(activation)}: die Aktivierung.`,
  },
  {
    title: "An einem Knopf drehen",
    minutes: 4,
    todo: `Tippe unter „${inside.byHand}“ −5 in das Feld „${inside.bias}“ und drücke die
      Eingabetaste. Beobachte Aktivierung, Vorhersage und Testgenauigkeit. Drücke dann
      „${inside.putBack}“.`,
    see: (/** @type {Figures} */ { digit, edited, activation, accuracy, parameters }) =>
      `Die Aktivierung fällt von ${exact(activation)} auf ${exact(edited.activation)}: Bei dieser
      Ziffer ist das Neuron fast aus. Die Vorhersage ist immer noch ${digit.label}. Die
      Testgenauigkeit fällt von ${percent(accuracy)} auf ${percent(edited.accuracy)}. Das war eine
      von ${count(parameters)} Zahlen.`,
  },
  {
    title: "Wie sehen die Gewichte aus?",
    minutes: 5,
    todo: `Öffne den Link dieses Schritts: ein Netz, das wie in der Lektion trainiert wurde. Lies
      die Frage des Labors „${titles.learned}“ vor und wähle eine Antwort. Vergleiche dann die
      Bilder der Neuronen mit „${learned.edgeDetectors}“.`,
    see: (/** @type {Figures} */ { trained }) =>
      `„${learned.choices[2]}“: lose Muster in der Mitte, weder Kanten noch Schleifen. Trotzdem
      erkennt dieses Netz ${percent(trained.accuracy)} der Testziffern richtig.`,
  },
  {
    title: "Ein anderes Netz",
    minutes: 3,
    todo: `Öffne den Link dieses Schritts: das Netz, mit dem die Seite beginnt. Es wurde auch mit
      zufällig verschobenen und gedrehten Ziffern trainiert. Vergleiche seine Bilder mit den
      vorigen.`,
    see: (/** @type {Figures} */ { accuracy }) =>
      `Die Bilder sind glatter, denn benachbarte Pixel bekamen ähnliche Gewichte. In manchen ist ein
      Strich zu sehen, aber keines sieht aus wie ein Kantendetektor. Dieses Netz erkennt
      ${percent(accuracy)} der Testziffern richtig.`,
  },
];

export const questions = [
  {
    ask: "Sucht das Netz nach Schleifen und Kanten, wie wir es vielleicht täten?",
    answer: `Nein. Man könnte es hoffen, aber die Bilder der Gewichte zeigen keine Kanten und keine
      Schleifen. Das Training macht nur die Kosten klein, und dieses Netz hat dafür einen anderen
      Weg gefunden.`,
  },
  {
    ask: "Was bedeutet ein Gewicht von 0? Und ein negatives?",
    answer: `Bei einem Gewicht von 0 beachtet das Neuron dieses Pixel nicht. Bei einem negativen
      Gewicht macht Tinte auf diesem Pixel die gewichtete Summe kleiner.`,
  },
  {
    ask: "Wozu dient der Bias?",
    answer: `Er wird zur gewichteten Summe addiert. Er sagt, wie hoch die Summe sein muss, bevor das
      Neuron aktiv wird.`,
  },
  {
    ask: "Gibt es ein Neuron, das weiß, wie eine 4 aussieht?",
    answer: `Es sieht nicht so aus. Auch als ein Neuron fast aus war, erkannte das Netz die 4 noch;
      probiere es mit anderen. Was es gelernt hat, ist über viele Gewichte und Biases verteilt.`,
  },
];

export const sheet = {
  intro: "Du nimmst ein Neuron auseinander, änderst es und siehst dir an, was es gelernt hat.",
  tasks: [
    `Drücke „${testDigit}“. Wähle ein Pixel mit Tinte. Notiere seinen Wert, sein Gewicht und das
      Produkt der beiden.`,
    `Notiere die gewichtete Summe, den Bias und die Aktivierung. Wie ergibt sich die Aktivierung
      aus den anderen beiden?`,
    `Ändere den Bias von Hand. Was wird aus der Aktivierung, der Vorhersage und der Testgenauigkeit?
      Drücke dann „${inside.putBack}“.`,
    "Zeichne das Bild der Gewichte eines Neurons ab. Was siehst du darin? Sehen andere dasselbe?",
    "„Die erste Schicht sucht nach Kanten.“ Passen die Bilder dazu? Schreibe zwei Sätze.",
  ],
};
