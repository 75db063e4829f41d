// Images as arrays of pixels, and how many of them the engine is handed at once.
//
// Who loops over many images: those of a data set lie in the engine's memory, and C loops over them
// (train, evaluate, robustness, costAlong, costPlane, meanGradient). Those that JavaScript hands in
// or takes out pass through a piece of that memory, and JavaScript loops over the pieces
// (predictMany, attack, noise, census), because the memory grows with what is asked of it and never
// shrinks.

/**
 * @param {number} total images
 * @param {number} most of a piece
 * @param {(first: number, count: number) => void} use
 */
export function eachPiece(total, most, use) {
  for (let first = 0; first < total; first += most) use(first, Math.min(most, total - first));
}

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
