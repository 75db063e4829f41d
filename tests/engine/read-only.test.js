/**
 * What the engine gives out cannot be changed behind its back: sizes and names are read-only, lists
 * are copies, and nothing that a caller writes decides how much memory C is handed.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine, noiseKinds, Path } from "../../wasm/engine.js";

const engine = await loadEngine();
const data = engine.handwriting({ count: 40, seed: 1 });
const net = engine.network({ layers: [784, 7, 10], hidden: "relu", seed: 1 });

describe("a network's sizes and names", () => {
  const about = /** @type {const} */ ({
    layers: [784, 7, 10],
    hidden: "relu",
    output: "sigmoid",
    costName: "quadratic",
    parameterCount: 785 * 7 + 80,
    note: "",
  });
  const own = /** @type {any} */ (net);

  for (const [name, value] of Object.entries(about)) {
    test(`${name} is ${JSON.stringify(value)}, whatever is assigned`, () => {
      const refused = { name: "TypeError" };
      assert.throws(() => {
        own[name] = 1;
      }, refused);
      assert.throws(() => Object.defineProperty(own, name, { value: 1 }), refused);
      assert.throws(() => delete own[name], refused);
      assert.deepEqual(own[name], value);
    });
  }

  test("and a list of them is not to be written into", () => {
    assert.throws(() => own.layers.push(5), { name: "TypeError" });
    assert.throws(() => {
      own.layers[1] = 5;
    }, TypeError);
    assert.deepEqual(own.layers, about.layers);
  });

  test("and what C writes fits whatever a caller has tried", () => {
    for (const name of ["parameterCount", "pointer", "layers"]) {
      assert.throws(() => Object.defineProperty(own, name, { value: 1 }), TypeError);
    }
    const { length } = net.parameters;
    assert.equal(length, about.parameterCount);
    assert.equal(net.gradient(data.image(0), 3).length, length);
    assert.equal(net.meanGradient(data).length, length);
    assert.equal(net.costAlong(new Float32Array(length), [0, 1], data).length, 2);
  });
});

test("the kinds of noise stay those that the engine makes", () => {
  const kinds = [...noiseKinds];
  assert.throws(() => /** @type {any} */ (noiseKinds).push("pink"), TypeError);
  assert.throws(() => /** @type {any} */ (noiseKinds).reverse(), TypeError);
  assert.deepEqual([...noiseKinds], kinds);
});

describe("a path", () => {
  test("gives copies of its lists", () => {
    const trainer = net.clone().trainer(data, { batchSize: 8 });
    const path = trainer.record();
    trainer.train(2);
    path.steps.length = 0;
    path.parameters.pop();
    assert.deepEqual(path.steps, [0, 1, 2]);
    assert.equal(path.parameters.length, 3);
    assert.throws(() => {
      /** @type {any} */ (path).steps = [];
    }, TypeError);
  });

  /** @type {[string, () => unknown, RegExp][]} */
  const mistakes = [
    [
      "steps in text",
      () => new Path().add(/** @type {any} */ ("1"), net.parameters),
      /steps: .*"1"/,
    ],
    ["no parameters", () => new Path().add(1, /** @type {any} */ ([1])), /parameters: .*got Array/],
  ];
  for (const [what, make, message] of mistakes) {
    test(`refuses ${what}`, () => assert.throws(make, { name: "TypeError", message }));
  }

  test("is a Path, else the trainer goes on as before", () => {
    const trainer = net.clone().trainer(data, { batchSize: 8 });
    const other = /** @type {any} */ ({ steps: [], parameters: [] });
    assert.throws(() => trainer.record(other), { message: "path: expected a Path, got Object" });
    const path = new Path();
    assert.throws(() => trainer.record(path, -1), { name: "RangeError", message: /before: .*-1/ });
    trainer.train(3);
    assert.deepEqual(path.steps, []);
  });
});
