/** The kinds of noise that the engine makes, in the order in which they are shown. */
import { teaching } from "../../wasm/recipes.js";
import * as texts from "../texts/en/noise-kinds.js";

/** @typedef {import("../../wasm/tables.js").NoiseKind} NoiseKind */

/** Their names for people. @type {Record<NoiseKind, string>} */
export const KINDS = {
  uniform: texts.uniform,
  gaussian: texts.gaussian,
  saltpepper: texts.saltAndPepper,
  blocks: texts.blocks,
  shuffled: texts.shuffled,
  smooth: texts.smooth,
  scribble: texts.scribble,
};

export const KIND_LIST = /** @type {readonly NoiseKind[]} */ (Object.keys(KINDS));

/** Kinds that fine-tuning on noise never uses, so that they test what it generalises to. */
export const HELD_OUT = KIND_LIST.filter((kind) => !(kind in teaching.noiseKinds));
