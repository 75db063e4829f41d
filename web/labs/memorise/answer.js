/**
 * What the runs say to the guess, which is one of the choices.
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
import { joined } from "../../texts/en/locale.js";
import * as texts from "../../texts/en/memorise.js";
import { shuffledWere } from "./results.js";

/** When each choice is right. @type {Outcome[]} */
const ANSWERS = ["not", "slower", "equal"];
/** An accuracy on ten digits that a guess reaches. */
const GUESSED = 0.15;
/** Below it the accuracy is clearly less than a guess's. */
const WORSE = 0.08;

/** Those of as many seeds are told in this order. @type {Outcome[]} */
const OUTCOMES = ["not", "slower", "equal", "quicker", "alone"];

/** @param {number} guess  index of a choice @param {Figures | null} figures  null before a run */
export function answer(guess, figures) {
  if (!figures) return texts.notRun;
  const { choice, seeds, results, isOver } = figures;
  if (!isOver) return waiting(results.length, seeds.length);
  if (choice.fraction === 0) return texts.notShuffled;
  const outcomes = results.map(shuffledWere);
  const words =
    results.length > 1 ? ofSeveral(ANSWERS[guess], outcomes) : ofOne(ANSWERS[guess], outcomes[0]);
  const learned = results.filter((result) => shuffledWere(result) !== "not");
  return joined([words, readsWords(learned, choice.count)]);
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
const waiting = (ended, all) => (all === 1 ? texts.runGoing : texts.seriesGoing(ended, all));

/** @param {Outcome} guessed @param {Outcome} outcome */
function ofOne(guessed, outcome) {
  const words = texts.one[outcome];
  const right = ANSWERS.indexOf(outcome);
  return right < 0 ? texts.noChoice(words) : texts.ofOne(right, guessed === outcome, words);
}

/** @param {Outcome} guessed @param {Outcome[]} outcomes */
function ofSeveral(guessed, outcomes) {
  const counts = OUTCOMES.map((outcome) => {
    return { outcome, seeds: outcomes.filter((each) => each === outcome).length };
  });
  const right = counts.find(({ outcome }) => outcome === guessed)?.seeds ?? 0;
  const found = counts.filter(({ seeds }) => seeds > 0).sort((a, b) => b.seeds - a.seeds);
  const parts = found.map(({ outcome, seeds }) => texts.several[outcome](seeds));
  return texts.ofSeveral(right, outcomes.length, parts);
}

/** What networks with shuffled labels read. @param {Result[]} results @param {number} digits */
function readsWords(results, digits) {
  if (!results.length) return "";
  const read = results.map(({ shuffled }) => shuffled.last.testAccuracy).sort((a, b) => a - b);
  const [least, most] = [read[0], read[read.length - 1]];
  const isGuess = most < GUESSED;
  const few = isGuess && least < WORSE ? digits : 0;
  return texts.reads({ networks: results.length, least, most, isGuess, digits: few });
}
