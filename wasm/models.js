// The trained networks that come with the package, for engine.load:
//
//   const net = engine.load(await lesson());

import { bytesAt } from "./module.js";

/**
 * The lesson's own network: sigmoid, squared error, plain gradient descent. Reads about 96% of the
 * test digits of MNIST.
 * @returns {Promise<Uint8Array<ArrayBuffer>>} a safetensors file
 */
export const lesson = () =>
  bytesAt(new URL("../web/models/lesson.safetensors", import.meta.url), "the lesson's network");

/**
 * The same 13,002 parameters, trained as one would today: ReLU, softmax, AdamW. About 97%.
 * @returns {Promise<Uint8Array<ArrayBuffer>>} a safetensors file
 */
export const modern = () =>
  bytesAt(new URL("../web/models/pretrained.safetensors", import.meta.url), "the modern network");
