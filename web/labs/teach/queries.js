/**
 * Fine-tuning of copies of the network, at most one for each purpose. A copy lives in the worker
 * until another one takes its place or `teachEnd`; the network on the page stays as it is, and may
 * be replaced meanwhile.
 *
 * @typedef {import("../../worker/queries.js").QueryContext} QueryContext
 * @typedef {import("../../worker/noise-survey.js").Tally} Tally
 * @typedef {import("../../../wasm/network.js").Network} Network
 * @typedef {import("../../../wasm/trainer.js").TrainerOptions} TrainerOptions
 * @typedef {import("../../common/fine-tuning.js").Purpose} Purpose
 * @typedef {import("../../common/noise-kinds.js").NoiseKind} NoiseKind
 * @typedef {import("../../common/provenance.js").FineTuned} FineTuned
 *
 * @typedef {object} Progress
 * @property {number} steps  mini-batches so far
 * @property {number} total  mini-batches in all
 * @property {number} epoch
 * @property {"training" | "finished" | "diverged" | "data-replaced"} state  in all but "training"
 *   it cannot be trained any further
 * @property {string} fingerprint  of the copy once it is finished, "" before
 *
 * @typedef {object} Subject  one of the networks
 * @property {number | null} id  of a copy; null for the network on the page
 * @property {boolean} isTuned  the copy, or the network that it was made from
 *
 * @typedef {{ accuracy: number, noise: Tally[], digits: Tally }} NoiseLook  noise: by kind
 *
 * @typedef {object} AttackLook
 * @property {number} accuracy  on all test digits, not attacked
 * @property {number[]} fractions  of the attacked digits that are read correctly, for each ε
 * @property {number} count  of attacked digits so far
 * @property {number} total  of digits to be attacked
 *
 * @typedef {{ kind: NoiseKind, seed: number, from: number } | { digit: number }
 *   | { pixels: Float32Array, label: number | null }} Picture
 */
import { hardened, teaching } from "../../../wasm/recipes.js";
import { pictureOf } from "../../common/images.js";
import { after, historyOf, nameOf } from "../../common/provenance.js";
import { DISTORTIONS } from "../../common/training-options.js";
import { modelFileOf } from "../../worker/model-files.js";
import { digitTally, noiseTally, shuffleSource } from "../../worker/noise-survey.js";
import { readingOf } from "../../worker/reading.js";
import { TimeSlicer } from "../../worker/scheduling.js";

/** Networks of more parameters are trained with data augmentation, so that they do not overfit. */
const LARGE = 40_000;
/** Milliseconds of training between two pauses for other messages. */
const SLICE_MS = 12;
/** Test digits that are surveyed beside the noise. */
const DIGITS = 2000;
/** Multiplications of a piece of an evaluation, and of a piece of an attack at one ε. */
const EVALUATION_WORK = 4e6;
const ATTACK_WORK = 2e6;
/** Digits attacked at once: a mini-batch of fewer is slower per digit. */
const [FEWEST, MOST] = [4, 32];

/**
 * How this network is best trained, for its cost and its size.
 * @param {Network} net @param {TrainerOptions["harden"]} harden
 * @returns {TrainerOptions & { batchSize: number }}
 */
function trainingFor({ parameterCount, costName }, harden) {
  const isLarge = parameterCount > LARGE;
  if (harden && isLarge && costName === "cross-entropy") {
    return { batchSize: 32, ...hardened.trainer };
  }
  const augment = isLarge ? DISTORTIONS : null;
  if (costName === "quadratic") {
    return { optimizer: "sgd", batchSize: 10, learningRate: 1, augment };
  }
  return { optimizer: "adamw", batchSize: 32, learningRate: 0.003, weightDecay: 0.01, augment };
}

/** Ids of two workers are never the same. */
let newest = Date.now();

class FineTunedCopy {
  id = ++newest;
  /** @type {import("../../../wasm/trainer.js").Trainer | null} null once it cannot go on */
  #trainer = null;
  #done = { steps: 0, examples: 0, cost: 0 };
  #slices = new TimeSlicer(SLICE_MS);

  /**
   * @param {QueryContext} context
   * @param {Purpose} purpose
   * @param {{ amount: number, epochs: number, seed: number }} choice  amount: see FineTuningTask
   */
  constructor({ net, datasets, provenance }, purpose, { amount, epochs, seed }) {
    this.data = datasets.of("train");
    const isAttacked = purpose === "attacks" && amount > 0;
    const harden = isAttacked ? { share: 1, ...hardened.trainer.harden, epsilon: amount } : null;
    const options = trainingFor(net, harden);
    this.examples = this.data.count;
    this.total = Math.ceil((epochs * this.examples) / options.batchSize);
    this.base = provenance;
    this.original = net.clone();
    this.net = net.clone();
    const noise = purpose === "noise" ? amount : 0;
    const { noiseKinds } = teaching;
    try {
      this.#trainer = this.net.trainer(this.data, {
        ...options,
        noise,
        noiseKinds,
        harden,
        seed,
        schedule: "cosine",
        totalSteps: this.total,
      });
    } catch (error) {
      this.free();
      throw error;
    }
  }

  /** @returns {Progress["state"]} */
  get state() {
    if (!Number.isFinite(this.#done.cost)) return "diverged";
    if (this.#done.steps >= this.total) return "finished";
    return this.#trainer ? "training" : "data-replaced";
  }

  /** @returns {Progress} */
  get progress() {
    const { total, state, examples, net } = this;
    const { steps, examples: seen } = this.#done;
    const fingerprint = state === "finished" ? net.fingerprint : "";
    return { steps, total, epoch: seen / examples, state, fingerprint };
  }

  /** Trains for about that long. @param {QueryContext} context @param {number} milliseconds */
  async train({ datasets, yieldToEvents }, milliseconds) {
    const start = performance.now();
    do {
      // The digits are freed when others take their place.
      if (datasets.train !== this.data) this.#stop();
      if (this.state !== "training") return this.#stop();
      this.#slice();
      await yieldToEvents();
    } while (performance.now() - start < milliseconds);
  }

  #slice() {
    const slices = this.#slices;
    const start = performance.now();
    const count = Math.min(slices.count, this.total - this.#done.steps);
    if (this.#trainer) this.#done = this.#trainer.train(count);
    if (count === slices.count) slices.learn(performance.now() - start);
  }

  #stop() {
    this.#trainer?.free();
    this.#trainer = null;
  }

  free() {
    this.#stop();
    this.net.free();
    this.original.free();
  }
}

/**
 * The copies of each worker; each has data sets of its own.
 * @type {WeakMap<QueryContext["datasets"], Map<Purpose, FineTunedCopy>>}
 */
const workers = new WeakMap();

/** @param {QueryContext} context @returns {Map<Purpose, FineTunedCopy>} */
function copiesIn({ datasets }) {
  const copies = workers.get(datasets) ?? new Map();
  workers.set(datasets, copies);
  return copies;
}

/** @param {QueryContext} context @param {number | null} id @returns {FineTunedCopy | null} */
function copyWith(context, id) {
  return [...copiesIn(context).values()].find((copy) => copy.id === id) ?? null;
}

/** @param {QueryContext} context @param {Purpose} purpose */
function end(context, purpose) {
  const copies = copiesIn(context);
  copies.get(purpose)?.free();
  copies.delete(purpose);
}

/**
 * @param {QueryContext} context
 * @param {Purpose} purpose
 * @param {{ amount: number, epochs: number, seed: number }} choice
 */
function begin(context, purpose, choice) {
  const copy = new FineTunedCopy(context, purpose, choice);
  end(context, purpose);
  copiesIn(context).set(purpose, copy);
  const { id, total, base, original } = copy;
  return { id, total, base, from: original.fingerprint };
}

/**
 * @param {QueryContext} context @param {number} id @param {number} milliseconds
 * @returns {Promise<Progress | null>} null when the copy is gone
 */
async function train(context, id, milliseconds) {
  await copyWith(context, id)?.train(context, milliseconds);
  return copyWith(context, id)?.progress ?? null;
}

/**
 * What `look` makes of one of the networks; null when it is gone.
 * @template T
 * @param {QueryContext} context
 * @param {Subject} subject
 * @param {(net: Network) => Promise<T>} look  the network stays as it is meanwhile
 * @returns {Promise<T | null>}
 */
async function lookedAt(context, { id, isTuned }, look) {
  const copy = copyWith(context, id);
  const source = id === null ? context.net : isTuned ? copy?.net : copy?.original;
  if (!source) return null;
  const still = source.clone();
  try {
    return await look(still);
  } finally {
    still.free();
  }
}

/** On all test digits. @param {QueryContext} context @param {Network} net */
async function accuracyOf({ datasets, yieldToEvents }, net) {
  const data = datasets.of("test");
  const { count } = data;
  const piece = Math.max(50, Math.floor(EVALUATION_WORK / net.parameterCount));
  let right = 0;
  for (let from = 0; from < count; from += piece) {
    const part = { from, count: Math.min(piece, count - from) };
    right += Math.round(net.evaluate(data, part).accuracy * part.count);
    await yieldToEvents();
  }
  return right / count;
}

/**
 * Accuracy, and the confidence in noise and in test digits.
 * @param {QueryContext} context
 * @param {Subject} subject
 * @param {{ kinds: readonly NoiseKind[], seed: number, count: number }} question  count: of each
 * @returns {Promise<NoiseLook | null>}
 */
function lookAtNoise(context, subject, { kinds, seed, count }) {
  return lookedAt(context, subject, async (net) => {
    const noise = [];
    for (const kind of kinds) noise.push(await noiseTally(context, net, { kind, seed, count }));
    const digits = await digitTally(context, net, DIGITS);
    return { noise, digits, accuracy: await accuracyOf(context, net) };
  });
}

/**
 * Accuracy, and how many of the first `count` test digits are read correctly under attack.
 * @param {QueryContext} context
 * @param {Subject} subject
 * @param {{ epsilons: readonly number[], count: number, seed: number }} question
 * @param {(part: AttackLook) => unknown} [tell]  hears what is known so far; false: it is enough
 * @returns {Promise<AttackLook | null>}
 */
function lookAtAttacks(context, subject, { epsilons, count, seed }, tell) {
  return lookedAt(context, subject, async (net) => {
    const total = Math.min(count, context.datasets.of("test").count);
    const fit = Math.floor(ATTACK_WORK / net.parameterCount);
    const piece = Math.max(FEWEST, Math.min(MOST, fit));
    const accuracy = await accuracyOf(context, net);
    const right = epsilons.map(() => 0);
    const known = (/** @type {number} */ count) => {
      const fractions = right.map((/** @type {number} */ n) => n / count);
      return { accuracy, fractions, count, total };
    };
    for (let from = 0; from < total; from += piece) {
      const part = { from, count: Math.min(piece, total - from) };
      for (const [i, epsilon] of epsilons.entries()) {
        right[i] += survivors(context, net, { epsilon, seed, ...part });
        await context.yieldToEvents();
      }
      const seen = from + part.count;
      if (seen < total && (await tell?.(known(seen))) === false) return known(seen);
    }
    return known(total);
  });
}

/**
 * @param {QueryContext} context
 * @param {Network} net
 * @param {{ epsilon: number, seed: number, from: number, count: number }} options
 */
function survivors({ datasets }, net, options) {
  // Nothing is changed at ε = 0, and the random change finds that out in one pass.
  const method = options.epsilon ? "pgd" : "random";
  const { accuracy } = net.robustness(datasets.of("test"), { method, ...options });
  return Math.round(accuracy * options.count);
}

/**
 * One picture, read by the network before fine-tuning, and by the copy. With an ε each of them is
 * attacked individually: away from the label, or, where there is none, from its own prediction.
 * @param {QueryContext} context
 * @param {number | null} id  of the copy; without one "before" is the network on the page
 * @param {Picture} picture
 * @param {number} [epsilon]
 */
function readBoth(context, id, picture, epsilon = 0) {
  const { pixels, label } = pixelsOf(context, picture);
  const read = (/** @type {Network} */ net) => {
    const plain = readingOf(net, pixels);
    const meant = label ?? plain.answer;
    if (!epsilon || meant === null) return { ...plain, meant };
    const attack = /** @type {const} */ ({ method: "pgd", epsilon, label: meant, seed: 1 });
    return { ...readingOf(net, net.attack(pixels, attack)), meant };
  };
  const copy = copyWith(context, id);
  const isGone = id !== null && !copy;
  return {
    pixels,
    label,
    before: isGone ? null : read(copy?.original ?? context.net),
    after: copy ? read(copy.net) : null,
  };
}

/**
 * @param {QueryContext} context @param {Picture} picture
 * @returns {{ pixels: Float32Array, label: number | null }}
 */
function pixelsOf({ engine, datasets }, picture) {
  if ("pixels" in picture) return picture;
  if ("kind" in picture) {
    return { pixels: engine.noise({ ...picture, ...shuffleSource(datasets) }), label: null };
  }
  const data = datasets.of("test");
  const at = picture.digit % data.count;
  return { pixels: pictureOf(data, at), label: data.label(at) };
}

export const teachQueries = {
  /** Makes a copy, ready to be trained, in place of the last one of that purpose. */
  teachBegin: begin,

  /** Trains a copy for about that long. */
  teachTrain: train,

  teachNoise: lookAtNoise,

  teachAttacks: lookAtAttacks,

  teachRead: readBoth,

  /** Those of the copies that are there. @param {QueryContext} context @param {number[]} ids */
  teachExisting: (context, ids) => ids.filter((id) => copyWith(context, id)),

  /**
   * A copy's model file; null when the copy is gone.
   * @param {QueryContext} context
   * @param {number} id
   * @param {FineTuned} entry  what was done to the copy
   */
  teachModel: (context, id, entry) => {
    const copy = copyWith(context, id);
    if (!copy) return null;
    const provenance = after(copy.base, entry);
    const words = [nameOf(provenance), historyOf(provenance)].join("; ");
    return modelFileOf(copy.net, words);
  },

  /** All copies go. @param {QueryContext} context */
  teachEnd: (context) => {
    for (const purpose of [...copiesIn(context).keys()]) end(context, purpose);
  },
};
