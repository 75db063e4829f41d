/**
 * The list of labs, in the order of the lesson.
 *
 * @typedef {object} LabName
 * @property {string} id  folder of the lab, its anchor in the page and its word in an address
 * @property {string} title
 * @property {string} question
 * @property {boolean} [isWithoutDigits]  it neither shows nor measures training or test digits
 */
import * as texts from "../texts/en/labs.js";

/** @type {readonly LabName[]} */
export const LAB_NAMES = [
  { id: "inside", title: texts.inside, question: texts.insideQuestion, isWithoutDigits: true },
  { id: "cost", title: texts.cost, question: texts.costQuestion },
  { id: "downhill", title: texts.downhill, question: texts.downhillQuestion },
  { id: "train", title: texts.train, question: texts.trainQuestion },
  { id: "gradient", title: texts.gradient, question: texts.gradientQuestion },
  { id: "learned", title: texts.learned, question: texts.learnedQuestion, isWithoutDigits: true },
  { id: "noise", title: texts.noise, question: texts.noiseQuestion },
  { id: "fool", title: texts.fool, question: texts.foolQuestion },
  { id: "teach", title: texts.teach, question: texts.teachQuestion },
  { id: "memorise", title: texts.memorise, question: texts.memoriseQuestion },
  { id: "binary", title: texts.binary, question: texts.binaryQuestion },
  { id: "tweak", title: texts.tweak, question: texts.tweakQuestion },
];

/** The playground is where no lab is open. */
export const PLAYGROUND = "";

/** @param {string} id @returns {boolean} */
export const isLab = (id) => LAB_NAMES.some((lab) => lab.id === id);
