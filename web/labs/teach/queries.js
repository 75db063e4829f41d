/**
 * Teaching copies of the page’s network, one for each task. A copy lives here, beside the network that it was copied from,
 * until the next one begins or `teachEnd`; the network on the page stays as it is.
 */
import { hardened, teaching } from "../../../wasm/recipes.js";
import { digitTally, noiseTally, takenApart } from "../../worker/noise-survey.js";
import { readingOf } from "../../worker/reading.js";
import { Slices } from "../../worker/scheduling.js";

/**
 * @typedef {import("../../worker/queries.js").Things} Things
 * @typedef {import("../../../wasm/network.js").Network} Network
 *
 * @typedef {object} Pupil
 * @property {Network} net
 * @property {Network} from  what it was copied from
 * @property {import("../../../wasm/trainer.js").Trainer} trainer
 * @property {Slices} slices
 * @property {number} steps  in all
 * @property {number} data  digits to learn from
 * @property {import("../../../wasm/trainer.js").Progress} done
 *
 * @typedef {{ kind: string, seed: number, from: number } | { digit: number } | { pixels: Float32Array, label: number | null }} Picture
 */

/** @type {Map<string, Pupil>} by task */
const pupils = new Map();
/** From this size on digits are bent, so that a large network does not learn them by heart. */
const LARGE = 40000;
const BEND = { shift: 2, rotate: 0.2, scale: 0.12, shear: 0.2, elastic: 0 };
/** Digits that are attacked at once: about 15 ms of work, and never so few that a batch would not pay. */
const WORK = 2e6;
const [FEWEST, MOST] = [4, 32];

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

/** @param {string} task */
function end(task) {
  const pupil = pupils.get(task);
  pupils.delete(task);
  pupil?.trainer.free();
  pupil?.net.free();
  pupil?.from.free();
}

/**
 * What `look` makes of the pupil, or of the network before the lessons; null when there is no pupil.
 * @template T
 * @param {Things} things @param {string} task @param {boolean} taught @param {(net: Network) => Promise<T>} look  it stays as it is meanwhile
 */
async function looked({ net }, task, taught, look) {
  const pupil = pupils.get(task);
  const source = taught ? pupil?.net : (pupil?.from ?? net);
  if (!source) return null;
  const copy = source.clone();
  try {
    return await look(copy);
  } finally {
    copy.free();
  }
}

/** @type {import("../../worker/queries.js").Instruments} */
export default {
  /** A copy begins to learn. @returns how many steps it will take, and the fingerprint of the network it is a copy of */
  teachBegin: ({ net, supply }, task, { noise, harden, epochs, seed }) => {
    const data = supply.of("train");
    end(task);
    const how = manner(net, harden);
    const steps = Math.ceil((epochs * data.count) / how.batchSize);
    const copy = net.clone();
    const { noiseKinds } = teaching;
    const options = { ...how, noise, noiseKinds, harden, seed, totalSteps: steps };
    try {
      const trainer = copy.trainer(data, { ...options, schedule: "cosine" });
      const done = { steps: 0, examples: 0, cost: 0 };
      const about = { steps, data: data.count, done, slices: new Slices(12) };
      pupils.set(task, { net: copy, from: net.clone(), trainer, ...about });
    } catch (error) {
      copy.free();
      throw error;
    }
    return { steps, from: net.fingerprint };
  },

  /** It learns for about that long. @returns where it is; null when it is gone */
  teachOn: async ({ breath }, task, milliseconds) => {
    const start = performance.now();
    let pupil = pupils.get(task);
    while (pupil && !isDone(pupil) && performance.now() - start < milliseconds) {
      const { trainer, slices, steps, done } = pupil;
      const before = performance.now();
      const count = Math.min(slices.count, steps - done.steps);
      pupil.done = trainer.train(count);
      if (count === slices.count) slices.learn(performance.now() - before);
      await breath();
      pupil = pupils.get(task);
    }
    if (!pupil) return null;
    const { done, steps, data, net } = pupil;
    const finished = isDone(pupil);
    const epoch = done.examples / data;
    return { ...done, total: steps, epoch, finished, print: finished ? net.fingerprint : "" };
  },

  /** What they say to noise of every kind and to unseen digits. */
  teachLook: (things, task, { taught, kinds, seed, count }) =>
    looked(things, task, taught, async (net) => {
      const noise = [];
      for (const kind of kinds) noise.push(await noiseTally(things, net, { kind, seed, count }));
      const digits = await digitTally(things, net, 2000);
      return { noise, digits, accuracy: await accuracyOf(things, net) };
    }),

  /**
   * How many of the first `count` unseen digits they read under attack, for each epsilon. What is known so far is told as it
   * grows, and what is told may answer that it is enough.
   */
  teachCurve: (things, task, { taught, epsilons, count, seed }, tell) =>
    looked(things, task, taught, async (net) => {
      const data = things.supply.of("test");
      const total = Math.min(count, data.count);
      const piece = Math.max(FEWEST, Math.min(MOST, Math.floor(WORK / net.parameterCount)));
      const accuracy = await accuracyOf(things, net);
      const right = epsilons.map(() => 0);
      const known = (/** @type {number} */ count) => ({
        accuracy,
        shares: right.map((/** @type {number} */ n) => n / count),
        count,
        total,
      });
      for (let from = 0; from < total; from += piece) {
        const part = { from, count: Math.min(piece, total - from) };
        for (const [i, epsilon] of epsilons.entries()) {
          const method = epsilon ? "pgd" : "random";
          const { accuracy } = net.robustness(data, { method, epsilon, seed, ...part });
          right[i] += Math.round(accuracy * part.count);
          await things.breath();
        }
        const seen = from + part.count;
        if (seen < total && (await tell?.(known(seen))) === false) return known(seen);
      }
      return known(total);
    }),

  /**
   * One picture, read before and after the lessons; with an epsilon each of them is attacked for itself, away from what the
   * picture shows, or where nobody knows, from what the network takes it for.
   */
  teachRead: ({ engine, net, supply }, task, /** @type {Picture} */ picture, epsilon = 0) => {
    const { pixels, label } = pictureOf(engine, supply, picture);
    const read = (/** @type {Network} */ net) => {
      const plain = readingOf(net, pixels);
      const meant = label ?? plain.answer;
      if (!epsilon || meant === null) return { ...plain, meant };
      const how = /** @type {const} */ ({ method: "pgd", epsilon, label: meant, seed: 1 });
      return { ...readingOf(net, net.attack(pixels, how)), meant };
    };
    const pupil = pupils.get(task);
    return { pixels, before: read(pupil?.from ?? net), after: pupil ? read(pupil.net) : null };
  },

  teachParameters: (_, task) => pupils.get(task)?.net.parameters ?? null,

  /** The copy’s model file. */
  teachModel: (_, task, note) => pupils.get(task)?.net.save({ note }) ?? null,

  teachEnd: () => {
    for (const task of [...pupils.keys()]) end(task);
  },
};

/** @param {Things["engine"]} engine @param {Things["supply"]} supply @param {Picture} picture */
function pictureOf(engine, supply, picture) {
  if ("pixels" in picture) return picture;
  if ("kind" in picture) {
    const options = /** @type {any} */ ({ ...picture, ...takenApart(supply) });
    return { pixels: engine.noise(options), label: null };
  }
  const data = supply.of("test");
  const at = picture.digit % data.count;
  return { pixels: Float32Array.from(data.image(at), (v) => v / 255), label: data.label(at) };
}

/** Of all digits kept back. @param {Things} things @param {Network} net */
async function accuracyOf({ supply, breath }, net) {
  const data = supply.of("test");
  const piece = Math.max(50, Math.floor(4e6 / net.parameterCount));
  let right = 0;
  for (let from = 0; from < data.count; from += piece) {
    const count = Math.min(piece, data.count - from);
    right += Math.round(net.evaluate(data, { from, count }).accuracy * count);
    await breath();
  }
  return right / data.count;
}
