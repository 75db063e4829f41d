/** The labs: their titles, and the question that each answers. */

export const inside = "Inside";
export const insideQuestion = "What does one neuron do?";
export const cost = "Cost";
export const costQuestion = "How bad is an answer?";
export const downhill = "Downhill";
export const downhillQuestion = "Which way is down, in thousands of dimensions?";
export const train = "Train";
export const trainQuestion = "How does a network learn?";
export const gradient = "Gradient";
export const gradientQuestion = "Which nudges matter most?";
export const learned = "What it learned";
export const learnedQuestion = "What did it find in all those digits?";
export const noise = "Noise";
export const noiseQuestion = "How sure is it about nothing?";
export const fool = "Fool it";
export const foolQuestion = "How little does it take to change its mind?";
export const teach = "Teach it";
export const teachQuestion = "Can it learn not to be fooled?";
export const memorise = "Memorise";
export const memoriseQuestion = "Does it understand, or only remember?";
export const binary = "Binary neurons";
export const binaryQuestion = "Why must a neuron be more than on or off?";
export const tweak = "Tweak";
export const tweakQuestion = "How good can it get?";
