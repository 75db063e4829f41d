/**
 * Teaching a copy of the page’s network. The copy lives here, from `teachBegin` to `teachEnd` or to the next beginning; the
 * network on the page stays as it is.
 */
import { hardened, teaching } from "../../../wasm/recipes.js";
import { digitTally, noiseTally } from "../../worker/census.js";
import { Slices } from "../../worker/pace.js";

/**
 * @typedef {import("../../worker/instruments.js").Things} Things
 * @typedef {import("../../../wasm/network.js").Network} Network
 * @typedef {{ net: Network, trainer: import("../../../wasm/trainer.js").Trainer, steps: number, data: number, done: import("../../../wasm/trainer.js").Progress }} Pupil
 */

/** @type {Pupil | null} */
let pupil = null;
const slices = new Slices(12);
/** Parameters that a piece of attacks may go through at once. */
const WORK = 4e6;
/** From this size on digits are bent, so that a large network does not learn them by heart. */
const LARGE = 40000;
const BEND = { shift: 2, rotate: 0.2, scale: 0.12, shear: 0.2, elastic: 0 };

/**
 * How this network is best taught: as its cost asks for, and a large one hardened as the recipe has it.
 * @param {Network} net @param {unknown} harden
 * @returns {import("../../../wasm/trainer.js").TrainerOptions & { batchSize: number }}
 */
function manner(net, harden) {
  if (harden && net.parameterCount > LARGE && net.costName === "cross-entropy") {
    return { batchSize: 32, ...hardened.trainer };
  }
  const augment = net.parameterCount > LARGE ? BEND : null;
  return net.costName === "quadratic"
    ? /** @type {const} */ ({ optimizer: "sgd", batchSize: 10, learningRate: 1, augment })
    : /** @type {const} */ ({
        optimizer: "adamw",
        batchSize: 32,
        learningRate: 0.003,
        weightDecay: 0.01,
        augment,
      });
}

/** @param {Pupil} pupil */
const isDone = ({ done, steps }) => done.steps >= steps || !Number.isFinite(done.cost);

function end() {
  pupil?.trainer.free();
  pupil?.net.free();
  pupil = null;
}

/** @param {Things} things @param {boolean} taught  the pupil, or the network on the page; a copy, the caller’s */
const chosen = ({ net }, taught) => (taught && pupil ? pupil.net : net).clone();

/** @type {import("../../worker/instruments.js").Instruments} */
export default {
  /** A copy begins to learn. @returns how many steps it will take, and how */
  teachBegin: ({ net, supply }, { noise, harden, epochs, seed }) => {
    const data = supply.of("train");
    end();
    const how = manner(net, harden);
    const steps = Math.ceil((epochs * data.count) / how.batchSize);
    const copy = net.clone();
    const { noiseKinds } = teaching;
    const options = { ...how, noise, noiseKinds, harden, seed, totalSteps: steps };
    try {
      const trainer = copy.trainer(data, { ...options, schedule: "cosine" });
      const done = { steps: 0, examples: 0, cost: 0 };
      pupil = { net: copy, trainer, steps, data: data.count, done };
    } catch (error) {
      copy.free();
      throw error;
    }
    return { steps, how: options };
  },

  /** It learns for about that long. @returns where it is */
  teachOn: async ({ breath }, milliseconds) => {
    const start = performance.now();
    while (pupil && !isDone(pupil) && performance.now() - start < milliseconds) {
      const { trainer, steps, done } = pupil;
      const before = performance.now();
      const count = Math.min(slices.count, steps - done.steps);
      pupil.done = trainer.train(count);
      if (count === slices.count) slices.learn(performance.now() - before);
      await breath();
    }
    if (!pupil) return null;
    const { done, steps, data } = pupil;
    return { ...done, total: steps, epoch: done.examples / data, finished: isDone(pupil) };
  },

  /** What the page’s network, or the pupil, says to noise of every kind and to unseen digits. */
  teachLook: async (things, { taught, kinds, seed, count }) => {
    const net = chosen(things, taught);
    try {
      const noise = [];
      for (const kind of kinds) noise.push(await noiseTally(things, net, { kind, seed, count }));
      const digits = await digitTally(things, net, 2000);
      return { noise, digits, accuracy: await accuracyOf(things, net) };
    } finally {
      net.free();
    }
  },

  /** How many of the first `count` unseen digits either of them reads under attack, for each epsilon. */
  teachCurve: async (things, { taught, epsilons, count, seed }) => {
    const net = chosen(things, taught);
    const data = things.supply.of("test");
    const many = Math.min(count, data.count);
    const piece = Math.max(1, Math.floor(WORK / (net.parameterCount * 40)));
    const shares = [];
    try {
      for (const epsilon of epsilons) {
        let right = 0;
        for (let from = 0; from < many; from += piece) {
          const part = { from, count: Math.min(piece, many - from) };
          const { accuracy } = net.robustness(data, { method: "pgd", epsilon, seed, ...part });
          right += Math.round(accuracy * part.count);
          await things.breath();
        }
        shares.push(right / many);
      }
      return { shares, accuracy: await accuracyOf(things, net), count: many };
    } finally {
      net.free();
    }
  },

  teachParameters: () => pupil?.net.parameters ?? null,

  teachEnd: end,
};

/** Of all digits kept back. @param {Things} things @param {Network} net */
async function accuracyOf({ supply, breath }, net) {
  const data = supply.of("test");
  const piece = Math.max(50, Math.floor(WORK / net.parameterCount));
  let right = 0;
  for (let from = 0; from < data.count; from += piece) {
    const count = Math.min(piece, data.count - from);
    right += Math.round(net.evaluate(data, { from, count }).accuracy * count);
    await breath();
  }
  return right / data.count;
}
