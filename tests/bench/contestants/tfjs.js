/** What both TensorFlow.js contestants share: the wasm backend on one thread. */

import * as tf from "@tensorflow/tfjs-core";
import { ADAM } from "./material.js";
import "@tensorflow/tfjs-layers"; // registers the gradients of all operations
import { setThreadsCount } from "@tensorflow/tfjs-backend-wasm";

/** @returns {Promise<string>} the version, once the wasm backend is in charge */
export async function ready() {
  setThreadsCount(1);
  if (!(await tf.setBackend("wasm"))) throw new Error("TensorFlow.js has no wasm backend here");
  await tf.ready();
  return tf.version_core;
}

/**
 * @param {import("./material.js").Job["optimizer"]} name
 * @param {number} rate
 */
export const optimiser = (name, rate) =>
  name === "adam" ? tf.train.adam(rate, ADAM.beta1, ADAM.beta2, ADAM.epsilon) : tf.train.sgd(rate);
