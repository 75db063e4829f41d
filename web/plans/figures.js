/**
 * Every number that a lesson plan says the class will see, by plan. They are those of the page's
 * own networks, of networks trained from seed 1, and of MNIST, rounded as the page shows them;
 * tests/thorough/plans.test.js and plans-doubt.test.js measure each on the page. Fractions of 1
 * unless another unit is named. The lesson's network is the one that the page begins with.
 */

export const draw = {
  /** Test digits that the lesson's network reads correctly. */
  accuracy: 0.965,
  /** What it makes of the first four test digits. Numbers are those that the page shows. */
  digits: [
    { number: 3572, label: 4, answer: 4, confidence: 0.84 },
    { number: 7143, label: 5, answer: 5, confidence: 0.99 },
    { number: 714, label: 0, answer: 0, confidence: 0.92 },
    { number: 4285, label: 9, answer: 5, confidence: 0.31 },
  ],
  /** What it makes of the first image of noise. */
  noise: { answer: 0, confidence: 0.93 },
};

export const neuron = {
  /** Weights and biases of the lesson's network, and test digits that it reads correctly. */
  parameters: 13002,
  accuracy: 0.965,
  /** The first test digit, and its pixels without ink. */
  digit: { number: 3572, label: 4 },
  blank: 705,
  /** The neuron that the lab opens with: weighted sum, bias, their sum, activation. */
  neuron: { number: 5, layer: 1 },
  sum: -0.227,
  bias: 1.046,
  z: 0.819,
  activation: 0.694,
  /** With a bias of −5: its activation, and test digits that the network reads correctly. */
  edited: { activation: 0.005, accuracy: 0.941 },
  /** Test digits that a network trained as in the lesson for 12,000 steps reads correctly. */
  trained: { accuracy: 0.927 },
};

export const downhill = {
  parameters: 13002,
  /** The first test digit on a random network: its largest square, and all ten together. */
  digit: { number: 3572, label: 4 },
  square: { digit: 7, output: 0.669, squared: 0.448 },
  sum: 2.433,
  /** The average cost of all test digits. */
  mean: 2.596,
  /** Two valleys: steps to the minimum, the slope there, and a place where the curve is lower. */
  valleys: { steps: 10, slope: -0.0005, lower: 2.06 },
  /** Bowl: steps and slope as before, and the step with the largest learning rate. */
  bowl: { steps: 46, slope: -0.00095, step: 17.8 },
  /** The same network: the cost of the first 1,000 training digits along −∇C, least at t. */
  line: { here: 2.58, least: 0.907, t: 2.34 },
  /** The same network on the test digits, before and after the step that is best on that line. */
  step: {
    before: { cost: 2.6, accuracy: 0.103 },
    after: { cost: 0.906, accuracy: 0.096 },
  },
  /** Its largest nudges that do half of the work, for the first ten training digits. */
  half: 35,
  /** Parts of the decrease that so many nudges bring: the largest, and as many random ones. */
  brings: { nudges: 100, largest: 0.821, random: 0.002 },
  /** Steps of an epoch; cost and accuracy on the test digits after the first and the second. */
  epochs: {
    steps: 6000,
    first: { cost: 0.122, accuracy: 0.923 },
    second: { accuracy: 0.933 },
  },
};

/** Of 10,000 images of static with seed 1, and of 2,000 images of each kind. */
export const noise = {
  /** Images of static that the lesson's network gives a confidence above 90%. */
  staticSure: 0.28,
  /** Test digits that it gives a confidence above 90%. */
  digitsSure: 0.825,
  /** Test digits that it reads correctly. */
  accuracy: 0.965,
  /** The digit that it reads most often in static, and in how many of the images. */
  often: 0,
  oftenIn: 0.93,
  /** The image of static with the highest confidence: its index, the prediction, the confidence. */
  surest: { image: 9762, digit: 0, confidence: 0.965 },
  /** Digits that it reads in none of the images of static. */
  never: [1, 4, 5],
  /** Images of each kind that it gives a confidence above 90%. */
  kinds: {
    gaussian: 0.278,
    uniform: 0.275,
    smooth: 0.234,
    scribble: 0.213,
    saltpepper: 0.196,
    blocks: 0.181,
    shuffled: 0.016,
  },
  /** The most accurate network: test digits read correctly, static with a confidence above 90%. */
  best: { accuracy: 0.993, staticSure: 0.576 },
  /** A random network: static and test digits with a confidence above 90%, and its one answer. */
  random: { staticSure: 0, digitsSure: 0, often: 7 },
};

export const fool = {
  /** The largest change of a pixel that the lab begins with. */
  epsilon: 0.1,
  /** Test digits that are attacked, and of those read correctly after 40 steps and at random. */
  accuracy: { digits: 500, attacked: 0.06, random: 0.89 },
  /** The first test digit, as it is, attacked and changed at random; smallest ε for both. */
  digit: {
    number: 3572,
    label: 4,
    confidence: 0.84,
    attacked: { answer: 5, confidence: 0.99 },
    random: { confidence: 0.65 },
    least: { attack: 0.03, random: 0.21 },
  },
  /** The smallest ε with which an attack makes it another digit. */
  targets: { easiest: { digit: 5, epsilon: 0.03 }, hardest: { digit: 0, epsilon: 0.08 } },
  /** The lowest of the ten outputs that imagined digits have. */
  imagined: { least: 0.98 },
  /** The most accurate network on that digit: its confidence, smallest ε for both. */
  best: { confidence: 0.99, attack: 0.03, random: 0.17 },
};

export const memorise = {
  /** Training digits of both networks. */
  digits: 1000,
  /** Epochs, and labels and test digits that are read correctly in the end. */
  run: {
    plain: { epochs: 6, training: 0.992, test: 0.889 },
    shuffled: { epochs: 24, training: 0.99, test: 0.112 },
  },
  /** Seeds with which true labels took fewer epochs; how many times as many shuffled ones took. */
  series: { faster: 5, seeds: 5, least: 3.7, most: 5 },
  /** With half of the labels shuffled. */
  half: { epochs: 22, test: 0.578 },
  /** With the fewest neurons in each of two hidden layers. */
  small: {
    width: 16,
    plain: { epochs: 24, test: 0.847 },
    shuffled: { epochs: 119, test: 0.099 },
  },
  /** The lesson's network: training and test digits that it reads correctly. */
  lesson: { training: 0.965, test: 0.965 },
};
