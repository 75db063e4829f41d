/**
 * Whatever is passed to the engine, it answers or names the mistake, and never traps. A read beyond
 * what was passed would not show here, where all memory is one block: readers.test.js and the tests
 * of core look for it natively, with sanitizers.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadEngine, noiseKinds, recipes } from "../../wasm/engine.js";
import { costs, hiddens, outputs } from "../../wasm/shape.js";
import { lists } from "../../wasm/tables.js";

/**
 * The same arguments each time, so that what fails fails again; others, and more of them, on
 * demand.
 */
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const TIMES = Number(process.env.FUZZ_TIMES ?? 1);

const engine = await loadEngine();
const stranger = await loadEngine();
const data = engine.handwriting({ count: 40, seed: 1 });
const empty = engine.dataset();
const net = engine.network({ hidden: "relu", output: "softmax", seed: 1 });
const file = net.save({ note: "fuzz" });
const gone = engine.network();
gone.free();

/** What an empty argument might be, and what a hostile one. */
const odd = fc.oneof(
  fc.constantFrom(undefined, null, true, "", "constructor", 0, -0, -1, 1.5, 1e9, 1e300),
  fc.constantFrom(Number.NaN, Infinity, -Infinity, 2 ** 31, 2 ** 32, 2 ** 53, 5n, Symbol("s")),
  fc.constantFrom([], {}, [[]], new Uint8Array(), new Float32Array(1), Object.create(null)),
  fc.constantFrom(data, empty, net, gone, stranger.dataset(), new ArrayBuffer(8), () => 1),
  fc.anything({ withTypedArray: true, withNullPrototype: true, withBigInt: true }),
);

/** Numbers in their range and just outside. @param {number} low @param {number} high */
const around = (low, high) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: low, max: high, noNaN: true }) },
    fc.constantFrom(low, high, low - 1, high + 1),
  );
/** @param {number} low @param {number} high */
const whole = (low, high) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: low, max: high }) },
    fc.constantFrom(low, high, low - 1, high + 1),
  );

/** Something meant, and now and then something else. @param {fc.Arbitrary<any>} meant */
const mostly = (meant) => fc.oneof({ weight: 30, arbitrary: meant }, odd);
/** Options of which any may be missing or odd. @param {Record<string, fc.Arbitrary<any>>} model */
const optionsOf = (model) => {
  const keys = Object.entries(model).map(([key, each]) => [key, mostly(each)]);
  return mostly(fc.record(Object.fromEntries(keys), { requiredKeys: [] }));
};

const seed = fc.oneof(fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER));
const floats = fc.float32Array({ minLength: 784, maxLength: 784 });
const bytes = fc.uint8Array({ minLength: 784, maxLength: 784 });
const image = mostly(fc.oneof(floats, bytes, fc.float32Array(), fc.uint8Array()));
const layers = fc.array(whole(1, 70), { maxLength: 5 }).map((inner) => [784, ...inner, 10]);
const kind = {
  layers,
  hidden: fc.constantFrom(...hiddens),
  output: fc.constantFrom(...outputs),
  cost: fc.constantFrom(...costs),
  seed,
};
const attack = {
  method: fc.constantFrom("fgsm", "pgd", "random"),
  epsilon: around(0, 1),
  target: whole(0, 9),
  steps: whole(1, 3),
  stepSize: around(0, 1),
  seed,
};
const training = {
  batchSize: whole(1, 40),
  optimizer: fc.constantFrom(...lists.optimizers),
  learningRate: fc.oneof(around(0, 2), around(0, 1e6)),
  momentum: around(0, 0.9999),
  weightDecay: around(0, 1e6),
  schedule: fc.constantFrom(...lists.schedules),
  totalSteps: whole(0, 20),
  firstCycle: whole(0, 5),
  warmUp: whole(0, 20),
  augment: optionsOf({
    shift: around(0, 28),
    rotate: around(0, Math.PI),
    scale: around(0, 0.9),
    shear: around(0, 1),
    elastic: around(0, 10),
  }),
  noise: around(0, 1),
  noiseKinds: optionsOf({ uniform: whole(0, 255), shuffled: whole(0, 255) }),
  harden: optionsOf({ share: around(0, 1), epsilon: around(0, 1), steps: whole(1, 3) }),
  seed,
};
const noise = {
  kind: fc.constantFrom(...noiseKinds),
  seed,
  from: fc.oneof(fc.nat(), fc.constant(2 ** 52)),
  count: whole(1, 5),
  image,
  images: fc.constantFrom(data, empty),
};
const few = fc.uint8Array({ max: 11, minLength: 1, maxLength: 2 });
const label = mostly(fc.oneof(whole(0, 9), fc.constant(255)));
const set = mostly(fc.constant(data));
const range = optionsOf({ from: whole(0, 40), count: whole(0, 40) });
const coordinate = fc.oneof(fc.float(), fc.integer({ min: -300, max: 300 }));
const strokes = fc.array(fc.array(fc.tuple(coordinate, coordinate), { maxLength: 20 }), {
  maxLength: 4,
});

/**
 * An error of ours names what is wrong; another one is a bug: a trap, an access beyond an array, a
 * property of undefined.
 * @param {() => unknown} use
 */
function answersOrNames(use) {
  try {
    use();
  } catch (error) {
    const isOurs = /^[a-zA-Z0-9[\].]+: .+|has been freed|not a model file|\(at byte \d+\)$/;
    const isKnown = [TypeError, RangeError, Error].includes(error.constructor);
    assert.ok(isKnown && isOurs.test(error.message), error);
  }
}

/** A count that is right and would take for ever. @param {unknown} count */
const isLong = (count) => typeof count === "number" && count > 100 && count < 2 ** 31;

/** What the engine must still be able to do, to the bit. */
const proof = () => {
  const net = engine.network({ ...recipes.modern.network, seed: 1 });
  const trainer = net.trainer(data, { batchSize: 8, optimizer: "adamw", learningRate: 0.006 });
  trainer.train(3);
  const { fingerprint } = net;
  trainer.free();
  net.free();
  return fingerprint;
};
const expected = proof();

/**
 * @template {unknown[]} A
 * @param {string} title
 * @param {{ [K in keyof A]: fc.Arbitrary<A[K]> }} given @param {(...values: any[]) => unknown} use
 * @param {number} [numRuns]
 */
function fuzz(title, given, use, numRuns = 300) {
  test(title, () => {
    const { fingerprint } = net;
    fc.assert(
      fc.property(fc.tuple(.../** @type {any[]} */ (given)), (values) =>
        answersOrNames(() => use(.../** @type {any[]} */ (values))),
      ),
      { numRuns: numRuns * TIMES, seed: SEED, endOnFailure: true },
    );
    assert.equal(net.fingerprint, fingerprint, "a network that is only asked does not change");
    assert.equal(proof(), expected, "the engine works as before");
  });
}

fuzz("networks of any options", [optionsOf(kind), image, label], (options, pixels, digit) => {
  const made = engine.network(options);
  try {
    made.predict(pixels);
    made.gradient(pixels, digit);
  } finally {
    made.free();
  }
});

fuzz(
  "trainers of any options",
  [optionsOf(kind), set, optionsOf(training), mostly(whole(1, 3))],
  (options, examples, how, count) => {
    const pupil = engine.network(options);
    try {
      const trainer = pupil.trainer(examples, how);
      try {
        trainer.train(isLong(count) ? 100 : count);
        trainer.step();
      } finally {
        trainer.free();
      }
    } finally {
      pupil.free();
    }
  },
);

fuzz("questions about any image", [image, label], (pixels, digit) => {
  net.activations(pixels);
  net.predictMany(pixels);
  net.cost(pixels, digit);
  net.inputGradient(pixels, digit);
});

fuzz("evaluations of any part", [set, range], (examples, part) => net.evaluate(examples, part));

fuzz("attacks of any kind", [image, optionsOf({ ...attack, label, labels: few })], (pixels, how) =>
  net.attack(pixels, how),
);

fuzz("robustness to any attack", [set, optionsOf({ ...attack, from: whole(0, 40) })], (on, how) =>
  net.robustness(on, how),
);

fuzz("noise of any kind", [optionsOf(noise)], (options) => {
  engine.noise(options);
  net.census(options);
});

fuzz("dreams", [label, optionsOf({ steps: whole(1, 3), seed })], (digit, options) =>
  net.dream(digit, options),
);

fuzz("any strokes", [mostly(strokes)], (drawn) => {
  const pixels = engine.ink(drawn);
  assert.ok(pixels.every((value) => value >= 0 && value <= 1));
});

fuzz(
  "data sets of anything",
  [
    optionsOf({ images: bytes, labels: few }),
    mostly(whole(0, 1)),
    mostly(whole(0, 1)),
    optionsOf({ fraction: around(0, 1), seed }),
  ],
  (content, one, two, three) => {
    const own = engine.dataset(content);
    try {
      own.slice(one, two);
      own.image(one);
      own.shuffledLabels(three);
    } finally {
      own.free();
    }
  },
);

fuzz("handwriting", [optionsOf({ count: whole(1, 5), seed, from: fc.nat() })], (options) =>
  engine.handwriting(options).free(),
);

fuzz(
  "parameters",
  [odd, fc.float32Array({ minLength: 13002, maxLength: 13002 })],
  (one, many) => {
    const own = net.clone();
    try {
      own.setParameters(many);
      assert.deepEqual(own.parameters, many);
      own.setParameters(one);
    } finally {
      own.free();
    }
  },
  60,
);

fuzz(
  "model files with bytes changed",
  [
    fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 6 }),
    fc.array(fc.tuple(fc.nat(900), fc.nat(255)), { maxLength: 3 }),
    fc.nat(file.length),
    fc.boolean(),
  ],
  (anywhere, early, length, isCut) => {
    const damaged = file.slice(0, isCut ? length : file.length);
    for (const [at, value] of [...anywhere, ...early]) damaged[at] = value;
    engine.load(damaged).free();
  },
);

fuzz("files that are none", [mostly(fc.uint8Array()), odd], (some, other) => {
  assert.throws(() => engine.load(some));
  data.appendIdx({ images: some, labels: other });
});
