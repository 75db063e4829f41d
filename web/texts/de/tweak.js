/** The lab Tweak: networks of the visitor's own settings, trained and compared. */
import { html } from "lit";
import { count, duration, fixed, local, percent } from "../../common/numbers.js";
import { PERCENT, plural } from "./locale.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question and its answer ---- */

export const lesson = html`Das Netz der Lektion erkennt etwa 96&nbsp;% neuer Ziffern, mit einigen
  Änderungen 98&nbsp;%. Die besten Ergebnisse auf diesen Ziffern, über 99,7&nbsp;%, erreichen
  Convolutional Neural Networks (CNN).`;

/** @param {boolean} isMnist  the accuracy is that on MNIST */
export const question = (isMnist) =>
  isMnist
    ? "Nach fünf Epochen mit einfachem SGD erkennt das 16-16-Netz etwa 94\u00a0% der Testziffern " +
      "von MNIST. Was hilft ihm am meisten?"
    : "Einfaches SGD trainiert das 16-16-Netz fünf Epochen lang. Was hilft ihm am meisten?";

export const ideaBase = "16-16, Sigmoid, SGD, 5 Epochen";
export const ideaNeurons = "Mehr Neuronen, 64-32";
export const ideaModern = "ReLU, Softmax, Kreuzentropie und Adam";
export const ideaEpochs = "20 Epochen statt 5";

export const ideasQueued = "Ihre Läufe sind in der Warteschlange.";

/** @param {(event: Event) => void} click */
export const ideasUntrained = (click) =>
  html`Vier Läufe zeigen es: <button data-testid="tweak-ideas" @click=${click}
      >Alle vier trainieren</button>`;

/**
 * @param {string} best  the idea that helped most @param {boolean} isGuessed
 * @param {number} base  accuracy without any of the ideas
 * @param {{ words: string, accuracy: number }[]} ideas
 */
export function ideasAnswer(best, isGuessed, base, ideas) {
  const gains = ideas.map(
    ({ words, accuracy }) => html` ${words}: <span class="number"
      >${percent(accuracy)}</span> (${points(accuracy - base)}).`,
  );
  return html`${verdict(best, isGuessed)}. Testgenauigkeit ohne all das: <span class="number"
    >${percent(base)}</span>.${gains} Alle mit einem Seed.`;
}

/** @param {number} gain */
const points = (gain) => `${gain < 0 ? "−" : "+"}${fixed(Math.abs(100 * gain), 1)} Prozentpunkte`;

export const how = html`
  <p>Eine Schicht aus n Neuronen mit m Eingaben hat m · n Gewichte und n Biases. Das Netz der
    Lektion hat</p>
  <math display="block">
    <mtext>784 · 16 + 16</mtext><mo>+</mo><mtext>16 · 16 + 16</mtext><mo>+</mo>
    <mtext>16 · 10 + 10</mtext><mo>=</mo><mn>13.002</mn>
  </math>
  <p>Jeder Lauf trainiert ein Zufallsnetz in einem eigenen Worker, mehrere zugleich, wenn es
    genug Kerne gibt; das Netz der Seite bleibt unberührt. Gleiche Einstellungen, gleicher Seed und
    gleiche Ziffern ergeben bis aufs letzte Bit gleiche Parameter, hier und mit
    <code>net.trainer(data, options)</code> der Engine. Die Vorlagen enthalten mehr, als die
    Bedienelemente zeigen: Die Lernrate von „Modern“ steigt in den ersten 1.000 Schritten an und
    beginnt nach 4, 12, 28 und 60 Epochen von vorn.</p>
  <p>Die Genauigkeiten zweier Seeds unterscheiden sich um einige Zehntel Prozentpunkte; trainiere
    also mehrere, bevor du eine Einstellung besser nennst. Wer aus vielen Läufen den mit der besten
    Testgenauigkeit wählt, hat auf die Testziffern optimiert und sollte auf neuen etwas weniger
    erwarten.</p>`;

/* ---- settings and runs in short words ---- */

/** @param {number} trained */
export const epochs = (trained) =>
  `${count(trained)} ${plural(trained, { one: "Epoche", other: "Epochen" })}`;

/**
 * A setting among others, by its key; `text` is its value as the settings show it. Those that are
 * missing here are told by the name of their choice.
 * @type {Partial<Record<keyof import("../../common/settings.js").NetworkSettings,
 *   (text: string, value: any) => string>>}
 */
export const setting = {
  layers: (text) => text || "keine verborgene Schicht",
  rate: (text) => `Lernrate ${local(text)}`,
  batch: (text) => `Batch ${text}`,
  decay: (text) => `Weight Decay ${local(text)}`,
  schedule: (_, value) => (value === "cosine" ? "Kosinus" : "konstante Lernrate"),
  epochs: (_, value) => epochs(value),
  augment: (_, value) => (value ? "augmentiert" : "nicht augmentiert"),
  nothing: (text) => `Rauschanteil ${local(text)}`,
  seed: (text) => `Seed ${text}`,
};

/** A set of digits. @param {string} name */
export const andDrawings = (name) => `${name} und deine Zeichnungen`;

/** @param {number} digits @param {string} name  of the set */
export const partOf = (digits, name) => `${name}: ${count(digits)} Ziffern`;

/** "unter 0,1 s", "3,4 s", "2 min 5 s" @param {number} seconds */
export function time(seconds) {
  if (seconds < 0.1) return "unter 0,1\u00a0s";
  if (seconds < 60) return `${fixed(seconds, seconds < 10 ? 1 : 0)}\u00a0s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}\u00a0min ${whole % 60}\u00a0s`;
}

/* ---- presets and the settings of the next run ---- */

export const presets = "Vorlagen";
export const presetsNote = html`Mittel aus fünf Seeds, gemessen auf den 10.000 Testziffern von
  MNIST; die Zeit gilt für einen Kern eines Servers. Eine Vorlage füllt die Einstellungen unten
  aus.`;

/** @param {number} parameters @param {number} seconds */
export const presetCost = (parameters, seconds) =>
  `${count(parameters)} Parameter, ${duration(1000 * seconds)}`;

export const trainingDigits = "Trainingsziffern";
/** @param {number} digits */
export const allDigits = (digits) => `Alle ${count(digits)}`;
/** Before it is known how many. */
export const allDigitsLoading = "Alle";
/** @param {number} digits */
export const firstDigits = (digits) => `Erste ${count(digits)}`;

export const runs = "Läufe";
export const oneRun = "Einer";
/** @param {number} runs @param {number} first  seed @param {number} last  seed */
export const severalRuns = (runs, first, last) => `${runs}, Seeds ${first}–${last}`;

export const train = "Trainieren";
export const addToQueue = "In die Warteschlange";
export const plainSgd = "Zurück zu SGD";

/** @param {number} parameters @param {number | null} seconds  of training; null: not known */
export const cost = (parameters, seconds) =>
  html`<b class="number" data-testid="tweak-parameters"
        >${count(parameters)}</b> Parameter<span class="quiet"
        >${seconds === null ? "" : `, ${duration(1000 * seconds)} Training`}</span>`;

/* ---- the queue ---- */

/** @param {number} most */
export const tooMany = (most) =>
  `Höchstens ${most} Läufe können warten. Füge weitere hinzu, wenn einige fertig sind.`;
export const noDigits = "Es gibt noch keine Ziffern.";
export const digitsReplaced = "Die Ziffern wurden ersetzt.";

export const pause = "Pausieren";
export const resume = "Weiter";
export const stop = "Stoppen";
/** @param {string} run */
export const stopRun = (run) => `${run} stoppen`;
export const epochsTrained = "Trainierte Epochen";

export const pausedBefore = "Pausiert vor dem nächsten Lauf.";
export const starting = "Startet …";
export const digitsLoading = "Wartet, bis alle Ziffern geladen sind …";

/**
 * What is being trained.
 * @param {number} runs  at once @param {boolean} isPaused
 * @param {number | null} left  seconds until the queue is done; null: not known
 */
export function now(runs, isPaused, left) {
  if (isPaused) return paused;
  const training = plural(runs, {
    one: "1 Lauf wird trainiert",
    other: `${runs} Läufe werden gleichzeitig trainiert`,
  });
  return left === null ? training : `${training}, noch ${duration(1000 * left)}`;
}

/**
 * A run that is being trained.
 * @param {object} about
 * @param {string} about.letter  of its line in the chart, or ""
 * @param {string} about.run
 * @param {number} about.epoch
 * @param {number} about.epochs
 * @param {boolean} about.isCopying  the digits, before its first step
 * @param {number | null} about.accuracy  so far
 * @param {boolean} about.isAgain  its worker was lost
 */
export function runNow({ letter, run, epoch, epochs, isCopying, accuracy, isAgain }) {
  const reached = accuracy === null ? "" : `, bisher ${percent(accuracy)}`;
  const again = isAgain ? ", neu gestartet, weil sein Worker abbrach" : "";
  return html`<b>${letter && `${letter}: `}${run}</b>, <span class="number">Epoche
      ${count(epoch)} von ${count(epochs)}</span>${
        isCopying ? ", Ziffern werden kopiert …" : reached
      }${again}`;
}

export const paused = "Pausiert.";
/** Heard, not seen. @param {string} run */
export const training = (run) => `Im Training: ${run}.`;
/** Heard, not seen. @param {string} run @param {number | null} accuracy */
export const trained = (run, accuracy) => `${run}: Testgenauigkeit ${percent(accuracy)}.`;

/** @param {number} runs */
export const waiting = (runs) =>
  plural(runs, { one: `${runs} Lauf wartet`, other: `${runs} Läufe warten` });
/** One that waits. @param {string} preset @param {number} n */
export const waitingPreset = (preset, n) => `${preset}, ${epochs(n)}`;
export const remove = "Entfernen";
/** @param {string} run */
export const removeRun = (run) => `${run} entfernen`;
export const removeAll = "Alle wartenden entfernen";

/**
 * Runs that wait for other digits than there are.
 * @param {number} runs @param {string[]} digits  that they wait for @param {string} now  there are
 */
export const waitForOthers = (runs, digits, now) =>
  `${waiting(runs)} auf andere Ziffern: ${digits.join(" und ")}. Die jetzigen sind: ${now}.`;
/** @param {number} runs @param {string} name  of those they wait for and of those there are */
export const waitForNamesakes = (runs, name) =>
  `${waiting(runs)} auf andere Ziffern, die auch so hießen: ${name}.`;
export const trainOnThese = "Mit diesen Ziffern trainieren";
export const removeThem = "Entfernen";

export const queueDone = "Die Warteschlange ist fertig.";
/** @param {number | null} best  accuracy */
export const queueDoneBest = (best) =>
  `Die Warteschlange ist fertig. Dein bester Lauf erreicht ${percent(best)}.`;
export const showThem = "Zeigen";

/* ---- the chart ---- */

export const chartEmpty = "Beim Trainieren erscheint hier die Testgenauigkeit, Epoche für Epoche.";
export const chartSoon = "Die erste Testgenauigkeit erscheint hier bald.";
export const chartPaused =
  "Drücke „Weiter“, und die Testgenauigkeit erscheint hier, Epoche für Epoche.";
export const chartPick =
  "Drücke + neben einem Lauf, um hier seine Testgenauigkeit zu sehen, Epoche für Epoche.";

export const horizontalAxis = "Waagerechte Achse";
export const overEpochs = "Epochen";
export const overSeconds = "Sekunden";
/** On the axis itself. */
export const epochsAxis = "Epochen";
export const secondsAxis = "Sekunden";

/**
 * The line of a run that is being trained, and has no letter.
 * @param {number} n  from 1 @param {number} all  such lines
 */
export const lineNow = (n, all) => (all > 1 ? `jetzt ${n}` : "jetzt");

export const testAccuracy = "Testgenauigkeit";
/** @param {number | null} accuracy */
export const testAccuracyOf = (accuracy) => `Testgenauigkeit: ${percent(accuracy)}`;
/** @param {number | null} accuracy @param {string} label  of its line */
export const highestTestAccuracy = (accuracy, label) =>
  `Höchste Testgenauigkeit: ${percent(accuracy)} (${label})`;

/**
 * The chart, heard.
 * @param {string} finding
 * @param {{ label: string, run: string, accuracy: number | null }[]} lines
 */
export const chart = (finding, lines) =>
  `${finding}. ${lines
    .map(({ label, run, accuracy }) => `${label}: ${run}; ${percent(accuracy)}.`)
    .join(" ")}`;

/**
 * What the chart does not show: "Die Achse beginnt bei 85 %. Darunter: C, jetzt."
 * @param {number} low  percent @param {string[]} below  labels of lines
 */
export const axisBegins = (low, below) =>
  `Die Achse beginnt bei ${low}${PERCENT}.${below.length ? ` Darunter: ${below.join(", ")}.` : ""}`;

/* ---- the table of runs ---- */

export const noRuns = "Noch keine Läufe";
export const noRunsNote =
  "Jeder Lauf bekommt hier eine Zeile, mit Einstellungen, Trainingszeit und Testgenauigkeit.";
/** @param {number} runs */
export const yourRuns = (runs) =>
  plural(runs, { one: "Dein Lauf", other: `Deine ${count(runs)} Läufe` });
export const saveCsv = "CSV speichern";

export const newest = "Neueste";
export const settings = "Einstellungen";
export const parameters = "Parameter";
/** Before the columns, and after a number, where the table has no room for heads. */
export const sortBy = "Sortieren nach";
export const afterParameters = " Parameter";
export const timeColumn = "Zeit";
export const curve = "Kurve";
export const fingerprint = "Fingerabdruck";

/** @param {number} rows */
export const showFirst = (rows) => `Die ersten ${rows} zeigen`;
/** @param {number} runs */
export const showAll = (runs) => `Alle ${count(runs)} Läufe zeigen`;

/** @param {string} instead  letter of the run that makes place for it, or "" */
export const compare = (instead) => (instead ? `Statt ${instead} vergleichen` : "Vergleichen");
/** @param {string} run */
export const compareRun = (run) => `${run} vergleichen`;
/** @param {number} most  runs @param {string} letter @param {string} run  that had it */
export const displaced = (most, letter, run) =>
  `${most} Läufe lassen sich vergleichen: ${letter} hatte bisher ${run}.`;

/** @param {string} why  a sentence */
export const failed = (why) => `Fehlgeschlagen: ${why}`;
/** @param {number} after  epochs @param {number} of  epochs */
export const stopped = (after, of) => `Gestoppt nach ${wholeEpochs(after)} von ${epochs(of)}`;
/** @param {number} after  epochs */
export const diverged = (after) => {
  const whole = plural(Math.max(1, Math.floor(after)), { one: "Epoche", other: "Epochen" });
  return `Divergiert nach ${wholeEpochs(after)} ${whole}: Die Lernrate ist zu hoch`;
};

/** @param {number} trained */
const wholeEpochs = (trained) => (trained < 1 ? "weniger als 1" : count(Math.floor(trained)));

/* ---- a run in full ---- */

export const preset = "Vorlage";
/** @param {number} digits @param {string} name  of the set */
export const trainedOn = (digits, name) => `${count(digits)}, ${name}`;

export const untrained = "Es wurde nicht trainiert.";
/** @param {number} steps */
export const trainedFor = (steps) =>
  `${count(steps)} ${plural(steps, { one: "Mini-Batch", other: "Mini-Batches" })}.`;
/** @param {number} steps @param {number} correct  test digits @param {number} test  all of them */
export const trainedReads = (steps, correct, test) =>
  `${trainedFor(steps)} Richtig erkannte Testziffern: ${count(correct)} von ${count(test)}.`;
/** @param {{ mean: number, lowest: number, highest: number, count: number }} accuracies */
export function seeds({ mean, lowest, highest, count: several }) {
  const range = `${percent(lowest)} bis ${percent(highest)}`;
  return `Mit ${several} Seeds: ${percent(mean)} im Mittel, ${range}.`;
}

export const adopt = "Auf die Seite holen";
export const copyLink = "Link kopieren";
export const trainAgain = "Neu trainieren";
export const changeSettings = "Einstellungen ändern";
export const deleteRun = "Löschen";

/** @param {string} why  half a sentence */
export const inexactLink = (why) =>
  `Der Link erzeugt ein ähnliches Netz, nicht genau dieses, denn ${why}.`;
/** @param {string} does  a sentence */
export const linkCopied = (does) => `Link kopiert. ${does}`;
export const linkUntrained = "Er öffnet die Seite mit diesen Einstellungen; trainiert wird nichts.";
export const linkExact = "Er trainiert dieses Netz neu.";
export const linkInexact = "Er trainiert ein ähnliches Netz, nicht genau dieses.";

/** @param {string} run */
export const deleted = (run) => `Gelöscht: ${run}.`;
export const undo = "Rückgängig";
export const weightsGone =
  "Die Gewichte dieses Laufs sind nicht mehr gespeichert. Trainiere ihn neu.";

/* ---- storage ---- */

/** @param {number} runs */
export const damagedRuns = (runs) =>
  plural(runs, {
    one: `${runs} gespeicherter Lauf ist beschädigt und kann nicht gezeigt werden.`,
    other: `${runs} gespeicherte Läufe sind beschädigt und können nicht gezeigt werden.`,
  });
export const storageFull =
  "Der Speicher des Browsers ist voll, neue Läufe gehen also beim Schließen der Seite verloren.";
export const storageUnusable =
  "Der Speicher des Browsers ist nicht nutzbar, neue Läufe gehen also beim Schließen der Seite " +
  "verloren.";
export const storageSilent = "Er antwortet nicht.";
export const otherVersion = "er stammt aus einer anderen Version";
export const partMissing = "ein Teil davon fehlt";
export const accuracyDamaged = "seine Genauigkeit ist keine Zahl";
export const curveDamaged = "seine Kurve ist beschädigt";
