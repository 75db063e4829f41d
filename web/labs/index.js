/**
 * The labs, in the order of the lesson. A lab is a module of its own, fetched when it is opened
 * first; see README.md beside this file.
 *
 * @typedef {import("../model/state.js").State} State
 * @typedef {import("../model/session.js").Session} Session
 *
 * @typedef {object} Prediction  a question to be answered before the answer is seen
 * @property {string | ((figures: any) => unknown)} question
 * @property {string[] | ((figures: any) => string[])} choices
 * @property {(state: State, guess: number, figures: any) => unknown} after  what this network says,
 *   once guessed
 * @property {(state: State, figures: any) => number | null} right  index of the choice that is
 *   right for this network; null as long as it is not known, or when none is
 * @property {boolean} [veil]  what the lab marks `.veiled` is not seen before there is a guess
 *
 * @typedef {({ about?: string } & Record<string, any>) | null} Figures  what a lab found out; null
 *   before it has. A guess counts for one `about`.
 * @typedef {(figures: Figures) => void} Tell  hands them to the prediction, as often as they change
 *
 * @typedef {object} Lab
 * @property {(element: HTMLElement, session: Session, tell: Tell) => (() => void) | void} mount
 *   puts the lab into the element; what it returns takes it away
 * @property {"outputs" | "weights"} [needs]  of the network on the page, as numbers: where they are
 *   none, the frame says so in place of the lab
 * @property {unknown} lesson  what the lesson says, in two sentences
 * @property {string | null} [link]  to the place in the lesson; null for what is beyond it
 * @property {Prediction} [predict]
 * @property {unknown} [how]  how it works, with the formula; folded away
 *
 * @typedef {import("../common/labs.js").LabName &
 *   { load: () => Promise<{ default: Lab }> }} LabEntry
 */
import { LAB_NAMES } from "../common/labs.js";

/** @type {Record<string, () => Promise<{ default: Lab }>>} */
const MODULES = /** @type {any} */ (import.meta.glob("./*/index.js"));

/** @type {readonly LabEntry[]} */
export const LABS = LAB_NAMES.map((name) => ({ ...name, load: MODULES[`./${name.id}/index.js`] }));
