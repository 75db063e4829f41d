/** Whether all contestants do the same work. */

import { CHECK_STEPS, CHECKS, jobName } from "./jobs.js";
import { opens } from "./rounds.js";

/**
 * From the same parameters, twenty steps on one batch, then the largest difference of any parameter
 * from the first contestant's.
 *
 * @param {import("./rounds.js").Handle[]} contestants
 */
export async function checkAgreement(contestants) {
  const agreement = [];
  for (const job of CHECKS) {
    /** @type {number[] | null} */
    let reference = null;
    for (const handle of contestants) {
      if (await opens(handle, job)) continue;
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
