/** Rounds of measurement, with the engine in real processes and slices of a few milliseconds. */
import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { inNode, NULL, OURS, rooflineOf } from "./contestants.js";
import { LESSON } from "./jobs.js";
import { measure, rotated, withProcesses } from "./rounds.js";
import { prepareDigits } from "./runners/files.js";

/**
 * @typedef {import("./rounds.js").Contestant} Contestant
 * @typedef {import("./rounds.js").Handle} Handle
 */

/** @type {import("./jobs.js").Job} */
const JOB = { net: LESSON, batch: 32, optimizer: "sgd", rate: 0.5 };

/** @type {Contestant} */
let roofline;
/** Who was started, in order. @type {Handle[]} */
const started = [];

/** @param {Contestant} contestant @returns {Contestant} the same, and we hear of its starts */
const watched = ({ name, start }) => ({
  name,
  async start() {
    const handle = await start();
    started.push(handle);
    return handle;
  },
});

/** @param {Handle} handle whether its process answers */
async function isRunning(handle) {
  try {
    await handle.ask({ ask: "open", id: "alive", job: JOB });
    return true;
  } catch {
    return false;
  }
}

before(async () => {
  await prepareDigits();
  roofline = rooflineOf();
});

test("in as many rounds as there are contestants, each has each place once", () => {
  const rounds = [0, 1, 2, 3].map((round) => rotated(["a", "b", "c"], round).join(""));
  assert.deepEqual(rounds, ["abc", "bca", "cab", "abc"]);
});

describe("two rounds", () => {
  test("have fresh processes, started in rotated order, and none is left", async () => {
    started.length = 0;
    const contestants = [watched(inNode(OURS)), watched(inNode(NULL))];
    const timing = { rounds: 2, sliceMs: 5 };
    const jobs = [{ ...JOB, reads: true }];
    const { results, refusals, peaks } = await measure(
      contestants,
      roofline,
      jobs,
      timing,
      () => {},
    );

    assert.deepEqual(
      started.map(({ name }) => name),
      [OURS, NULL, NULL, OURS],
    );
    assert.equal(new Set(started).size, 4);
    for (const handle of started) assert.equal(await isRunning(handle), false);

    assert.deepEqual(
      results.map(({ work, contestant }) => `${work}: ${contestant}`),
      ["step", "predict", "evaluate"].flatMap((work) => [`${work}: ${OURS}`, `${work}: ${NULL}`]),
    );
    for (const { rates, speed } of results) {
      assert.equal(rates.length, 2);
      assert.ok(speed.low > 0 && speed.low <= speed.median && speed.median <= speed.high);
    }
    assert.deepEqual(refusals, []);
    assert.equal(peaks.length, 2);
    // Dense-equivalent FLOP/s are the digits' speed times a constant.
    const [{ rates, peakShare }] = results;
    const flops = 6 * (784 * 16 + 16 * 16 + 16 * 10) - 2 * 784 * 16;
    const shares = rates.map((rate, round) => (rate * flops) / peaks[round]);
    assert.equal(peakShare.low, Math.min(...shares));
  });

  test("end with the first error, and no process is left", async () => {
    started.length = 0;
    const jobs = [{ ...JOB, batch: -1 }];
    const timing = { rounds: 2, sliceMs: 5 };
    await assert.rejects(
      measure([watched(inNode(OURS))], roofline, jobs, timing, () => {}),
      /batchSize/,
    );
    assert.equal(started.length, 1);
    assert.equal(await isRunning(started[0]), false);
  });
});

test("a build is the folder that it comes from", async () => {
  const missing = inNode(OURS, new URL("no-such-folder/", import.meta.url).href);
  await assert.rejects(
    withProcesses([missing], async () => {}),
    /ended with 1/,
  );
});
