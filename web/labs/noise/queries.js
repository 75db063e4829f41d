/** What the Noise lab asks. Each query is about the network as it is when it is asked. */
import { epochsOf } from "../../common/provenance.js";
import { digitTally, noiseTally, shuffleSource } from "../../worker/noise-survey.js";
import { readingOf } from "../../worker/reading.js";

/**
 * @typedef {import("../../worker/queries.js").QueryContext} QueryContext
 * @typedef {import("../../worker/noise-survey.js").NoiseKind} NoiseKind
 * @typedef {import("../../worker/noise-survey.js").NoiseQuestion} NoiseQuestion
 * @typedef {import("../../worker/noise-survey.js").Tally} Tally
 */

/**
 * What `look` finds out about a copy of the network, which training leaves alone, and the epoch
 * that the network was in.
 * @template T
 * @param {QueryContext} context
 * @param {(net: QueryContext["net"]) => Promise<T>} look
 * @returns {Promise<{ epoch: number, found: T }>}
 */
async function aboutNow({ net, provenance }, look) {
  const copy = net.clone();
  try {
    return { epoch: epochsOf(provenance), found: await look(copy) };
  } finally {
    copy.free();
  }
}

/**
 * @param {QueryContext} context
 * @param {readonly NoiseKind[]} kinds
 * @param {{ seed: number, count: number }} images  of each kind
 */
function surveyKinds(context, kinds, { seed, count }) {
  return aboutNow(context, async (net) => {
    /** @type {Tally[]} */
    const tallies = [];
    for (const kind of kinds) {
      tallies.push(await noiseTally(context, net, { kind, seed, count, best: "one" }));
    }
    return tallies;
  });
}

export const noiseQueries = {
  /**
   * One image of a seed's sequence, read.
   * @param {QueryContext} context
   * @param {{ kind: NoiseKind, seed: number, from: number }} image
   */
  noiseReading: ({ engine, net, datasets }, image) =>
    readingOf(net, engine.noise({ ...image, ...shuffleSource(datasets) })),

  /** One kind. @param {QueryContext} context @param {NoiseQuestion} question */
  noiseSurvey: (context, question) =>
    aboutNow(context, (net) => noiseTally(context, net, question)),

  /** The first test digits. @param {QueryContext} context @param {number} most */
  noiseDigits: (context, most) => aboutNow(context, (net) => digitTally(context, net, most)),

  noiseKinds: surveyKinds,
};
