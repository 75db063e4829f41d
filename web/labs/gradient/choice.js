/**
 * Whose cost the gradient is of, out of what is chosen and what is there.
 *
 * @typedef {import("../../model/state.js").State} State
 * @typedef {import("./queries.js").Digits} Digits
 * @typedef {"digit" | "batch" | "all"} Source
 *
 * @typedef {object} Choice
 * @property {Source | null} source  null: a mini-batch, or, while there are no training digits, the
 *   digit on the input. Many components of a single digit are tied: all that lead from pixels of
 *   full ink to one neuron
 * @property {number} batch  number of the mini-batch
 * @property {number | null} target  of the digit on the input, chosen by hand
 */
import { NOT_A_DIGIT } from "../../common/example-cost.js";
import { hasInk } from "../../model/no-numbers.js";

/** @param {State} state */
export function hasInput({ reading }) {
  return hasInk(reading);
}

/** @param {State} state @param {Choice} choice @returns {Source} */
export function sourceOf(state, { source }) {
  return source ?? (hasInput(state) && !state.data.train ? "digit" : "batch");
}

/**
 * The label where there is one, else the prediction.
 * @param {State} state
 * @param {Choice} choice
 */
export function targetOf({ reading }, { target }) {
  if (target !== null || !reading) return target;
  const { shown, answer } = reading;
  return shown.label ?? (shown.kind === "noise" ? NOT_A_DIGIT : answer);
}

/**
 * Null while there are none.
 * @param {State} state
 * @param {Choice} choice
 * @returns {Digits | null}
 */
export function digitsOf(state, choice) {
  const { reading, data, settings } = state;
  const source = sourceOf(state, choice);
  if (source === "digit") {
    const label = targetOf(state, choice);
    if (!reading || label === null || !hasInput(state)) return null;
    return { own: { pixels: reading.pixels, label }, from: 0, count: 1 };
  }
  if (!data.train) return null;
  if (source === "all") return { own: null, from: 0, count: data.train };
  const count = Math.min(settings.batch, data.train);
  const from = (choice.batch % Math.floor(data.train / count)) * count;
  return { own: null, from, count };
}

/**
 * Changes whenever the gradient may; null while there is none.
 * @param {State} state @param {Choice} choice
 */
export function keyOf(state, choice) {
  const digits = digitsOf(state, choice);
  if (!digits) return null;
  const { own, from, count } = digits;
  const what = own
    ? `${state.reading?.input} ${own.label}`
    : `${state.data.generation} ${from} ${count}`;
  return `${state.generation} ${state.version} ${sourceOf(state, choice)} ${what}`;
}

/**
 * What a chosen target is for: a drawing may grow, every other input is another one.
 * @param {State} state
 */
export function inputKey({ reading }) {
  if (!reading) return "";
  const { kind, id } = reading.shown;
  return kind === "drawing" ? kind : `${kind} ${id}`;
}
