/** The Gradient lab without a browser: its logic, and its queries on a real session. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { summaryOf } from "../../web/common/gradient-summary.js";
import {
  fractionsHeld,
  inOrder,
  median,
  orderOf,
  shuffled,
  stepsUpTo,
} from "../../web/common/ranking.js";
import { plain, signed } from "../../web/common/signed-numbers.js";
import { digitsOf, keyOf, sourceOf, targetOf } from "../../web/labs/gradient/choice.js";
import * as words from "../../web/labs/gradient/explanation.js";
import * as nudges from "../../web/labs/gradient/nudges.js";
import { inProportion } from "../../web/labs/gradient/queries.js";
import { Browser, engine } from "../support/browser-in-node.js";

const LAYERS = [784, 16, 16, 10];
const ALL = 13_002;

test("components are ranked by size, zeros of either sign last", () => {
  const values = Float32Array.of(0.5, -3, 0, 1e-20, 3, -0, -0.25, 1e-40);
  assert.deepEqual([...orderOf(values)], [1, 4, 0, 6, 3, 7, 2, 5]);
  const many = Float32Array.from(shuffled(5000, 3), (value, i) => (i % 2 ? value : -value) / 7);
  const sizes = [...orderOf(many)].map((i) => Math.abs(many[i]));
  assert.deepEqual(
    sizes,
    [...many].map(Math.abs).sort((a, b) => b - a),
  );
});

test("random orders are permutations, the same for the same seed", () => {
  const order = shuffled(1000, 4);
  assert.deepEqual(
    [...order].sort((a, b) => a - b),
    Array.from({ length: 1000 }, (_, i) => i),
  );
  assert.deepEqual(order, shuffled(1000, 4));
  assert.notDeepEqual(order, shuffled(1000, 5));
  const firsts = Array.from({ length: 400 }, (_, seed) => shuffled(10, seed)[0]);
  for (let i = 0; i < 10; i++) assert.ok(firsts.filter((first) => first === i).length > 15);
});

test("k, medians, and what the first k hold", () => {
  assert.deepEqual(stepsUpTo(ALL).slice(-4), [2000, 5000, 10_000, ALL]);
  assert.deepEqual(stepsUpTo(10), [1, 2, 5, 10]);
  assert.equal(median([5, 1, 3]), 3);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  const gradient = Float32Array.of(1, -2, 0, 2);
  const order = orderOf(gradient);
  assert.deepEqual(fractionsHeld(gradient, order, [1, 2, 4]), [4 / 9, 8 / 9, 1]);
});

test("every parameter has its name", () => {
  const name = (/** @type {number} */ at) =>
    nudges.parameterName(LAYERS, nudges.parameterAt(LAYERS, at));
  assert.equal(name(0), "Weight from the pixel in row 1, column 1 to neuron 1 of layer 1");
  assert.equal(
    name(784 * 3 + 30),
    "Weight from the pixel in row 2, column 3 to neuron 4 of layer 1",
  );
  assert.equal(name(784 * 16), "Bias of neuron 1 of layer 1");
  assert.equal(name(784 * 16 + 16 + 17), "Weight from neuron 2 of layer 1 to neuron 2 of layer 2");
  assert.equal(name(ALL - 1), "Bias of output 9");
  assert.equal(name(ALL - 11), "Weight from neuron 16 of layer 2 to output 9");
  const short = nudges.shortName(LAYERS, nudges.parameterAt(LAYERS, ALL - 11));
  assert.equal(short, "neuron 2.16 → output 9");
});

test("filters by layer, sign and size keep the order; histograms count each component once", () => {
  const gradient = Float32Array.from({ length: ALL }, (_, i) => ((i * 7919) % 2003) / 1000 - 1);
  gradient.fill(0, 100, 200);
  const order = orderOf(gradient);
  const layer2 = nudges.passing(order, inOrder(order, gradient), LAYERS, {
    layer: 2,
    sign: "up",
    least: 0.5,
  });
  const from = 784 * 16 + 16;
  const limit = 0.5 * Math.abs(gradient[order[0]]);
  const expected = [...order].filter(
    (at) => at >= from && at < from + 272 && gradient[at] < 0 && -gradient[at] >= limit,
  );
  assert.ok(layer2.length > 10);
  assert.deepEqual([...layer2], expected);
  for (const least of [0, 0.01]) {
    const down = nudges.passing(order, inOrder(order, gradient), LAYERS, {
      layer: 1,
      sign: "down",
      least,
    });
    const smallest = least * Math.abs(gradient[order[0]]);
    const wanted = [...order].filter(
      (at) => at < from && gradient[at] > 0 && gradient[at] >= smallest,
    );
    assert.deepEqual([...down], wanted);
  }
  const all = nudges.passing(order, inOrder(order, gradient), LAYERS, {
    layer: 0,
    sign: "all",
    least: 0,
  });
  assert.deepEqual(all, order);
  const { spreads, high, half, length, zeros } = summaryOf(gradient, order, LAYERS);
  const sum = (/** @type {Uint32Array} */ bins) => bins.reduce((n, each) => n + each, 0);
  const counts = spreads.map(({ up, down, zeros }) => sum(up) + sum(down) + zeros);
  assert.deepEqual(counts, [784 * 16 + 16, 272, 170]);
  assert.ok(spreads[0].zeros >= 100);
  assert.equal(zeros, gradient.filter((g) => g === 0).length);
  assert.equal(high, 1);
  const squares = [...order].map((at) => gradient[at] ** 2);
  const total = (/** @type {number[]} */ each) => each.reduce((all, square) => all + square, 0);
  assert.ok(Math.abs(length - Math.sqrt(total(squares))) < 1e-9 * length);
  const k = Number(half);
  assert.ok(total(squares.slice(0, k)) >= length ** 2 / 2);
  assert.ok(total(squares.slice(0, k - 1)) < length ** 2 / 2);
  assert.equal(summaryOf(new Float32Array(ALL), order, LAYERS).half, null);
});

test("ten digits stand for all: each kind in proportion, those that pull most", () => {
  const of = (/** @type {number[]} */ values, most = 4) => {
    const all = Float64Array.from(values);
    const shown = inProportion(all, most);
    return { shown: shown.map((at) => values[at]), said: words.shownWords(all, shown) };
  };
  const { shown, said } = of([1, 0, -1, -3, 0, -2, 2, -0.5]);
  assert.deepEqual(shown, [-3, -2, 0, 2]);
  assert.equal(
    said,
    "Shown, about in proportion: the 2 that want it up most, " +
      "the one that wants it down most, one that wants no change.",
  );
  const few = of([...Array(150).fill(0), 2e-4, ...Array(49).fill(0)], 10);
  assert.equal(of(Array(20).fill(0)).said, "Shown: 4 that want no change.");
  assert.deepEqual(few.shown, [...Array(9).fill(0), 2e-4]);
  assert.match(few.said, /: the one that wants it down most, 9 that want no change\.$/);
  assert.deepEqual(of([0, 3, -1]), { shown: [-1, 0, 3], said: "All of them are shown." });
  assert.deepEqual(of([]).shown, []);
  assert.deepEqual(of([5, 1, 2, 3, 4, 6]).shown, [3, 4, 5, 6]);
});

test("the ten items hold values only; the formula stands once", () => {
  const parameter = nudges.parameterAt(LAYERS, 784 * 16 + 16 + 17);
  const weight = { parameter, name: "", value: 1, slope: -0.02, error: -0.04, input: 0.5 };
  assert.equal(words.valuesOf(weight, 1), "Input 0.500, moderately active. Error −0.0400.");
  assert.equal(words.valuesOf({ ...weight, input: null }, 64), "Mean error −0.0400.");
  assert.match(words.formulaOf(64), /^∂C\/∂w is the mean of input × error over 64 digits/);
  assert.match(words.formulaOf(1), /^∂C\/∂w = input × error/);
});

test("numbers keep three figures, with a true minus", () => {
  assert.equal(signed(0.229), "+0.229");
  assert.equal(signed(-0.01234), "−0.0123");
  assert.equal(signed(-0.0000312), "−3.1×10⁻⁵");
  assert.equal(signed(0), "0");
  assert.equal(plain(1.5), "1.50");
  assert.equal(plain(-1e-12), "−1.0×10⁻¹²");
});

describe("on a real session", () => {
  /** @type {import("../support/browser-in-node.js").Tab} */
  let tab;
  const train = engine.handwriting({ count: 20_000, seed: 1 });
  const choice = /** @type {import("../../web/labs/gradient/choice.js").Choice} */ ({
    source: null,
    batch: 0,
    target: null,
  });

  before(async () => {
    const yieldTo = () => new Promise((resolve) => setImmediate(() => resolve(undefined)));
    tab = await new Browser({ worker: { yieldTo } }).open("#start=random&seed=3&rate=2&epochs=100");
    await tab.until(({ data }) => data.complete);
    await tab.session.run();
    await tab.until(({ steps }) => steps > 400);
    await tab.session.pause();
  });
  after(() => tab.close());

  const net = async () => engine.load(await tab.session.modelFile());

  const ofInput = /** @type {typeof choice} */ ({ ...choice, source: "digit" });

  test("it is a mini-batch at first; a digit is asked about by its label", async () => {
    const { batch } = tab.state.settings;
    assert.equal(sourceOf(tab.state, choice), "batch");
    const third = { ...choice, batch: 3 };
    assert.deepEqual(digitsOf(tab.state, third), { own: null, from: 3 * batch, count: batch });
    const before = keyOf(tab.state, choice);
    await tab.session.testDigit(4);
    await tab.until(({ reading }) => reading?.answer !== null);
    assert.equal(sourceOf(tab.state, choice), "batch");
    const loading = { ...tab.state, data: { ...tab.state.data, train: 0 } };
    assert.equal(sourceOf(loading, choice), "digit");
    const label = tab.state.reading?.shown.label;
    assert.equal(digitsOf(tab.state, ofInput)?.own?.label, label);
    assert.equal(targetOf(tab.state, { ...ofInput, target: 7 }), 7);
    assert.notEqual(keyOf(tab.state, ofInput), before);
  });

  test("one digit: every weight’s component is its input × its neuron’s error", async () => {
    const digits = /** @type {import("../../web/labs/gradient/queries.js").Digits} */ (
      digitsOf(tab.state, ofInput)
    );
    const { layers = [] } = tab.state.network ?? {};
    const found = await tab.session.query("gradientOf", digits, () => {});
    const here = await net();
    const { pixels, label } = /** @type {any} */ (digits.own);
    assert.deepEqual(found.gradient, here.gradient(pixels, label));
    assert.equal(found.cost, here.cost(pixels, label));
    const asked = { ...digits, ...found, layers, generation: 0, hidden: "sigmoid" };
    for (const at of found.order.subarray(0, 500)) {
      const { input, error, slope, parameter } = words.explanationOf(asked, layers, at);
      const expected = parameter.input === null ? error : Number(input) * error;
      assert.ok(Math.abs(slope - expected) < 1e-6 + 1e-5 * Math.abs(slope));
    }
    here.free();
  });

  test("all training digits: the engine’s mean gradient, told as it proceeds", async () => {
    const digits = { own: null, from: 0, count: 3000 };
    /** @type {number[][]} */
    const told = [];
    const found = await tab.session.query("gradientOf", digits, (done, all) => {
      told.push([done, all]);
    });
    const here = await net();
    const expected = here.meanGradient(train, { from: 0, count: 3000 });
    const largest = Math.abs(found.gradient[found.order[0]]);
    for (let i = 0; i < expected.length; i++) {
      assert.ok(Math.abs(found.gradient[i] - expected[i]) < 1e-5 * largest, `component ${i}`);
    }
    const { cost } = here.evaluate(train, { from: 0, count: 3000 });
    assert.ok(Math.abs(found.cost - cost) < 1e-6);
    assert.equal(found.count, 3000);
    assert.ok(told.every(([done, all]) => done > 0 && done <= all && all === 3000));
    here.free();
  });

  test("the experiment: all components bring all of the decrease, more bring more", async () => {
    const digits = { own: null, from: 0, count: 1000 };
    const found = await tab.session.query("gradientTopK", digits, [1, 2, 3]);
    const here = await net();
    const gradient = here.meanGradient(train, { from: 0, count: 1000 });
    const start = here.parameters;
    const at = (/** @type {Float32Array} */ values) => {
      here.setParameters(values);
      return here.evaluate(train, { from: 0, count: 1000 }).cost;
    };
    const { cost } = here.evaluate(train, { from: 0, count: 1000 });
    const decrease = cost - at(start.map((value, i) => value - found.t * gradient[i]));
    assert.ok(Math.abs(found.decrease - decrease) < 1e-3 * decrease);
    // To first order 1% of the cost.
    assert.ok(Math.abs(found.decrease / found.cost - 0.01) < 0.002);
    assert.equal(found.ks.at(-1), ALL);
    for (const parts of [found.top, found.held, ...found.random]) {
      assert.ok(Math.abs(Number(parts.at(-1)) - 1) < 1e-3);
    }
    const order = orderOf(gradient);
    const k = found.ks.indexOf(100);
    const masked = start.slice();
    for (const i of order.subarray(0, 100)) masked[i] -= found.t * gradient[i];
    assert.ok(Math.abs(found.top[k] - (cost - at(masked)) / decrease) < 2e-3);
    assert.ok(Math.abs(found.top[k] - found.held[k]) < 0.1);
    assert.ok(found.random.every((parts) => parts[k] < found.top[k] / 3));
    here.free();
  });

  test("wishes of single digits are the engine’s, for that label only", async () => {
    const parameter = ALL - 8;
    const asked = { label: 2, count: 50, pictures: 10 };
    const found = await tab.session.query("gradientWishes", parameter, asked);
    const here = await net();
    assert.equal(found.values.length, 50);
    assert.equal(found.pictures.length, 10);
    assert.deepEqual(found.shown, inProportion(found.values, 10));
    for (const [i, at] of found.shown.entries()) {
      const image = Float32Array.from(train.image(found.indices[at]), (value) => value / 255);
      assert.deepEqual(found.pictures[i], image);
    }
    for (const [i, index] of found.indices.entries()) {
      assert.equal(train.label(index), 2);
      assert.equal(found.values[i], here.gradient(train.image(index), 2)[parameter]);
    }
    assert.match(words.disagreement(found.values, 2), /^Of 50 training 2s, \d+ want it up/);
    here.free();
  });

  test("finite differences agree with backpropagation", async () => {
    const which = { random: 200, seed: 1 };
    const first = { parameter: 0, from: 0, count: 1 };
    const many = await tab.session.query("gradientCheck", first, which);
    assert.equal(new Set(many.indices).size, 200);
    assert.equal(many.numeric.length, 200);
    assert.ok(many.analytic.some((g) => g !== 0));
    assert.ok(many.worst < 1e-2, `${many.worst}`);
    const one = await tab.session.query("gradientCheck", first, { parameter: ALL - 1 });
    const here = await net();
    assert.equal(one.analytic[0], here.gradient(train.image(0), train.label(0))[ALL - 1]);
    assert.ok(one.worst < 1e-2);
    here.free();
  });

  test("the check takes the digit of the largest component, and says when all are 0", async () => {
    const here = await net();
    const components = (/** @type {number} */ at) =>
      Array.from({ length: 40 }, (_, i) => {
        const index = 100 + i;
        return here.gradient(train.image(index), train.label(index))[at];
      });
    // A weight that most of the digits want to stay, and one of a pixel that is always dark.
    const all = { from: 100, count: 40 };
    const isMixed = (/** @type {number[]} */ gs) => gs[0] === 0 && gs.some((g) => g !== 0);
    let parameter = 0;
    while (!isMixed(components(parameter))) parameter++;
    const sizes = components(parameter).map(Math.abs);
    const index = 100 + sizes.indexOf(Math.max(...sizes));
    const digit = { ...all, parameter };
    const one = await tab.session.query("gradientCheck", digit, { parameter });
    const found = { index, label: train.label(index), looked: 40, isZero: false };
    assert.deepEqual(one.found, found);
    assert.equal(Math.abs(one.analytic[0]), Math.max(...sizes));
    const dark = await tab.session.query(
      "gradientCheck",
      { ...all, parameter: 0 },
      { parameter: 0 },
    );
    assert.deepEqual(dark.found, { index: 100, label: train.label(100), looked: 40, isZero: true });
    const own = { pixels: new Float32Array(784), label: 3 };
    assert.equal((await tab.session.query("gradientCheck", own, { parameter })).found, null);
    here.free();
  });
});
