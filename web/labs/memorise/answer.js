/**
 * What the runs say to the guess, which is one of CHOICES.
 *
 * @typedef {import("./results.js").Result} Result
 * @typedef {ReturnType<typeof import("./results.js").shuffledWere>} Outcome
 *
 * @typedef {object} Figures
 * @property {import("./options.js").Choice} choice
 * @property {readonly number[]} seeds  of the series; a single run has one
 * @property {readonly Result[]} results  of the seeds that have ended
 * @property {boolean} isOver  no other seed follows
 */
import { count, percent } from "../../common/numbers.js";
import { shuffledWere } from "./results.js";

export const CHOICES = [
  "It cannot learn them",
  "It learns them, but needs more epochs",
  "It learns them just as quickly",
];
/** When each of them is right. @type {Outcome[]} */
const ANSWERS = ["not", "slower", "as quick"];
/** An accuracy on ten digits that a guess reaches. */
const GUESSED = 0.15;
/** Below it the accuracy is clearly less than a guess's. */
const WORSE = 0.08;

/** Of one run, after "Right: " or "No: ". @type {Record<Outcome, string>} */
const ONE = {
  not: "this network did not. Give it more neurons or fewer digits.",
  slower: "it learned them by heart, and needed more epochs.",
  "as quick": "it needed as many epochs as with true labels.",
  quicker: "this time it needed fewer epochs than with true labels.",
  alone: "it learned them, but not the true labels in the epochs it had.",
};
/** Of several, after "Shuffled labels ". @type {Record<Outcome, string>} */
const SEVERAL = {
  not: "were not learned",
  slower: "took more epochs than true ones",
  "as quick": "took as many epochs as true ones",
  quicker: "took fewer epochs than true ones",
  alone: "were learned, and true ones were not,",
};

/** @param {number} guess  index of CHOICES @param {Figures | null} figures  null before a run */
export function answer(guess, figures) {
  if (!figures) return "Run it below, and see.";
  const { choice, seeds, results, isOver } = figures;
  if (!isOver) return waiting(results.length, seeds.length);
  if (choice.fraction === 0) return "No label was shuffled: both networks are the same one.";
  const outcomes = results.map(shuffledWere);
  const words =
    results.length > 1 ? ofSeveral(ANSWERS[guess], outcomes) : ofOne(ANSWERS[guess], outcomes[0]);
  const learned = results.filter((result) => shuffledWere(result) !== "not");
  return [words, readsWords(learned, choice.count)].filter(Boolean).join(" ");
}

/**
 * Index of the choice that is right for every seed; null before the runs have ended, or when none
 * is.
 * @param {Figures | null} figures
 */
export function rightChoice(figures) {
  if (!figures?.isOver || figures.choice.fraction === 0) return null;
  const outcomes = new Set(figures.results.map(shuffledWere));
  const right = outcomes.size === 1 ? ANSWERS.indexOf([...outcomes][0]) : -1;
  return right < 0 ? null : right;
}

/** @param {number} ended @param {number} all  seeds */
function waiting(ended, all) {
  if (all === 1) return "The answer comes when the run has ended.";
  const have = ended === 1 ? "has" : "have";
  return `${ended} of ${all} seeds ${have} ended; the answer comes after the last.`;
}

/** @param {Outcome} guessed @param {Outcome} outcome */
const ofOne = (guessed, outcome) => `${guessed === outcome ? "Right" : "No"}: ${ONE[outcome]}`;

/** @param {Outcome} guessed @param {Outcome[]} outcomes */
function ofSeveral(guessed, outcomes) {
  const all = outcomes.length;
  const counts = Object.entries(SEVERAL).map(([outcome, words]) => {
    return { outcome, words, seeds: outcomes.filter((each) => each === outcome).length };
  });
  const right = counts.find(({ outcome }) => outcome === guessed)?.seeds ?? 0;
  const verdict = right ? `Right for ${right} of ${all} seeds` : `No, for none of the ${all} seeds`;
  const found = counts.filter(({ seeds }) => seeds > 0).sort((a, b) => b.seeds - a.seeds);
  const parts = found.map(({ words, seeds }) => `${words} for ${seeds}`);
  return `${verdict}. Shuffled labels ${parts.join("; ")}.`;
}

/** What networks with shuffled labels read. @param {Result[]} results @param {number} digits */
function readsWords(results, digits) {
  if (!results.length) return "";
  const read = results.map(({ shuffled }) => shuffled.last.testAccuracy).sort((a, b) => a - b);
  const [least, most] = [read[0], read[read.length - 1]];
  const range = [...new Set([percent(least), percent(most)])].join(" to ");
  const like = most < GUESSED ? "; a guess would read 10%" : "";
  const chance = "chance decides how many shuffled labels are right";
  const few =
    like && least < WORSE ? ` With ${count(digits)} digits it can be less: ${chance}.` : "";
  const who = results.length > 1 ? "The networks read" : "It reads";
  return `${who} ${range} of the test digits${like}.${few}`;
}
