/**
 * A desk keeps one contestant's open nets and answers requests about them: the same in a child
 * process and in a browser's worker.
 *
 * @typedef {{ ask: "open", id: string, job: import("./material.js").Job }
 *   | { ask: "slice", id: string, work: "step" | "predict" | "evaluate", ms: number }
 *   | { ask: "check", id: string, steps: number }
 *   | { ask: "close", id: string }
 *   | { ask: "other", name: string, options: object }} Request
 */

import { slice } from "../slice.js";

/**
 * @param {import("./material.js").Contestant & Record<string, any>} contestant
 */
export function desk(contestant) {
  /** @type {Map<string, { runner: any, counts: Record<string, number> }>} */
  const open = new Map();

  return {
    version: contestant.version,
    /** @param {Request} request */
    async answer(request) {
      if (request.ask === "other") return contestant[request.name](request.options);
      if (request.ask === "open") {
        open.set(request.id, { runner: await contestant.open(request.job), counts: {} });
        return null;
      }
      const entry = open.get(request.id);
      if (!entry) throw new Error(`nothing is open under ${request.id}`);
      if (request.ask === "close") {
        open.delete(request.id);
        await entry.runner.close();
        return null;
      }
      if (request.ask === "check") return check(entry.runner, request.steps);
      return turn(entry, request.work, request.ms);
    },
  };
}

/**
 * @param {{ runner: any, counts: Record<string, number> }} entry
 * @param {"step" | "predict" | "evaluate"} work
 * @param {number} ms
 */
async function turn({ runner, counts }, work, ms) {
  const result = await slice(
    async (count) => {
      if (work !== "evaluate") return runner[work](count);
      for (let i = 0; i < count; i++) await runner.evaluate();
    },
    ms,
    counts[work],
    runner.callMs,
  );
  counts[work] = result.count;
  return { units: result.units, seconds: result.seconds };
}

/**
 * Proof that a contestant does the same work as the others: its parameters after some steps.
 *
 * @param {any} runner
 * @param {number} steps
 */
async function check(runner, steps) {
  await runner.step(steps);
  const parameters = await runner.parameters();
  return { parameters: [...parameters], accuracy: await runner.evaluate() };
}
