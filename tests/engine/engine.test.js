/** The engine as a whole: what it promises is there, and its answers agree with each other. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { loadEngine, noiseKinds, recipes } from "../../wasm/engine.js";
import { Heap } from "../../wasm/heap.js";
import { Network } from "../../wasm/network.js";

/** @param {string} path from the project's folder */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const wasm = read("build/engine.wasm");
const module = new WebAssembly.Module(wasm);

const engine = await loadEngine();
const data = engine.handwriting({ count: 300, seed: 4 });
const net = engine.network({ hidden: "relu", output: "softmax", cost: "cross-entropy", seed: 2 });
const trainer = net.trainer(data, { optimizer: "adamw", learningRate: 0.006 });
trainer.train(80);

const places = Array.from({ length: data.count }, (_, i) => i);
/** @param {ArrayLike<number>} values */
const brightest = (values) => Array.from(values).indexOf(Math.max(...Array.from(values)));
/** @param {ArrayLike<number>} values */
const mean = (values) => Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;
const { labels } = data;
const images = Uint8Array.from(places.flatMap((i) => [...data.image(i)]));

describe("the WebAssembly module", () => {
  test("exports exactly the functions marked in exports.c, besides the compiler's own", () => {
    const marked = [
      ...read("wasm/exports.c")
        .toString()
        .matchAll(/^\w.* \*?EXPORT\((\w+)\)/gm),
    ];
    const names = marked.map(([, name]) => name);
    const found = WebAssembly.Module.exports(module)
      .filter(({ kind, name }) => kind === "function" && !/^_|^stack|^emscripten/.test(name))
      .map(({ name }) => name);
    assert.deepEqual(found.sort(), names.sort());
    for (const promised of ["train", "step", "predict"]) assert.ok(names.includes(promised));
  });

  test("needs nothing but to say that its memory has grown", () => {
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      assert.equal(`${from}.${name} ${kind}`, "env.emscripten_notify_memory_growth function");
    }
  });

  test("is at most 70 kB", () => assert.ok(wasm.length <= 70_000, `${wasm.length} bytes`));
});

test("everything that was promised is there", () => {
  /** @type {[object, string[]][]} */
  const promises = [
    [engine, ["dataset", "datasetFromIdx", "handwriting", "network", "load", "ink", "noise"]],
    [data, ["count", "image", "label", "shuffledLabels", "free"]],
    [net, ["parameterCount", "parameters", "setParameters", "fingerprint", "predict"]],
    [net, ["activations", "cost", "gradient", "inputGradient", "evaluate", "predictMany", "save"]],
    [net, ["clone", "free", "trainer", "attack", "dream"]],
    [trainer, ["step", "train", "learningRate", "free"]],
    [recipes, ["video", "modern", "sprint", "tweaked", "best"]],
  ];
  for (const [object, names] of promises) {
    for (const name of names) assert.ok(name in object, name);
  }
  const kinds = ["uniform", "gaussian", "saltpepper", "blocks", "shuffled", "smooth", "scribble"];
  assert.deepEqual([...noiseKinds], kinds);
});

test("every recipe makes a network and a trainer that takes a step", () => {
  const most = { video: 13002, modern: 13002, sprint: 13002, tweaked: 60_000, best: 700_000 };
  for (const [name, largest] of Object.entries(most)) {
    const recipe = recipes[/** @type {keyof typeof recipes} */ (name)];
    const own = engine.network({ ...recipe.network, seed: 1 });
    assert.ok(own.parameterCount <= largest, `${name}: ${own.parameterCount} parameters`);
    if (largest === 13002) assert.deepEqual([...own.layers], [784, 16, 16, 10]);
    assert.ok(recipe.epochs > 0);
    const tutor = own.trainer(data, recipe.trainer);
    assert.ok(tutor.step().cost > 0);
    tutor.free();
    own.free();
  }
});

describe("a step, a prediction and a learning rate", () => {
  /** An engine whose allocations are counted. */
  async function counted() {
    const imports = { env: { emscripten_notify_memory_growth() {} } };
    const instance = await WebAssembly.instantiate(module, imports);
    const exports = /** @type {import("../../wasm/exports.js").Exports} */ (
      /** @type {unknown} */ (instance.exports)
    );
    exports._initialize?.();
    const seen = { allocations: 0 };
    const allocate = (/** @type {number} */ size) => {
      seen.allocations++;
      return exports.allocate(size);
    };
    const heap = new Heap(Object.assign({ ...exports }, { allocate }));
    return { heap, exports, seen };
  }

  test("allocate nothing: 784-16-16-10, batches of 32", async () => {
    const { heap, exports, seen } = await counted();
    const own = Network.random(heap, { layers: [784, 16, 16, 10] });
    const { Dataset } = await import("../../wasm/dataset.js");
    const digits = new Dataset(heap, exports.dataset_new());
    digits.append({ images, labels });
    const tutor = own.trainer(digits, { batchSize: 32, augment: { shift: 2, elastic: 1 } });
    /** Where the next piece of memory would be: the allocator's state, as far as it shows. */
    const frontier = () => {
      const piece = exports.allocate(16);
      exports.release(piece);
      return [piece, exports.memory.buffer.byteLength];
    };
    const pixels = digits.image(0);
    const floats = Float32Array.from(pixels, (v) => v / 255);
    tutor.step();
    frontier();
    const before = frontier();
    assert.deepEqual(frontier(), before, "asking changes nothing");
    seen.allocations = 0;
    for (let step = 0; step < 100; step++) tutor.step();
    tutor.train(100);
    tutor.learningRate = 0.5;
    own.predict(pixels);
    own.predict(floats);
    assert.equal(seen.allocations, 0);
    assert.deepEqual(frontier(), before);
  });
});

describe("a network's answers", () => {
  test("for one image, for many, as bytes and as floats are the same to the bit", () => {
    const floats = Float32Array.from(images, (v) => v / 255);
    const many = net.predictMany(images);
    assert.deepEqual(net.predictMany(floats), many);
    for (const i of [0, 31, 32, 299]) {
      const outputs = many.slice(10 * i, 10 * i + 10);
      assert.deepEqual(net.predict(data.image(i)), outputs);
      assert.deepEqual(net.predict(floats.slice(784 * i, 784 * i + 784)), outputs);
      assert.ok(Math.abs(mean(outputs) - 0.1) < 1e-6, "a softmax sums to one");
    }
  });

  test("are the last of the activations, which begin with the pixels", () => {
    const activations = net.activations(data.image(5));
    assert.deepEqual(
      activations.map(({ length }) => length),
      [784, 16, 16, 10],
    );
    assert.deepEqual(activations[3], net.predict(data.image(5)));
    assert.deepEqual(
      activations[0],
      Float32Array.from(data.image(5), (v) => v / 255),
    );
    const [biasesAt, { parameters }] = [16 * 784, net];
    activations[1].forEach((activation, neuron) => {
      const weights = parameters.subarray(784 * neuron, 784 * neuron + 784);
      const sum = weights.reduce(
        (z, w, i) => z + w * activations[0][i],
        parameters[biasesAt + neuron],
      );
      assert.ok(Math.abs(activation - Math.max(sum, 0)) < 1e-4, `neuron ${neuron}`);
    });
  });

  test("are what an evaluation counts", () => {
    const { accuracy, cost, confusion } = net.evaluate(data);
    const expected = new Uint32Array(100);
    for (const i of places) expected[10 * labels[i] + brightest(net.predict(data.image(i)))]++;
    assert.deepEqual(confusion, expected);
    const right = expected.filter((_, cell) => cell % 11 === 0).reduce((sum, n) => sum + n, 0);
    assert.equal(accuracy, right / data.count);
    assert.ok(accuracy > 0.8 && accuracy < 1, `${accuracy}: neither all nor none`);
    const costs = places.map((i) => net.cost(data.image(i), labels[i]));
    assert.ok(Math.abs(cost - mean(costs)) < 1e-6);
  });

  test("of parts of the data add up to the whole", () => {
    const whole = net.evaluate(data);
    const parts = [net.evaluate(data, { count: 111 }), net.evaluate(data, { from: 111 })];
    const sum = parts[0].confusion.map((n, cell) => n + parts[1].confusion[cell]);
    assert.deepEqual(sum, whole.confusion);
    assert.deepEqual(net.evaluate(data.slice(111)).confusion, parts[1].confusion);
    const none = net.evaluate(data, { count: 0 });
    assert.deepEqual([none.accuracy, none.cost], [0, 0]);
  });

  test("do not change with a copy's training", () => {
    const { fingerprint, parameters } = net;
    const copy = net.clone();
    assert.equal(copy.fingerprint, fingerprint);
    const tutor = copy.trainer(data);
    tutor.step();
    assert.notEqual(copy.fingerprint, fingerprint);
    assert.equal(net.fingerprint, fingerprint);
    copy.setParameters(parameters);
    assert.equal(copy.fingerprint, fingerprint, "parameters can be put back");
    tutor.free();
    copy.free();
  });

  test("under attack are what robustness counts", () => {
    const how = /** @type {const} */ ({ method: "pgd", epsilon: 0.05, steps: 3, seed: 2 });
    const attacked = net.attack(images, { ...how, labels });
    const outputs = net.predictMany(attacked);
    const answers = places.map((i) => brightest(outputs.subarray(10 * i, 10 * i + 10)));
    const right = answers.filter((answer, i) => answer === labels[i]).length;
    const { accuracy, count } = net.robustness(data, how);
    assert.deepEqual([Math.round(accuracy * count), count], [right, data.count]);
    assert.ok(accuracy < net.evaluate(data).accuracy - 0.1, "and the attack is felt");
    const mixed = engine.dataset({ images, labels });
    mixed.append({ images: images.subarray(0, 784 * 99), labels: new Uint8Array(99).fill(255) });
    assert.deepEqual(net.robustness(mixed, how), { accuracy, count }, "of digits only");
    const still = net.robustness(mixed, { ...how, epsilon: 0 });
    assert.equal(still.accuracy, net.evaluate(mixed).accuracy, "as `evaluate` counts them");
    mixed.free();
    const third = net.attack(data.image(2), { ...how, label: labels[2] });
    assert.equal(third.length, 784);
  });

  test("can be attacked without options: fast gradient sign, 0.1, against the prediction", () => {
    const image = data.image(3);
    const label = brightest(net.predict(image));
    const usual = { method: /** @type {const} */ ("fgsm"), epsilon: 0.1 };
    assert.deepEqual(net.attack(image), net.attack(image, { ...usual, label }));
    assert.deepEqual(net.robustness(data), net.robustness(data, usual));
    const two = images.subarray(0, 1568);
    assert.deepEqual(
      net.attack(two, { target: 4, labels: Uint8Array.of(1, 2) }),
      net.attack(two, { target: 4 }),
      "a target needs no labels",
    );
    assert.equal(net.attack(new Uint8Array(0)).length, 0);
  });

  test("to noise are what a census tells", () => {
    for (const kind of noiseKinds) {
      const { answers, confidences } = net.census({ kind, seed: 5, from: 7, count: 130 });
      const outputs = net.predictMany(engine.noise({ kind, seed: 5, from: 7, count: 130 }));
      for (const i of [0, 99, 100, 129]) {
        const own = outputs.subarray(10 * i, 10 * i + 10);
        assert.deepEqual([answers[i], confidences[i]], [brightest(own), Math.max(...own)], kind);
      }
    }
  });

  test("to a dream of a digit are that digit", () => {
    for (let digit = 0; digit < 10; digit++) {
      const dream = net.dream(digit, { seed: 3 });
      assert.ok(dream.every((pixel) => pixel >= 0 && pixel <= 1));
      assert.ok(net.predict(dream)[digit] > 0.95, `a dream of ${digit}`);
    }
  });
});

describe("a data set", () => {
  test("gives back the images and labels it was given", () => {
    const own = engine.dataset({ images, labels });
    assert.deepEqual(own.labels, labels);
    assert.deepEqual(
      places.map((i) => own.label(i)),
      [...labels],
    );
    for (const i of [0, 150, 299]) assert.deepEqual(own.image(i), data.image(i));
    own.append({ images: new Uint8Array(784).fill(255), labels: Uint8Array.of(255) });
    assert.deepEqual([own.count, own.label(300), mean(own.image(300))], [301, 255, 255]);
    own.free();
  });

  test("of handwriting is the same from the same seed, wherever it begins", () => {
    const tail = engine.handwriting({ count: 20, seed: 4, from: 280 });
    assert.deepEqual(tail.image(19), data.image(299));
    assert.deepEqual(tail.labels, labels.slice(280));
    const other = engine.handwriting({ count: 20, seed: 5 });
    assert.notDeepEqual(other.image(0), data.image(0));
    assert.equal(new Set(labels).size, 10, "all digits are written");
  });

  test("has its labels shuffled as far as asked, and its images left alone", () => {
    const sorted = labels.slice().sort();
    for (const [fraction, kept] of [
      [0, 1],
      [0.5, 0.55],
      [1, 0.1],
    ]) {
      const shuffled = data.shuffledLabels({ fraction, seed: 2 });
      const found = shuffled.labels;
      assert.deepEqual(found.slice().sort(), sorted, "the same labels in another order");
      const same = found.filter((label, i) => label === labels[i]).length / data.count;
      assert.ok(Math.abs(same - kept) < 0.08, `${fraction} shuffled: ${same} kept`);
      assert.deepEqual(shuffled.image(7), data.image(7));
      assert.deepEqual(data.shuffledLabels({ fraction, seed: 2 }).labels, found);
      shuffled.free();
    }
    const [one, two] = [1, 2].map((seed) => data.shuffledLabels({ seed }).labels);
    assert.notDeepEqual(one, two);
    assert.deepEqual(data.labels, labels, "the data itself keeps its labels");
  });

  test("is cut where asked", () => {
    for (const [start, end] of [
      [],
      [10, 15],
      [290],
      [300],
      [500],
      [-20],
      [-20, -5],
      [-500, 3],
      [5, 5],
      [9, 2],
      [0, 999],
      [undefined, 7],
    ]) {
      const part = data.slice(start, end);
      assert.deepEqual(part.labels, labels.slice(start, end), `slice(${start}, ${end})`);
      part.free();
    }
    const part = data.slice(10, 15);
    assert.deepEqual(part.image(4), data.image(14));
    part.append({ images: data.image(0), labels: Uint8Array.of(3) });
    assert.deepEqual([part.count, data.count], [6, 300]);
    part.free();
  });
});
