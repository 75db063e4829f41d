/** The lab Memorise without a browser: the race of two networks, and what it finds. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { NO_DATA } from "../../web/common/data-report.js";
import { answer } from "../../web/labs/memorise/answer.js";
import { problemOf } from "../../web/labs/memorise/controls.js";
import { GOAL, planOf, widthFor } from "../../web/labs/memorise/options.js";
import { Race } from "../../web/labs/memorise/race.js";
import {
  curvesOf,
  factorOf,
  findingOf,
  seriesFinding,
  shuffledWere,
  standingOf,
  summaryOf,
} from "../../web/labs/memorise/results.js";
import { Browser, engine } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";

/**
 * @typedef {import("../support/browser-in-node.js").Tab} Tab
 * @typedef {import("../../web/labs/memorise/race.js").Runner} Runner
 * @typedef {import("../../web/labs/memorise/results.js").Result} Result
 * @typedef {import("../../web/worker/experiment-protocol.js").Point} Point
 */

const host = digitHost({ train: 400, test: 200, seed: 41 });
const CHOICE = { count: 100, width: 16, depth: 1, fraction: 1, seed: 3 };

/** @type {Tab[]} */
const tabs = [];
/** @type {Race[]} */
const races = [];
after(() => {
  for (const race of races) race.free();
  for (const tab of tabs) tab.close();
});

/** A race, and what is awaited at each of its changes. */
async function opened() {
  const tab = await new Browser({ fetch: host.fetch, worker: { files: host.files } }).open(
    "#start=random&seed=3",
  );
  tabs.push(tab);
  const hooks = { changed: async () => {} };
  const race = new Race(tab.session, () => hooks.changed());
  races.push(race);
  /** Does something once, at the first change at which something holds; the training waits. */
  const once = (/** @type {() => unknown} */ holds, /** @type {() => unknown} */ act) =>
    new Promise((resolve, reject) => {
      hooks.changed = async () => {
        if (!holds()) return;
        hooks.changed = async () => {};
        await Promise.resolve(act()).then(resolve, reject);
      };
    });
  return { tab, race, once };
}

const haveBegun = (/** @type {Race} */ race) =>
  race.runners.length === 2 && race.runners.every(({ points }) => points.length > 1);

test("both networks are those that the engine trains by the same plan", async () => {
  const { tab, race } = await opened();
  const before = tab.state.fingerprint;
  await race.run(CHOICE);
  assert.equal(race.phase, "idle");
  assert.equal(race.trouble, "");
  for (const [i, runner] of race.runners.entries()) {
    assert.equal(runner.isShuffled, i === 1);
    const { network, trainer, shuffled } = planOf(CHOICE, runner.isShuffled);
    const first = host.train.slice(0, CHOICE.count);
    const data = shuffled ? first.shuffledLabels(shuffled) : first;
    const net = engine.network(network);
    assert.deepEqual(runner.start, net.parameters);
    const { last, epochs } = standingOf(runner) ?? assert.fail();
    net.trainer(data, trainer).train(last.steps);
    assert.deepEqual(runner.parameters, net.parameters);
    assert.equal(last.trainAccuracy, net.evaluate(data).accuracy);
    assert.equal(last.testAccuracy, net.evaluate(host.test).accuracy);
    assert.equal(runner.kind, "reached");
    assert.equal(epochs, last.epoch);
    assert.ok(Number(last.trainAccuracy) >= GOAL);
  }
  assert.deepEqual(race.runners[0].start, race.runners[1].start);
  assert.equal(race.results.length, 1);
  assert.ok(Number(factorOf(race.results[0])) > 1);
  assert.equal(tab.state.fingerprint, before, "the network on the page stays as it is");
});

test("without a shuffled label both networks are the same", async () => {
  const { race } = await opened();
  await race.run({ ...CHOICE, fraction: 0 });
  assert.deepEqual(race.runners[0].parameters, race.runners[1].parameters);
  assert.equal(factorOf(race.results[0]), 1);
  assert.match(findingOf(race.results[0]), /^Both learned 99% of their labels in \d+ epochs\.$/);
});

test("paused, nothing moves; continued, it ends as if never paused", async () => {
  const { race, once } = await opened();
  const isPaused = once(
    () => haveBegun(race),
    () => race.pause(),
  );
  const ended = race.run(CHOICE);
  await isPaused;
  assert.equal(race.phase, "paused");
  const turns = async () => {
    for (let i = 0; i < 30; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  // What was measured when the pause came is still reported.
  await turns();
  const before = race.runners.map(({ points }) => points.length);
  await turns();
  assert.deepEqual(
    race.runners.map(({ points }) => points.length),
    before,
  );
  await race.resume();
  await ended;
  const { results } = race;
  await race.run(CHOICE);
  const epochs = (/** @type {Result} */ { plain, shuffled }) => [plain.epochs, shuffled.epochs];
  assert.deepEqual(epochs(race.results[0]), epochs(results[0]));
});

test("a pause that meets the end of a race holds up no later one", async () => {
  const { race, once } = await opened();
  const isPaused = once(
    () => race.runners.length === 2 && race.runners.every(({ kind }) => kind),
    () => race.pause(),
  );
  await race.run(CHOICE);
  await isPaused;
  assert.equal(race.phase, "idle");
  await race.run(CHOICE);
  assert.equal(race.results.length, 1);
});

test("a pause after Stop leaves it stopped", async () => {
  const { race, once } = await opened();
  const isPaused = once(
    () => haveBegun(race),
    () => Promise.all([race.stop(), race.pause()]),
  );
  await race.run(CHOICE);
  await isPaused;
  assert.equal(race.phase, "idle");
});

test("a series has a result for each seed; stopped, it keeps those that ended", async () => {
  const { race, once } = await opened();
  await race.run(CHOICE, [1, 2]);
  assert.deepEqual(
    race.results.map(({ seed }) => seed),
    [1, 2],
  );
  const [one] = race.results;
  const isStopped = once(
    () => race.results.length === 1 && haveBegun(race),
    () => race.stop(),
  );
  await Promise.all([race.run(CHOICE, [1, 2, 3]), isStopped]);
  assert.equal(race.phase, "idle");
  assert.equal(race.results.length, 1);
  assert.deepEqual(race.results[0].shuffled.epochs, one.shuffled.epochs);
  assert.ok(race.runners.some(({ kind }) => kind === "stopped"));
});

test("what is known of digits that were replaced is dropped", async () => {
  const { tab, race, once } = await opened();
  const isDropped = once(
    () => haveBegun(race),
    () => race.drop("The digits were replaced."),
  );
  await Promise.all([race.run(CHOICE), isDropped]);
  assert.deepEqual([race.choice, race.runners, race.results], [null, [], []]);
  assert.equal(race.trouble, "The digits were replaced.");
  await tab.session.useHandwriting();
  await race.run(CHOICE);
  assert.equal(race.trouble, "");
  assert.equal(race.results.length, 1);
});

test("when a worker dies, the race ends and says why; the next one runs", async () => {
  const { tab, race, once } = await opened();
  const isKilled = once(
    () => haveBegun(race),
    () => tab.kill("it ran out of memory"),
  );
  await Promise.all([race.run(CHOICE), isKilled]);
  assert.equal(race.phase, "idle");
  assert.match(race.trouble, /stopped: it ran out of memory\. Run it again\.$/);
  assert.deepEqual(race.results, []);
  await race.run(CHOICE);
  assert.equal(race.results.length, 1);
});

test("freed, it ends without a word", async () => {
  const { race, once } = await opened();
  const isFreed = once(
    () => haveBegun(race),
    () => race.free(),
  );
  await Promise.all([race.run(CHOICE), isFreed]);
  assert.equal(race.phase, "idle");
  assert.equal(race.trouble, "");
});

test("more digits than there are is a sentence, not a race", async () => {
  const { race } = await opened();
  await race.run({ ...CHOICE, count: 1000 });
  assert.equal(race.trouble, "There are only 400 training digits.");
  assert.deepEqual(race.results, []);
});

test("too few digits for a choice are said, with what can be chosen", () => {
  const data = { ...NO_DATA, complete: true, testComplete: true };
  const said = (/** @type {number} */ train) => problemOf({ ...data, train }, 1000);
  assert.equal(said(514), "There are only 514 training digits. Choose 300 or fewer.");
  assert.equal(said(120), "There are only 120 training digits. Choose 100.");
  assert.match(said(60), /only 60 training digits\. At least 100 are needed here: use MNIST/);
  assert.match(said(1), /^There is only 1 training digit\. At least 100/);
  assert.equal(said(1000), "");
  const loading = { ...data, train: 514, complete: false };
  assert.equal(problemOf(loading, 1000), "The digits are still loading.");
});

/** @param {number} epoch @param {number | null} trainAccuracy @returns {Point} */
function point(epoch, trainAccuracy, testAccuracy = 0.1) {
  return { epoch, steps: 1, examples: 32, cost: 1, trainAccuracy, testAccuracy, seconds: 1 };
}

/** @param {number | null} plain @param {number | null} shuffled  epochs @returns {Result} */
function result(plain, shuffled, seed = 1) {
  const standing = (/** @type {number | null} */ epochs) => ({
    kind: /** @type {Runner["kind"]} */ (epochs === null ? "finished" : "reached"),
    epochs,
    last: point(epochs ?? 300, epochs === null ? 0.849 : 0.991),
  });
  return { seed, plain: standing(plain), shuffled: standing(shuffled) };
}

test("findings say what was measured, whatever it was", () => {
  assert.equal(
    findingOf(result(6, 24)),
    "True labels were learned in 6 epochs, shuffled ones in 24: 4.0× as many.",
  );
  assert.match(
    findingOf(result(6, 3)),
    /^Shuffled labels were learned in 3 epochs, true ones in 6/,
  );
  assert.equal(
    findingOf(result(6, null)),
    "True labels were learned in 6 epochs; shuffled labels were not: 84.9% after 300 epochs.",
  );
  assert.match(
    findingOf(result(null, null)),
    /^True labels were not: .*; shuffled labels were not/,
  );
  assert.equal(shuffledWere(result(6, 24)), "slower");
  assert.equal(shuffledWere(result(6, 6)), "equal");
  assert.equal(shuffledWere(result(6, 3)), "quicker");
  assert.equal(shuffledWere(result(null, 24)), "alone", "true labels were not learned at all");
  assert.equal(shuffledWere(result(6, null)), "not");
  const series = [result(6, 24, 1), result(5, 25, 2), result(7, 7, 3), result(4, null, 4)];
  const { faster, known, least, most } = summaryOf(series);
  assert.deepEqual([faster, known, least, most], [3, 3, 1, 5]);
  assert.equal(
    seriesFinding(series),
    "True labels were learned in fewer epochs for 3 of 4 seeds; " +
      "shuffled ones took 1.0× to 5.0× as many.",
  );
});

test("the guess is judged by the whole series, when it is over", () => {
  const choice = { ...CHOICE, count: 100 };
  const said = (/** @type {number} */ guess, /** @type {Result[]} */ results, seeds = 1) => {
    const numbers = Array.from({ length: seeds }, (_, i) => i + 1);
    return answer(guess, { choice, seeds: numbers, results, isOver: results.length === seeds });
  };
  assert.equal(answer(1, null), "Run it below, and see.");
  assert.equal(said(1, []), "The answer comes when the run has ended.");
  const waiting = "1 of 3 seeds has ended; the answer comes after the last.";
  assert.equal(said(1, [result(6, 24)], 3), waiting);
  assert.equal(said(2, [result(6, 24)], 3), waiting);
  const series = [result(6, 24, 1), result(7, 7, 2), result(5, 25, 3)];
  const found =
    "Shuffled labels took more epochs than true ones for 2; took as many epochs as true";
  assert.ok(said(1, series, 3).startsWith(`Right for 2 of 3 seeds. ${found} ones for 1.`));
  assert.match(said(2, series, 3), /^Right for 1 of 3 seeds\. /);
  assert.match(said(0, series, 3), /^Right for none of 3 seeds\. /);
  assert.match(said(1, [result(6, 24)]), /^Right: it learned them by heart/);
  assert.match(
    said(0, [result(6, 24)]),
    /^The answer is “It learns them, but needs more epochs”: /,
  );
  assert.match(said(2, [result(6, 6)]), /^Right: it needed as many epochs/);
  assert.match(said(2, [result(6, 3)]), /^No choice fits: this time it needed fewer epochs/);
  assert.match(
    said(2, [result(null, 24)]),
    /^No choice fits: it learned them, but not the true labels/,
  );
  assert.match(said(0, [result(6, null)]), /^Right: this network did not\./);
});

test("an accuracy below that of a guess is explained", () => {
  const said = (/** @type {number[]} */ ...read) => {
    const results = read.map((testAccuracy, i) => {
      const { plain, shuffled } = result(6, 24, i);
      return { seed: i, plain, shuffled: { ...shuffled, last: point(24, 0.99, testAccuracy) } };
    });
    return answer(1, { choice: CHOICE, seeds: read, results, isOver: true });
  };
  assert.match(
    said(0.031),
    /reads 3\.1% of .*; a guess would read 10%\. With 100 digits .* chance/,
  );
  assert.match(
    said(0.11, 0.09),
    /networks read 9\.0% to 11\.0% of the test digits; a guess would read 10%\.$/,
  );
  assert.match(said(0.5), /reads 50\.0% of the test digits\.$/);
});

test("curves have one list of epochs, and gaps where a network was not measured", () => {
  const runner = (/** @type {Point[]} */ points, isShuffled = false) => ({
    isShuffled,
    points,
    kind: null,
    start: null,
    parameters: null,
  });
  const curves = curvesOf([
    runner([point(0, 0.1), point(1, 0.5, 0.4)]),
    runner([point(0, 0.2), point(2, null, 0.3)], true),
  ]);
  assert.deepEqual(curves, [
    [0, 1, 2],
    [10, 50, null],
    [10, 40, null],
    [20, null, null],
    [10, null, 30],
  ]);
});

test("the width offered grows with the digits", () => {
  assert.ok(widthFor(10_000) > widthFor(1000));
});
