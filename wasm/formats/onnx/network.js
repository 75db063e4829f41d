// The fully connected network in an ONNX graph.

import { MOST } from "../layers.js";
import { quoted } from "../tensors.js";
import { called, Graph } from "./graph.js";
import { READ, Way } from "./way.js";

/**
 * @import { Layer } from "../layers.js"
 * @import { Functions, Given } from "../open.js"
 * @import { Applied } from "./way.js"
 * @import { GraphMessage, NodeMessage, ValueMessage } from "./messages.js"
 *
 * @typedef {object} Found
 * @property {Layer[]} layers
 * @property {string[]} dtypes of its constants
 * @property {Pick<Given, "hidden" | "output" | "pixels">} said by the graph
 */

const pixelCount = 784;
const classes = 10;
/** Shifts and scales that are larger than this are of pixels in 0…255, not in 0…1. */
const BYTES = 16;
/** Throws for a node that has no place in a fully connected network. @param {NodeMessage} node */
function check(node) {
  const isOther = node.domain && node.domain !== "ai.onnx";
  if (!isOther && READ.includes(node.op)) return;
  const whose = isOther ? ` of ${quoted(node.domain)}` : "";
  throw new Error(
    `${called(node)}${whose} is not read here: expected Gemm, or MatMul and Add, and Relu, ` +
      "LeakyRelu, Sigmoid, Softmax or LogSoftmax",
  );
}

/** Throws for nodes of quantised networks, which none of those above explain. */
function checkPrecision(/** @type {readonly NodeMessage[]} */ nodes) {
  const found = nodes.find(({ op }) => /Quantize|^QLinear|Integer$/.test(op));
  if (!found) return;
  throw new Error(`${called(found)} is of a quantised network: expected weights as floats`);
}

/** Throws unless there are 784 numbers for an image. @param {ValueMessage} input */
function checkInput({ name, type }) {
  const dims = type?.tensor?.shape?.dims ?? [];
  const sizes = dims.map(({ size }) => size);
  const product = (/** @type {typeof sizes} */ list) =>
    list.reduce((/** @type {number} */ all, size) => all * (size ?? NaN), 1);
  const [all, each] = [product(sizes), product(sizes.slice(1))];
  if (!dims.length || Number.isNaN(each) || each === pixelCount || all === pixelCount) return;
  const shape = dims.map(({ size, symbol }) => size ?? (symbol || "?")).join(" × ");
  throw new Error(
    `its input ${quoted(name)} has the shape ${shape}: expected ${pixelCount} pixels`,
  );
}

/** @param {readonly Layer[]} layers */
function checkLayers(layers) {
  if (!layers.length || layers.length > MOST) {
    throw new Error(`it has ${layers.length} layers: expected 1 to ${MOST}`);
  }
  for (const { name, weights, biases } of layers) {
    const wrong = [weights, biases].flatMap(
      (values) => values.find((v) => !Number.isFinite(v)) ?? [],
    );
    if (wrong.length)
      throw new Error(
        `${quoted(name)} has ${wrong[0]} among its parameters: expected finite numbers`,
      );
  }
  const { name, outputs } = layers[layers.length - 1];
  if (outputs !== classes) {
    throw new Error(`its last layer, ${quoted(name)}, has ${outputs} outputs: expected ${classes}`);
  }
}

/**
 * The functions, as far as the graph has them.
 * @param {readonly Applied[]} applied @param {number} layers
 */
function functionsOf(applied, layers) {
  const [first, ...others] = applied.slice(0, layers - 1);
  const last = applied[layers - 1];
  if (first?.name === "softmax") {
    throw new Error(`${called(first.node)} is applied to a hidden layer: expected it at the end`);
  }
  const other = others.find(({ name }) => name !== first.name);
  if (other) {
    throw new Error(
      `${called(first.node)} and ${called(other.node)} are in one network: expected the same ` +
        "activation function in all hidden layers",
    );
  }
  if (last && last.name !== "softmax" && last.name !== "sigmoid") {
    throw new Error(
      `${called(last.node)} is applied to the ten outputs: expected Sigmoid, Softmax, LogSoftmax ` +
        "or nothing",
    );
  }
  return /** @type {Pick<Functions, "hidden" | "output">} */ ({
    ...(first && { hidden: first.name }),
    ...(last && { output: last.name }),
  });
}

/**
 * How the first layer wants pixels in 0…1, if the graph says it.
 * @param {Way} way
 */
function pixelsOf({ pixels, isOfBytes }) {
  if (!pixels) return {};
  const { mean, deviation } = pixels;
  const isLarge = Math.max(Math.abs(mean), Math.abs(deviation)) > BYTES;
  const white = isOfBytes || isLarge ? 255 : 1;
  return { pixels: { mean: mean / white, deviation: deviation / white } };
}

/**
 * The network in a graph. Throws an error that names the node or the tensor which does not belong
 * to a fully connected network from 784 to 10.
 * @param {GraphMessage} message
 * @returns {Found}
 */
export function foundIn(message) {
  checkPrecision(message.nodes);
  const graph = new Graph(message);
  const { steps, input } = graph.way(check);
  checkInput(input);
  const way = new Way(graph, input);
  way.follow(steps);
  const { layers, applied } = way;
  checkLayers(layers);
  const said = { ...functionsOf(applied, layers.length), ...pixelsOf(way) };
  return { layers, dtypes: [...graph.dtypes], said };
}
