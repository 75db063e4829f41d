/** The page of lesson plans itself. The plans are in plan-*.js. */

export const back = "Back to Downhill";
export const heading = "Lesson plans";
/** @param {number} plans @param {number} from  minutes @param {number} to */
export const intro = (plans, from, to) =>
  `${plans} lessons of ${from} to ${to} minutes with a neural network that reads digits. A class ` +
  "opens a step by its link or its QR code, and sees only what the step needs.";
export const numbers =
  "The numbers are those of MNIST digits. A site without them uses built-in handwriting, and " +
  "there the numbers are other ones.";
/** Names the list of them. */
export const plans = "Plans";

/** @param {number} count */
export const minutes = (count) => `${count} min`;
export const aim = "Aim";
export const needs = "What you need";
/** Above what a step shows. */
export const seen = "What students should see";
export const questions = "Questions and answers";

/** @param {string} place  a lab, or the playground */
export const open = (place) => `Open “${place}”`;
export const showCode = "QR code";

export const printSheet = "Print the students’ sheet";
export const printPlan = "Print this plan";
/** At the head of the students’ sheet, before a line to write on. */
export const name = "Name";
export const date = "Date";
