/** The lesson plan on the lab Fool it. */
import { count, fixed, percent } from "../../common/numbers.js";
import * as lab from "./fool.js";
import { titles } from "./labs.js";
import { aDigit } from "./locale.js";

/** @typedef {typeof import("../../plans/figures.js").fool} Figures */

export const title = "Das Netz täuschen";

export const question =
  "Können Änderungen, die kaum jemand bemerkt, aus einer Ziffer eine andere machen?";

export const aim = `Die Klasse vergleicht gezielte Änderungen der Pixel mit gleich großen zufälligen
  und erklärt mit dem Gradienten, warum die gezielten das Netz täuschen.`;

export const needs = `Ein Gerät für je zwei Personen. Die Klasse weiß, was ein Gradient ist, etwa
  aus dem Stundenentwurf zum Bergabrollen.`;

/** A digit that is attacked. @param {Figures["digit"]} digit */
const about = ({ number, label }) => `Testziffer ${count(number)} ist ${aDigit(label)}`;

export const steps = [
  {
    title: "Zuerst raten",
    minutes: 5,
    todo: `Öffne den Link und lies die Frage des Labors „${titles.fool}“ vor. Alle wählen eine der
      Antworten: „${lab.choices.join("“, „")}“. Wähle dann die Antwort, die in der Klasse am
      häufigsten war, und warte, bis die Seite gezählt hat.`,
    see: (/** @type {Figures} */ { epsilon, accuracy }) =>
      `„${lab.chosenChanges}“. Mit ε = ${fixed(epsilon, 2)} ändert sich kein Pixel um mehr als ein
      Zehntel des Wegs von Papier zu Tinte. Von ${count(accuracy.digits)} Testziffern erkennt das
      Netz dann ${percent(accuracy.random)} nach zufälligen und ${percent(accuracy.attacked)} nach
      gezielten Änderungen.`,
  },
  {
    title: "Eine Ziffer",
    minutes: 7,
    todo: `Drücke „${lab.testDigit}“. Vergleiche die drei Bilder: „${lab.original}“, angegriffen und
      zufällig verändert. Lies dann ab: „${lab.smallest}“.`,
    see: (/** @type {Figures} */ { digit, epsilon }) =>
      `${about(digit)} und wird mit einer Konfidenz von ${percent(digit.confidence, 0)} erkannt. Mit
      ε = ${fixed(epsilon, 2)} angegriffen, wird sie mit ${percent(digit.attacked.confidence, 0)}
      als ${digit.attacked.answer} erkannt. Ebenso stark zufällig verändert, wird sie immer noch als
      ${digit.label} erkannt, mit ${percent(digit.random.confidence, 0)}. Für uns zeigen alle drei
      Bilder ${aDigit(digit.label)}. Das kleinste ε, das die Vorhersage ändert, ist
      ${fixed(digit.least.attack, 2)} beim Angriff und ${fixed(digit.least.random, 2)} bei
      zufälligen Änderungen.`,
  },
  {
    title: "In eine Ziffer deiner Wahl",
    minutes: 6,
    todo: `Wähle unter „${lab.target}“ eine Ziffer nach der anderen. Notiere jeweils das kleinste ε,
      mit dem das Bild zu dieser Ziffer wird.`,
    see: (/** @type {Figures} */ { digit, targets }) =>
      `Der Angriff kann aus dieser ${digit.label} jede andere Ziffer machen. Am wenigsten braucht es
      für ${aDigit(targets.easiest.digit)} (ε = ${fixed(targets.easiest.epsilon, 2)}), am meisten
      für ${aDigit(targets.hardest.digit)} (ε = ${fixed(targets.hardest.epsilon, 2)}).`,
  },
  {
    title: "Was stellt es sich vor?",
    minutes: 4,
    todo: `Sieh dir unten im Labor „${lab.imagines}“ an. Decke die Zahlen ab: Kann jemand sagen,
      welches Bild für welche Ziffer steht?`,
    see: (/** @type {Figures} */ { imagined }) =>
      `Die Bilder sehen aus wie Rauschen. Trotzdem bringt jedes seine Ausgabe auf mindestens
      ${fixed(imagined.least, 2)}. Was für das Netz an einer Ziffer typisch ist, ist es für uns
      nicht.`,
  },
  {
    title: "Ein genaueres Netz",
    minutes: 5,
    todo: `Öffne den Link dieses Schritts: dasselbe Labor mit dem genauesten Netz der Seite. Drücke
      „${lab.testDigit}“ und lies noch einmal ab: „${lab.smallest}“.`,
    see: (/** @type {Figures} */ { best, digit }) =>
      `Es erkennt dieselbe Ziffer mit einer Konfidenz von ${percent(best.confidence, 0)}. Trotzdem
      ist es nicht schwerer zu täuschen: Das kleinste ε ist ${fixed(best.attack, 2)} beim Angriff
      und ${fixed(best.random, 2)} bei zufälligen Änderungen. Beim ersten Netz waren es
      ${fixed(digit.least.attack, 2)} und ${fixed(digit.least.random, 2)}.`,
  },
  {
    title: "Deine eigene Ziffer",
    minutes: 3,
    todo: `Öffne den Link dieses Schritts: wieder das erste Netz. Drücke „${lab.draw}“ und zeichne.
      Wie klein kannst du ε mit dem Regler machen, bis der Angriff scheitert?`,
    see: `Meist täuscht ein Angriff das Netz mit einer Änderung, die man kaum sieht. Zufällige
      Änderungen müssen dafür meist mehrmals so groß sein.`,
  },
];

export const questions = [
  {
    ask: "Warum täuschen gezielte Änderungen das Netz und gleich große zufällige nicht?",
    answer: `Der Gradient sagt für jedes Pixel, in welche Richtung die Kosten steigen. Wenn sich
      Hunderte von Pixeln ein wenig in diese Richtung ändern, addieren sich die Wirkungen. Die
      Wirkungen zufälliger Änderungen heben sich größtenteils gegenseitig auf.`,
  },
  {
    ask: "Was hat das mit dem Training gemeinsam, und was ist anders?",
    answer: `Beide nutzen den Gradienten der Kosten. Das Training ändert die Gewichte so, dass die
      Kosten fallen. Der Angriff lässt die Gewichte, wie sie sind, und ändert die Pixel so, dass die
      Kosten steigen.`,
  },
  {
    ask: "Bekommt das angegriffene Bild wenigstens eine niedrige Konfidenz?",
    answer: (/** @type {Figures} */ { digit }) =>
      `Nein. Die angegriffene ${digit.label} wird mit einer Konfidenz von
      ${percent(digit.attacked.confidence, 0)} als ${digit.attacked.answer} erkannt. Konfidenz
      bedeutet nicht, dass das Netz die Antwort weiß.`,
  },
  {
    ask: "Sieht das Netz eine Ziffer so wie wir?",
    answer: `Nein. Änderungen, die uns nichts bedeuten, ändern seine Antwort, und was es sich unter
      einer Ziffer vorstellt, sieht für uns aus wie Rauschen.`,
  },
  {
    ask: "Kann man es schwerer machen, ein Netz zu täuschen?",
    answer: `Ja: indem man es mit angegriffenen Ziffern trainiert, wie im Labor „${titles.teach}“.
      Dann hält es Änderungen bis zu einer gewissen Größe stand, aber nicht allen.`,
  },
];

export const sheet = {
  intro: `Du änderst Ziffern so wenig, dass Menschen es kaum bemerken, und täuschst damit ein
    neuronales Netz.`,
  tasks: [
    `Dein Tipp: Was täuscht das Netz öfter, zufällige oder gezielte Änderungen? Was sagt die
      Seite?`,
    `Drücke „${lab.testDigit}“. Notiere Vorhersage und Konfidenz der drei Bilder. Welche Ziffer
      siehst du in jedem?`,
    `Notiere das kleinste ε beim Angriff und bei zufälligen Änderungen. Wievielmal so groß ist das
      zweite?`,
    `In welche Ziffer lässt sich die Testziffer am leichtesten verwandeln? In welche am
      schwersten?`,
    "Erkläre mit dem Wort „Gradient“, warum gezielte Änderungen das Netz täuschen.",
  ],
};
