/**
 * Random sequences of user actions, held against a model of what the user knows. `SEQUENCES=10000
 * node --test tests/session/model.test.js` for many; a failure prints the seed and the shortest
 * sequence.
 */
import { test } from "node:test";
import fc from "fast-check";
import { actions, assertNothingLost, met, visitor } from "./actions.js";
import { atRest, firstModel } from "./model.js";

const SEQUENCES = Number(process.env.SEQUENCES ?? 60);
const LENGTH = 30;
const SEED = process.env.SEED ? Number(process.env.SEED) : undefined;

test(`${SEQUENCES} random sequences of ${LENGTH} user actions keep every promise`, async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands(actions, { maxCommands: LENGTH, size: "max" }),
      async (commands) => {
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
      },
    ),
    { numRuns: SEQUENCES, seed: SEED, endOnFailure: Boolean(process.env.QUICK) },
  );
  t.diagnostic(JSON.stringify(met));
});
