/** The labs: their titles, and the question that each answers. */

export const playground = "Playground";

/** By id. */
export const titles = {
  inside: "Inside",
  cost: "Cost",
  downhill: "Downhill",
  train: "Train",
  gradient: "Gradient",
  learned: "What it learned",
  noise: "Noise",
  fool: "Fool it",
  teach: "Teach it",
  memorise: "Memorise",
  binary: "Binary neurons",
  tweak: "Tweak",
};

/** The question that each answers. */
export const questions = {
  inside: "What does one neuron do?",
  cost: "How bad is an answer?",
  downhill: "Which way is down, in thousands of dimensions?",
  train: "How does a network learn?",
  gradient: "Which nudges matter most?",
  learned: "What did it find in all those digits?",
  noise: "How sure is it about nothing?",
  fool: "How little does it take to change its mind?",
  teach: "Can it learn not to be fooled?",
  memorise: "Does it understand, or only remember?",
  binary: "Why must a neuron be more than on or off?",
  tweak: "How good can it get?",
};
