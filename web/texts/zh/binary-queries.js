/** What the lab Binary says in the worker. */

/** Why a training stopped: the middle of `stopped` in binary.js. */
export const replaced = "训练样本已被替换";
