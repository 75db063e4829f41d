/**
 * The list of labs, in the order of the lesson.
 *
 * @typedef {object} LabName
 * @property {string} id  folder of the lab, its anchor in the page and its word in an address
 * @property {string} title
 * @property {string} question
 * @property {boolean} [needsDigits]  it shows or measures training or test digits
 */

/** @type {readonly LabName[]} */
export const LAB_NAMES = [
  { id: "inside", title: "Inside", question: "What does one neuron do?" },
  { id: "cost", title: "Cost", question: "How bad is an answer?", needsDigits: true },
  {
    id: "downhill",
    title: "Downhill",
    question: "Which way is down, in thousands of dimensions?",
    needsDigits: true,
  },
  { id: "train", title: "Train", question: "How does a network learn?", needsDigits: true },
  { id: "gradient", title: "Gradient", question: "Which nudges matter most?", needsDigits: true },
  { id: "learned", title: "What it learned", question: "What did it find in all those digits?" },
  { id: "noise", title: "Noise", question: "How sure is it about nothing?", needsDigits: true },
  {
    id: "fool",
    title: "Fool it",
    question: "How little does it take to change its mind?",
    needsDigits: true,
  },
  {
    id: "teach",
    title: "Teach it",
    question: "Can it learn to say “that is not a digit”?",
    needsDigits: true,
  },
  {
    id: "memorise",
    title: "Memorise",
    question: "Does it understand, or only remember?",
    needsDigits: true,
  },
  {
    id: "binary",
    title: "Binary neurons",
    question: "Why must a neuron be more than on or off?",
    needsDigits: true,
  },
  { id: "tweak", title: "Tweak", question: "How good can it get?", needsDigits: true },
];

/** The playground is where no lab is open. */
export const PLAYGROUND = "";

/** @param {string} id @returns {boolean} */
export const isLab = (id) => LAB_NAMES.some((lab) => lab.id === id);
