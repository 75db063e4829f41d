/**
 * Where a network comes from: how it began and all that was done to it since. The caption, the link
 * and the reason why a link cannot be exact are functions of this value alone.
 *
 * @typedef {object} Start
 * @property {import("./starts.js").CommittedName | "random" | "file"} kind
 * @property {string} [name]  of a file, or the name that the file gives its network
 * @property {string} [note]  what its file says of it
 * @property {number} [seed]  of a random one
 * @property {string} [fingerprint]  of the parameters it began with, when it is not random
 *
 * @typedef {object} DataName  digits that were trained on
 * @property {"mnist" | "handwriting" | "own" | "part"} kind  part: the first `count` digits of a
 *   set
 * @property {string} name
 * @property {string} checksum  "" when they were not all in
 * @property {number} count  training digits there are, once all are in
 * @property {number} drawings  of the visitor among them
 *
 * @typedef {Pick<import("./settings.js").NetworkSettings, "rate" | "batch" | "optimizer" | "decay"
 *   | "schedule" | "epochs" | "augment" | "nothing" | "recipe" | "seed">} TrainingOptions
 *
 * @typedef {object} Trained  mini-batches
 * @property {"trained"} kind
 * @property {TrainingOptions} options
 * @property {boolean} continued the trainer before it went on, with another learning rate; else a
 *   new one began
 * @property {DataName} data
 * @property {number} steps
 *
 * @typedef {object} Examples single examples in the order of the data set, one step of plain
 *   gradient descent each
 * @property {"examples"} kind
 * @property {number} rate
 * @property {number} from  index of the first
 * @property {number} count
 * @property {DataName} data
 *
 * @typedef {{ kind: "edited" }} Edited  by hand
 * @typedef {{ kind: "taught", label: number }} Taught  one drawing of the visitor
 * @typedef {{ kind: "fine-tuned", purpose: "noise" | "attacks", epochs: number }} FineTuned
 * @typedef {Trained | Examples | Edited | Taught | FineTuned} Entry
 *
 * @typedef {object} Provenance
 * @property {Start} start
 * @property {readonly Entry[]} done  oldest first
 */
import * as texts from "../texts/en/provenance.js";
import { checkedTraining, TRAINING_KEYS } from "./settings.js";
import { NAME, NOTE, shownText } from "./shown-text.js";

/** A history of more entries is not replayed by a link. */
const MOST_REPLAYED = 500;
/** No history out of storage is longer. */
const MOST_ENTRIES = 100_000;

/** @param {Start} start @returns {Provenance} */
export const begun = (start) => ({ start, done: [] });

/**
 * The provenance after one more thing was done; what goes on in the same way grows the last entry.
 * @param {Provenance} provenance @param {Entry} entry @returns {Provenance}
 */
export function after({ start, done }, entry) {
  const last = done[done.length - 1];
  const joined = last && join(last, entry);
  if (joined) return { start, done: [...done.slice(0, -1), joined] };
  return { start, done: [...done, entry] };
}

/**
 * Both as one entry, or null when they are two.
 * @param {Entry} last
 * @param {Entry} next
 * @returns {Entry | null}
 */
function join(last, next) {
  if (last.kind === "edited" && next.kind === "edited") return last;
  if (last.kind === "examples" && next.kind === "examples") {
    const follows = next.from === last.from + last.count && next.rate === last.rate;
    return follows && sameData(last.data, next.data)
      ? { ...last, count: last.count + next.count }
      : null;
  }
  if (last.kind !== "trained" || next.kind !== "trained" || !next.continued) return null;
  const same = sameData(last.data, next.data) && sameOptions(last.options, next.options);
  return same ? { ...last, steps: last.steps + next.steps } : null;
}

/** @param {TrainingOptions} a @param {TrainingOptions} b */
function sameOptions(a, b) {
  return TRAINING_KEYS.every((key) => a[key] === b[key]);
}

/** @param {DataName} a @param {DataName} b */
function sameData(a, b) {
  return a.kind === b.kind && a.checksum === b.checksum && a.drawings === b.drawings;
}

/** Steps of gradient descent since the start. @param {Provenance} provenance */
export function stepsOf({ done }) {
  return done.reduce((sum, entry) => {
    if (entry.kind === "trained") return sum + entry.steps;
    return entry.kind === "examples" ? sum + entry.count : sum;
  }, 0);
}

/** Examples that these steps saw. @param {Provenance} provenance */
export function examplesOf({ done }) {
  return done.reduce((sum, entry) => sum + examplesIn(entry), 0);
}

/** How often the training digits were gone through. @param {Provenance} provenance */
export function epochsOf({ done }) {
  return done.reduce((sum, entry) => {
    const seen = examplesIn(entry);
    return seen && "data" in entry ? sum + seen / Math.max(1, entry.data.count) : sum;
  }, 0);
}

/** @param {Entry} entry */
function examplesIn(entry) {
  if (entry.kind === "trained") return entry.steps * entry.options.batch;
  return entry.kind === "examples" ? entry.count : 0;
}

/** Is it as it was when it began? @param {Provenance} provenance */
export const isUntouched = ({ done }) => done.length === 0;

/** Has it only its random weights? @param {Provenance | null} provenance  null: none is known */
export const isRandom = (provenance) =>
  provenance !== null && provenance.start.kind === "random" && isUntouched(provenance);

/**
 * Would it be missed: was anything done to it, or did the visitor bring it?
 * @param {Provenance} provenance
 */
export const hasWork = ({ start, done }) => done.length > 0 || start.kind === "file";

/** @type {Record<Start["kind"], string>} */
const START_NAMES = {
  lesson: texts.lesson,
  pretrained: texts.pretrained,
  best: texts.best,
  random: texts.random,
  file: texts.file,
};

/** Its name. @param {Provenance} provenance */
export function nameOf({ start }) {
  if (start.kind === "random") return texts.randomWithSeed(start.seed);
  return start.kind === "file" && start.name ? start.name : START_NAMES[start.kind];
}

/** Numbers of the notes that tools/models.js writes, which are English. */
const OWN_NOTE = /^trained for (\d+) epochs on MNIST, (\d+,\d+) .* and (\d+,\d+) .*, ([\d.]+)% acc/;

/** What a model file says of itself. @param {string} note */
function noteWords(note) {
  const [, ...parts] = OWN_NOTE.exec(note) ?? [];
  const [epochs, redrawn, handwriting, accuracy] = parts.map((part) =>
    Number(part.replace(",", "")),
  );
  return accuracy ? texts.ownModel(note, epochs, redrawn, handwriting, accuracy / 100) : note;
}

/**
 * Its history in words: "trained for 300 steps on MNIST, then edited by hand".
 * @param {Provenance} provenance
 */
export function historyOf({ start, done }) {
  if (!done.length) return start.kind === "random" ? texts.notTrained : noteWords(start.note ?? "");
  /** @type {string[]} */
  const words = [];
  for (const each of wordsOf(done)) if (each !== words[words.length - 1]) words.push(each);
  const shown =
    words.length > 4 ? [...words.slice(0, 2), texts.more, words[words.length - 1]] : words;
  return texts.inOrder(shown);
}

/** Neighbours of one kind are told together. @param {readonly Entry[]} done */
function wordsOf(done) {
  /** @type {string[]} */
  const words = [];
  for (let i = 0; i < done.length; ) {
    const entry = done[i];
    if (entry.kind !== "trained" && entry.kind !== "examples") {
      words.push(otherWords(entry));
      i++;
      continue;
    }
    let steps = 0;
    for (; i < done.length; i++) {
      const next = done[i];
      if (!("data" in next) || next.data.name !== entry.data.name) break;
      steps += next.kind === "trained" ? next.steps : next.count;
    }
    words.push(texts.trained(steps, entry.data.name));
  }
  return words;
}

/** @param {Edited | Taught | FineTuned} entry */
function otherWords(entry) {
  if (entry.kind === "edited") return texts.edited;
  if (entry.kind === "taught") return texts.taught(entry.label);
  const tuned = entry.purpose === "noise" ? texts.tunedToRejectNoise : texts.tunedOnAttacks;
  return tuned(entry.epochs);
}

/** Why a link cannot make a network again, as half a sentence. */
export const REASONS = {
  file: texts.becauseFile,
  long: texts.becauseLong,
  edited: texts.becauseEdited,
  taught: texts.becauseTaught,
  tuned: texts.becauseTuned,
  part: texts.becausePart,
  own: texts.becauseOwn,
  drawings: texts.becauseDrawings,
  early: texts.becauseEarly,
  mixed: texts.becauseMixed,
};

/** @type {Record<Edited["kind"] | Taught["kind"] | FineTuned["kind"], keyof typeof REASONS>} */
const BY_HAND = { edited: "edited", taught: "taught", "fine-tuned": "tuned" };

/**
 * Why nobody else can train this network again; "" when everybody can, to the bit.
 * @param {Provenance} provenance @returns {keyof typeof REASONS | ""}
 */
export function inexactBecause({ start, done }) {
  if (start.kind === "file") return "file";
  for (const entry of done) {
    if (entry.kind !== "trained" && entry.kind !== "examples") return BY_HAND[entry.kind];
    if (entry.data.kind === "own" || entry.data.kind === "part") return entry.data.kind;
    if (entry.data.drawings) return "drawings";
    if (!entry.data.checksum) return "early";
  }
  return done.length > MOST_REPLAYED ? "long" : "";
}

/**
 * A provenance out of storage, checked in every part; throws an Error that says what is wrong.
 * @param {any} value @returns {Provenance}
 */
export function checkedProvenance(value) {
  const kinds = Object.keys(START_NAMES);
  if (!kinds.includes(value?.start?.kind)) throw new Error(texts.noStart);
  if (!Array.isArray(value.done) || value.done.length > MOST_ENTRIES) {
    throw new Error(texts.noHistory);
  }
  return { start: checkedStart(value.start), done: value.done.map(checkedEntry) };
}

/** @param {any} start @returns {Start} */
function checkedStart({ kind, name, note, seed, fingerprint }) {
  if (kind === "random" && !isCount(seed)) throw new Error(texts.noSeed);
  const words = (/** @type {unknown} */ text, /** @type {number} */ most) =>
    text === undefined ? "" : shownText(text, most);
  if (kind === "random") return { kind, seed };
  return {
    kind,
    name: words(name, NAME),
    note: words(note, NOTE),
    fingerprint: words(fingerprint, 16),
  };
}

/** @param {any} entry @returns {Entry} */
function checkedEntry(entry) {
  const { kind } = entry ?? {};
  if (kind === "edited") return { kind };
  if (kind === "taught" && isCount(entry.label)) return { kind, label: entry.label };
  if (kind === "fine-tuned" && ["noise", "attacks"].includes(entry.purpose)) {
    return { kind, purpose: entry.purpose, epochs: Number(entry.epochs) };
  }
  if (kind === "trained" && isCount(entry.steps)) {
    const { steps, continued } = entry;
    const options = checkedTraining(entry.options);
    return { kind, options, continued: Boolean(continued), data: checkedData(entry.data), steps };
  }
  if (kind === "examples" && isCount(entry.from) && isCount(entry.count)) {
    const { rate, from, count } = entry;
    if (typeof rate !== "number") throw new Error(texts.noRate);
    return { kind, rate, from, count, data: checkedData(entry.data) };
  }
  throw new Error(texts.unknownEntry(shownText(kind, 40)));
}

/** @param {any} data @returns {DataName} */
function checkedData(data) {
  const isKnown = ["mnist", "handwriting", "own", "part"].includes(data?.kind);
  if (!isKnown || !isCount(data.count) || !isCount(data.drawings)) {
    throw new Error(texts.noData);
  }
  const { kind, name, checksum, count, drawings } = data;
  return { kind, name: shownText(name, 2 * NAME), checksum: String(checksum), count, drawings };
}

/** @param {unknown} value @returns {value is number} */
function isCount(value) {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
