/**
 * Misuse: each mistake is an error that names it, changes nothing, and leaves the engine working.
 */
import assert from "node:assert/strict";
import { afterEach, describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";

const engine = await loadEngine();
const stranger = await loadEngine();
const data = engine.handwriting({ count: 64, seed: 1 });
const foreign = stranger.handwriting({ count: 64, seed: 1 });
const empty = engine.dataset();
const net = engine.network({ seed: 1 });
const trainer = net.trainer(data, { batchSize: 4 });
const pixels = data.image(0);

/**
 * What must be the same after every mistake: weights, data, steps and what another step would come
 * to.
 */
function state() {
  const copy = net.clone();
  const next = copy.trainer(data, { batchSize: 4 });
  const { cost } = next.step();
  const shown = [net.fingerprint, copy.fingerprint, data.count, empty.count, net.cost(pixels, 3)];
  next.free();
  copy.free();
  return [...shown, cost, trainer.scheduledRate, trainer.learningRate];
}

const before = state();
afterEach(() => assert.deepEqual(state(), before));

/** Lets a mistake be made that the types forbid. @param {unknown} value @returns {any} */
const wrong = (value) => value;

/** @typedef {[string, () => unknown, "TypeError" | "RangeError" | "Error", RegExp]} Mistake */

/** @param {string} about @param {Mistake[]} mistakes */
function mistakes(about, mistakes) {
  describe(about, () => {
    for (const [what, make, name, message] of mistakes) {
      test(`${what}: a ${name} says so`, () => assert.throws(make, { name, message }));
    }
  });
}

const longer = new Uint8Array(785);
const labels = new Uint8Array(2);
const images = new Uint8Array(2 * 784);

mistakes("a data set", [
  ["text for images", () => engine.dataset(wrong("digits")), "TypeError", /data: .*got "digits"/],
  ["null", () => engine.dataset(wrong(null)), "TypeError", /data: expected images and labels/],
  ["no labels", () => engine.dataset(wrong({ images })), "TypeError", /labels: .*got undefined/],
  [
    "an array of labels",
    () => engine.dataset(wrong({ images, labels: [1, 2] })),
    "TypeError",
    /labels: expected a Uint8Array, got Array/,
  ],
  [
    "floats for bytes",
    () => data.append(wrong({ images: new Float32Array(1568), labels })),
    "TypeError",
    /images: expected a Uint8Array, got Float32Array/,
  ],
  [
    "an image too few",
    () => data.append({ images: new Uint8Array(784), labels }),
    "RangeError",
    /images: expected 1568 bytes, got 784/,
  ],
  [
    "a label above 9",
    () => data.append({ images, labels: Uint8Array.of(9, 10) }),
    "RangeError",
    /labels: expected 0 to 9, or 255 for "not a digit", got 10 at 1/,
  ],
  ["no IDX files", () => engine.datasetFromIdx(wrong(undefined)), "TypeError", /files: expected/],
  ["an IDX file", () => data.appendIdx(wrong({ images })), "TypeError", /labels: .*undefined/],
  ["image 64 of 64", () => data.image(64), "RangeError", /image: .* 0 to 63, got 64/],
  ["image −1", () => data.image(-1), "RangeError", /image: .*got -1/],
  ["image 1.5", () => data.image(1.5), "RangeError", /image: expected a whole number/],
  ["an image of none", () => empty.image(0), "RangeError", /image: .*got 0/],
  ["a label's place in text", () => data.label(wrong("1")), "TypeError", /label: .*got "1"/],
  ["a slice from 1.5", () => data.slice(1.5), "RangeError", /start: expected a whole.*got 1.5/],
  ["a slice from a symbol", () => data.slice(wrong(Symbol("s"))), "TypeError", /start: .*Symbol/],
  ["a slice to null", () => data.slice(0, wrong(null)), "TypeError", /end: .*got null/],
  [
    "a share above 1",
    () => data.shuffledLabels({ fraction: 1.1 }),
    "RangeError",
    /fraction: .*0 to 1, got 1.1/,
  ],
  [
    "a misspelt option",
    () => data.shuffledLabels(wrong({ fracton: 1 })),
    "TypeError",
    /unknown option "fracton"; known are fraction, seed/,
  ],
  ["no count", () => engine.handwriting(wrong({})), "TypeError", /count: .*got undefined/],
  ["no options", () => engine.handwriting(wrong(undefined)), "TypeError", /handwriting: expected/],
  ["no digits", () => engine.handwriting({ count: 0 }), "RangeError", /count: .*got 0/],
  ["a negative seed", () => data.shuffledLabels({ seed: -1 }), "RangeError", /seed: .*got -1/],
  ["half a seed", () => engine.handwriting({ count: 1, seed: 0.5 }), "RangeError", /seed: .*0.5/],
  [
    "a seed past 2⁵³",
    () => engine.handwriting({ count: 1, seed: 2 ** 53 }),
    "RangeError",
    /seed: .*got 9007199254740992/,
  ],
]);

/** @param {unknown} layers */
const layered = (layers) => () => engine.network({ layers: wrong(layers) });

mistakes("a network", [
  ["no options", () => engine.network(wrong(null)), "TypeError", /network: .*got null/],
  ["layers in text", layered("784-10"), "TypeError", /layers: expected an array/],
  ["one layer", layered([784]), "RangeError", /layers.length: .*got 1/],
  ["ten layers", layered([784, 1, 1, 1, 1, 1, 1, 1, 1, 10]), "RangeError", /layers.length/],
  ["a layer of none", layered([784, 0, 10]), "RangeError", /layers\[1\]: .*got 0/],
  ["a layer of 4097", layered([784, 4097, 10]), "RangeError", /layers\[1\]: .*4096, got 4097/],
  ["a layer of 1.5", layered([784, 1.5, 10]), "RangeError", /layers\[1\]: expected a whole/],
  [
    "a layer left out",
    layered(Object.assign(Array(3), { 0: 784, 2: 10 })),
    "TypeError",
    /layers\[1\]: .*got undefined/,
  ],
  ["783 inputs", layered([783, 10]), "RangeError", /layers\[0\]: .*got 783/],
  ["eleven outputs", layered([784, 11]), "RangeError", /layers\[1\]: .*got 11/],
  ["an unknown hidden", () => engine.network(wrong({ hidden: "bent" })), "RangeError", /hidden/],
  ["an unknown output", () => engine.network(wrong({ output: 1 })), "RangeError", /output: .*1/],
  [
    "an unknown cost",
    () => engine.network(wrong({ cost: "constructor" })),
    "RangeError",
    /cost: expected one of quadratic, cross-entropy, got "constructor"/,
  ],
  [
    "parameters in an array",
    () => net.setParameters(wrong([1])),
    "TypeError",
    /parameters: expected a Float32Array, got Array/,
  ],
  [
    "a parameter too few",
    () => net.setParameters(new Float32Array(13001)),
    "RangeError",
    /parameters: expected 13002 values, got 13001/,
  ],
  [
    "a parameter that is not a number",
    () => net.setParameters(new Float32Array(13002).fill(Number.NaN, 7)),
    "RangeError",
    /parameters: value 7 is NaN, not finite/,
  ],
  ["no pixels", () => net.predict(wrong(undefined)), "TypeError", /pixels: .*got undefined/],
  ["an array of pixels", () => net.predict(wrong([0])), "TypeError", /pixels: .*got Array/],
  ["a pixel too many", () => net.predict(longer), "RangeError", /pixels: expected 784.*got 785/],
  ["two images", () => net.activations(images), "RangeError", /pixels: expected 784.*got 1568/],
  ["an image and a half", () => net.predictMany(longer), "RangeError", /expected 1568.*got 785/],
  ["digit 10", () => net.cost(pixels, 10), "RangeError", /label: .*0 to 9, got 10/],
  ["no digit", () => net.gradient(pixels, wrong(null)), "TypeError", /label: .*got null/],
  ["digit −1", () => net.inputGradient(pixels, -1), "RangeError", /label: .*got -1/],
  ["no data", () => net.evaluate(wrong(undefined)), "TypeError", /data: .*got undefined/],
  ["pixels for data", () => net.evaluate(wrong(pixels)), "TypeError", /data: .*got Uint8Array/],
  ["another engine's data", () => net.evaluate(foreign), "TypeError", /data: .*another engine/],
  ["examples past the end", () => net.evaluate(data, { from: 65 }), "RangeError", /from: .*65/],
  ["too many", () => net.evaluate(data, { from: 60, count: 5 }), "RangeError", /count: .*got 5/],
  ["a number for a note", () => net.save(wrong({ note: 5 })), "TypeError", /note: .*got 5/],
  ["a note with a zero", () => net.save({ note: "a\0b" }), "RangeError", /note: .*U\+0000/],
  ["no file", () => engine.load(wrong("net.safetensors")), "TypeError", /model: .*Uint8Array/],
]);

/** @param {object} options */
const taught = (options) => () => net.trainer(data, wrong(options));

mistakes("a trainer", [
  ["no data", () => net.trainer(wrong({ count: 1 })), "TypeError", /data: .*got Object/],
  ["another engine's data", () => net.trainer(foreign), "TypeError", /data: .*another engine/],
  ["a misspelt option", taught({ learningrate: 1 }), "TypeError", /unknown option "learningrate"/],
  ["no examples a batch", taught({ batchSize: 0 }), "RangeError", /batchSize: .*got 0/],
  ["a batch of 4097", taught({ batchSize: 4097 }), "RangeError", /batchSize: .*4096, got 4097/],
  ["an unknown optimizer", taught({ optimizer: "lion" }), "RangeError", /optimizer: .*"lion"/],
  ["a negative rate", taught({ learningRate: -1 }), "RangeError", /learningRate: .*got -1/],
  ["a rate of NaN", taught({ learningRate: Number.NaN }), "RangeError", /learningRate: .*NaN/],
  ["a rate in text", taught({ learningRate: "1" }), "TypeError", /learningRate: .*got "1"/],
  ["a momentum of 1", taught({ momentum: 1 }), "RangeError", /momentum: .*got 1/],
  ["a negative decay", taught({ weightDecay: -1e-9 }), "RangeError", /weightDecay/],
  ["an unknown schedule", taught({ schedule: "linear" }), "RangeError", /schedule: .*"linear"/],
  ["a cosine without an end", taught({ schedule: "cosine" }), "RangeError", /totalSteps: .*got 0/],
  ["half a step", taught({ warmUp: 0.5 }), "RangeError", /warmUp: .*got 0.5/],
  ["a cycle of −1", taught({ firstCycle: -1 }), "RangeError", /firstCycle: .*got -1/],
  ["augment: true", taught({ augment: true }), "TypeError", /augment: .*got true/],
  ["a shift of 29", taught({ augment: { shift: 29 } }), "RangeError", /augment.shift: .*got 29/],
  ["an unknown bend", taught({ augment: { turn: 1 } }), "TypeError", /augment: .*"turn"/],
  ["a noise of 1.5", taught({ noise: 1.5 }), "RangeError", /noise: .*got 1.5/],
  ["an unknown noise", taught({ noiseKinds: { pink: 1 } }), "TypeError", /noiseKinds: .*"pink"/],
  ["noise of no kind", taught({ noiseKinds: {} }), "RangeError", /noiseKinds: .*got none/],
  [
    "a hardening of ε 2",
    taught({ harden: { epsilon: 2 } }),
    "RangeError",
    /harden.epsilon: .*got 2/,
  ],
  ["a seed in text", taught({ seed: "1" }), "TypeError", /seed: .*got "1"/],
  ["no steps", () => trainer.train(0), "RangeError", /count: .*got 0/],
  ["half a step more", () => trainer.train(0.5), "RangeError", /count: .*got 0.5/],
  ["steps in text", () => trainer.train(wrong("10")), "TypeError", /count: .*got "10"/],
  [
    "an infinite rate",
    () => {
      trainer.learningRate = Infinity;
    },
    "RangeError",
    /learningRate: .*got Infinity/,
  ],
  [
    "an empty data set",
    () => net.trainer(empty).step(),
    "RangeError",
    /data: expected at least one image, got 0/,
  ],
]);

/** @param {object} options */
const attacked = (options) => () => net.attack(pixels, wrong(options));

mistakes("ink, noise and attacks", [
  ["no strokes", () => engine.ink(wrong(undefined)), "TypeError", /strokes: .*undefined/],
  ["null for a stroke", () => engine.ink(wrong([null])), "TypeError", /strokes\[0\]: .*null/],
  ["a stroke of numbers", () => engine.ink(wrong([[1, 2]])), "TypeError", /strokes\[0\]: .*got 1/],
  [
    "points of three and of one",
    () => engine.ink(wrong([[[1, 2]], [[1, 2, 3], [4]]])),
    "TypeError",
    /strokes\[1\]: expected \[x, y\] points, got Array/,
  ],
  ["a point in text", () => engine.ink(wrong([[["1", "2"]]])), "TypeError", /strokes\[0\]/],
  ["no kind", () => engine.noise(wrong({})), "RangeError", /kind: .*got undefined/],
  ["an unknown kind", () => engine.noise(wrong({ kind: "pink" })), "RangeError", /kind: .*"pink"/],
  ["too many", () => engine.noise({ kind: "blocks", count: 1e5 + 1 }), "RangeError", /count/],
  [
    "an image of another size",
    () => engine.noise({ kind: "shuffled", image: longer }),
    "RangeError",
    /pixels: expected 784/,
  ],
  [
    "another engine's images",
    () => engine.noise({ kind: "shuffled", images: foreign }),
    "TypeError",
    /images: .*another engine/,
  ],
  [
    "no images",
    () => net.census({ kind: "shuffled", images: empty }),
    "RangeError",
    /images: expected at least one, got 0/,
  ],
  ["null for options", () => net.attack(pixels, wrong(null)), "TypeError", /attack: .*got null/],
  [
    "many images without labels",
    () => net.attack(images, {}),
    "TypeError",
    /^labels: expected a Uint8Array of 2, one an image, got undefined$/,
  ],
  ["no labels", () => net.attack(images, wrong({ labels: null })), "TypeError", /labels: .*null/],
  ["an unknown method", attacked({ method: "cw" }), "RangeError", /method: .*got "cw"/],
  ["an ε above 1", attacked({ epsilon: 1.01 }), "RangeError", /epsilon: .*got 1.01/],
  ["a target of 10", attacked({ target: 10 }), "RangeError", /target: .*got 10/],
  ["a label of 255", attacked({ label: 255 }), "RangeError", /label: .*got 255/],
  ["no PGD steps", attacked({ method: "pgd", steps: 0 }), "RangeError", /steps: .*got 0/],
  [
    "a negative step",
    attacked({ method: "pgd", stepSize: -0.1 }),
    "RangeError",
    /stepSize: .*got -0.1/,
  ],
  ["a step above 1", attacked({ method: "pgd", stepSize: 2 }), "RangeError", /stepSize: .*got 2/],
  ["a step in text", attacked({ stepSize: "1" }), "TypeError", /stepSize: .*got "1"/],
  [
    "a label too few",
    () => net.attack(images, { labels: Uint8Array.of(1) }),
    "RangeError",
    /labels: expected 2 bytes, got 1/,
  ],
  [
    "a label that is no digit",
    () => net.attack(images, { labels: Uint8Array.of(1, 12) }),
    "RangeError",
    /labels: expected 0 to 9, got 12 at 1/,
  ],
  ["digit 10", () => net.dream(10), "RangeError", /digit: .*got 10/],
  ["another's data", () => net.robustness(foreign), "TypeError", /data: .*another engine/],
]);

describe("what has been freed", () => {
  test("says so, whatever is asked of it, and may be freed again", () => {
    const [gone, set] = [net.clone(), data.slice(0, 4)];
    gone.free();
    set.free();
    const uses = [
      () => gone.parameters,
      () => gone.fingerprint,
      () => gone.predict(pixels),
      () => gone.predictMany(pixels),
      () => gone.activations(pixels),
      () => gone.cost(pixels, 1),
      () => gone.gradient(pixels, 1),
      () => gone.inputGradient(pixels, 1),
      () => gone.evaluate(data),
      () => gone.robustness(data),
      () => gone.attack(pixels, { label: 1 }),
      () => gone.dream(1),
      () => gone.census({ kind: "blocks" }),
      () => gone.trainer(data),
      () => gone.save(),
      () => gone.clone(),
      () => gone.setParameters(new Float32Array(13002)),
    ];
    for (const use of uses) assert.throws(use, /this network has been freed/);
    const looks = [
      () => set.count,
      () => set.image(0),
      () => set.label(0),
      () => set.labels,
      () => set.slice(0),
      () => set.shuffledLabels(),
      () => set.append({ images, labels }),
      () => set.appendHandwriting({ count: 1 }),
      () => net.evaluate(set),
      () => net.trainer(set),
      () => engine.noise({ kind: "shuffled", images: set }),
    ];
    for (const look of looks) assert.throws(look, /this data set has been freed/);
    gone.free();
    set.free();
  });

  test("stops the trainers that need it, and they may be freed after it", () => {
    const [gone, set] = [net.clone(), data.slice(0, 4)];
    const [one, two, three] = [net.trainer(set), gone.trainer(data), net.trainer(data)];
    for (const each of [set, gone, three]) each.free();
    assert.throws(() => one.step(), /this data set has been freed/);
    assert.throws(() => two.train(5), /this network has been freed/);
    assert.throws(() => three.step(), /this trainer has been freed/);
    assert.throws(() => three.scheduledRate, /this trainer has been freed/);
    assert.throws(() => {
      three.learningRate = 1;
    }, /this trainer has been freed/);
    for (const each of [one, two, three, three]) each.free();
  });

  test("is memory again", () => {
    const cycle = () => {
      const made = [engine.network({ seed: 2 }), engine.handwriting({ count: 50 })];
      const [own, digits] = /** @type {[typeof net, typeof data]} */ (made);
      const tutor = own.trainer(digits, { optimizer: "adam", noise: 0.1, augment: { shift: 1 } });
      tutor.train(2);
      for (const each of [tutor, own, digits]) each.free();
    };
    for (let warm = 0; warm < 3; warm++) cycle();
    const { memory } = engine;
    for (let again = 0; again < 200; again++) cycle();
    assert.equal(engine.memory, memory);
  });
});

test("memory that cannot be had is an error, and what is freed can be had again", async () => {
  const small = await loadEngine();
  const one = small.handwriting({ count: 8 });
  const student = small.network();
  /** @type {import("../../wasm/trainer.js").Trainer[]} */
  const hoard = [];
  const more = () => student.trainer(one, { batchSize: 4096, harden: { epsilon: 0.1 } });
  assert.throws(
    () => {
      while (hoard.length < 1000) hoard.push(more());
    },
    { name: "Error", message: "the engine has no memory left for this" },
  );
  assert.ok(hoard.length > 1);
  const white = { images: new Uint8Array(1000 * 784).fill(255), labels: new Uint8Array(1000) };
  const grow = () => {
    for (let times = 0; times < 1000; times++) one.append(white);
  };
  assert.throws(grow, { name: "Error", message: "the engine has no memory left for this data" });
  assert.equal(one.count % 1000, 8, "nothing of the last images was added");
  hoard.pop()?.free();
  const again = more();
  for (const each of [...hoard, again]) each.free();
  const tutor = student.trainer(one);
  assert.ok(tutor.train(3).cost > 0);
});
