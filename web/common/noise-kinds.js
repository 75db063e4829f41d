/** The kinds of noise that the engine makes, in the order in which they are shown. */
import { teaching } from "../../wasm/recipes.js";

/** @typedef {import("../../wasm/noise.js").NoiseKind} NoiseKind */

/** Their names for people. @type {Record<NoiseKind, string>} */
export const KINDS = {
  uniform: "static",
  gaussian: "soft static",
  saltpepper: "salt and pepper",
  blocks: "blocks",
  shuffled: "shuffled digits",
  smooth: "clouds",
  scribble: "scribbles",
};

export const KIND_LIST = /** @type {readonly NoiseKind[]} */ (Object.keys(KINDS));

/** Kinds that fine-tuning on noise never uses, so that they test what it generalises to. */
export const HELD_OUT = KIND_LIST.filter((kind) => !(kind in teaching.noiseKinds));
