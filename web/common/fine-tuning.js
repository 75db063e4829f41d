/**
 * The two purposes for which a copy of the network can be fine-tuned, and what can be chosen.
 *
 * @typedef {"noise" | "attacks"} Purpose  to reject noise; to resist attacks
 *
 * @typedef {object} FineTuningTask
 * @property {string} name
 * @property {readonly number[]} epochs  choices; the last one is the usual one
 * @property {readonly number[]} amounts  choices: of noise, the fraction of each mini-batch; of
 *   attacks, ε. With 0 a copy is trained on plain digits, for comparison.
 * @property {number} amount  the usual one
 */
import { hardened, teaching } from "../../wasm/recipes.js";
import * as texts from "../texts/en/fine-tuning.js";

/** @type {Record<Purpose, FineTuningTask>} */
export const TASKS = {
  noise: {
    name: texts.noise,
    epochs: [5, 10, 20, 40],
    amounts: [0, 0.05, 0.1, 0.3, teaching.noise],
    amount: teaching.noise,
  },
  attacks: {
    name: texts.attacks,
    epochs: [1, 4, 8, hardened.epochs],
    amounts: [0, 0.05, 0.1, 0.2],
    amount: 0.1,
  },
};

export const PURPOSES = /** @type {readonly Purpose[]} */ (Object.keys(TASKS));
