/** The visitor's own digits: the dialog, and what is wrong with files. `name` is that of a file. */
import { count as grouped } from "../../common/numbers.js";
import { plural, withStop } from "./locale.js";

/** "1 Bild", "2 Bilder" @param {number} n @param {string} one @param {string} other */
const counted = (n, one, other) => `${grouped(n)} ${plural(n, { one, other })}`;
/** @param {number} n */
const images = (n) => counted(n, "Bild", "Bilder");
/** @param {number} n */
const testDigits = (n) => counted(n, "Testziffer", "Testziffern");
/** @param {number} n @param {string} one @param {string} other */
const agreeing = (n, one, other) => plural(n, { one, other });
/** "a, b und c" @param {readonly (string | number)[]} names */
function listed(names) {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} und ${names.at(-1)}`;
}
/** "a, b, c und 9 weitere" @param {string[]} names */
function some(names) {
  return names.length > 4
    ? `${names.slice(0, 3).join(", ")} und ${grouped(names.length - 3)} weitere`
    : listed(names);
}

/* ---- the dialog ---- */

export const title = "Deine Daten";
export const close = "Schließen";
export const intro =
  "Trainiere das Netz mit eigenen Bildern aus bis zu zehn Klassen, 0 bis 9. Sie bleiben auf " +
  "diesem Gerät.";
export const chooseFiles = "Dateien wählen";
export const chooseFolder = "Ordner wählen";
export const orDrop = "oder irgendwo auf der Seite ablegen";
export const whichFiles = "Welche Dateien?";
/** @type {readonly { name: string, about: string }[]} */
export const formats = [
  {
    name: "Bilder",
    about:
      "PNG oder JPEG, je eine Ziffer. Das Label steht im Namen der Datei oder ihres Ordners: " +
      "7.png, 3/img_12.png, digit-3-004.jpg.",
  },
  {
    name: "CSV",
    about:
      "Eine Zeile je Bild: das Label, dann 28 × 28 = 784 Werte von 0 bis 255 oder von 0 bis 1.",
  },
  {
    name: "IDX",
    about: "Bilddatei und Labeldatei wie bei MNIST und Fashion-MNIST.",
  },
];
export const gzipToo =
  "Alle dürfen mit gzip gepackt sein. Testziffern können als zweiter Satz von Dateien kommen.";

export const reading = "Dateien werden gelesen …";
/** @param {number} done @param {number} total  pictures; 0: images of an unknown number */
export const readingOf = (done, total) =>
  total
    ? `Bilder werden gelesen: ${grouped(done)} von ${grouped(total)}`
    : `Gelesen: ${images(done)}`;
export const preparing = "Bilder werden vorbereitet …";
/** @param {string} why  half a sentence */
export const notUsed = (why) => `Diese Dateien sind nicht brauchbar: ${withStop(why)}`;
export const filesAreOff = "Der Link dieser Seite schaltet Dateien aus.";
export const tooOldForPictures =
  "dieser Browser kann hier keine Bilder lesen: Nimm CSV- oder IDX-Dateien";
export const readerStopped =
  "das Lesen brach ab, vielleicht aus Speichermangel: Nimm weniger Bilder";

/** Title of the preview. @param {string} name @param {number} n  images */
export const found = (name, n) => (name === pictures(n) ? name : `${name}: ${images(n)}`);
/** @param {number} shown @param {number} total */
export const preview = (shown, total) =>
  shown < total ? `${shown} von ihnen, mit ihren Labels` : "Die Bilder mit ihren Labels";
/** @param {number} label */
export const labelled = (label) => `Label ${label}`;
export const classes = "Bilder jeder Klasse";
export const classHead = "Klasse";
export const trainHead = "Training";
export const testHead = "Test";
/** @param {number} train @param {number} test @param {string} testName  of their file, or "" */
export const splitWords = (train, test, testName) =>
  testName
    ? `${grouped(train)} zum Trainieren; ${testDigits(test)} aus ${testName}.`
    : `${grouped(train)} zum Trainieren; ${grouped(test)} ${heldOut(test)} (Seed 1).`;
/** @param {number} test */
const heldOut = (test) =>
  agreeing(
    test,
    "als Testziffer zurückgehalten, zufällig gewählt",
    "als Testziffern zurückgehalten, zufällig aus jeder Klasse gewählt",
  );
export const use = "Damit trainieren";
export const using = "Einen Moment …";
export const otherFiles = "Andere Dateien wählen";
/** @param {string} name  of the files that were read before */
export const backTo = (name) => `Zurück zu: ${name}`;

export const mends = {
  invert: "Invertieren",
  transpose: "Zeilen und Spalten tauschen",
  swapSets: "Trainings- und Testziffern tauschen",
  swapLabels: "Labeldateien tauschen",
};
export const adjust = "Bilder anpassen";

/* ---- kept in the browser ---- */

export const keptHere = "Im Browser gespeichert";
/** @param {number} train @param {number} test */
export const keptCounts = (train, test) => `${grouped(train)} Trainings-, ${testDigits(test)}`;
export const useKept = "Nehmen";
export const inUse = "Aktiv";
export const inUseElsewhere = "in anderem Tab aktiv";
export const remove = "Löschen";
/** @param {string} name */
export const removeNamed = (name) => `${name} löschen`;
/** @param {string} name @param {boolean} isUsed  by another tab */
export const removed = (name, isUsed) =>
  `Aus diesem Browser gelöscht: ${name}.${
    isUsed
      ? " Ein anderer Tab verwendet diese Bilder noch; nach dem Neuladen verwendet er MNIST."
      : ""
  }`;

/* ---- what the visitor should know before the digits are used ---- */

/** @param {string} name @param {number} highest  of all values of its images, which are 0 to 255 */
export const faint = (name, highest) =>
  `${name}: Die Bilder sind blass, ihr höchster Wert ist ${highest} von 255. Die Werte sollten ` +
  "von 0 bis 255 reichen, in CSV-Dateien auch von 0 bis 1.";
/** @param {boolean} isMended  they were inverted, and were right before */
export const inverted = (isMended) =>
  isMended
    ? "Tinte und Papier sind jetzt vertauscht: Vorher hatte die Tinte die hohen Werte, wie es " +
      "das Netz erwartet."
    : "Tinte und Papier sind wohl vertauscht: Hier hat das Papier die hohen Werte, das Netz " +
      "erwartet sie bei der Tinte.";
/** @param {boolean} isMended  they were transposed, and were right before */
export const transposed = (isMended) =>
  isMended
    ? "Die Bilder liegen jetzt auf der Seite; ohne den Tausch sind es lesbare Ziffern."
    : "Die Bilder liegen wohl auf der Seite und sind gespiegelt: Zeilen und Spalten sind " +
      "vertauscht, wie bei EMNIST.";
export const mismatched =
  "Die Labels passen nicht zu den Bildern, die der anderen Datei aber schon.";
/** @param {number} n @param {number} test */
export const few = (n, test) =>
  `${images(n)} ${agreeing(n, "ist", "sind")} wenig: Die Genauigkeit wird auf ` +
  `${testDigits(test)} beruhen.`;
/** @param {number[]} labels */
export const missing = (labels) =>
  `Zum Trainieren fehlen Bilder der ${agreeing(labels.length, "Klasse", "Klassen")} ` +
  `${listed(labels)}: Das Netz kann sie nicht lernen.`;
/** @param {number[]} labels @param {boolean} isGiven  the test digits have a file of their own */
export const untested = (labels, isGiven) =>
  isGiven
    ? `Unter den Testziffern gibt es keine ${listed(labels)}.`
    : `Es gibt zu wenige Bilder der ${agreeing(labels.length, "Klasse", "Klassen")} ` +
      `${listed(labels)}, um eines als Testziffer zurückzuhalten.`;
/** @param {number} n */
export const empty = (n) => `${images(n)} ${agreeing(n, "ist", "sind")} einfarbig, ohne Ziffer.`;
export const sorted =
  "Die Labels sind sortiert; die Bilder werden vor dem Training gemischt (Seed 1).";
/** @param {string} image @param {string} label */
export const pair = (image, label) => `${image} mit ${label}`;
/** @param {string[]} pairs */
export const pairedSomehow = (pairs) =>
  `Die Namen sagen nicht, welche Dateien zusammengehören. Jetzt ist es ${listed(pairs)}: ` +
  "Prüfe die Labels unten.";
/** @param {string} train @param {string} test */
export const whichIsTest = (train, test) =>
  "Es ist nicht klar, welcher Satz die Testziffern enthält: " +
  `Trainiert wird mit ${train}, getestet mit ${test}.`;

export const leftOut = {
  /** @param {string[]} names */
  unlabelled: (names) =>
    `${pictures(names.length)} ausgelassen, ohne Label im Namen (${some(names)}): ` +
    "Nenne eine 7 „7.png“ oder lege sie in einen Ordner namens 7",
  /** @param {string[]} names */
  locked: (names) =>
    `${agreeing(names.length, "Eine Datei oder ein Ordner", "Dateien oder Ordner")} ausgelassen, ` +
    `von dieser Seite nicht lesbar (${some(names)})`,
  /** @param {string[]} names */
  unreadable: (names) =>
    `${pictures(names.length)} ausgelassen, nicht lesbar (${some(names)}): leer, beschädigt oder ` +
    "in einem Format, das hier nicht gelesen wird",
  /** @param {string[]} names */
  blank: (names) => `${pictures(names.length)} ausgelassen, ohne Inhalt (${some(names)})`,
  /** Neither pictures nor tables of images @param {string[]} names */
  others: (names) =>
    `${counted(names.length, "andere Datei", "andere Dateien")} ausgelassen, ohne hier ` +
    `brauchbare Bilder (${some(names)})`,
};
/** @param {string[]} names  of pictures */
export const uneven = (names) =>
  `${pictures(names.length)} mit Spuren am Rand (${some(names)}): ein Schatten, Linien des ` +
  "Papiers oder eine abgeschnittene Ziffer. Prüfe unten, was daraus wurde.";
/** What a set of single pictures is called, also as a sentence begins. @param {number} n */
export const pictures = (n) => images(n);

/** @param {string} words  half a sentence */
export const sentence = withStop;

/* ---- why files cannot be used, as half a sentence ---- */

/** @param {number} n @param {number} fewest */
export const tooFew = (n, fewest) =>
  `${images(n)} ${agreeing(n, "ist", "sind")} zu wenig, mindestens ${fewest} sind nötig`;
/** @param {string} name */
export const noTestDigits = (name) => `${name} enthält keine Bilder`;
export const none = "unter ihnen ist keine Datei mit Bildern";
/** @param {string} name */
export const notReadable = (name) =>
  `${name} war nicht lesbar: Die Datei wurde nach der Auswahl verschoben, geändert oder ` +
  "gelöscht, oder diese Seite darf sie nicht lesen";
/** @param {string} name */
export const tooLarge = (name) => `${name} hat mehr als 1\u00a0GB, wähle einen Teil davon`;
/** @param {string} name */
export const unpacksTooLarge = (name) =>
  `${name} ist entpackt größer als 1\u00a0GB, wähle einen Teil des Inhalts`;
/** What a file is instead. */
export const others = {
  /** @param {string} name */
  empty: (name) => `${name} ist leer`,
  /** @param {string} name */
  zip: (name) => `${name} ist ein ZIP-Archiv: Entpacke es und wähle, was darin ist`,
  /** @param {string} name */
  gzip: (name) => `${name} ist doppelt gepackt: Entpacke es und wähle, was darin ist`,
  /** @param {string} name */
  page: (name) => `${name} ist eine Webseite, keine Datei mit Bildern`,
  /** @param {string} name */
  drawing: (name) => `${name} ist eine SVG-Zeichnung: Speichere sie als PNG-Bild`,
  /** @param {string} name */
  model: (name) =>
    `${name} ist eine Modelldatei, keine Datei mit Bildern: Um ihr Netz zu öffnen, lege sie ` +
    "allein und entpackt auf der Seite ab",
  /** @param {string} name */
  unknown: (name) => `${name} ist weder ein Bild noch eine CSV- oder IDX-Datei`,
};
const kinds = { picture: "ein Bild", table: "eine CSV-Datei", idx: "eine IDX-Datei" };
/**
 * @param {string} one  a name, as `other` @param {keyof typeof kinds} kind
 * @param {string} other @param {keyof typeof kinds} otherKind
 */
export const mixedKinds = (one, kind, other, otherKind) =>
  `${one} ist ${kinds[kind]}, ${other} ist ${kinds[otherKind]}: Wähle Dateien einer Art`;
/** @param {string} name */
export const damagedGzip = (name) => `${name} ist beschädigt und ließ sich nicht entpacken`;
/** @param {string} name */
export const cut = (name) => `${name} ist unvollständig: Das Ende der gzip-Daten fehlt`;

/* IDX */

const things = {
  images: images,
  labels: (/** @type {number} */ n) => counted(n, "Label", "Labels"),
};
/**
 * @param {string} name @param {number} held @param {number} announced
 * @param {keyof typeof things} kind
 */
export const endsAfter = (name, held, announced, kind) =>
  `${name} ist kürzer als angekündigt: ${grouped(held)} statt ${things[kind](announced)}`;
/** @param {string} name @param {number} announced @param {keyof typeof things} kind */
export const tooLong = (name, announced, kind) =>
  `${name} ist länger als angekündigt (${things[kind](announced)})`;
/** @param {string} name @param {number} number  1 is the first @param {number} label */
export const badLabel = (name, number, label) =>
  `Label ${grouped(number)} in ${name} ist ${label}, das Netz hat aber nur die Klassen 0 bis 9`;
export const tooMany = "es sind mehr als zwei Paare: Trainingsziffern und Testziffern genügen";
/** @param {string} name */
export const withoutLabels = (name) => `zu ${name} fehlt die Labeldatei: Wähle beide`;
/** @param {string} name */
export const withoutImages = (name) => `zu ${name} fehlt die Bilddatei: Wähle beide`;
/** @param {string[]} imageFiles @param {string[]} labelFiles */
export const notPaired = (imageFiles, labelFiles) =>
  "zu jeder Bilddatei gehört eine Labeldatei; hier: " +
  `${named(imageFiles, "Bilddatei", "Bilddateien")}, ` +
  `${named(labelFiles, "Labeldatei", "Labeldateien")}`;
/**
 * "2 Bilddateien (a und b)", "keine Bilddatei"
 * @param {string[]} names @param {string} one @param {string} other
 */
const named = (names, one, other) =>
  names.length ? `${counted(names.length, one, other)} (${some(names)})` : `keine ${one}`;
/**
 * @param {string} image  a name, as `label` @param {number} imageCount
 * @param {string} label @param {number} labelCount
 */
export const unequal = (image, imageCount, label, labelCount) =>
  `${image} enthält ${images(imageCount)}, ${label} aber ${things.labels(labelCount)}`;

/* CSV. `line` and `column`: 1 is the first */

export const tooManyCsv =
  "es sind mehr als zwei CSV-Dateien: Trainingsziffern und Testziffern genügen";
/** @param {string} name */
export const emptyCsv = (name) => `${name} hat keine Zeile mit einem Bild`;
/** @param {string} name */
export const notCsv = (name) =>
  `${name} ist weder ein Bild noch eine CSV- oder IDX-Datei mit Bildern`;
/** @param {string} name */
export const csvWithoutLabels = (name) => `${name} hat 784 Spalten: Das Label jedes Bilds fehlt`;
/** @param {string} name @param {number} line @param {number} columns */
export const csvColumns = (name, line, columns) =>
  `Zeile ${grouped(line)} in ${name} hat ${counted(columns, "Spalte", "Spalten")}, nicht 785: ` +
  "das Label und 784 Werte";
/** @param {string} name @param {number} line @param {number} label */
export const csvLabel = (name, line, label) =>
  `Zeile ${grouped(line)} in ${name} hat das Label ${label}, ` +
  "das Netz hat aber nur die Klassen 0 bis 9";
/** @param {string} name @param {number} line @param {number} column @param {string} text */
export const csvNumber = (name, line, column, text) =>
  `Zeile ${grouped(line)} in ${name} hat „${text}“ in Spalte ${column}, wo eine Zahl stehen muss`;
/**
 * @param {string} name @param {number} line @param {number} column @param {string} value
 * @param {number} most
 */
export const csvValue = (name, line, column, value, most) =>
  `Zeile ${grouped(line)} in ${name} hat ${value} in Spalte ${column}, ` +
  `wo ein Wert von 0 bis ${most} stehen muss`;
