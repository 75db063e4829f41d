/**
 * ONNX files: what this engine writes computes the same in ONNX Runtime; what others write, in any
 * usual structure and precision, computes the same here.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { lists, loadEngine } from "../../wasm/engine.js";
import { onnxOf, openOnnx } from "../../wasm/formats/onnx.js";
import { judged, onnxFileOf } from "../support/onnx.js";
import { Chain } from "../support/onnx-chain.js";
import { FILES } from "../support/onnx-files.js";

/** @import { Network, NetworkOptions } from "../../wasm/network.js" */

const engine = await loadEngine();
const committed = (/** @type {string} */ name) =>
  engine.load(readFileSync(new URL(`../../web/models/${name}.safetensors`, import.meta.url)));
const digits = engine.handwriting({ count: 20, seed: 7 });
/** Pixels as bytes ÷ 255. */
const images = Array.from({ length: digits.count }, (_, i) =>
  Float32Array.from(digits.image(i), (pixel) => pixel / 255),
);

/** A network with weights and biases that no rule made. @param {NetworkOptions} options */
function random(options) {
  const net = engine.network({ ...options, seed: 11 });
  net.setParameters(net.parameters.map((value, i) => value + 0.1 * Math.sin(i * i)));
  return net;
}

/** Largest difference of the outputs. @param {Network} net @param {number[][]} expected */
function apart(net, expected) {
  let most = 0;
  images.forEach((pixels, i) => {
    net.predict(pixels).forEach((value, j) => {
      most = Math.max(most, Math.abs(value - expected[i][j]));
    });
  });
  return most;
}

describe("A network as an ONNX file says the same in ONNX Runtime, and is itself here", () => {
  for (const hidden of lists.activations) {
    for (const output of lists.outputs) {
      for (const sizes of [[], [16, 16], [5], [300, 30, 20, 10]]) {
        const layers = [784, ...sizes, 10];
        test(`${hidden}, ${output}, ${layers.join("-")}`, async () => {
          const cost = output === "softmax" ? "cross-entropy" : "quadratic";
          const net = random({ layers, hidden, output, cost });
          const note = `née ${hidden}; 数\n"${output}"`;
          const file = onnxOf(net, { note });
          const most = apart(net, await judged(file, images));
          assert.ok(most <= 1e-5, `${most}`);
          const opened = openOnnx(engine, file);
          assert.equal(opened.foreign, null);
          const again = opened.net;
          assert.deepEqual(
            [again.fingerprint, again.note, again.layers, again.hidden, again.output],
            [net.fingerprint, note, net.layers, hidden, output],
          );
          assert.equal(again.costName, cost);
          for (const each of [net, again]) each.free();
        });
      }
    }
  }

  test("of the widest layers", async () => {
    const net = random({ layers: [784, 1024, 10], hidden: "relu", output: "softmax" });
    const most = apart(net, await judged(onnxOf(net), images));
    assert.ok(most <= 1e-5, `${most}`);
    const again = openOnnx(engine, onnxOf(net)).net;
    assert.equal(again.fingerprint, net.fingerprint);
    for (const each of [net, again]) each.free();
  });
});

test("zeros keep their signs, and numbers too small for a normal float are kept", () => {
  const net = engine.network({ layers: [784, 10] });
  const edge = [-0, 0, 2 ** -149, -(2 ** -149), -3.4028234663852886e38];
  net.setParameters(net.parameters.map((_, i) => edge[i % edge.length]));
  const { net: again } = openOnnx(engine, onnxOf(net));
  assert.ok(net.parameters.every((value, i) => Object.is(value, again.parameters[i])));
  assert.equal(again.fingerprint, net.fingerprint);
});

test("a network that has diverged is not written, and a note is a text", () => {
  const diverged = { ...bare(engine.network()), parameters: Float32Array.of(1, Infinity) };
  assert.throws(() => onnxOf(/** @type {any} */ (diverged)), /onnxOf: parameter 1 is Infinity/);
  const note = /** @type {any} */ (7);
  assert.throws(() => onnxOf(engine.network(), { note }), /TypeError: note: expected a text/);
});

/** @param {Network} net */
const bare = ({ layers, hidden, output, costName }) => ({ layers, hidden, output, costName });

const nets = {
  modern: committed("pretrained"),
  lesson: committed("lesson"),
  leaky: random({ hidden: "leaky_relu", output: "sigmoid" }),
  step: random({ hidden: "step", output: "softmax", layers: [784, 20, 10] }),
  flat: random({ layers: [784, 10], output: "softmax" }),
};

/** What the ten sums are as outputs. @type {Record<string, (sums: number[]) => number[]>} */
const OUTPUTS = {
  sigmoid: (sums) => sums.map((z) => 1 / (1 + Math.exp(-z))),
  softmax: (sums) => {
    const all = sums.map((z) => Math.exp(z - Math.max(...sums)));
    return all.map((each) => each / all.reduce((a, b) => a + b));
  },
};

describe("Another program's network says here what ONNX Runtime says", () => {
  for (const [what, [name, make]] of Object.entries(FILES)) {
    test(what, async () => {
      const net = nets[name];
      const { model, input, ends = "outputs", given, ...found } = make(net, new Chain());
      const file = onnxFileOf(model);
      const { net: opened, foreign } = openOnnx(engine, file, given);
      assert.ok(foreign);
      const said = await judged(file, images, input);
      const expected = {
        outputs: () => said,
        log: () => said.map((row) => row.map(Math.exp)),
        logits: () => said.map(OUTPUTS[opened.output]),
      }[ends]();
      const difference = apart(opened, expected);
      assert.ok(difference <= 1e-5, `${difference}`);
      const { taken, guessed } = foreign;
      if (ends !== "logits") assert.equal(taken.output, net.output);
      assert.equal(guessed.includes("output"), ends === "logits");
      if (net.layers.length > 2) assert.equal(taken.hidden, net.hidden);
      assert.ok(!guessed.includes("hidden"));
      assert.equal(guessed.includes("pixels"), !found.pixels && !given);
      if (found.pixels) {
        assert.ok(Math.abs(taken.pixels.mean - found.pixels.mean) < 1e-6);
        assert.ok(Math.abs(taken.pixels.deviation - found.pixels.deviation) < 1e-6);
      }
      assert.deepEqual(foreign.dtypes, found.dtypes ?? ["F32"]);
      assert.equal(foreign.names.length, net.layers.length - 1);
      opened.free();
    });
  }
});
