/** The kinds of noise that the engine makes, in the order in which they are shown. */
import { teaching } from "../../wasm/recipes.js";
import * as texts from "../texts/en/noise-kinds.js";
import { lists, named } from "./engine-tables.js";

/** @typedef {import("../../wasm/tables.js").NoiseKind} NoiseKind */

/** Their names for people. */
export const KINDS = named("noiseKinds", texts.kinds);

export const KIND_LIST = lists.noiseKinds;

/** Kinds that fine-tuning on noise never uses, so that they test what it generalises to. */
export const HELD_OUT = KIND_LIST.filter((kind) => !(kind in teaching.noiseKinds));
