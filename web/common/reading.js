/**
 * Further reading: the works, and the labs where each belongs. What a work adds to what the lab
 * shows says texts/en/reading.js, by lab and work.
 *
 * @typedef {object} Work
 * @property {string[]} authors
 * @property {number} year
 * @property {string} title  in its own language, which is English
 * @property {string} url
 *
 * @typedef {keyof typeof WORKS} WorkId
 */

/** Of Nielsen's book. @param {number} number @param {string} title @returns {Work} */
const chapter = (number, title) => ({
  authors: ["Michael Nielsen"],
  year: 2015,
  title: `Neural Networks and Deep Learning, chapter ${number}: ${title}`,
  url: `https://neuralnetworksanddeeplearning.com/chap${number}.html`,
});

/** @param {string} id @param {number} year @param {string} title @param {string[]} authors */
const paper = (id, year, title, ...authors) =>
  /** @type {Work} */ ({ authors, year, title, url: `https://arxiv.org/abs/${id}` });

/** @param {string} path @param {string} title @param {string[]} authors */
const distill = (path, title, ...authors) =>
  /** @type {Work} */ ({
    authors,
    year: Number.parseInt(path, 10),
    title,
    url: `https://distill.pub/${path}/`,
  });

export const WORKS = {
  nielsen1: chapter(1, "Using neural nets to recognize handwritten digits"),
  nielsen2: chapter(2, "How the backpropagation algorithm works"),
  nielsen3: chapter(3, "Improving the way neural networks learn"),
  nielsen4: chapter(4, "A visual proof that neural nets can compute any function"),
  nielsen5: chapter(5, "Why are deep neural networks hard to train?"),
  nielsen6: chapter(6, "Deep learning"),
  topology: /** @type {Work} */ ({
    authors: ["Christopher Olah"],
    year: 2014,
    title: "Neural Networks, Manifolds, and Topology",
    url: "https://colah.github.io/posts/2014-03-NN-Manifolds-Topology/",
  }),
  features: distill(
    "2017/feature-visualization",
    "Feature Visualization",
    ...["Chris Olah", "Alexander Mordvintsev", "Ludwig Schubert"],
  ),
  circuits: distill(
    "2020/circuits/zoom-in",
    "Zoom In: An Introduction to Circuits",
    ...["Chris Olah", "Nick Cammarata", "Ludwig Schubert"],
    ...["Gabriel Goh", "Michael Petrov", "Shan Carter"],
  ),
  momentum: distill("2017/momentum", "Why Momentum Really Works", "Gabriel Goh"),
  zhang: paper(
    "1611.03530",
    2017,
    "Understanding deep learning requires rethinking generalization",
    ...["Chiyuan Zhang", "Samy Bengio", "Moritz Hardt", "Benjamin Recht", "Oriol Vinyals"],
  ),
  arpit: paper(
    "1706.05394",
    2017,
    "A Closer Look at Memorization in Deep Networks",
    ...["Devansh Arpit", "Stanisław Jastrzębski", "Nicolas Ballas", "David Krueger"],
    ...["Emmanuel Bengio", "Maxinder S. Kanwal", "Tegan Maharaj", "Asja Fischer"],
    ...["Aaron Courville", "Yoshua Bengio", "Simon Lacoste-Julien"],
  ),
  szegedy: paper(
    "1312.6199",
    2014,
    "Intriguing properties of neural networks",
    ...["Christian Szegedy", "Wojciech Zaremba", "Ilya Sutskever", "Joan Bruna"],
    ...["Dumitru Erhan", "Ian Goodfellow", "Rob Fergus"],
  ),
  goodfellow: paper(
    "1412.6572",
    2015,
    "Explaining and Harnessing Adversarial Examples",
    ...["Ian Goodfellow", "Jonathon Shlens", "Christian Szegedy"],
  ),
  madry: paper(
    "1706.06083",
    2018,
    "Towards Deep Learning Models Resistant to Adversarial Attacks",
    ...["Aleksander Madry", "Aleksandar Makelov", "Ludwig Schmidt"],
    ...["Dimitris Tsipras", "Adrian Vladu"],
  ),
  li: paper(
    "1712.09913",
    2018,
    "Visualizing the Loss Landscape of Neural Nets",
    ...["Hao Li", "Zheng Xu", "Gavin Taylor", "Christoph Studer", "Tom Goldstein"],
  ),
  antognini: paper(
    "1806.08805",
    2018,
    "PCA of high dimensional random walks with comparison to neural network training",
    ...["Joseph M. Antognini", "Jascha Sohl-Dickstein"],
  ),
  nguyen: paper(
    "1412.1897",
    2015,
    "Deep Neural Networks are Easily Fooled: " +
      "High Confidence Predictions for Unrecognizable Images",
    ...["Anh Nguyen", "Jason Yosinski", "Jeff Clune"],
  ),
  hendrycks: paper(
    "1610.02136",
    2017,
    "A Baseline for Detecting Misclassified and Out-of-Distribution Examples in Neural Networks",
    ...["Dan Hendrycks", "Kevin Gimpel"],
  ),
  guo: paper(
    "1706.04599",
    2017,
    "On Calibration of Modern Neural Networks",
    ...["Chuan Guo", "Geoff Pleiss", "Yu Sun", "Kilian Q. Weinberger"],
  ),
  bengio: paper(
    "1308.3432",
    2013,
    "Estimating or Propagating Gradients Through Stochastic Neurons for Conditional Computation",
    ...["Yoshua Bengio", "Nicholas Léonard", "Aaron Courville"],
  ),
  lecun: /** @type {Work} */ ({
    authors: ["Yann LeCun", "Léon Bottou", "Yoshua Bengio", "Patrick Haffner"],
    year: 1998,
    title: "Gradient-based learning applied to document recognition",
    url: "https://doi.org/10.1109/5.726791",
  }),
};

/**
 * The works of each lab, the one to begin with first.
 * @type {Record<string, WorkId[]>}
 */
export const READING = {
  inside: ["nielsen1", "topology"],
  cost: ["nielsen1", "nielsen3"],
  downhill: ["momentum", "li", "antognini"],
  train: ["nielsen1", "nielsen2"],
  gradient: ["nielsen2", "nielsen5"],
  learned: ["features", "circuits"],
  noise: ["nguyen", "hendrycks", "guo"],
  fool: ["szegedy", "goodfellow", "features"],
  teach: ["madry", "nguyen"],
  memorise: ["zhang", "arpit"],
  binary: ["nielsen1", "nielsen4", "bengio"],
  tweak: ["nielsen3", "nielsen6", "lecun"],
};
