// Noise, as options and as the engine's numbers.

import * as check from "./check.js";
import { Dataset } from "./dataset.js";
import { eachPiece, floatsOf } from "./pixels.js";
import { classes, lists, pixelCount } from "./tables.js";

/**
 * @import { Heap } from "./heap.js"
 * @import { NoiseKind } from "./tables.js"
 *
 * @typedef {object} NoiseOptions
 * @property {NoiseKind} kind of noise
 * @property {number} [seed] of a sequence of images
 * @property {number} [from] the first image of the seed's sequence
 * @property {number} [count] images, one after the other
 * @property {Float32Array | Uint8Array} [image] what "shuffled" permutes, each time anew
 * @property {Dataset} [images] what "shuffled" permutes, one after the other; without either,
 *   written digits
 *
 * @typedef {object} Census
 * @property {Uint8Array} answers the brightest output of each image
 * @property {Float32Array} confidences its activation, 0…1
 */

/** The kinds of noise. */
export const { noiseKinds } = lists;

const imageSize = pixelCount * 4;
/** Images made at once: few enough to stay in the cache. */
const chunk = 100;

/**
 * @typedef {{ kind: number, seed: number, from: number, count: number, image: Float32Array | null,
 *   images: Dataset | null }} CheckedNoise
 */

/**
 * @param {Heap} heap @param {NoiseOptions} options @param {number} most images at once
 * @returns {CheckedNoise}
 */
function checkedNoise(heap, options, most) {
  check.options("noise", options, ["kind", "seed", "from", "count", "image", "images"]);
  const images = options.images && Dataset.checked("images", options.images, heap);
  if (images?.count === 0) {
    throw new RangeError("images: expected at least one, got 0");
  }
  const image = options.image && check.pixels(options.image, 1);
  return {
    kind: check.oneOf("kind", options.kind, noiseKinds),
    seed: check.seed(options.seed ?? 1),
    from: check.integer("from", options.from ?? 0, 0, 2 ** 52),
    count: check.integer("count", options.count ?? 1, 1, most),
    image: image ? floatsOf(image) : null,
    images: images ?? null,
  };
}

/**
 * The images, piece by piece, where `use` finds them in the engine's memory.
 * @param {Heap} heap
 * @param {CheckedNoise} noise
 * @param {(pixels: number, first: number, count: number) => void} use
 */
function eachNoise(heap, noise, use) {
  heap.borrow([Math.min(noise.count, chunk) * imageSize], (pixels) => {
    eachPiece(noise.count, chunk, (first, count) => {
      makeNoise(heap, pixels, noise, first, count);
      use(pixels, first, count);
    });
  });
}

/**
 * @param {Heap} heap @param {NoiseOptions} options
 * @returns {Float32Array} count·784, in 0…1
 * @internal
 */
export function noiseImages(heap, options) {
  const noise = checkedNoise(heap, options, 1e5);
  const images = new Float32Array(noise.count * pixelCount);
  eachNoise(heap, noise, (pixels, first, count) => {
    images.set(heap.floats(pixels, count * pixelCount), first * pixelCount);
  });
  return images;
}

/**
 * Makes `count` images of a sequence, `from` counted from its own first.
 * @param {Heap} heap
 * @param {number} pixels where they go
 * @param {CheckedNoise} noise
 * @param {number} from
 * @param {number} count
 */
function makeNoise(heap, pixels, noise, from, count) {
  const { kind, seed, image, images } = noise;
  const first = noise.from + from;
  if (images) {
    heap.exports.noise_dataset(pixels, kind, seed, first, count, images.pointer);
  } else if (image) {
    heap.borrow([imageSize], (base) => {
      heap.write(base, image);
      heap.exports.noise_images(pixels, kind, seed, first, count, base);
    });
  } else heap.exports.noise_images(pixels, kind, seed, first, count, 0);
}

/**
 * What a network says to images of noise, which stay inside the engine.
 * @param {Heap} heap @param {{ net: number, batch: number }} on @param {NoiseOptions} options
 * @returns {Census}
 * @internal
 */
export function census(heap, { net, batch }, options) {
  const noise = checkedNoise(heap, options, 1e6);
  const outputs = new Float32Array(noise.count * classes);
  heap.borrow([chunk * classes * 4], (result) => {
    eachNoise(heap, noise, (pixels, first, count) => {
      heap.exports.predict(net, batch, result, pixels, count);
      outputs.set(heap.floats(result, count * classes), first * classes);
    });
  });
  return censusOf(outputs);
}

/** @param {Float32Array} outputs (n, 10) @returns {Census} @internal */
export function censusOf(outputs) {
  const answers = new Uint8Array(outputs.length / classes);
  const confidences = new Float32Array(answers.length);
  for (let i = 0; i < answers.length; i++) {
    const at = i * classes;
    let best = 0;
    for (let d = 1; d < classes; d++) if (outputs[at + d] > outputs[at + best]) best = d;
    answers[i] = best;
    confidences[i] = outputs[at + best];
  }
  return { answers, confidences };
}
