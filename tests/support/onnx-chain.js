/** ONNX graphs in which one node follows the other. */

/**
 * @import { Attribute, Model, Node, Tensor } from "./onnx.js"
 * @import { Network } from "../../wasm/network.js"
 *
 * @typedef {{ name: string, sizes: [number, number], w: Float32Array, b: Float32Array }} Layer
 */

/** @param {Network} net @param {(layer: number) => string} [name] @returns {Layer[]} */
export function layersOf({ layers, parameters }, name = (l) => `fc${l + 1}`) {
  let at = 0;
  return layers.slice(1).map((outputs, l) => {
    const inputs = layers[l];
    const w = parameters.slice(at, at + inputs * outputs);
    at += inputs * outputs + outputs;
    const b = parameters.slice(at - outputs, at);
    return { name: name(l), sizes: [outputs, inputs], w, b };
  });
}

/** Columns for rows. @param {Layer} layer */
export const turned = ({ sizes: [rows, columns], w }) =>
  Float32Array.from(w, (_, i) => w[(i % rows) * columns + Math.floor(i / rows)]);

/** @type {Record<string, string>} */
const OPS = { relu: "Relu", sigmoid: "Sigmoid", softmax: "Softmax", leaky_relu: "LeakyRelu" };

/** Nodes in a row, each with the output of the one before as its first input. */
export class Chain {
  /** @type {Node[]} */
  nodes = [];
  /** @type {Record<string, Tensor>} */
  tensors = {};
  value;

  /** @param {string} [input] */
  constructor(input = "input") {
    this.value = input;
  }

  /**
   * @param {string} op @param {string[]} [others] inputs after the first
   * @param {Record<string, Attribute>} [attributes]
   */
  add(op, others = [], attributes = {}) {
    return this.put(op, [this.value, ...others], attributes);
  }

  /** @param {string} op @param {string[]} inputs @param {Record<string, Attribute>} [attributes] */
  put(op, inputs, attributes = {}) {
    const name = `/${op}_${this.nodes.length}`;
    this.value = `${name}_output_0`;
    this.nodes.push({ op, name, inputs, outputs: [this.value], attributes });
    return this;
  }

  /** @param {string} name @param {Tensor} tensor */
  with(name, tensor) {
    this.tensors[name] = tensor;
    return name;
  }

  /** One number. @param {string} name @param {number} value @param {Tensor["dtype"]} [dtype] */
  number(name, value, dtype) {
    return this.with(name, { dims: [], values: [value], dtype });
  }

  /** As PyTorch writes nn.Linear. @param {Layer} layer @param {Partial<Tensor>} [how] */
  gemm({ name, sizes, w, b }, how = {}) {
    const weight = this.with(`${name}.weight`, { dims: sizes, values: w, ...how });
    const bias = this.with(`${name}.bias`, { dims: [sizes[0]], values: b, ...how });
    return this.add("Gemm", [weight, bias], { transB: { i: 1 } });
  }

  /** As Keras is converted. @param {Layer} layer @param {Partial<Tensor>} [how] */
  dense(layer, how = {}) {
    const [outputs, inputs] = layer.sizes;
    const kernel = `sequential/${layer.name}/MatMul/ReadVariableOp:0`;
    const bias = `sequential/${layer.name}/BiasAdd/ReadVariableOp:0`;
    this.with(kernel, { dims: [inputs, outputs], values: turned(layer), ...how });
    this.with(bias, { dims: [outputs], values: layer.b, ...how });
    return this.add("MatMul", [kernel]).add("Add", [bias]);
  }

  /** @param {Partial<Model> & { shape?: (number | string)[], type?: number }} [how] */
  model({ shape = ["batch", 784], type = 1, ...how } = {}) {
    const { nodes, tensors, value } = this;
    const inputs = [{ name: "input", dims: shape, type }];
    return {
      nodes,
      tensors,
      inputs,
      outputs: [{ name: value, dims: ["batch", 10], type }],
      ...how,
    };
  }
}

/**
 * A whole network: each layer by `layer`, its hidden function between, and what follows the sums of
 * the last.
 * @param {Chain} chain @param {Network} net
 * @param {(layer: Layer, l: number) => unknown} layer
 * @param {(chain: Chain) => unknown} [end]
 */
export function network(chain, net, layer, end) {
  const layers = layersOf(net);
  layers.forEach((each, l) => {
    layer(each, l);
    if (l < layers.length - 1) chain.add(OPS[net.hidden]);
    else if (end) end(chain);
    else chain.add(OPS[net.output]);
  });
  return chain;
}
