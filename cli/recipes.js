// The trainings that can be asked for, by name.

import { hardened, recipes } from "../wasm/engine.js";

/** @type {Record<string, import("../wasm/recipes.js").Recipe>} */
export const trainings = { ...recipes, hardened };
