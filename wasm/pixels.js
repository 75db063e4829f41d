// Images as arrays of pixels, and how many of them the engine is handed at once.

/**
 * Pixels in 0…1; bytes are copied, floats are returned as they are.
 * @param {Float32Array | Uint8Array} pixels in 0…1 or 0…255
 */
export function floatsOf(pixels) {
  if (pixels instanceof Float32Array) return pixels;
  const floats = new Float32Array(pixels.length);
  // Float32Array.from with a function takes ten times as long.
  for (let i = 0; i < floats.length; i++) floats[i] = pixels[i] / 255;
  return floats;
}
