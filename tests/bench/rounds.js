/**
 * Measurement in rounds. The same bytes loaded twice run at speeds that differ by 3–18%, for as
 * long as their process lives: so each round has fresh processes, and what counts is the median
 * over them. Within a round everyone does one job before the next begins, so that what slows the
 * machine for a while slows all.
 */

import { forwardFlop, jobName, trainingFlop } from "./jobs.js";
import { summary } from "./statistics.js";

/**
 * @typedef {import("./jobs.js").Job} Job
 * @typedef {import("./runners/process.js").Handle} Handle
 * @typedef {{ name: string, start: () => Promise<Handle>, warmUp?: number }} Contestant
 *   warmUp: for how many slices each work is done before it is measured, one unless given; engines
 *   compile hot code anew
 *
 * @typedef {"step" | "predict" | "evaluate"} Work
 *
 * @typedef {{ rounds: number, sliceMs: number }} Timing
 *
 * @typedef {object} Result
 * @property {string} job
 * @property {string} net
 * @property {number} batch
 * @property {string} optimizer
 * @property {Work} work
 * @property {string} contestant
 * @property {number[]} rates  digits per second, one for each round
 * @property {import("./statistics.js").Summary} speed  of the rates
 * @property {import("./statistics.js").Summary} peakShare  dense-equivalent FLOP/s ÷ the SIMD peak
 *   measured in the same round before the same job
 *
 * @typedef {{ contestant: string, job: Job, work: Work, rate: number, peak: number }} Sample
 *   rate in digits per second; peak in FLOP/s
 *
 * @typedef {{ contestant: string, job: string, why: string }} Refusal
 */

/** What predicting and evaluating take of a slice: they settle sooner than training. */
const READ_SHARE = 0.4;

/** Digits that one unit of work reads. @param {Job} job @returns {Record<Work, number>} */
const digitsOf = (job) => ({ step: job.batch, predict: 1, evaluate: 10000 });

/** @param {Job} job @returns {Work[]} */
const worksOf = (job) => (job.reads ? ["step", "predict", "evaluate"] : ["step"]);

/**
 * The list, beginning with another member in each round.
 *
 * @template T
 * @param {T[]} list
 * @param {number} round
 */
export function rotated(list, round) {
  const from = round % list.length;
  return [...list.slice(from), ...list.slice(0, from)];
}

/**
 * Starts everyone in turn, in a fresh process each, and stops them all when the work is done.
 *
 * @template T
 * @param {Contestant[]} contestants
 * @param {(handles: Handle[]) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProcesses(contestants, work) {
  /** @type {Handle[]} */
  const handles = [];
  try {
    for (const { start } of contestants) handles.push(await start());
    return await work(handles);
  } finally {
    for (const handle of handles) await handle.stop();
  }
}

/**
 * @param {Contestant[]} contestants
 * @param {Contestant} roofline
 * @param {Job[]} jobs
 * @param {Timing} timing
 * @param {(line: string) => void} say
 * @returns {Promise<{ results: Result[], refusals: Refusal[], peaks: number[],
 *   versions: Record<string, string> }>} peaks: FLOP/s, one for each round and job
 */
export async function measure(contestants, roofline, jobs, timing, say) {
  /** @type {Sample[]} */
  const samples = [];
  /** @type {Refusal[]} */
  const refusals = [];
  /** @type {number[]} */
  const peaks = [];
  /** @type {Record<string, string>} */
  const versions = {};
  for (let round = 0; round < timing.rounds; round++) {
    say(`round ${round + 1} of ${timing.rounds}`);
    const order = rotated(contestants, round);
    await withProcesses([roofline, ...order], async ([limit, ...handles]) => {
      for (const { name, version } of handles) versions[name] = version;
      for (const job of jobs) {
        const options = { ms: timing.sliceMs / 2 };
        const peak = await limit.ask({ ask: "other", name: "peak", options });
        peaks.push(peak);
        for (const [i, handle] of handles.entries()) {
          const refusal = await opens(handle, job);
          if (refusal && round === 0) refusals.push(refusal);
          if (!refusal)
            samples.push(...(await turns(handle, job, order[i].warmUp ?? 1, timing, peak)));
        }
      }
    });
  }
  const names = contestants.map(({ name }) => name);
  return { results: results(samples, names, jobs), refusals, peaks, versions };
}

/**
 * Opens a job under the id "job".
 *
 * @param {Handle} handle
 * @param {Job} job
 * @returns {Promise<Refusal | null>} why not, of one who cannot do this job
 */
export async function opens(handle, job) {
  try {
    await handle.ask({ ask: "open", id: "job", job });
    return null;
  } catch (error) {
    const why = error.message.match(/not measured: .*/)?.[0];
    if (!why) throw error;
    return { contestant: handle.name, job: jobName(job), why };
  }
}

/**
 * One contestant's turn at a job, which is open and gets closed.
 *
 * @param {Handle} handle
 * @param {Job} job
 * @param {number} warmUp
 * @param {Timing} timing
 * @param {number} peak
 */
async function turns(handle, job, warmUp, { sliceMs }, peak) {
  /** @type {Sample[]} */
  const samples = [];
  for (const work of worksOf(job)) {
    const share = work === "step" ? 1 : READ_SHARE;
    const slice = (/** @type {number} */ ms) =>
      handle.ask({ ask: "slice", id: "job", work, ms: ms * share });
    await slice(warmUp * sliceMs);
    const { units, seconds } = await slice(sliceMs);
    const rate = (units * digitsOf(job)[work]) / seconds;
    samples.push({ contestant: handle.name, job, work, rate, peak });
  }
  await handle.ask({ ask: "close", id: "job" });
  return samples;
}

/**
 * @param {Sample[]} samples  in the order of rounds
 * @param {string[]} names
 * @param {Job[]} jobs
 */
function results(samples, names, jobs) {
  return jobs.flatMap((job) =>
    worksOf(job).flatMap((work) =>
      names.flatMap((name) => {
        const of = samples.filter((s) => s.contestant === name && s.job === job && s.work === work);
        return of.length ? [result(of)] : [];
      }),
    ),
  );
}

/** @param {Sample[]} samples  of one contestant, job and work @returns {Result} */
function result(samples) {
  const { contestant, job, work } = samples[0];
  const { net, batch, optimizer } = job;
  const flop = work === "step" ? trainingFlop(net.layers) : forwardFlop(net.layers);
  const rates = samples.map(({ rate }) => rate);
  return {
    job: jobName(job),
    net: net.name,
    batch,
    optimizer,
    work,
    contestant,
    rates,
    speed: summary(rates),
    peakShare: summary(samples.map(({ rate, peak }) => (rate * flop) / peak)),
  };
}
