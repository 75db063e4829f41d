/**
 * The lesson plans. A plan's words are those of its file of texts; its links are class links, which
 * open the same network for everyone.
 *
 * @typedef {string | ((figures: any) => string)} Words  with the numbers of the plan
 *
 * @typedef {object} PlanTexts  what a file of a plan's texts exports
 * @property {string} title
 * @property {string} question  of the lesson
 * @property {string} aim
 * @property {string} needs  what to have ready
 * @property {{ title: string, minutes: number, todo: Words, see: Words }[]} steps  what to do, and
 *   what the class sees
 * @property {{ ask: Words, answer: Words }[]} questions
 * @property {{ intro: Words, tasks: Words[] }} sheet  for each student
 *
 * @typedef {object} Plan
 * @property {string} id  its file of texts is plan-<id>.js
 * @property {number} minutes  of all its steps
 * @property {PlanTexts} texts
 * @property {object} figures  the numbers in its texts
 * @property {{ link: string }[]} steps  hashes of the page, as many as the texts have steps
 * @property {string} sheetLink  hash of the page for the printed sheet
 */
import { DRAW } from "../common/lab-ids.js";
import * as downhill from "../texts/en/plan-downhill.js";
import * as draw from "../texts/en/plan-draw.js";
import * as fool from "../texts/en/plan-fool.js";
import * as memorise from "../texts/en/plan-memorise.js";
import * as neuron from "../texts/en/plan-neuron.js";
import * as noise from "../texts/en/plan-noise.js";
import * as figures from "./figures.js";

/** What no class needs; some need a step, and some no input. */
const HIDE = ["reset", "step", "settings", "file"];
const HIDE_BUT_STEP = ["reset", "settings", "file"];
const HIDE_INPUTS = ["reset", "step", "settings", "noise", "test", "file"];

const LESSON = "start=lesson";
const RANDOM = "start=random";
const BEST = "start=best";
/** Trained as in the lesson for 12,000 steps. */
const TRAINED = "check=1w9w1qd&start=random&recipe=video&steps=12000&data=mnist&print=09dd150b";

/**
 * The hash of a class link.
 * @param {string} network  its words @param {readonly string[]} hide  controls
 * @param {readonly string[]} labs  that are shown; it opens the first
 */
function classLink(network, hide, labs) {
  const words = [network, `hide=${hide.join(".")}`, `labs=${labs.join(".")}`];
  return [...labs.slice(0, 1).filter((lab) => lab !== DRAW), ...words].join("&");
}

const PLAYGROUND = classLink(LESSON, HIDE, [DRAW]);
const INSIDE = classLink(LESSON, HIDE, ["inside"]);
const DOWNHILL = classLink(RANDOM, HIDE, ["downhill"]);
const NOISE = classLink(LESSON, HIDE, ["noise"]);
const FOOL = classLink(LESSON, HIDE, ["fool"]);
const MEMORISE = classLink(LESSON, HIDE_INPUTS, ["memorise"]);

/** @type {readonly Plan[]} */
export const PLANS = [
  {
    id: "draw",
    minutes: 10,
    texts: draw,
    figures: figures.draw,
    steps: [{ link: PLAYGROUND }, { link: PLAYGROUND }, { link: PLAYGROUND }, { link: PLAYGROUND }],
    sheetLink: PLAYGROUND,
  },
  {
    id: "neuron",
    minutes: 20,
    texts: neuron,
    figures: figures.neuron,
    steps: [
      { link: INSIDE },
      { link: INSIDE },
      { link: INSIDE },
      { link: classLink(TRAINED, HIDE_INPUTS, ["learned"]) },
      { link: classLink(LESSON, HIDE_INPUTS, ["learned"]) },
    ],
    sheetLink: classLink(LESSON, HIDE, ["inside", "learned"]),
  },
  {
    id: "downhill",
    minutes: 30,
    texts: downhill,
    figures: figures.downhill,
    steps: [
      { link: classLink(RANDOM, HIDE, ["cost"]) },
      { link: DOWNHILL },
      { link: DOWNHILL },
      { link: DOWNHILL },
      { link: classLink(RANDOM, HIDE, ["gradient"]) },
      { link: classLink(RANDOM, HIDE_BUT_STEP, ["train"]) },
    ],
    sheetLink: classLink(RANDOM, HIDE_BUT_STEP, ["cost", "downhill", "train"]),
  },
  {
    id: "noise",
    minutes: 20,
    texts: noise,
    figures: figures.noise,
    steps: [
      { link: NOISE },
      { link: NOISE },
      { link: NOISE },
      { link: NOISE },
      { link: classLink(BEST, HIDE, ["noise"]) },
      { link: classLink(RANDOM, HIDE, ["noise"]) },
    ],
    sheetLink: NOISE,
  },
  {
    id: "fool",
    minutes: 30,
    texts: fool,
    figures: figures.fool,
    steps: [
      { link: FOOL },
      { link: FOOL },
      { link: FOOL },
      { link: FOOL },
      { link: classLink(BEST, HIDE, ["fool"]) },
      { link: FOOL },
    ],
    sheetLink: FOOL,
  },
  {
    id: "memorise",
    minutes: 45,
    texts: memorise,
    figures: figures.memorise,
    steps: [
      { link: MEMORISE },
      { link: MEMORISE },
      { link: MEMORISE },
      { link: MEMORISE },
      { link: MEMORISE },
      { link: classLink(LESSON, HIDE_INPUTS, ["train"]) },
    ],
    sheetLink: MEMORISE,
  },
];
