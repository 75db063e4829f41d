/** What the lab Binary says in the worker. */

/** Why a training stopped: the middle of `stopped` in binary.js. */
export const replaced = "die Trainingsziffern wurden ersetzt";
