/**
 * Further reading: what each work adds to what a lab shows, by lab and work; see
 * common/reading.js.
 */
import { listed } from "./locale.js";

export const furtherReading = "Further reading";

/** @param {readonly string[]} authors @param {number} year */
export const by = (authors, year) =>
  `${authors.length > 3 ? `${authors[0]} et al.` : listed(authors)}\u00a0(${year})`;

/** @type {Record<string, Record<string, string>>} */
export const adds = {
  inside: {
    nielsen1: `Begins with neurons that weigh evidence for a decision; in an exercise you find, by
      hand, the weights of one more layer, which writes the digit as a binary number.`,
    topology: `Follows what a layer does to all inputs at once: it stretches and bends the space
      until a straight cut separates the classes.`,
  },
  cost: {
    nielsen1: `Says why learning needs a cost: the number of digits that are read correctly would
      not tell the way, since most small changes of the weights leave it as it is.`,
    nielsen3: `Shows why cross-entropy is the better cost for sigmoid outputs: with the squared
      error, an output that is confidently wrong learns slowly.`,
  },
  downhill: {
    momentum: `Computes, for a bowl in any number of dimensions, which step sizes converge,
      oscillate or diverge, and what momentum changes.`,
    li: `Draws such planes for much deeper networks: without connections that skip layers the
      surface becomes rugged, with them it stays smooth.`,
    antognini: `Proves that a long random walk, too, is a smooth curve in its main directions, so
      the shape of a path there says little about the surface.`,
  },
  train: {
    nielsen1: `Gives the whole program: 74 lines of Python that train a network by stochastic
      gradient descent until it reads over 96% of MNIST’s test digits.`,
    nielsen2: `Derives the formulas of backpropagation one by one, with proofs, and writes them
      with matrices and as code.`,
  },
  gradient: {
    nielsen2: `Says why backpropagation is fast: one pass forward and one backward give every
      component, while nudging each weight by itself would take a pass for every one of them.`,
    nielsen5: `Measures how the gradient shrinks from layer to layer on its way back to the input,
      so that the first layers of a deep network learn slowest.`,
  },
  learned: {
    features: `Shows what the neurons of a deep network trained on photographs respond to, layer by
      layer: edges, textures, patterns, parts, objects.`,
    circuits: `Reads the weights between such neurons: one that detects cars, for instance, looks
      for windows above and wheels below.`,
  },
  noise: {
    nguyen: `Searches for the worst case: images that mean nothing to people, and that networks
      trained on MNIST or ImageNet classify with a confidence of 99.99%.`,
    hendrycks: `Tests how well confidence alone tells apart what a network was trained for from
      other images and noise: on average it is lower there, though often still high.`,
    guo: `Compares confidence with accuracy on images of the kind that was trained on: modern deep
      networks are too confident there, and one number, fitted afterwards, corrects most of it.`,
  },
  fool: {
    szegedy: `Discovered that changes too small to see fool deep networks, and that the same
      changed images often fool other networks, trained on other images, as well.`,
    goodfellow: `Introduces the fast gradient sign method and explains why it works: a network is
      nearly linear, so hundreds of small changes, each along its gradient, add up.`,
    features: `Shows what keeps activation maximisation from ending in noise, so that what a
      network imagines becomes a clear picture.`,
  },
  teach: {
    madry: `Shows that this training needs a large network: a convolutional one still reads 89% of
      MNIST’s test digits when they are attacked with ε = 0.3, and a very small one learns
      nothing.`,
    nguyen: `Trains networks, again and again, to give images that fooled the one before a class of
      their own: on MNIST, its search finds new ones for each of 15 networks.`,
  },
  memorise: {
    zhang: `A source of the lesson: it gave random labels to the 50,000 images of CIFAR-10, and
      large networks reached a training accuracy of 100%, in a few times as many steps as with true
      labels; their test accuracy was that of a guess, 10%.`,
    arpit: `The lesson’s other source: it compared both on MNIST and CIFAR-10, and among images
      with true labels many are easy and learned first, by simple patterns, while with random
      labels all are about equally hard.`,
  },
  binary: {
    nielsen1: `Begins with perceptrons, which are on or off, and with the reason why they are hard
      to train; in an exercise, sigmoid neurons become perceptrons as all weights and biases are
      multiplied by a growing number.`,
    nielsen4: `Builds any continuous function out of steps, each a sigmoid neuron with a large
      weight: what steps can compute is not the difficulty.`,
    bengio: `Trains neurons that are on or off all the same, with an estimate in the place of the
      gradient that they lack.`,
  },
  tweak: {
    nielsen3: `Explains regularisation, better initial weights and the search for good settings,
      each with experiments on MNIST.`,
    nielsen6: `Goes on to convolutional networks, in small steps: together, several of them read
      9,967 of the 10,000 test digits.`,
    lecun: `Introduced MNIST and compares many methods on it: a linear classifier reads 88% of the
      test digits, the convolutional network LeNet-5 99.05%, and 99.2% with data augmentation.`,
  },
};
