/**
 * Every number that a lesson plan says the class will see, by plan. They are those of the page's
 * own networks and of MNIST, rounded as the page shows them; tests/thorough/plans.test.js measures
 * each on the page. Fractions of 1 unless another unit is named.
 */

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
  /** The random network of seed 1: static and test digits with a confidence above 90%. */
  random: { staticSure: 0, digitsSure: 0, often: 7 },
};
