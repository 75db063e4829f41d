/** The shape of every picture on the page, and pictures as bytes. */

export const SIDE = 28;
export const PIXELS = SIDE * SIDE;

/**
 * A stretch of a data set as plain bytes: `count`·784 (0…255) and `count` labels.
 * @param {import("../../wasm/dataset.js").Dataset} data @param {number} from @param {number} count
 */
export function sliceOf(data, from, count) {
  const images = new Uint8Array(count * PIXELS);
  for (let i = 0; i < count; i++) images.set(data.image(from + i), i * PIXELS);
  return { images, labels: data.labels.slice(from, from + count) };
}

/**
 * One digit as the network takes it: 784 values in 0…1.
 * @param {import("../../wasm/dataset.js").Dataset} data
 * @param {number} index
 */
export function pictureOf(data, index) {
  return Float32Array.from(data.image(index), (value) => value / 255);
}

/**
 * Some of the images, with their labels, as they are counted.
 * @param {{ images: Uint8Array, labels: Uint8Array }} all  784 bytes each @param {number[]} indices
 */
export function picked({ images, labels }, indices) {
  const pixels = new Uint8Array(indices.length * PIXELS);
  for (const [i, index] of indices.entries()) {
    pixels.set(images.subarray(index * PIXELS, (index + 1) * PIXELS), i * PIXELS);
  }
  return { images: pixels, labels: Uint8Array.from(indices, (index) => labels[index]) };
}
