/**
 * How many workers a machine has cores and memory for: each has an engine, and a copy of the digits
 * that takes up to 50 MB.
 *
 * @typedef {{ hardwareConcurrency?: number, userAgent?: string }} Device  as navigator tells it
 */

/** Workers of a phone, at most. */
const ON_PHONE = 2;
/** Runs trained at once, at most. */
const MOST_RUNS = 4;

/** @param {{ device?: Device }} environment  of the page @returns {Device} */
const deviceOf = ({ device = globalThis.navigator }) => device ?? {};

/** @param {Device} device */
const mostOn = ({ userAgent = "" }) => (/Mobi/.test(userAgent) ? ON_PHONE : Infinity);

/**
 * Workers that answer queries: one core is left to training.
 * @param {{ device?: Device }} environment
 */
export function mostQueryWorkers(environment) {
  const device = deviceOf(environment);
  const { hardwareConcurrency: cores = 2 } = device;
  return Math.max(1, Math.min(mostOn(device), cores - 1));
}

/**
 * Networks that are trained at once beside the page's.
 * @param {{ device?: Device }} environment @param {boolean} isTraining  the page's network is
 */
export function mostRuns(environment, isTraining) {
  const device = deviceOf(environment);
  const { hardwareConcurrency: cores = 2 } = device;
  return Math.max(1, Math.min(mostOn(device), MOST_RUNS, cores - (isTraining ? 1 : 0)));
}
