/** The tour of the first screen. */

export const tour = "Tour";
/** @param {number} stop  from 1 @param {number} stops */
export const stopOf = (stop, stops) => `${stop} of ${stops}`;
export const skip = "Skip";
export const nextStop = "Next";
export const tourDone = "Done";

export const tourDrawing = "Draw a digit. It becomes 28 × 28 pixels: 784 numbers between 0 and 1.";
export const tourNetwork =
  "Every circle is a neuron: the more filled it is, the higher the neuron’s activation. " +
  "Every line is a weight: blue is positive, orange is negative.";
export const tourOutputs =
  "The ten outputs, one for each digit. The highest one is the prediction.";
export const tourTrain =
  "Train nudges all weights and biases a little downhill, thousands of times. " +
  "Watch a random network learn, or keep training this one.";
export const tourLabs =
  "The labs take the network apart, in the order of the video. The drawing stays in view there.";
