// The trained networks that come with the package, for engine.load:
//
//   const net = engine.load(await lesson());

import { fromPlanes } from "./byte-planes.js";
import { bytesAt } from "./module.js";

/**
 * The lesson's own network: sigmoid, squared error, plain gradient descent. Reads about 96% of the
 * test digits of MNIST.
 * @returns {Promise<Uint8Array<ArrayBuffer>>} a safetensors file
 */
export const lesson = () =>
  file(new URL("../build/models/lesson.planes", import.meta.url), "the lesson's network");

/**
 * The same 13,002 parameters, trained as one would today: ReLU, softmax, AdamW. About 97%.
 * @returns {Promise<Uint8Array<ArrayBuffer>>} a safetensors file
 */
export const modern = () =>
  file(new URL("../build/models/modern.planes", import.meta.url), "the modern network");

/** @param {URL} url @param {string} what */
const file = async (url, what) => fromPlanes(await bytesAt(url, what));
