/**
 * What is measured: nets, batches, optimisers; and the work that they are, counted densely.
 *
 * @typedef {import("./contestants/material.js").Net} Net
 * @typedef {import("./contestants/material.js").Job & { name?: string, reads?: boolean }} Job
 *   name: for people, where net, batch and optimizer do not tell it from others
 *   reads: predict and evaluate are measured with this job too
 */

/** @type {Net} */
export const LESSON = {
  name: "784-16-16-10",
  layers: [784, 16, 16, 10],
  hidden: "sigmoid",
  output: "sigmoid",
  cost: "quadratic",
};

/**
 * A net of today: ReLU, softmax, cross-entropy.
 *
 * @param {...number} hidden  widths
 * @returns {Net}
 */
export function modern(...hidden) {
  const layers = [784, ...hidden, 10];
  return {
    name: layers.join("-"),
    layers,
    hidden: "relu",
    output: "softmax",
    cost: "cross-entropy",
  };
}

export const NETS = [LESSON, modern(100), modern(256, 128)];
export const BATCHES = [10, 32, 128];

/** @param {Net} net the learning rate of plain gradient descent that trains it well */
const sgdRate = (net) => (net.cost === "quadratic" ? 0.5 : 0.05);

/** @type {Job[]} */
export const TRAINING = [
  ...NETS.flatMap((net) =>
    BATCHES.map(
      /** @returns {Job} */ (batch) => ({
        net,
        batch,
        optimizer: "sgd",
        rate: sgdRate(net),
        reads: batch === 32,
      }),
    ),
  ),
  { net: LESSON, batch: 32, optimizer: "adam", rate: 0.001 },
];

/** @param {Job} job */
export const jobName = ({ name, net, batch, optimizer }) =>
  name ?? `${net.name}, batch ${batch}, ${optimizer}`;

/**
 * The smallest jobs that show whether contestants do the same: one batch, again and again, so that
 * no order of the data matters.
 *
 * @type {Job[]}
 */
export const CHECKS = TRAINING.filter((job) => job.batch === 32).map((job) => ({
  ...job,
  examples: 32,
}));
export const CHECK_STEPS = 20;

/** Weights without biases: the dense work. @param {number[]} layers */
const weights = (layers) => layers.slice(1).reduce((sum, n, l) => sum + n * layers[l], 0);

/**
 * FLOP of one example of training if every weight were worked on: 6 per weight (forward, gradient
 * of the weight, gradient of the input), less the gradient of the pixels, which nobody needs.
 *
 * @param {number[]} layers
 */
export const trainingFlop = (layers) => 6 * weights(layers) - 2 * layers[0] * layers[1];

/** FLOP of one dense forward pass. @param {number[]} layers */
export const forwardFlop = (layers) => 2 * weights(layers);

/**
 * How speed grows: one thing is varied at a time.
 *
 * @type {{ axis: string, label: string, points: { x: number, job: Job & { name: string } }[] }[]}
 */
export const SCALING = [
  axis(
    "width",
    "neurons in each of two hidden layers",
    [8, 16, 32, 64, 128, 256, 512, 1024],
    (x) => ({
      net: modern(x, x),
      batch: 32,
    }),
  ),
  axis("depth", "hidden layers of 64 neurons", [1, 2, 3, 4], (x) => ({
    net: modern(...Array(x).fill(64)),
    batch: 32,
  })),
  axis("batch", "digits per step", [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024], (x) => ({
    net: LESSON,
    batch: x,
  })),
  axis("data", "digits in the training data", [1e3, 3e3, 1e4, 3e4, 6e4, 12e4], (x) => ({
    net: LESSON,
    batch: 32,
    examples: x,
  })),
];

/**
 * @param {string} name
 * @param {string} label
 * @param {number[]} values
 * @param {(x: number) => { net: Net, batch: number, examples?: number }} jobAt
 */
function axis(name, label, values, jobAt) {
  const points = values.map((x) => {
    const job = jobAt(x);
    return {
      x,
      job: {
        ...job,
        name: `${name} ${x}`,
        optimizer: /** @type {const} */ ("sgd"),
        rate: sgdRate(job.net) / 10,
      },
    };
  });
  return { axis: name, label, points };
}

/**
 * What two builds of this engine are compared by. The recipes are the older build's, for both: it
 * need not know what newer ones ask for.
 *
 * @param {typeof import("../../wasm/engine.js").recipes} recipes
 * @returns {Job[]}
 */
export function buildJobs(recipes) {
  /** @returns {Job} */
  const recipe = (/** @type {"modern" | "tweaked" | "best"} */ name) => {
    const { network, trainer } = recipes[name];
    const net = /** @type {Net} */ ({ ...network, name: network.layers?.join("-") });
    const { batchSize: batch = 32, learningRate: rate = 0 } = trainer;
    return { name, net, batch, optimizer: "adamw", rate, more: trainer };
  };
  const sgd = (/** @type {Net} */ net, batch = 32) => ({
    net,
    batch,
    optimizer: /** @type {const} */ ("sgd"),
    rate: sgdRate(net) / 10,
  });
  const unaugmented = { ...recipes.modern.trainer, augment: undefined };
  return [
    { ...sgd(LESSON), reads: true },
    sgd(LESSON, 10),
    { ...sgd(LESSON), optimizer: "adam", rate: 0.001 },
    sgd(modern(100)),
    sgd(modern(512, 512)),
    sgd(modern(1024, 1024)),
    recipe("modern"),
    { ...recipe("modern"), name: UNAUGMENTED, more: unaugmented },
    recipe("tweaked"),
    recipe("best"),
  ];
}

/** The job that tells what augmentation takes of `modern`. */
export const UNAUGMENTED = "modern, not augmented";
