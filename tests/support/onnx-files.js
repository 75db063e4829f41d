/** Fully connected networks as exporters of ONNX write them, each in its own way. */
import { tensor } from "./onnx.js";
import { Chain, layersOf, network, turned } from "./onnx-chain.js";

/**
 * @import { Model, Tensor } from "./onnx.js"
 * @import { Network } from "../../wasm/network.js"
 *
 * @typedef {object} Foreign a file, and what is to be found in it
 * @property {Model} model
 * @property {(pixels: Float32Array) => import("onnxruntime-web").Tensor} [input]
 * @property {"logits" | "log" | "outputs"} [ends] in what: outputs by default
 * @property {{ mean: number, deviation: number }} [pixels] that the file says
 * @property {{ pixels: { mean: number, deviation: number } }} [given] what handwriting cannot tell
 *   of a network that was never trained
 * @property {string[]} [dtypes]
 */

/** What comes after the last sums. */
const logits = () => {};

/**
 * @typedef {Record<"modern" | "lesson" | "leaky" | "step" | "flat", Network>} Nets
 * @type {Record<string, [keyof Nets, (net: Network, chain: Chain) => Foreign]>}
 */
export const FILES = {
  "PyTorch: Flatten, Gemm, logits, opset 11": [
    "modern",
    (net, chain) => {
      chain.add("Flatten", [], { axis: { i: 1 } });
      network(chain, net, (layer) => chain.gemm(layer), logits);
      const model = chain.model({ opset: 11, ir: 6, shape: ["batch", 1, 28, 28] });
      return { model, ends: "logits", input: tensor("float32", [1, 1, 28, 28]) };
    },
  ],
  "PyTorch: x.view(x.size(0), -1) by shapes that are computed, opset 9": [
    "modern",
    (net, chain) => {
      chain.put("Shape", ["input"]).add("Gather", [chain.with("0", i64([], [0]))]);
      chain
        .add("Unsqueeze", [], { axes: { is: [0] } })
        .add("Concat", [chain.with("-1", i64([1]))], {
          axis: { i: 0 },
        });
      chain.put("Reshape", ["input", chain.value]);
      network(chain, net, (layer) => chain.gemm(layer), logits);
      const model = chain.model({ opset: 9, ir: 4, shape: ["batch", 1, 28, 28] });
      return { model, ends: "logits", input: tensor("float32", [1, 1, 28, 28]) };
    },
  ],
  "PyTorch: LogSoftmax at the end, Dropout and Identity between, opset 7": [
    "modern",
    (net, chain) => {
      network(
        chain,
        net,
        (layer) =>
          chain
            .add("Dropout", [], { ratio: { f: 0.5 } })
            .add("Identity")
            .gemm(layer),
        () => chain.add("LogSoftmax", [], { axis: { i: 1 } }),
      );
      return { model: chain.model({ opset: 7, ir: 3, tensorsAreInputs: true }), ends: "log" };
    },
  ],
  "Dropout with its options as inputs, opset 12": [
    "lesson",
    (net, chain) => {
      const options = [chain.number("ratio", 0.3)];
      options.push(chain.with("training", { dims: [], dtype: "BOOL", values: [0] }));
      network(chain, net, (layer) => chain.add("Dropout", options).gemm(layer));
      return { model: chain.model({ opset: 12, ir: 7 }) };
    },
  ],
  "Keras: MatMul and Add, Softmax, opset 15": [
    "modern",
    (net, chain) => {
      chain.add("Reshape", [chain.with("shape", i64([2], [-1, 784]))]);
      network(chain, net, (layer) => chain.dense(layer));
      const model = chain.model({ opset: 15, shape: ["n", 28, 28], producer: "tf2onnx" });
      return { model, input: tensor("float32", [1, 28, 28]) };
    },
  ],
  "the bias as the first input of Add, opset 17": [
    "lesson",
    (net, chain) => {
      network(chain, net, (layer, l) => {
        const [outputs, inputs] = layer.sizes;
        chain.add("MatMul", [
          chain.with(`W${l}`, { dims: [inputs, outputs], values: turned(layer) }),
        ]);
        chain.put("Add", [
          chain.with(`b${l}`, { dims: [1, outputs], values: layer.b }),
          chain.value,
        ]);
      });
      return { model: chain.model({ opset: 17 }) };
    },
  ],
  "without biases, Softmax along the last axis, opset 21": [
    "modern",
    (net, chain) => {
      network(
        chain,
        net,
        ({ name, sizes, w }, l) => {
          const weight = chain.with(name, { dims: sizes, values: w });
          if (l === 0) chain.add("Gemm", [weight], { transB: { i: 1 } });
          else chain.add("Gemm", [weight, ""], { transB: { i: 1 } });
        },
        () => chain.add("Softmax", [], { axis: { i: -1 } }),
      );
      return { model: chain.model({ opset: 21, ir: 10 }) };
    },
  ],
  "weights transposed by nodes, constants through Identity": [
    "modern",
    (net, chain) => {
      network(chain, net, ({ name, sizes, w, b }) => {
        const weight = chain.with(`${name}.weight`, { dims: sizes, values: w });
        const bias = chain.with(`${name}.bias`, { dims: [sizes[0]], values: b });
        const { value } = chain;
        const turned = chain.put("Transpose", [weight], { perm: { is: [1, 0] } }).value;
        const same = chain.put("Identity", [bias]).value;
        chain.put("MatMul", [value, turned]).add("Add", [same]);
      });
      return { model: chain.model({ opset: 18 }) };
    },
  ],
  "all constants in nodes": [
    "lesson",
    (net, chain) => {
      network(chain, net, ({ sizes, w, b }) => {
        const { value } = chain;
        const weight = chain.put("Constant", [], {
          value: { t: { dims: sizes, values: w } },
        }).value;
        const bias = chain.put("Constant", [], { value_floats: { fs: [...b] } }).value;
        chain.put("Gemm", [value, weight, bias], { transB: { i: 1 } });
      });
      return { model: chain.model() };
    },
  ],
  "alpha and beta, and weights as (inputs, outputs)": [
    "modern",
    (net, chain) => {
      network(chain, net, (layer) => {
        const { name, sizes, b } = layer;
        const weights = turned(layer).map((value) => value * 4);
        const weight = chain.with(name, { dims: [...sizes].reverse(), values: weights });
        const bias = chain.with(`${name}b`, { dims: [sizes[0]], values: b.map((v) => v / 2) });
        chain.add("Gemm", [weight, bias], { alpha: { f: 0.25 }, beta: { f: 2 } });
      });
      return { model: chain.model() };
    },
  ],
  "nodes backwards and without names, others that lead nowhere": [
    "modern",
    (net, chain) => {
      chain.with("unused", { dims: [3, 3, 3], values: new Float32Array(27) });
      network(chain, net, (layer) => chain.gemm(layer));
      const { value } = chain;
      chain.put("ArgMax", [value], { axis: { i: 1 } }).put("Tanh", ["input"]);
      chain.value = value;
      chain.nodes.reverse();
      for (const node of chain.nodes) delete node.name;
      return { model: chain.model() };
    },
  ],
  "one image alone, through Squeeze and Unsqueeze": [
    "modern",
    (net, chain) => {
      chain.add("Reshape", [chain.with("row", i64([3], [1, 1, 784]))]);
      chain.add("Squeeze", [chain.with("axes", i64([1], [1]))]);
      network(chain, net, (layer) => chain.gemm(layer));
      chain.add("Unsqueeze", [chain.with("first", i64([1], [0]))]);
      const model = chain.model({ shape: [28, 28] });
      model.outputs[0].dims = [1, 1, 10];
      return { model, input: tensor("float32", [28, 28]) };
    },
  ],
  "F16 weights, cast": ["modern", (net, chain) => halved(net, chain, { dtype: "F16" })],
  "F16 weights in int32_data, cast": [
    "modern",
    (net, chain) => halved(net, chain, { dtype: "F16", isTyped: true }),
  ],
  "BF16 weights, cast": ["modern", (net, chain) => halved(net, chain, { dtype: "BF16" })],
  "BF16 weights in int32_data, cast": [
    "lesson",
    (net, chain) => halved(net, chain, { dtype: "BF16", isTyped: true }),
  ],
  "all of it in F16": [
    "modern",
    (net, chain) => {
      chain.add("Cast", [], { to: { i: 10 } });
      network(chain, net, (layer) => chain.gemm(layer, { dtype: "F16" }));
      chain.add("Cast", [], { to: { i: 1 } });
      return { model: chain.model(), dtypes: ["F16"] };
    },
  ],
  "all of it in F64": [
    "lesson",
    (net, chain) => {
      network(chain, net, (layer) => chain.gemm(layer, { dtype: "F64" }));
      return { model: chain.model({ type: 11 }), input: tensor("float64"), dtypes: ["F64"] };
    },
  ],
  "double_data, cast before and after": [
    "modern",
    (net, chain) => {
      chain.add("Cast", [], { to: { i: 11 } });
      network(chain, net, (layer) => chain.dense(layer, { dtype: "F64", isTyped: true }));
      chain.add("Cast", [], { to: { i: 1 } });
      return { model: chain.model(), dtypes: ["F64"] };
    },
  ],
  float_data: [
    "lesson",
    (net, chain) => {
      network(chain, net, (layer) => chain.gemm(layer, { isTyped: true }));
      return { model: chain.model({ producer: "skl2onnx" }) };
    },
  ],
  "bytes, cast and divided by 255": [
    "modern",
    (net, chain) => {
      chain.add("Cast", [], { to: { i: 1 } }).add("Div", [chain.number("white", 255)]);
      network(chain, net, (layer) => chain.gemm(layer));
      const model = chain.model();
      model.inputs[0].type = 2;
      const input = tensor("uint8", [1, 784], 255);
      return { model, input, pixels: { mean: 0, deviation: 1 } };
    },
  ],
  "bytes as they are": [
    "modern",
    (net, chain) => {
      chain.add("Cast", [], { to: { i: 1 } });
      network(chain, net, ({ w, ...layer }, l) =>
        chain.gemm({ ...layer, w: l ? w : w.map((value) => value / 255) }),
      );
      const model = chain.model();
      model.inputs[0].type = 2;
      const input = tensor("uint8", [1, 784], 255);
      return { model, input, pixels: { mean: 0, deviation: 1 / 255 } };
    },
  ],
  "floats up to 255, times 1/255": [
    "lesson",
    (net, chain) => {
      chain.put("Mul", [chain.number("scale", 1 / 255), "input"]);
      network(chain, net, (layer) => chain.dense(layer));
      const input = tensor("float32", [1, 784], 255);
      return { model: chain.model(), input, pixels: { mean: 0, deviation: 1 } };
    },
  ],
  "normalised by MNIST's mean and deviation": [
    "modern",
    (net, chain) => {
      chain.add("Sub", [chain.number("mean", 0.1307)]).add("Div", [chain.number("std", 0.3081)]);
      network(chain, net, (layer) => chain.gemm(layer));
      return { model: chain.model(), pixels: { mean: 0.1307, deviation: 0.3081 } };
    },
  ],
  "from −1 to 1, of bytes": [
    "modern",
    (net, chain) => {
      const two = chain.with("127.5", { dims: [1, 1], values: [127.5] });
      chain.add("Div", [two]).add("Add", [chain.number("minus one", -1)]);
      network(chain, net, (layer) => chain.gemm(layer));
      const input = tensor("float32", [1, 784], 255);
      return { model: chain.model(), input, pixels: { mean: 0.5, deviation: 0.5 } };
    },
  ],
  "dark digits on white": [
    "modern",
    (net, chain) => {
      chain.put("Sub", [chain.number("one", 1), "input"]);
      network(chain, net, (layer) => chain.gemm(layer));
      return { model: chain.model(), pixels: { mean: 1, deviation: -1 } };
    },
  ],
  "leaky ReLU with its slope left out": [
    "leaky",
    (net, chain) => {
      network(chain, net, (layer) => chain.gemm(layer));
      return { model: chain.model(), given: { pixels: { mean: 0, deviation: 1 } } };
    },
  ],
  "a step as GreaterOrEqual and Cast": [
    "step",
    (net, chain) => {
      layersOf(net).forEach((layer, l) => {
        chain.gemm(layer);
        if (l === net.layers.length - 2) chain.add("Softmax");
        else chain.add("GreaterOrEqual", [chain.number("0", 0)]).add("Cast", [], { to: { i: 1 } });
      });
      return { model: chain.model(), given: { pixels: { mean: 0, deviation: 1 } } };
    },
  ],
  "one layer, its logits shifted, halved and turned by nodes": [
    "flat",
    (net, chain) => {
      const [layer] = layersOf(net);
      chain.gemm(layer).add("Div", [chain.number("temperature", 2)]);
      chain.put("Sub", [chain.with("shift", { dims: [10], values: layer.b }), chain.value]);
      chain.add("Sub", [chain.number("quarter", 0.25)]).add("Mul", [chain.number("turn", -1)]);
      return { model: chain.model(), ends: "logits" };
    },
  ],
};

/** @param {number[]} dims @param {number[]} [values] @returns {Tensor} */
function i64(dims, values = [-1]) {
  return { dims, values, dtype: "I64" };
}

/**
 * Weights that nodes make float32 of.
 * @param {Network} net @param {Chain} chain @param {Partial<Tensor>} how @returns {Foreign}
 */
function halved(net, chain, how) {
  network(chain, net, ({ name, sizes, w, b }) => {
    const { value } = chain;
    const floats = { to: { i: 1 } };
    const stored = chain.with(`${name}.weight`, { dims: sizes, values: w, ...how });
    const weight = chain.put("Cast", [stored], floats).value;
    const other = chain.with(`${name}.bias`, { dims: [sizes[0]], values: b, ...how });
    const bias = chain.put("Cast", [other], floats).value;
    chain.put("Gemm", [value, weight, bias], { transB: { i: 1 } });
  });
  return { model: chain.model(), dtypes: [/** @type {string} */ (how.dtype)] };
}
