/** The parts of the lab Downhill on invented functions. */
import { html } from "lit";
import { number, signed } from "../../common/downhill-numbers.js";
import { brief, exact, withMinus } from "../../common/numbers.js";
import { plural } from "./locale.js";
import { verdict } from "./ui.js";

/** @param {number} count */
const stepsOf = (count) => plural(count, { one: "1 Schritt", other: `${count} Schritte` });
/** The same in the dative: after so many steps. @param {number} count */
const inSteps = (count) => plural(count, { one: "1 Schritt", other: `${count} Schritten` });

/* ---- what both parts share ---- */

export const run = "Starten";
export const pause = "Pausieren";
export const step = "Schritt bergab";
export const backToStart = "Zum Start";
/** @param {number} rate */
export const learningRate = (rate) =>
  html`Lernrate η <output class="number" aria-live="off">${exact(rate)}</output>`;

/* ---- one input ---- */

export const curve = "Kurve";
export const curves = {
  bowl: "Mulde",
  valleys: "Zwei Täler",
  plateau: "Hochebene",
  wall: "Steile Wand",
};

export const question = `Die Kugel liegt links oben und macht einen Schritt bergab nach dem anderen.
  Wo kommt sie zur Ruhe?`;
const leftValley = "Im linken Tal";
export const choices = [leftValley, "Im rechten Tal, dem tieferen", "Nirgends: Sie schwingt"];

export const pressRun = `Drücke „${run}“ und sieh zu.`;
export const chooseValleys = `Wähle „${curves.valleys}“ und drücke dann „${run}“.`;
/** @param {boolean} isGuessed */
export const cameToLeft = (isGuessed) =>
  `${verdict(leftValley, isGuessed)}: Ein Schritt hängt nur von der Steigung unter der Kugel ab,
    darum endet der Abstieg in einem lokalen Minimum. Lege die Kugel nach rechts und starte noch
    einmal.`;

const smallerRate = "Wähle eine kleinere Lernrate η und starte noch einmal";
export const leftTheCurve = `Bei so langen Schritten verließ sie die Kurve: ${smallerRate}.`;
/** @param {number} choice  the one that is right @param {boolean} isGuessed */
export const cameElsewhere = (choice, isGuessed) =>
  `${verdict(choices[choice], isGuessed)}, bei so langen Schritten: ${smallerRate}.`;

/** @param {string} finding  one of those below */
export const curveWithBall = (finding) => `Die Kurve C(w) mit der Kugel. ${finding}.`;
/** @param {number} steps @param {number} start */
export const progress = (steps, start) => `${stepsOf(steps)} ab w = ${number(start)}`;
export const ball = "Kugel, w";
/** @param {number} w */
export const ballAt = (w) => `w = ${number(w)}`;
/** @param {number} w */
export const handle = (w) => `Höhe der Kurve bei w = ${withMinus(brief(w))}`;
export const help = `Klicke in das Diagramm, um die Kugel dorthin zu legen. Ziehe an einem Quadrat,
  um die Kurve zu verbiegen. Mit der Tastatur: mit Tab zur Kugel oder zu einem Quadrat, dann
  Pfeiltasten; mit der Umschalttaste zehnmal so weit.`;
/** @param {number} w */
export const noCurve = (w) => html`Der Schritt führte zu w = <span class="number"
  >${number(w)}</span>, wo es keine Kurve gibt.`;

/** Names on the plot. */
export const earlier = "früher";
export const slope = "Steigung";
export const aStep = "Schritt";

/** What happened to the ball, as a title. */
export const stepRight = "Steigung negativ: Schritt nach rechts";
export const stepLeft = "Steigung positiv: Schritt nach links";
export const diverged =
  "Divergiert: Sie schoss jedes Mal weiter übers Ziel hinaus und verließ die Kurve";
/** @param {number} step */
export const tooLarge = (step) =>
  `Die Kugel verließ die Kurve: Ein Schritt von ${signed(step)} war zu groß`;
/** @param {number} slope */
export const balanced = (slope) =>
  `Auf einem Maximum im Gleichgewicht: Steigung ${number(slope)}, also kein Schritt`;
/** @param {number} slope */
export const onFlat = (slope) =>
  `Auf einem flachen Stück: Steigung ${number(slope)}, also kein Schritt`;
/** @param {number} slope */
export const atMinimum = (slope) => `In einem lokalen Minimum: Steigung ${number(slope)}`;
/** @param {number} steps @param {number} slope */
export const minimumReached = (steps, slope) =>
  `Lokales Minimum in ${inSteps(steps)} erreicht: Steigung ${number(slope)}`;
/** @param {number} before  slope @param {number} now  slope */
export const overshot = (before, now) =>
  `Übers Ziel hinaus: Vorzeichenwechsel der Steigung, von ${signed(before)} zu ${signed(now)}`;
export const diverging = "Divergiert: Jeder Schritt schießt weiter übers Ziel hinaus";
export const oscillating = "Schwingt: Jeder Schritt schießt gleich weit übers Ziel hinaus";
export const overshootsLess = "Jeder Schritt schießt übers Ziel hinaus, aber immer weniger";
export const stepsShrink = "Die Schritte schrumpfen mit der Steigung";
export const stepsGrow = "Die Schritte wachsen mit der Steigung";
export const stepsStay = "Die Schritte bleiben gleich, denn die Steigung bleibt es auch";

/** @param {number} start @param {number} w */
export const anotherMinimum = (start, w) =>
  `Anderer Start, anderes Minimum: Ab ${number(start)} war es w = ${number(w)}.`;
/** @param {number} w */
export const notLowest = (w) => `Nicht der tiefste Punkt: Bei w = ${number(w)} ist C niedriger.`;

/* ---- two inputs ---- */

export const surface = "Funktion von zwei Eingaben";
/** @type {Record<string, string>} */
export const surfaces = {
  bowl: "Mulde",
  ravine: "Schlucht",
  saddle: "Sattel",
  minima: "Zwei Minima",
};

/** @typedef {"sgd" | "momentum" | "adam"} Method */
export const methods = { sgd: "Gradientenabstieg", momentum: "Momentum", adam: "Adam" };

export const chooseStart = "Wähle den Start: Klicke auf die Karte oder nimm die Pfeiltasten.";
/** @param {string} finding  one of those below */
export const map = (finding) => `Höhenlinien von C(w₁, w₂). ${finding}.`;
/** @param {[number, number]} start */
export const startAt = ([w1, w2]) => `Start bei w₁ = ${number(w1)}, w₂ = ${number(w2)}`;
/** @param {number} gradient  its length */
export const stepsTo = (gradient) => html`Schritte bis
  <span class="number">|∇C| &lt; ${exact(gradient)}</span>`;

export const rules = "Die drei Regeln";
export const ruleOfDescent = "Gradientenabstieg:";
export const ruleOfMomentum =
  "Momentum summiert frühere Gradienten, die mit jedem Schritt um ein Zehntel abklingen:";
export const ruleOfAdam = `Adam teilt das Mittel früherer Gradienten durch ihre typische Größe, für
  jede Eingabe einzeln; t zählt die Schritte:`;

/** Where there is no slope. @typedef {"minimum" | "maximum" | "saddle" | "plateau"} Kind */
const places = {
  minimum: "lokales Minimum",
  maximum: "Maximum",
  saddle: "Sattelpunkt",
  plateau: "Hochebene",
};
/** The same as where something is. */
const atPlaces = {
  minimum: "in einem lokalen Minimum",
  maximum: "auf einem Maximum",
  saddle: "in einem Sattelpunkt",
  plateau: "auf einer Hochebene",
};

/** @param {Method[]} some */
const list = (some) =>
  some
    .map((method) => methods[method])
    .join(", ")
    .replace(/, ([^,]*)$/, " und $1");

/** What happened on the three paths, as a title. @param {Kind} kind @param {number} gradient */
export const at = (kind, gradient) =>
  `${atPlaces[kind].replace(/^./, (letter) => letter.toUpperCase())}: |∇C| = ${number(gradient)}`;
/** @param {number} gradient  its length */
export const downhill = (gradient) =>
  `−∇C zeigt geradewegs bergab, quer zu den Höhenlinien: |∇C| = ${number(gradient)}`;
/** @param {number} steps @param {Method[]} some @param {number} cost */
export const lowest = (steps, some, cost) =>
  `Am tiefsten nach ${inSteps(steps)}: ${list(some)}, C = ${number(cost)}`;
/** @param {Kind} kind @param {Method[]} some @param {number} steps */
export const first = (kind, some, steps) =>
  `Zuerst ${atPlaces[kind]}: ${list(some)}, nach ${inSteps(steps)}`;
export const allFell = "Alle drei verließen die Karte bergab, wo C weiter fällt";
export const allLeft = "Alle drei verließen die Karte";
export const allDiverged = "Alle drei sind divergiert: Die Schritte sind zu groß";

/** What became of one path, in a table. @param {number} steps */
export const moving = (steps) => (steps ? `${steps}, noch unterwegs` : "–");
/** @param {number} steps @param {Kind} kind */
export const rested = (steps, kind) => `${steps}, ${places[kind]}`;
/** @param {number} steps */
export const leftDownhill = (steps) => `bergab von der Karte nach ${steps}`;
/** @param {number} steps */
export const divergedAfter = (steps) => `divergiert nach ${steps}`;
