/** The noise lab's questions. Each looks at one network, however long it takes, and leaves it as it is. */
import { digitTally, noiseTally, takenApart } from "../../worker/noise-survey.js";
import { readingOf } from "../../worker/reading.js";

/** @typedef {import("../../worker/queries.js").Things} Things */

/**
 * The answer about a copy of the network as it is now.
 * @template T
 * @param {Things} things @param {(net: Things["net"]) => Promise<T>} look
 */
async function aboutNow({ net }, look) {
  const copy = net.clone();
  try {
    return await look(copy);
  } finally {
    copy.free();
  }
}

/** @type {import("../../worker/queries.js").Instruments} */
export default {
  /** One image of a seed's sequence, read. */
  noiseReading: ({ engine, net, supply }, { kind, seed, from }) =>
    readingOf(net, engine.noise({ kind, seed, from, ...takenApart(supply) })),

  /** `count` images of a kind, tallied, with the `best` of them. */
  noiseCensus: (things, question) => aboutNow(things, (net) => noiseTally(things, net, question)),

  /** The digits kept back, tallied: `count` of them at most. */
  noiseDigits: (things, count) => aboutNow(things, (net) => digitTally(things, net, count)),

  /** Every kind, tallied. */
  noiseKinds: (things, kinds, { seed, count }) =>
    aboutNow(things, async (net) => {
      /** @type {import("../../worker/noise-survey.js").Tally[]} */
      const tallies = [];
      for (const kind of kinds)
        tallies.push(await noiseTally(things, net, { kind, seed, count, best: "one" }));
      return tallies;
    }),
};
