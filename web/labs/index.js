/**
 * The labs, in the order of the lesson. A lab is a module of its own, fetched when it comes near
 * the screen; see README.md beside this file.
 *
 * @typedef {import("../model/state.js").State} State
 * @typedef {import("../model/session.js").Session} Session
 *
 * @typedef {object} Prediction  a question to be answered before the answer is seen
 * @property {string | ((figures: any) => unknown)} question
 * @property {string[]} choices
 * @property {(state: State, guess: number, figures: any) => unknown} after  what this network says,
 *   once guessed
 * @property {boolean} [veil]  what the lab marks `.veiled` is not seen before there is a guess
 *
 * @typedef {({ about?: string } & Record<string, any>) | null} Figures  what a lab found out; null
 *   before it has. A guess counts for one `about`.
 * @typedef {(figures: Figures) => void} Tell  hands them to the prediction, as often as they change
 *
 * @typedef {object} Lab
 * @property {(element: HTMLElement, session: Session, tell: Tell) => (() => void) | void} mount
 *   puts the lab into the element; what it returns takes it away
 * @property {unknown} lesson  what the lesson says, in two sentences
 * @property {string} [link]  to the place in the lesson
 * @property {Prediction} [predict]
 * @property {unknown} [how]  how it works, with the formula; folded away
 *
 * @typedef {object} LabEntry
 * @property {string} id  folder of the lab, and its anchor in the page
 * @property {string} title
 * @property {string} question
 * @property {() => Promise<{ default: Lab }>} load
 */

/** @type {Record<string, () => Promise<{ default: Lab }>>} */
const MODULES = /** @type {any} */ (import.meta.glob("./*/index.js"));

/** In the order of the lesson. @type {readonly Omit<LabEntry, "load">[]} */
const ORDER = [
  { id: "inside", title: "Inside", question: "What does one neuron do?" },
  { id: "cost", title: "Cost", question: "How bad is an answer?" },
  { id: "downhill", title: "Downhill", question: "Which way is down, in 13,002 dimensions?" },
  { id: "train", title: "Train", question: "How does a network learn?" },
  { id: "gradient", title: "Gradient", question: "Which nudges matter most?" },
  { id: "learned", title: "What it learned", question: "What did it find in all those digits?" },
  { id: "noise", title: "Noise", question: "How sure is it about nothing?" },
  { id: "fool", title: "Fool it", question: "How little does it take to change its mind?" },
  { id: "teach", title: "Teach it", question: "Can it learn to say “that is not a digit”?" },
  { id: "memorise", title: "Memorise", question: "Does it understand, or only remember?" },
  { id: "binary", title: "Binary neurons", question: "Why must a neuron be more than on or off?" },
  { id: "tweak", title: "Tweak", question: "How good can it get?" },
];

/** Those that exist. @type {readonly LabEntry[]} */
export const LABS = ORDER.filter(({ id }) => `./${id}/index.js` in MODULES).map((entry) => ({
  ...entry,
  load: MODULES[`./${entry.id}/index.js`],
}));
