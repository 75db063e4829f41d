/**
 * What is trained, and how. The learning rate and the sizes were chosen on the first MNIST training
 * digits; `make memorise` measures what comes of them.
 *
 * @typedef {import("../../worker/experiment-protocol.js").Plan} Plan
 *
 * @typedef {object} Choice
 * @property {number} count  the first so many training digits
 * @property {number} width  neurons in each hidden layer
 * @property {number} depth  hidden layers
 * @property {number} fraction  of the labels that are shuffled, 0…1
 * @property {number} seed  of the weights, of the order of the digits and of the shuffling
 */

export const COUNTS = [100, 300, 1000, 3000, 10_000];
export const WIDTHS = [16, 32, 64, 128, 256, 512];
export const DEPTHS = [1, 2];
export const SEEDS = [1, 2, 3, 4, 5];
/** Training accuracy at which a network has learned its digits. */
export const GOAL = 0.99;

/** The most that can be chosen of so many training digits; 0 for none. @param {number} train */
export function mostCount(train) {
  return COUNTS.findLast((count) => count <= train) ?? 0;
}

/** A width that learns shuffled labels in seconds. @param {number} count  of digits */
export function widthFor(count) {
  return count > 1000 ? 256 : 128;
}

/** @param {number} [count] @returns {Choice} */
export function defaultChoice(count = 1000) {
  return { count, width: widthFor(count), depth: 2, fraction: 1, seed: SEEDS[0] };
}

/** @param {Pick<Choice, "width" | "depth">} choice */
export function layersOf({ width, depth }) {
  return [784, ...Array.from({ length: depth }, () => width), 10];
}

/**
 * Epochs after which a network that has not learned its digits is given up.
 * @param {number} count  of digits
 */
export function mostEpochs(count) {
  return Math.min(1000, Math.max(100, 300_000 / count));
}

/**
 * The plan of one of the two networks. They differ in the labels only.
 * @param {Choice} choice @param {boolean} isShuffled
 * @returns {Plan}
 */
export function planOf(choice, isShuffled) {
  const { count, fraction, seed } = choice;
  return {
    network: {
      layers: layersOf(choice),
      hidden: "relu",
      output: "softmax",
      cost: "cross-entropy",
      seed,
    },
    trainer: { optimizer: "adam", learningRate: 0.001, batchSize: 32, seed },
    epochs: mostEpochs(count),
    count,
    shuffled: isShuffled && fraction > 0 ? { fraction, seed } : null,
    until: { trainAccuracy: GOAL },
    measureTrain: true,
  };
}
