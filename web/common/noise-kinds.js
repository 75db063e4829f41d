/** The kinds of noise that the engine makes, in people's words and in the order in which they are shown. */
import { teaching } from "../../wasm/recipes.js";

/** @type {Record<string, string>} */
export const KINDS = {
  uniform: "static",
  gaussian: "soft static",
  saltpepper: "salt and pepper",
  blocks: "blocks",
  shuffled: "shuffled digits",
  smooth: "clouds",
  scribble: "scribbles",
};

/** The kinds that are never shown when noise is taught. */
export const NEVER_TAUGHT = Object.keys(KINDS).filter((kind) => !(kind in teaching.noiseKinds));
