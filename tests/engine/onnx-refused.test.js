/**
 * ONNX files that are no fully connected networks are refused by a sentence that names the node or
 * the tensor; whatever bytes come, reading them ends, and in nothing worse.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { modelIn } from "../../wasm/formats/onnx/messages.js";
import { foundIn } from "../../wasm/formats/onnx/network.js";
import { onnxOf, openOnnx } from "../../wasm/formats/onnx.js";
import { onnxFileOf } from "../support/onnx.js";
import { Chain, layersOf, network } from "../support/onnx-chain.js";

/** @import { Tensor } from "../support/onnx.js" */

const engine = await loadEngine();
const net = engine.network({ hidden: "relu", output: "softmax", seed: 3 });
const [first, second, third] = layersOf(net);
const flat = engine.network({ layers: [784, 10], output: "softmax", seed: 3 });

/** @param {number[]} dims @returns {Tensor} */
const zeros = (...dims) => ({ dims, values: new Float32Array(dims.reduce((a, b) => a * b, 1)) });

/**
 * A chain's file.
 * @param {(chain: Chain) => unknown} build
 * @param {Parameters<Chain["model"]>[0]} [how]
 */
function file(build, how) {
  const chain = new Chain();
  build(chain);
  return onnxFileOf(chain.model(how));
}

/** @type {Record<string, [Uint8Array, RegExp]>} */
const REFUSED = {
  "an empty file": [new Uint8Array(), /^not a model file: it has no ONNX graph$/],
  "what is no ONNX file": [
    new TextEncoder().encode("hello, this is a text"),
    /^not a model file: /,
  ],
  "a graph without nodes": [
    file(() => {}, { outputs: [{ name: "y" }] }),
    /^nothing computes “y”, and it is no input of the graph$/,
  ],
  "a convolution": [
    file((chain) =>
      chain
        .add("Conv", [chain.with("conv1.weight", zeros(8, 1, 3, 3))])
        .add("Relu")
        .gemm(third),
    ),
    /^“\/Conv_0” \(Conv\) is not read here: expected Gemm, or MatMul and Add, and Relu, LeakyRelu/,
  ],
  "another activation function": [
    file((chain) => chain.gemm(first).add("Tanh").gemm(second)),
    /^“\/Tanh_1” \(Tanh\) is not read here/,
  ],
  "an operation that a library has added": [
    file((chain) => {
      chain.gemm(first);
      chain.nodes[0].domain = "com.microsoft";
    }),
    /^“\/Gemm_0” \(Gemm\) of “com\.microsoft” is not read here/,
  ],
  "a branch that comes back": [
    file((chain) => {
      const before = chain.gemm(first).add("Relu").value;
      chain.gemm(second).add("Relu").add("Add", [before]).gemm(third);
    }),
    /^“\/Add_4” \(Add\) puts computed values together: expected one way/,
  ],
  "two activation functions": [
    file((chain) => chain.gemm(first).add("Relu").gemm(second).add("Sigmoid").gemm(third)),
    /^“\/Relu_1” \(Relu\) and “\/Sigmoid_3” \(Sigmoid\) are in one network: expected the same/,
  ],
  "no activation function between layers": [
    file((chain) => chain.gemm(first).gemm(second)),
    /^“\/Gemm_1” \(Gemm\) follows “\/Gemm_0” \(Gemm\): expected an activation function between/,
  ],
  "one activation function after another": [
    file((chain) => chain.gemm(first).add("Relu").add("Sigmoid")),
    /^“\/Sigmoid_2” \(Sigmoid\) is applied to what an activation function returned/,
  ],
  "an activation function of the pixels": [
    file((chain) => chain.add("Relu").gemm(first)),
    /^“\/Relu_0” \(Relu\) is applied to the pixels: expected the sums of a layer$/,
  ],
  "a leaky ReLU of another slope": [
    file((chain) => chain.gemm(first).add("LeakyRelu", [], { alpha: { f: 0.2 } })),
    /^“\/LeakyRelu_1” \(LeakyRelu\) has the slope 0\.2: expected 0\.01$/,
  ],
  "ReLU of the outputs": [
    file((chain) => chain.gemm(first).add("Relu").gemm(second).add("Relu").gemm(third).add("Relu")),
    /^“\/Relu_5” \(Relu\) is applied to the ten outputs: expected Sigmoid, Softmax, LogSoftmax or/,
  ],
  "softmax of a hidden layer": [
    file((chain) => chain.gemm(first).add("Softmax").gemm(second).add("Softmax").gemm(third)),
    /^“\/Softmax_1” \(Softmax\) is applied to a hidden layer: expected it at the end$/,
  ],
  "softmax of the batch": [
    file((chain) => chain.gemm(first).add("Softmax", [], { axis: { i: 0 } })),
    /^“\/Softmax_1” \(Softmax\) is along axis 0: expected 1, the outputs$/,
  ],
  "a step elsewhere than at 0": [
    file((chain) => {
      chain.gemm(first).add("GreaterOrEqual", [chain.number("half", 0.5)]);
      chain.add("Cast", [], { to: { i: 1 } }).gemm(second);
    }),
    /^“\/GreaterOrEqual_1” \(GreaterOrEqual\) is no step function: expected 1 from 0 on/,
  ],
  "a cast to whole numbers": [
    file((chain) =>
      chain
        .gemm(first)
        .add("Relu")
        .add("Cast", [], { to: { i: 7 } })
        .gemm(second),
    ),
    /^“\/Cast_2” \(Cast\) leads to INT64: expected floats$/,
  ],
  "a network that is being trained": [
    file((chain) => {
      const options = [chain.number("ratio", 0.5)];
      options.push(chain.with("training", { dims: [], dtype: "BOOL", values: [1] }));
      chain.gemm(first).add("Relu").add("Dropout", options).gemm(second);
    }),
    /^“\/Dropout_2” \(Dropout\) is at work: expected a network after training$/,
  ],
  "a quantised network": [
    file((chain) => chain.add("DynamicQuantizeLinear").gemm(first)),
    /^“\/DynamicQuantizeLinear_0” \(DynamicQuantizeLinear\) is of a quantised network/,
  ],
  "weights as whole numbers": [
    file((chain) => chain.gemm(first, { dtype: "I8" })),
    /^“fc1\.weight” has the dtype INT8, which is not read here$/,
  ],
  "weights in another file": [
    file((chain) => chain.gemm(first, { values: [], location: "weights.data" })),
    /^“fc1\.weight” is in another file: expected all weights in this one, as PyTorch writes them/,
  ],
  "weights that are computed": [
    file((chain) => {
      const other = chain.add("Relu").value;
      chain.put("MatMul", ["input", other]);
    }),
    /^“\/MatMul_1” \(MatMul\) puts computed values together/,
  ],
  "weights that are missing": [
    file((chain) => chain.add("Gemm", ["w"])),
    /^“\/Gemm_0” \(Gemm\) puts computed values together/,
  ],
  "weights of three dimensions": [
    file((chain) => chain.add("MatMul", [chain.with("w", zeros(1, 784, 10))])),
    /^“w” has 3 dimensions, where weights of “\/MatMul_0” \(MatMul\) have 2$/,
  ],
  "weights by values": [
    file((chain) => chain.put("MatMul", [chain.with("w", zeros(10, 784)), "input"])),
    /^“\/MatMul_0” \(MatMul\) multiplies weights by values: expected values by weights$/,
  ],
  "values transposed": [
    file((chain) => chain.add("Gemm", [chain.with("w", zeros(784, 10))], { transA: { i: 1 } })),
    /^“\/Gemm_0” \(Gemm\) multiplies weights by values/,
  ],
  "a network of larger images": [
    file((chain) => chain.add("MatMul", [chain.with("w", zeros(1024, 10))])),
    /^“\/MatMul_0” \(MatMul\) has weights “w” \(1024 × 10\) for 1024 inputs, where 784 pixels/,
  ],
  "an input of colours": [
    file((chain) => chain.gemm(first), { shape: ["n", 3, 32, 32] }),
    /^its input “input” has the shape n × 3 × 32 × 32: expected 784 pixels$/,
  ],
  "layers that do not fit": [
    file((chain) => chain.gemm(first).add("Relu").gemm(first)),
    /^“\/Gemm_2” \(Gemm\) has weights “fc1\.weight” \(16 × 784\) for 784 inputs, where 16 values/,
  ],
  "letters for digits": [
    file((chain) => chain.add("MatMul", [chain.with("fc.weight", zeros(784, 26))])),
    /^its last layer, “fc”, has 26 outputs: expected 10$/,
  ],
  "no layer at all": [file((chain) => chain.add("Flatten")), /^it has 0 layers: expected 1 to 8$/],
  "more layers than there can be": [
    file((chain) => {
      chain.gemm(first);
      for (let l = 0; l < 8; l += 1) chain.add("Relu").gemm(second);
    }),
    /^it has 9 layers: expected 1 to 8$/,
  ],
  "biases of another size": [
    file((chain) =>
      chain.add("Gemm", [chain.with("w", zeros(784, 10)), chain.with("b", zeros(16))]),
    ),
    /^“b” of “\/Gemm_0” \(Gemm\) has the shape 16: expected 10 values, one for each output$/,
  ],
  "a tensor with fewer numbers than its shape has": [
    file((chain) => chain.gemm({ ...first, w: first.w.subarray(1) })),
    /^not a model file: “fc1\.weight” has 50172 bytes, its shape needs 50176$/,
  ],
  "halves with fewer numbers than their shape has": [
    file((chain) =>
      chain.gemm({ ...first, w: first.w.subarray(1) }, { dtype: "F16", isTyped: true }),
    ),
    /^not a model file: “fc1\.weight” has not as many numbers as its shape needs$/,
  ],
  "each pixel normalised by itself": [
    file((chain) => chain.add("Sub", [chain.with("mean", zeros(784))]).gemm(first)),
    /^“mean” of “\/Sub_0” \(Sub\) has 784 values for the pixels: expected one for all$/,
  ],
  "pixels times 0": [
    file((chain) => chain.add("Mul", [chain.number("zero", 0)]).gemm(first)),
    /^“\/Mul_0” \(Mul\) by 0 leaves no pixels to see$/,
  ],
  "a number divided by the pixels": [
    file((chain) => chain.put("Div", [chain.number("one", 1), "input"]).gemm(first)),
    /^“\/Div_0” \(Div\) divides by values: expected values by a constant$/,
  ],
  "arithmetic after an activation function": [
    file((chain) =>
      chain
        .gemm(first)
        .add("Relu")
        .add("Mul", [chain.number("two", 2)])
        .gemm(second),
    ),
    /^“\/Mul_2” \(Mul\) comes after an activation function: expected it before the first layer/,
  ],
  "the mask of a dropout": [
    file((chain) => {
      chain.gemm(first).add("Dropout");
      chain.nodes[1].outputs = ["kept", chain.value];
    }),
    /^“\/Dropout_1” \(Dropout\) is used for its output “\/Dropout_1_output_0”: expected the first$/,
  ],
  "a circle": [
    file((chain) => {
      chain.gemm(first).add("Relu").gemm(second);
      chain.nodes[0].inputs[0] = chain.value;
    }),
    /\((Gemm|Relu)\) leads back to itself$/,
  ],
  "constants in a circle": [
    file((chain) => {
      chain.add("MatMul", ["a"]).put("Identity", ["b"]);
      chain.nodes[1].outputs = ["a"];
      chain.put("Identity", ["a"]);
      chain.nodes[2].outputs = ["b"];
      chain.value = chain.nodes[0].outputs[0];
    }),
    /^“\/MatMul_0” \(MatMul\) puts computed values together/,
  ],
  "two outputs": [
    file((chain) => chain.gemm(first), { outputs: [{ name: "a" }, { name: "b" }] }),
    /^its graph has 2 outputs: expected one$/,
  ],
  "a weight that is not finite": [
    file((chain) => chain.gemm({ ...layersOf(flat)[0], b: new Float32Array(10).fill(NaN) })),
    /^“fc1” has NaN among its parameters: expected finite numbers$/,
  ],
};

describe("Refused, by a sentence that names what is wrong, is", () => {
  for (const [what, [bytes, words]] of Object.entries(REFUSED)) {
    test(what, () => {
      assert.throws(
        () => openOnnx(engine, bytes),
        ({ message }) => {
          assert.match(message, words);
          return true;
        },
      );
    });
  }

  test("a file that was cut off, wherever it was", () => {
    const bytes = onnxOf(flat, { note: "a note" });
    assert.ok(openOnnx(engine, bytes));
    for (let length = 0; length < bytes.length; length += length < 200 ? 1 : 487) {
      assert.throws(() => openOnnx(engine, bytes.subarray(0, length)), /^Error: /, `${length}`);
    }
  });

  test("a file with a part that goes on behind its end, or is of another type", () => {
    const bytes = onnxOf(flat);
    const longer = (/** @type {number[]} */ ...more) => Uint8Array.from([...bytes, ...more]);
    assert.ok(openOnnx(engine, longer(0x7a, 1, 0))); // a field 15 that nobody knows
    for (const [more, words] of /** @type {[number[], RegExp][]} */ ([
      [[0x7a, 5, 0], /its parts do not end where they should$/],
      [[0x12, 5, 0], /it ends too early$/],
      [[0x10, 5], /its parts are of other types than ONNX’s$/],
      [[0x7b, 5], /its bytes are not those of an ONNX model$/],
      [[0x00, 5], /its parts do not end where they should$/],
    ])) {
      assert.throws(() => openOnnx(engine, longer(...more)), words);
    }
  });

  test("a file of very many parts, before they fill the memory", () => {
    const parts = new Uint8Array(1_000_000);
    for (let i = 0; i < parts.length; i += 2) parts[i] = 0x42; // an empty message of field 8
    assert.throws(() => openOnnx(engine, parts), /has more than 200000 parts/);
    parts.fill(0x80);
    assert.throws(() => openOnnx(engine, parts), /^Error: not a model file: /);
  });
});

/** Numbers in 0…1, the same in each run. @param {number} seed */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test("whatever bytes a file is mangled to, reading them ends in a network or a sentence", () => {
  const chain = new Chain();
  chain
    .add("Cast", [], { to: { i: 1 } })
    .add("Sub", [chain.number("mean", 0.5)])
    .add("Flatten");
  network(chain, net, (layer) => chain.gemm({ ...layer, w: layer.w.fill(0) }, { dtype: "F16" }));
  const bases = [
    onnxOf(engine.network({ layers: [784, 10], hidden: "step" })),
    onnxFileOf(chain.model()),
  ].map((bytes) => {
    // Numbers of weights are of no interest: most changes are near other bytes.
    const places = [...bytes.keys()].filter((i) => i < 900 || i > bytes.length - 600);
    return { bytes, places };
  });
  const draw = numbers(20_261_127);
  const some = (/** @type {number} */ count) => Math.floor(draw() * count);
  let [read, refused] = [0, 0];
  for (let round = 0; round < 6000; round += 1) {
    const { bytes: whole, places } = bases[round % bases.length];
    const place = () => places[some(places.length)];
    const bytes = Buffer.from(whole);
    for (let n = 1 + some(4); n > 0; n -= 1) {
      const at = draw() < 0.9 ? place() : some(whole.length);
      const others = [bytes[at] ^ (1 << some(8)), some(256), 255, 0, bytes[some(whole.length)]];
      bytes[at] = others[some(5)];
    }
    const from = place();
    const added = () => Buffer.concat([bytes, bytes.subarray(from, from + some(40))]);
    const isCut = round % 7 === 0;
    const mangled = isCut ? bytes.subarray(0, from) : round % 5 === 0 ? added() : bytes;
    try {
      const { layers } = foundIn(modelIn(mangled).graph);
      assert.ok(layers.every(({ weights: w, inputs, outputs }) => w.length === inputs * outputs));
      read += 1;
      if (read % 50 === 0) openOnnx(engine, mangled).net.free();
    } catch (error) {
      const isOfEngine = /^(layers|parameters|cost)\b.*: /.test(error.message);
      assert.equal(error.constructor, isOfEngine ? RangeError : Error, error.stack);
      assert.match(error.message, /^.{10,400}$/s);
      refused += 1;
    }
  }
  assert.ok(read > 500 && refused > 1000, `${read} read, ${refused} refused`);
});
