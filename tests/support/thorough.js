/**
 * Whether `make thorough` runs: the turn of what `make test`, which takes at most ten minutes,
 * leaves out of some files. It runs these once more, without what was in `make test`.
 */
export const isThorough = process.env.THOROUGH === "1";
