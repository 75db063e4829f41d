const PRIME_LOW = 0x1b3; // the prime is 2⁴⁰ + 0x1b3

/**
 * The fingerprint of parameters in canonical order, equal to the engine's `net.fingerprint`, for
 * parameters that no network holds: FNV-1a over their bytes, 64 bits as 16 hexadecimal digits.
 * @param {Float32Array} parameters
 */
export function fingerprintOf({ buffer, byteOffset, byteLength }) {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let high = 0xcbf29ce4 | 0;
  let low = 0x84222325 | 0;
  // Products of 16 bits at a time stay 32-bit integers: several times as fast as floats.
  for (let i = 0; i < byteLength; i++) {
    low ^= bytes[i];
    const first = Math.imul(low & 0xffff, PRIME_LOW);
    const second = Math.imul(low >>> 16, PRIME_LOW) + (first >>> 16);
    high = (Math.imul(high, PRIME_LOW) + (second >>> 16) + (low << 8)) | 0;
    low = (second << 16) | (first & 0xffff);
  }
  return [high, low].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
