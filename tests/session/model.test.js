/**
 * Random sequences of user actions, held against a model of what the user knows: SEQUENCES says how
 * many, SEED which; a failure prints its seed and the shortest sequence.
 */
import { test } from "node:test";
import fc from "fast-check";
import { actions, assertNothingLost, met, visitor } from "./actions.js";
import { atRest, firstModel } from "./model.js";

const SEQUENCES = Number(process.env.SEQUENCES ?? 60);
const LENGTH = 30;
/** Of those drawn at random up to that many, and of which some do not apply, so many are done. */
const MOST = 80;
const SEED = Number(process.env.SEED ?? 1);

/** @param {Iterable<fc.AsyncCommand<any, any, any>>} commands */
async function play(commands) {
  const tab = await visitor().open();
  try {
    await atRest(tab);
    const model = firstModel();
    const real = { tab };
    await fc.asyncModelRun(() => ({ model, real }), commands);
    await assertNothingLost(model, real);
  } finally {
    tab.close();
  }
}

test(`${SEQUENCES} random sequences of about ${LENGTH} actions keep every promise`, async (t) => {
  const size = { maxCommands: MOST, size: /** @type {const} */ ("max") };
  const sequences = fc.commands(actions, size);
  await fc.assert(fc.asyncProperty(sequences, play), {
    numRuns: SEQUENCES,
    seed: SEED,
    includeErrorInReport: true,
  });
  t.diagnostic(JSON.stringify(met));
});
