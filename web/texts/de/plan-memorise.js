/** The lesson plan on the lab Memorise. */
import { count, percent } from "../../common/numbers.js";
import { titles } from "./labs.js";
import * as lab from "./memorise.js";
import { trainingAndTest } from "./train.js";

/** @typedef {typeof import("../../plans/figures.js").memorise} Figures */

const answers = `„${lab.choices.join("“, „")}“`;

/** Of all labels, those that are shuffled in the steps below. */
const HALF = 0.5;
const ALL = 1;

export const title = "Verstehen oder auswendig lernen";

export const question =
  "Ein Netz liegt bei allem richtig, was man ihm gezeigt hat. Was hat es gelernt?";

export const aim = `Die Klasse trainiert ein Netz mit wahren und eines mit vertauschten Labels. Sie
  unterscheidet an zwei Dingen, ob ein Netz eine Struktur findet oder auswendig lernt: am Tempo und
  an den Testziffern.`;

export const needs = `Ein Gerät für je zwei Personen. Beim ersten Schritt lädt es die Ziffern, bei
  den anderen rechnet es jeweils einige Sekunden.`;

export const steps = [
  {
    title: "Zuerst raten",
    minutes: 4,
    todo: `Öffne den Link und lies die Frage des Labors „${titles.memorise}“ vor. Mach klar, was sie
      bedeutet: Die Labels werden unter den Bildern vertauscht. Alle wählen eine der Antworten:
      ${answers}.`,
    see: "Die Seite behält die Antwort für sich, bis beide Netze trainiert sind.",
  },
  {
    title: "Zwei Netze",
    minutes: 8,
    todo: `Lass die Einstellungen, wie sie sind, und drücke „${lab.run}“. Beobachte die vier Linien
      des Diagramms. Lies dann die Tabelle darunter.`,
    see: (/** @type {Figures} */ { digits, run }) =>
      `Beide Netze werden mit ${count(digits)} Ziffern trainiert. ${lab.trueFirst(
        run.plain.epochs,
        run.shuffled.epochs,
      )} Am Ende können beide ihre Labels gleich gut: ${percent(run.plain.training)} und
      ${percent(run.shuffled.training)}. Aber von den Testziffern erkennt das erste
      ${percent(run.plain.test)} und das zweite ${percent(run.shuffled.test)}, etwa so viele wie
      beim Raten.`,
  },
  {
    title: "War das Zufall?",
    minutes: 8,
    todo: `Drücke „${lab.runSeries(5)}“. Beide Netze werden noch einige Male trainiert, jedes Mal
      mit anderen zufälligen Gewichten am Anfang und mit anders vertauschten Labels.`,
    see: (/** @type {Figures} */ { series }) =>
      `Es war kein Zufall:
      „${lab.fasterBy(series.faster, series.seeds, series.least, series.most)}“`,
  },
  {
    title: "Die Hälfte der Labels",
    minutes: 8,
    todo: `Schiebe den Regler „${lab.fraction}“ auf ${percent(HALF, 0)}. Alle raten: Wie viele der
      Testziffern erkennt das zweite Netz jetzt? Drücke dann „${lab.run}“.`,
    see: (/** @type {Figures} */ { half, run }) =>
      `Es lernt seine Labels, auch die falschen, in ${count(half.epochs)} Epochen. Von den
      Testziffern erkennt es ${percent(half.test)}: weniger als die ${percent(run.plain.test)} des
      Netzes mit wahren Labels und viel mehr als beim Raten. Es hat die Struktur gefunden und sich
      die Ausnahmen gemerkt.`,
  },
  {
    title: "Ein kleineres Netz",
    minutes: 8,
    todo: `Schiebe den Regler „${lab.fraction}“ zurück auf ${percent(ALL, 0)} und wähle unter
      „${lab.width}“ die kleinste Zahl. Alle raten: Können so wenige Neuronen vertauschte Labels
      lernen? Drücke dann „${lab.run}“.`,
    see: (/** @type {Figures} */ { small }) =>
      `Sie können es, aber langsam. Mit ${count(small.width)} Neuronen in jeder verborgenen Schicht:
      „${lab.trueFirst(small.plain.epochs, small.shuffled.epochs)}“ Von den Testziffern erkennen die
      beiden Netze ${percent(small.plain.test)} und ${percent(small.shuffled.test)}.`,
  },
  {
    title: "Und das Netz, das Ziffern erkennt?",
    minutes: 9,
    todo: `Öffne den Link dieses Schritts: das Netz, mit dem die Seite beginnt, im Labor
      „${titles.train}“. Suche unter „${trainingAndTest.accuracy}“ die Genauigkeit auf
      Trainingsziffern und auf Testziffern. Besprich dann mit der Klasse die Fragen unten.`,
    see: (/** @type {Figures} */ { lesson }) =>
      `Trainingsgenauigkeit ${percent(lesson.training)}, Testgenauigkeit ${percent(lesson.test)}. Es
      erkennt Ziffern, mit denen es nie trainiert wurde, so gut wie die, mit denen es trainiert
      wurde. Es hat also nicht nur auswendig gelernt.`,
  },
];

export const questions = [
  {
    ask: "Ein Netz liegt bei all seinen Trainingsziffern richtig. Versteht es sie?",
    answer: (/** @type {Figures} */ { run }) =>
      `Nein. Das Netz mit vertauschten Labels hat ${percent(run.shuffled.training)} davon gelernt,
      und es gab nichts zu verstehen. Nur Ziffern, mit denen es nie trainiert wurde, zeigen den
      Unterschied.`,
  },
  {
    ask: "Warum werden wahre Labels schneller gelernt?",
    answer: `Bilder mit demselben wahren Label sehen einander ähnlich: Was bei einem hilft, hilft
      auch bei anderen. Mit vertauschten Labels muss jedes Bild einzeln gelernt werden.`,
  },
  {
    ask: "Warum erkennt das Netz mit vertauschten Labels etwa ein Zehntel der Testziffern?",
    answer: `Es gibt zehn Ziffern. Wer rät, liegt etwa in einem von zehn Fällen richtig, und was das
      Netz gelernt hat, sagt nichts über neue Ziffern.`,
  },
  {
    ask: "Ist ein Netz kaputt, das nur auswendig lernt?",
    answer: `Nein. Beide Netze taten, was das Training von ihnen verlangte: die Kosten auf ihren
      Trainingsziffern klein zu machen. Ob dabei etwas Nützliches herauskommt, hängt von den Daten
      ab.`,
  },
];

export const sheet = {
  intro: `Du trainierst zwei Netze, die sich in einem Punkt unterscheiden: Beim zweiten sind die
    Labels vertauscht.`,
  tasks: [
    "Dein Tipp: Was wird das Netz mit vertauschten Labels tun? Warum?",
    "Schreibe die Tabelle ab: Trainingsgenauigkeit, Testgenauigkeit und Epochen beider Netze.",
    `Drücke „${lab.runSeries(5)}“: jedes Mal andere zufällige Gewichte und anders vertauschte
      Labels. Was bleibt gleich, und was ändert sich?`,
    `Die Hälfte der Labels ist vertauscht. Dein Tipp für die Testgenauigkeit, und was die Seite
      sagt. Erkläre die Zahl.`,
    "Wie kannst du herausfinden, ob jemand etwas verstanden oder nur auswendig gelernt hat?",
  ],
};
