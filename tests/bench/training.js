/** Every contestant trains, predicts and evaluates the same nets. */

import { CHECK_STEPS, CHECKS, forwardFlop, jobName, TRAINING, trainingFlop } from "./jobs.js";
import { interleave } from "./rounds.js";
import { summary } from "./statistics.js";

/**
 * @typedef {import("./rounds.js").Handle} Handle
 *
 * @typedef {object} Result
 * @property {string} job
 * @property {string} net
 * @property {number} batch
 * @property {string} optimizer
 * @property {"step" | "predict" | "evaluate"} work
 * @property {string} contestant
 * @property {number[]} rates  digits per second, round by round
 * @property {import("./statistics.js").Summary} speed  digits per second
 * @property {number} [peakShare]  dense-equivalent FLOP/s ÷ the peak measured beside it
 *
 * @typedef {{ contestant: string, job: string, why: string }} Refusal
 */

/** Digits that one unit of work reads. @type {(job: import("./jobs.js").Job) => any} */
const digitsOf = (job) => ({ step: job.batch, predict: 1, evaluate: 10000 });

/**
 * @param {Handle[]} contestants
 * @param {Handle} roofline
 * @param {import("./rounds.js").Timing} timing
 * @param {(line: string) => void} say
 */
export async function measureTraining(contestants, roofline, timing, say) {
  /** @type {Result[]} */
  const results = [];
  /** @type {Refusal[]} */
  const refusals = [];
  const peaks = [];
  for (const job of TRAINING) {
    say(jobName(job));
    const opened = await openAll(contestants, job, refusals);
    /** @type {Result["work"][]} */
    const works = job.reads ? ["step", "predict", "evaluate"] : ["step"];
    const turns = opened.flatMap((handle) =>
      works.map((work) => ({ handle, id: "job", work, units: digitsOf(job)[work] })),
    );
    const measured = await interleave(turns, roofline, timing);
    turns.forEach(({ handle, work }, i) => {
      results.push(result(job, work, handle.name, measured.rates[i], measured.peaks));
    });
    peaks.push(...measured.peaks);
    for (const handle of opened) await handle.ask({ ask: "close", id: "job" });
  }
  return { results, refusals, peaks };
}

/**
 * @param {Handle[]} contestants
 * @param {import("./jobs.js").Job} job
 * @param {Refusal[]} refusals  gets those who cannot do this job
 */
async function openAll(contestants, job, refusals) {
  const opened = [];
  for (const handle of contestants) {
    try {
      await handle.ask({ ask: "open", id: "job", job });
      opened.push(handle);
    } catch (error) {
      const why = error.message.match(/not measured: .*/)?.[0];
      if (!why) throw error;
      refusals.push({ contestant: handle.name, job: jobName(job), why });
    }
  }
  return opened;
}

/**
 * @param {import("./jobs.js").Job} job
 * @param {Result["work"]} work
 * @param {string} contestant
 * @param {number[]} rates
 * @param {number[]} peaks
 * @returns {Result}
 */
function result(job, work, contestant, rates, peaks) {
  const flop = work === "step" ? trainingFlop(job.net.layers) : forwardFlop(job.net.layers);
  const { net, batch, optimizer } = job;
  return {
    job: jobName(job),
    net: net.name,
    batch,
    optimizer,
    work,
    contestant,
    rates,
    speed: summary(rates),
    peakShare: summary(rates.map((rate, round) => (rate * flop) / peaks[round])).median,
  };
}

/**
 * Whether all contestants do the same: from the same parameters, twenty steps on one batch, then
 * the largest difference of any parameter from the first contestant's.
 *
 * @param {Handle[]} contestants
 */
export async function checkAgreement(contestants) {
  const agreement = [];
  for (const job of CHECKS) {
    const opened = await openAll(contestants, job, []);
    /** @type {number[] | null} */
    let reference = null;
    for (const handle of opened) {
      const { parameters } = await handle.ask({ ask: "check", id: "job", steps: CHECK_STEPS });
      await handle.ask({ ask: "close", id: "job" });
      reference ??= parameters;
      const difference = largestDifference(parameters, reference);
      agreement.push({ contestant: handle.name, job: jobName(job), difference });
    }
  }
  return agreement;
}

/** @param {number[]} a @param {number[] | null} b */
function largestDifference(a, b) {
  if (a.length !== b?.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const difference = Math.abs(Math.fround(a[i]) - Math.fround(b[i]));
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
