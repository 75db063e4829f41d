/** A picture's pixels, by the browser's own decoders. */
import { LONGEST } from "../common/own-data/picture.js";
import * as texts from "../texts/en/own-data.js";

/**
 * Rejects when it is no picture that this browser knows.
 * @param {Blob} file @returns {Promise<import("../common/own-data/picture.js").Rgba>}
 */
export async function decode(file) {
  if (!globalThis.OffscreenCanvas) throw new Error(texts.tooOldForPictures);
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (
    canvas.getContext("2d", { willReadFrequently: true })
  );
  pen.imageSmoothingQuality = "high";
  pen.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return { width, height, data: pen.getImageData(0, 0, width, height).data };
}
