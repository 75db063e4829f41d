// What is found on the way through an ONNX graph, node by node: layers, functions, and how pixels
// are normalised.

import { layerNamed, transposed } from "../layers.js";
import { quoted } from "../tensors.js";
import { attributeOf, called, floatOf, intOf, isFloat, typeName } from "./graph.js";

/**
 * @import { Layer } from "../layers.js"
 * @import { Given } from "../open.js"
 * @import { Tensor } from "../tensors.js"
 * @import { Graph, Step } from "./graph.js"
 * @import { NodeMessage, ValueMessage } from "./messages.js"
 *
 * @typedef {{ name: string, node: NodeMessage }} Applied an activation function
 */

const pixelCount = 784;
/** The slope of this engine's leaky ReLU. */
const SLOPE = Math.fround(0.01);
/** Nodes that change nothing, where one image is as many numbers in a row. */
const NEUTRAL = ["Identity", "Flatten", "Reshape", "Squeeze", "Unsqueeze", "Dropout", "Cast"];
/** Activation functions by their nodes. @type {Record<string, string>} */
const FUNCTIONS = {
  Relu: "relu",
  LeakyRelu: "leaky_relu",
  Sigmoid: "sigmoid",
  Softmax: "softmax",
  LogSoftmax: "softmax", // the same order of the ten, and the same network
};
/** Arithmetic with a constant. */
const ARITHMETIC = ["Add", "Sub", "Mul", "Div"];
/** Nodes that are a step together with those after them. @type {Record<string, string[]>} */
const STEPS = { Less: ["Not", "Cast"], GreaterOrEqual: ["Cast"] };
/** Nodes that are read. */
export const READ = [
  ...["Gemm", "MatMul", "Not", ...NEUTRAL],
  ...[...Object.keys(FUNCTIONS), ...ARITHMETIC, ...Object.keys(STEPS)],
];

/** What is found on the way, node by node. */
export class Way {
  /** @type {Layer[]} */
  layers = [];
  /** @type {Applied[]} */
  applied = [];
  /** How the first layer wants what the graph takes, if it says so. @type {Given["pixels"]} */
  pixels;
  #graph;
  /** The last layer's node, until a function is applied to its sums. @type {NodeMessage | null} */
  #open = null;

  /** @param {Graph} graph @param {ValueMessage} input */
  constructor(graph, { type }) {
    this.#graph = graph;
    this.isOfBytes = typeName(type?.tensor?.type ?? 1) === "UINT8";
    if (this.isOfBytes) this.pixels = { mean: 0, deviation: 1 };
  }

  /** @param {readonly Step[]} steps */
  follow(steps) {
    for (let i = 0; i < steps.length; i += 1) {
      const { node } = steps[i];
      const { op } = node;
      const rest = STEPS[op];
      if (rest) {
        this.#step(steps[i], steps.slice(i + 1, i + 1 + rest.length));
        i += rest.length;
      } else if (op === "Gemm" || op === "MatMul") this.#layer(steps[i]);
      else if (ARITHMETIC.includes(op)) this.#arithmetic(steps[i]);
      else if (FUNCTIONS[op]) this.#apply(node, this.#function(node));
      else this.#neutral(node);
    }
  }

  /** @param {NodeMessage} node */
  #neutral(node) {
    const { op } = node;
    const to = intOf(node, "to", 0);
    if (op === "Not" || (op === "Cast" && !isFloat(to))) {
      const type = op === "Cast" ? `${typeName(to)}: expected floats` : "what is no number";
      throw new Error(`${called(node)} leads to ${type}`);
    }
    const isTraining = op === "Dropout" && node.inputs[2] && !this.#graph.isFalse(node.inputs[2]);
    if (isTraining)
      throw new Error(`${called(node)} is at work: expected a network after training`);
  }

  /** A constant that a node has as an input. @param {NodeMessage} node @param {number} i */
  #constant(node, i) {
    const tensor = this.#graph.constant(node.inputs[i] ?? "");
    if (!tensor) throw new Error(`${called(node)} has no constant as input ${i + 1}`);
    return tensor;
  }

  /* ---- layers ---- */

  /** @param {Step} step */
  #layer({ node, at }) {
    if (this.#open) {
      const before = called(this.#open);
      throw new Error(`${called(node)} follows ${before}: expected an activation function between`);
    }
    const isGemm = node.op === "Gemm";
    if (at !== 0 || (isGemm && intOf(node, "transA", 0) !== 0)) {
      throw new Error(`${called(node)} multiplies weights by values: expected values by weights`);
    }
    const weight = this.#constant(node, 1);
    const isTransposed = !isGemm || intOf(node, "transB", 0) === 0;
    const { inputs, outputs, values } = this.#weights(node, weight, isTransposed);
    const alpha = isGemm ? floatOf(node, "alpha", 1) : 1;
    const weights = alpha === 1 ? values : values.map((value) => value * alpha);
    const biases = new Float32Array(outputs);
    this.layers.push({ name: layerNamed(weight.name), inputs, outputs, weights, biases });
    this.#open = node;
    if (isGemm && node.inputs[2]) {
      const beta = floatOf(node, "beta", 1);
      const bias = this.#perOutput(node, this.#constant(node, 2), outputs);
      for (let o = 0; o < outputs; o += 1) biases[o] = bias[o] * beta;
    }
  }

  /**
   * @param {NodeMessage} node @param {Tensor} weight
   * @param {boolean} isTransposed (inputs, outputs)
   */
  #weights(node, weight, isTransposed) {
    const { shape, name } = weight;
    if (shape.length !== 2) {
      const count = `${shape.length} dimension${shape.length === 1 ? "" : "s"}`;
      throw new Error(`${quoted(name)} has ${count}, where weights of ${called(node)} have 2`);
    }
    const [inputs, outputs] = isTransposed ? shape : [...shape].reverse();
    const width = this.layers.at(-1)?.outputs ?? pixelCount;
    if (inputs !== width) {
      const what = this.layers.length ? "values" : "pixels";
      const sizes = shape.join(" × ");
      throw new Error(
        `${called(node)} has weights ${quoted(name)} (${sizes}) for ${inputs} inputs, where ` +
          `${width} ${what} come`,
      );
    }
    const values = weight.values();
    return { inputs, outputs, values: isTransposed ? transposed(values, inputs, outputs) : values };
  }

  /**
   * A constant for each output of a layer.
   * @param {NodeMessage} node @param {Tensor} tensor @param {number} outputs
   */
  #perOutput(node, tensor, outputs) {
    const values = tensor.values();
    const rows = tensor.shape.slice(0, -1);
    if (values.length === 1) return new Float32Array(outputs).fill(values[0]);
    if (values.length === outputs && rows.every((size) => size === 1)) return values;
    const sizes = tensor.shape.join(" × ");
    throw new Error(
      `${quoted(tensor.name)} of ${called(node)} has the shape ${sizes}: expected ${outputs} ` +
        "values, one for each output",
    );
  }

  /* ---- arithmetic with constants ---- */

  /** @param {Step} step */
  #arithmetic({ node, at }) {
    const tensor = this.#constant(node, 1 - at);
    if (node.op === "Div" && at === 1) {
      throw new Error(`${called(node)} divides by values: expected values by a constant`);
    }
    if (this.#open) return this.#change(node, tensor, at);
    if (this.layers.length) {
      throw new Error(
        `${called(node)} comes after an activation function: expected it before the first layer, ` +
          "or between a layer and its activation function",
      );
    }
    const values = tensor.values();
    if (values.length !== 1) {
      throw new Error(
        `${quoted(tensor.name)} of ${called(node)} has ${values.length} values for the pixels: ` +
          "expected one for all",
      );
    }
    this.#normalise(node, values[0], at);
  }

  /**
   * (x − mean) ÷ deviation, and then one thing more, is of the same form.
   * @param {NodeMessage} node @param {number} c @param {number} at
   */
  #normalise(node, c, at) {
    let { mean, deviation } = this.pixels ?? { mean: 0, deviation: 1 };
    if (node.op === "Add") mean -= c * deviation;
    else if (node.op === "Sub") {
      mean += c * deviation;
      if (at === 1) deviation = -deviation;
    } else deviation *= node.op === "Div" ? c : 1 / c;
    if (!Number.isFinite(mean) || !Number.isFinite(deviation) || deviation === 0) {
      throw new Error(`${called(node)} by ${c} leaves no pixels to see`);
    }
    this.pixels = { mean, deviation };
  }

  /**
   * Changes the last layer's sums.
   * @param {NodeMessage} node @param {Tensor} tensor @param {number} at
   */
  #change(node, tensor, at) {
    const { outputs, inputs, weights, biases } = /** @type {Layer} */ (this.layers.at(-1));
    const constants = this.#perOutput(node, tensor, outputs);
    for (let o = 0; o < outputs; o += 1) {
      const c = constants[o];
      const isSum = node.op === "Add" || node.op === "Sub";
      const sign = node.op === "Sub" && at === 1 ? -1 : 1;
      const factor = isSum ? sign : node.op === "Div" ? 1 / c : c;
      if (factor !== 1) {
        for (let i = 0; i < inputs; i += 1) weights[o * inputs + i] *= factor;
      }
      const added = node.op === "Sub" && at === 0 ? -c : c;
      biases[o] = isSum ? biases[o] * factor + added : biases[o] * factor;
    }
  }

  /* ---- functions ---- */

  /** @param {NodeMessage} node @returns {string} */
  #function(node) {
    const { op } = node;
    const slope = floatOf(node, "alpha", 0.01);
    if (op === "LeakyRelu" && Math.fround(slope) !== SLOPE) {
      throw new Error(
        `${called(node)} has the slope ${Number(slope.toPrecision(6))}: expected 0.01`,
      );
    }
    const axis = attributeOf(node, "axis") ? intOf(node, "axis", 0) : -1;
    if (/Softmax$/.test(op) && axis !== 1 && axis !== -1) {
      throw new Error(`${called(node)} is along axis ${axis}: expected 1, the outputs`);
    }
    return FUNCTIONS[op];
  }

  /** Whether z is below 0: 0, else 1. @param {Step} step @param {readonly Step[]} rest */
  #step({ node, at }, rest) {
    const isWhole = STEPS[node.op].every((op, i) => rest[i]?.node.op === op);
    const isCast = rest.length > 0 && isFloat(intOf(rest[rest.length - 1].node, "to", 0));
    const zero = at === 0 && isWhole && isCast ? this.#constant(node, 1).values() : [];
    if (zero.length !== 1 || zero[0] !== 0) {
      throw new Error(`${called(node)} is no step function: expected 1 from 0 on, and 0 below`);
    }
    this.#apply(node, "step");
  }

  /** @param {NodeMessage} node @param {string} name */
  #apply(node, name) {
    if (!this.#open) {
      const what = this.layers.length ? "what an activation function returned" : "the pixels";
      throw new Error(`${called(node)} is applied to ${what}: expected the sums of a layer`);
    }
    this.applied.push({ name, node });
    this.#open = null;
  }
}
