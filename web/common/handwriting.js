/**
 * Built-in handwriting, as the page and the command line use it: how many digits, their seeds, how
 * many the page makes at a time, and the DigitChecksum of those to learn from, which are the same
 * everywhere.
 */
export const HANDWRITING = {
  train: 20_000,
  test: 4_000,
  slice: 250,
  seeds: { train: 1, test: 2 },
  checksum: "26e0e4ad3bc3bacd",
};
