/**
 * Interleaved measurement: everyone gets a short turn in every round, so that the machine's moods
 * hit all.
 */

/**
 * @typedef {import("./runners/process.js").Handle} Handle
 *   warmMs: the first turn, which does not count; engines compile hot code anew
 * @typedef {{ rounds: number, sliceMs: number, warmMs: number }} Timing
 * @typedef {{ handle: Handle, id: string, work: "step" | "predict" | "evaluate", units: number }}
 *   Turn units: what one unit of work counts for, such as the digits of a batch
 */

/** Share of a slice that predicting and evaluating get: they settle sooner than training. */
const READ_SHARE = 0.4;

/**
 * @param {Turn[]} turns
 * @param {Handle} roofline
 * @param {Timing} timing
 * @returns {Promise<{ rates: number[][], peaks: number[] }>} units per second for each turn and
 *   round; the wasm SIMD peak of each round in FLOP/s
 */
export async function interleave(turns, roofline, { rounds, sliceMs, warmMs }) {
  /** @type {number[][]} */
  const rates = turns.map(() => []);
  const peaks = [];
  for (const turn of turns) await take(turn, warmMs);
  for (let round = 0; round < rounds; round++) {
    peaks.push(await roofline.ask({ ask: "other", name: "peak", options: { ms: sliceMs / 2 } }));
    for (let i = 0; i < turns.length; i++) {
      const at = (i + round) % turns.length;
      rates[at].push(await take(turns[at], sliceMs));
    }
  }
  return { rates, peaks };
}

/**
 * @param {Turn} turn
 * @param {number} sliceMs
 * @returns {Promise<number>} units per second
 */
async function take({ handle, id, work, units: each }, sliceMs) {
  const ms = work === "step" ? sliceMs : sliceMs * READ_SHARE;
  const { units, seconds } = await handle.ask({ ask: "slice", id, work, ms });
  return (units * each) / seconds;
}
