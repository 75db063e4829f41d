/**
 * Networks in safetensors files of other programs: any usual names, precisions and orders are
 * read; what a file does not say is found out; what is no such network is named.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { openModel } from "../../wasm/formats/open.js";
import { safetensorsOf } from "../support/safetensors.js";

/** @import { Network } from "../../wasm/network.js" */

const engine = await loadEngine();
const committed = (/** @type {string} */ name) =>
  engine.load(readFileSync(new URL(`../../web/models/${name}.safetensors`, import.meta.url)));
const lesson = committed("lesson");
const modern = committed("pretrained");
const digits = engine.handwriting({ count: 50, seed: 7 });

/**
 * @param {Network} net
 * @returns {{ sizes: [number, number], w: Float32Array, b: Float32Array }[]}
 */
function layersOf({ layers, parameters }) {
  let at = 0;
  return layers.slice(1).map((outputs, l) => {
    const inputs = layers[l];
    const w = parameters.subarray(at, at + inputs * outputs);
    at += inputs * outputs + outputs;
    return { sizes: [outputs, inputs], w, b: parameters.subarray(at - outputs, at) };
  });
}

/** Columns for rows. @param {ArrayLike<number>} w @param {[number, number]} sizes */
const turned = (w, [rows, columns]) =>
  Float64Array.from(w, (_, i) => w[(i % rows) * columns + Math.floor(i / rows)]);

/**
 * A network's file as another program writes it.
 * @param {Network} net
 * @param {object} how
 * @param {(layer: number) => [string, string]} how.names of weights and biases; "": left out
 * @param {string} [how.dtype]
 * @param {boolean} [how.transposed]
 * @param {boolean} [how.backwards]
 * @param {{ mean: number, deviation: number }} [how.pixels] as it takes them
 * @param {Record<string, string>} [how.metadata]
 */
function fileOf(net, how) {
  const { names, dtype, transposed = false, pixels = { mean: 0, deviation: 1 } } = how;
  const entries = layersOf(net).flatMap(({ sizes, w, b }, l) => {
    const [weight, bias] = names(l);
    const scale = l === 0 ? pixels.deviation : 1;
    const weights = Float64Array.from(w, (value) => value * scale);
    const biases = Float64Array.from(b, (value, row) => {
      const sum = w.subarray(row * sizes[1], (row + 1) * sizes[1]).reduce((a, c) => a + c, 0);
      return value + (l === 0 ? sum * pixels.mean : 0);
    });
    const shape = transposed ? [...sizes].reverse() : sizes;
    const values = transposed ? turned(weights, sizes) : weights;
    /** @type {[string, import("../support/safetensors.js").Given][]} */
    const two = [[weight, { shape, values, dtype }]];
    if (bias) two.push([bias, { shape: [sizes[0]], values: biases, dtype }]);
    return two;
  });
  if (how.backwards) entries.reverse();
  return safetensorsOf(Object.fromEntries(entries), how.metadata);
}

/** Largest difference of the outputs over 50 digits. @param {Network} a @param {Network} b */
function apart(a, b) {
  let most = 0;
  for (let i = 0; i < digits.count; i += 1) {
    const [one, other] = [a.predict(digits.image(i)), b.predict(digits.image(i))];
    one.forEach((value, j) => {
      most = Math.max(most, Math.abs(value - other[j]));
    });
  }
  return most;
}

/** What outputs may differ by, for the precision. @type {Record<string, number>} */
const APART = { F64: 1e-6, F32: 1e-4, F16: 0.01, BF16: 0.1 };

/** @type {Record<string, (layer: number) => [string, string]>} */
const NAMINGS = {
  "fc1.weight": (l) => [`fc${l + 1}.weight`, `fc${l + 1}.bias`],
  "0.weight, of nn.Sequential": (l) => [`${2 * l}.weight`, `${2 * l}.bias`],
  "layers.0.weight": (l) => [`layers.${l}.weight`, `layers.${l}.bias`],
  "net.0.weight, every third": (l) => [`net.${3 * l}.weight`, `net.${3 * l}.bias`],
  "module._orig_mod.fc.0.weight": (l) => [
    `module._orig_mod.fc.${l}.weight`,
    `module._orig_mod.fc.${l}.bias`,
  ],
  "linear_relu_stack.0.weight, of PyTorch's quickstart": (l) => [
    `linear_relu_stack.${2 * l}.weight`,
    `linear_relu_stack.${2 * l}.bias`,
  ],
  "input, hidden, output": (l) => {
    const name = ["input", "hidden", "output"][l];
    return [`${name}.weight`, `${name}.bias`];
  },
  "W1, b1": (l) => [`W${l + 1}`, `b${l + 1}`],
  "w_0, b_0": (l) => [`w_${l}`, `b_${l}`],
  "weights.0, biases.0": (l) => [`weights.${l}`, `biases.${l}`],
};

describe("the modern network is read under the names", () => {
  for (const [what, names] of Object.entries(NAMINGS)) {
    for (const dtype of ["F32", "F16"]) {
      test(`${what}, in ${dtype}`, () => {
        const { net, foreign } = openModel(engine, fileOf(modern, { names, dtype }));
        assert.ok(apart(net, modern) < APART[dtype], `${apart(net, modern)}`);
        assert.deepEqual(foreign?.dtypes, [dtype]);
        assert.deepEqual(foreign?.taken, {
          hidden: "relu",
          output: "softmax",
          cost: "cross-entropy",
          pixels: { mean: 0, deviation: 1 },
        });
        assert.deepEqual(foreign?.guessed, ["hidden", "output", "cost", "pixels"]);
        net.free();
      });
    }
  }
});

describe("read, and taken as what they are, are", () => {
  const names = NAMINGS["fc1.weight"];
  for (const [what, net, hidden] of /** @type {const} */ ([
    ["the lesson's", lesson, "sigmoid"],
    ["the modern", modern, "relu"],
  ])) {
    for (const dtype of Object.keys(APART)) {
      test(`${what} network in ${dtype}, backwards in its file`, () => {
        const opened = openModel(engine, fileOf(net, { names, dtype, backwards: true }));
        assert.equal(opened.foreign?.taken.hidden, hidden);
        assert.equal(opened.net.output, net.output);
        assert.ok(apart(opened.net, net) < APART[dtype], `${apart(opened.net, net)}`);
        opened.net.free();
      });
    }

    for (const pixels of [
      { mean: 0.1307, deviation: 0.3081 },
      { mean: 0.5, deviation: 0.5 },
      { mean: 0, deviation: 1 / 255 },
      { mean: 1, deviation: -1 },
    ]) {
      test(`${what} network that wants (pixel − ${pixels.mean}) ÷ ${pixels.deviation}`, () => {
        const opened = openModel(engine, fileOf(net, { names, dtype: "F64", pixels }));
        assert.deepEqual(opened.foreign?.taken.pixels, pixels);
        assert.equal(opened.foreign?.taken.hidden, hidden);
        assert.ok(apart(opened.net, net) < 1e-3, `${apart(opened.net, net)}`);
        opened.net.free();
      });
    }

    test(`${what} network as Keras and JAX have it, inputs × outputs`, () => {
      for (const one of [
        (/** @type {number} */ l) => [`dense_${l}/kernel:0`, `dense_${l}/bias:0`],
        (/** @type {number} */ l) => [`params.Dense_${l}.kernel`, `params.Dense_${l}.bias`],
        (/** @type {number} */ l) => [`W${l}`, `b${l}`],
      ]) {
        const how = { names: /** @type {any} */ (one), transposed: true };
        const opened = openModel(engine, fileOf(net, how));
        assert.ok(apart(opened.net, net) < 1e-4);
        opened.net.free();
      }
    });
  }
});

test("without biases they are zero", () => {
  const file = fileOf(modern, { names: (l) => [`fc${l + 1}.weight`, ""] });
  const { net } = openModel(engine, file);
  for (const { b } of layersOf(net)) assert.ok(b.every((value) => value === 0));
});

test("what the caller says goes first, then what the file says; neither is guessed", () => {
  const names = NAMINGS["fc1.weight"];
  const metadata = { hidden: "sigmoid", output: "sigmoid", cost: "quadratic", note: "mine" };
  const file = fileOf(modern, { names, metadata });
  const said = openModel(engine, file).foreign;
  assert.deepEqual([said?.taken.hidden, said?.guessed], ["sigmoid", ["pixels"]]);
  const pixels = { mean: 0.5, deviation: 0.5 };
  const told = openModel(engine, file, { hidden: "relu", output: "softmax", pixels });
  assert.deepEqual(told.foreign?.taken, {
    hidden: "relu",
    output: "softmax",
    cost: "quadratic",
    pixels,
  });
  assert.deepEqual(told.foreign?.guessed, []);
});

test("a file of this engine's is opened as it is, and a damaged one is not guessed at", () => {
  const file = lesson.save({ note: "a note" });
  const { net, foreign } = openModel(engine, file);
  assert.equal(foreign, null);
  assert.deepEqual([net.fingerprint, net.note], [lesson.fingerprint, "a note"]);
  const text = Buffer.from(file).toString("latin1").replace("layers.0.weight", "layers.0.heavier");
  const damaged = new Uint8Array(Buffer.from(text, "latin1"));
  assert.throws(() => openModel(engine, damaged), /^Error: not a model file: /);
});

describe("refused, by a sentence that names the tensor, is", () => {
  const names = NAMINGS["fc1.weight"];
  const whole = fileOf(modern, { names });
  const zeros = (/** @type {number} */ count) => new Float32Array(count);
  /** @type {Record<string, [Uint8Array, RegExp]>} */
  const wrong = {
    "an empty file": [new Uint8Array(), /not a model file: it ends too early/],
    "what is no safetensors file": [
      new TextEncoder().encode("0123456789"),
      /not a model file: its header is longer/,
    ],
    "a file that was cut off": [
      whole.subarray(0, whole.length - 5),
      /it ends before “fc3\.bias” does/,
    ],
    "a convolution": [
      safetensorsOf({ "conv1.weight": { shape: [8, 1, 3, 3], values: zeros(72) } }),
      /“conv1\.weight” has 4 dimensions/,
    ],
    "a layer of another kind": [
      safetensorsOf({ "bn1.running_mean": { shape: [10], values: zeros(10) } }),
      /“bn1\.running_mean” is neither the weights nor the biases/,
    ],
    "biases without weights": [
      safetensorsOf({ "fc1.bias": { shape: [10], values: zeros(10) } }),
      /“fc1\.bias” is there, but not the weights of “fc1”/,
    ],
    "biases of another layer's size": [
      safetensorsOf({
        "fc.weight": { shape: [10, 784], values: zeros(7840) },
        "fc.bias": { shape: [16], values: zeros(16) },
      }),
      /“fc\.bias” has 16 values for 10 outputs/,
    ],
    "a network for other images": [
      safetensorsOf({ "fc.weight": { shape: [10, 3072], values: zeros(30720) } }),
      /do not lead from 784 pixels to 10 outputs: “fc\.weight” \(10 × 3072\)/,
    ],
    "whole numbers": [
      safetensorsOf({ "fc.weight": { shape: [10, 784], values: zeros(7840), dtype: "I64" } }),
      /“fc\.weight” has the dtype I64, which is not read here/,
    ],
    "a parameter that is not finite": [
      safetensorsOf({ "fc.weight": { shape: [10, 784], values: zeros(7840).fill(NaN) } }),
      /finite/,
    ],
  };
  for (const [what, [bytes, words]] of Object.entries(wrong)) {
    test(what, () => assert.throws(() => openModel(engine, bytes), words));
  }
});
