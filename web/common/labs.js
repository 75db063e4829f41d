/**
 * The list of labs, in the order of the lesson.
 *
 * @typedef {object} LabName
 * @property {string} id  folder of the lab, its anchor in the page and its word in an address
 * @property {string} title
 * @property {string} question
 * @property {boolean} [isWithoutDigits]  it neither shows nor measures training or test digits
 */

/** @type {readonly LabName[]} */
export const LAB_NAMES = [
  { id: "inside", title: "Inside", question: "What does one neuron do?", isWithoutDigits: true },
  { id: "cost", title: "Cost", question: "How bad is an answer?" },
  { id: "downhill", title: "Downhill", question: "Which way is down, in thousands of dimensions?" },
  { id: "train", title: "Train", question: "How does a network learn?" },
  { id: "gradient", title: "Gradient", question: "Which nudges matter most?" },
  {
    id: "learned",
    title: "What it learned",
    question: "What did it find in all those digits?",
    isWithoutDigits: true,
  },
  { id: "noise", title: "Noise", question: "How sure is it about nothing?" },
  { id: "fool", title: "Fool it", question: "How little does it take to change its mind?" },
  { id: "teach", title: "Teach it", question: "Can it learn to say “that is not a digit”?" },
  { id: "memorise", title: "Memorise", question: "Does it understand, or only remember?" },
  { id: "binary", title: "Binary neurons", question: "Why must a neuron be more than on or off?" },
  { id: "tweak", title: "Tweak", question: "How good can it get?" },
];

/** The playground is where no lab is open. */
export const PLAYGROUND = "";

/** @param {string} id @returns {boolean} */
export const isLab = (id) => LAB_NAMES.some((lab) => lab.id === id);
