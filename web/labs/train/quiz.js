/**
 * The lab's question, and its answer from the training that was seen.
 *
 * @typedef {import("./accuracy-history.js").Reached} Reached
 */

const CHOICES = ["From 10% to 80%", "From 80% to 95%", "Equally fast"];
const [EARLY, LATE] = [0, 1];

export const question = {
  question: "A random network is trained, and its test accuracy rises. Which part is faster?",
  choices: CHOICES,
};

/**
 * What this network says to a guess.
 * @param {number} guess
 * @param {(Reached | null)[] | null} reached  80% and 95%; null when the network was not seen from
 *   its random weights on
 */
export function fasterPart(guess, reached) {
  const [early, late] = reached ?? [];
  if (!early) return "Press Reset, then Train: the answer appears here as the accuracy rises.";
  const first = `80% was reached by epoch ${early.by.toFixed(2)}`;
  if (!late) return `${first}. Train on: 95% is not reached yet.`;
  const both = `${first}, 95% by epoch ${late.by.toFixed(2)}`;
  const faster = fasterOf(early, late);
  if (faster === null) return `${both}: with so few measurements it is too close to call.`;
  return `${guess === faster ? "Right" : "No"}: ${both}.`;
}

/**
 * Index of the choice that is right, if it is known.
 * @param {(Reached | null)[] | null} reached
 */
export function rightPart(reached) {
  const [early, late] = reached ?? [];
  return early && late ? fasterOf(early, late) : null;
}

/** The part that certainly took fewer epochs. @param {Reached} early @param {Reached} late */
function fasterOf(early, late) {
  if (early.by < late.after - early.by) return EARLY;
  return late.by - early.after < early.after ? LATE : null;
}
