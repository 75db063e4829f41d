/** The lab Tweak without a browser: several runs at once, and what may happen to one of them. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Bench } from "../../web/labs/tweak/bench.js";
import { RunStore } from "../../web/labs/tweak/run-store.js";
import { Browser, engine } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";
import { idxOf } from "../support/mnist-host.js";
import { Memory, tabStorage, untilBench, untilDone } from "../support/tweak.js";

/** @typedef {import("../../web/labs/tweak/bench.js").BenchState} BenchState */

const host = digitHost({ train: 400, test: 200, seed: 41 });
const kept = tabStorage(after);
/** As many epochs as may be chosen: more than a test waits for. */
const ENDLESS = 10_000;

/**
 * A tab with the lab, on a machine with so many cores.
 * @param {number} cores
 * @param {{ memory?: Memory, channel?: BroadcastChannel | null, data?: boolean }} [options]
 */
async function opened(cores, { memory = new Memory(), channel = null, data = true } = {}) {
  kept.clear();
  const browser = new Browser({ fetch: host.fetch, worker: { files: host.files }, cores });
  const tab = await browser.open("#start=random&seed=3", { data });
  return { tab, bench: benchOn(tab, memory, channel) };
}

/** @param {{ session: import("../../web/model/session.js").Session }} tab */
const benchOn = ({ session }, memory = new Memory(), channel = /** @type {any} */ (null)) =>
  new Bench(session, { store: new RunStore(memory), channel });

/** Trains the settings chosen. @param {Bench} bench @param {number} epochs @param {number} seeds */
async function train(bench, epochs, seeds) {
  await bench.set("epochs", epochs);
  bench.update({ seeds });
  bench.train();
}

/** The seeds of some runs, in their order. @param {{ settings: { seed: number } }[]} runs */
const seedsOf = (runs) => runs.map(({ settings }) => settings.seed);

/** @param {BenchState} state */
const seedsRunning = ({ running }) => seedsOf(running.map(({ plan }) => plan));

/** @param {BenchState} state */
const seedsWaiting = ({ waiting }) => seedsOf(waiting.map(({ plan }) => plan));

/** How many runs were trained at once, at most, from now on. @param {Bench} bench */
function mostAtOnce(bench) {
  const most = { count: 0 };
  const { environment } = bench.queue;
  const { tell } = environment;
  environment.tell = (news) => {
    most.count = Math.max(most.count, news.running?.length ?? 0);
    tell(news);
  };
  return most;
}

/** So many are being trained, and have begun. @param {number} count */
const areTraining =
  (count) =>
  (/** @type {BenchState} */ { running }) =>
    running.length === count && running.every(({ run }) => run.steps > 0);

test("as many runs at once as cores, with the bits, rows and letters of one by one", async () => {
  const made = [];
  for (const cores of [1, 2, 4]) {
    const { tab, bench } = await opened(cores);
    const most = mostAtOnce(bench);
    // The first one is the last to end.
    await train(bench, 30, 1);
    await bench.set("seed", 2);
    await train(bench, 2, 3);
    await untilDone(bench, 4);
    assert.equal(most.count, cores);
    assert.equal(tab.experimentWorkers.length, cores);
    const { runs, selected } = bench.state;
    assert.deepEqual(seedsOf(runs), [4, 3, 2, 1], "newest first");
    assert.deepEqual(selected, runs.map(({ id }) => id).reverse());
    made.push(runs.map(({ fingerprint, accuracy, steps }) => ({ fingerprint, accuracy, steps })));
    tab.close();
  }
  assert.deepEqual(made[1], made[0]);
  assert.deepEqual(made[2], made[0]);
});

test("while the page's network trains there is one fewer, one more when it pauses", async () => {
  const { tab, bench } = await opened(2);
  await tab.session.set("epochs", 10_000);
  await tab.session.run();
  await tab.until(({ phase }) => phase === "running");
  await train(bench, ENDLESS, 3);
  await untilBench(bench, areTraining(1));
  assert.deepEqual(seedsWaiting(bench.state), [2, 3]);
  await tab.session.pause();
  await untilBench(bench, areTraining(2));
  // What has begun goes on.
  await tab.session.run();
  await tab.until(({ phase }) => phase === "running");
  await untilBench(bench, areTraining(2));
  bench.queue.stop(bench.state.running[0].id);
  await untilBench(bench, ({ runs }) => runs.length === 1);
  assert.deepEqual([seedsRunning(bench.state), seedsWaiting(bench.state)], [[2], [3]]);
  await tab.session.pause();
  await untilBench(bench, areTraining(2));
  assert.deepEqual(seedsRunning(bench.state), [2, 3]);
  tab.close();
});

test("all stand still in a pause; a stopped one leaves the others and makes place", async () => {
  const { tab, bench } = await opened(2);
  await train(bench, ENDLESS, 3);
  await untilBench(bench, areTraining(2));
  bench.queue.pause();
  const steps = () => bench.state.running.map(({ run }) => run.steps);
  /** @type {number[]} */ let before = [];
  for (let looks = 0; String(before) !== String(steps()); looks++) {
    assert.ok(looks < 100, "a run goes on");
    before = steps();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  bench.queue.stop(bench.state.running[0].id);
  await untilBench(bench, ({ runs }) => runs.length === 1);
  assert.equal(bench.state.runs[0].outcome, "stopped");
  assert.deepEqual(seedsOf(bench.state.runs), [1]);
  assert.deepEqual([seedsRunning(bench.state), seedsWaiting(bench.state)], [[2], [3]]);
  bench.queue.resume();
  await untilBench(bench, areTraining(2));
  await untilBench(bench, () => steps()[0] > before[1]);
  assert.deepEqual(seedsRunning(bench.state), [2, 3]);
  tab.close();
});

test("a pause that finds a worker between two runs holds up none of them for ever", async () => {
  const { tab, bench } = await opened(2);
  await train(bench, ENDLESS, 1);
  await bench.set("seed", 2);
  await train(bench, 1, 1);
  await untilBench(bench, ({ runs, running }) => runs.length === 1 && running.length === 1);
  bench.queue.pause();
  await bench.set("seed", 3);
  await train(bench, 1, 1);
  assert.deepEqual(seedsWaiting(bench.state), [3]);
  bench.queue.resume();
  await untilBench(bench, ({ runs }) => runs.length === 2);
  assert.deepEqual(seedsOf(bench.state.runs), [3, 2]);
  tab.close();
});

test("after a reload all that trained and waited are there, in their order, paused", async () => {
  const { tab, bench } = await opened(2);
  await train(bench, ENDLESS, 4);
  await untilBench(bench, areTraining(2));
  const interrupted = new Map(kept);
  await tab.reload();
  // In a browser the page is gone; here it sees its workers die.
  await untilBench(bench, ({ running, waiting }) => !running.length && !waiting.length);
  for (const [key, value] of interrupted) kept.set(key, value);
  const later = benchOn(tab);
  assert.deepEqual(seedsWaiting(later.state), [1, 2, 3, 4]);
  assert.deepEqual([later.state.running, later.state.isPaused], [[], true]);
  later.queue.resume();
  await untilBench(later, areTraining(2));
  assert.deepEqual(seedsRunning(later.state), [1, 2]);
  tab.close();
});

test("a run whose worker dies begins again once, to the same bits; the others go on", async () => {
  const { tab, bench } = await opened(2);
  await train(bench, 2, 1);
  await untilDone(bench, 1);
  const [{ fingerprint }] = bench.state.runs;
  await train(bench, 300, 1);
  await bench.set("seed", 2);
  await train(bench, ENDLESS, 1);
  await untilBench(bench, areTraining(2));
  const [, other] = bench.state.running;
  tab.experimentWorkers[0].die(new Error("it ran out of memory"));
  await untilBench(bench, ({ waiting }) => waiting.length === 1);
  assert.match(bench.state.waiting[0].lost, /ran out of memory/);
  assert.deepEqual(seedsRunning(bench.state), [2], "memory may be short: one fewer at once");
  assert.equal(bench.state.running[0].run.time, other.run.time, "it was not begun again");
  bench.queue.remove();
  bench.queue.stop(other.id);
  await untilDone(bench, 2);
  await bench.set("seed", 1);
  await train(bench, 2, 1);
  await untilBench(bench, ({ running }) => running.length === 1);
  tab.experimentWorkers.at(-1)?.die(new Error("it ran out of memory"));
  await untilDone(bench, 3);
  assert.equal(bench.state.runs[0].outcome, "finished");
  assert.equal(bench.state.runs[0].fingerprint, fingerprint);
  tab.close();
});

test("a run whose worker dies twice has failed, and says why; the next is trained", async () => {
  const { tab, bench } = await opened(1);
  await train(bench, ENDLESS, 1);
  for (const attempt of [1, 2]) {
    const isAgain = attempt === 2;
    await untilBench(
      bench,
      (state) => areTraining(1)(state) && Boolean(state.running[0].lost) === isAgain,
    );
    tab.experimentWorkers[attempt - 1].die(new Error("it ran out of memory"));
  }
  await train(bench, 1, 1);
  await untilDone(bench, 2);
  const [last, failed] = bench.state.runs;
  assert.deepEqual([failed.outcome, last.outcome], ["failed", "finished"]);
  assert.match(failed.why, /^The experiment stopped: it ran out of memory\. Run it again\.$/);
  assert.deepEqual(bench.state.selected.filter(Boolean), [last.id]);
  tab.close();
});

test("runs that wait for the digits to load begin together once all are in", async () => {
  const { tab, bench } = await opened(2, { data: false });
  await train(bench, 1, 3);
  assert.deepEqual(seedsWaiting(bench.state), [1, 2, 3]);
  const most = mostAtOnce(bench);
  await tab.session.loadData();
  await untilDone(bench, 3);
  assert.equal(most.count, 2);
  assert.deepEqual(
    bench.state.runs.map(({ data }) => data.checksum),
    Array(3).fill(tab.state.data.checksum),
  );
  tab.close();
});

test("runs whose digits are replaced while copied wait again, in their order", async () => {
  const { tab, bench } = await opened(4);
  // What keeps own digits is there, so that they come while others are copied.
  await tab.session.command("keptData");
  const train400 = idxOf(engine.handwriting({ count: 100, seed: 5 }));
  const replaced = tab.session.useOwnData({
    ...{ train: train400, test: null, name: "mine", heldOut: 0.5 },
  });
  const most = mostAtOnce(bench);
  await train(bench, 1, 5);
  await replaced;
  await untilBench(bench, ({ running, waiting }) => !running.length && waiting.length === 5);
  assert.ok(most.count > 1);
  assert.deepEqual(seedsWaiting(bench.state), [1, 2, 3, 4, 5]);
  assert.deepEqual(bench.state.runs, []);
  await tab.session.loadData();
  await untilDone(bench, 5);
  assert.deepEqual(seedsOf(bench.state.runs), [5, 4, 3, 2, 1]);
  tab.close();
});

test("two tabs train at once, and each shows the runs of both", async () => {
  const memory = new Memory();
  const name = "tweak-queue-test";
  const channels = [new BroadcastChannel(name), new BroadcastChannel(name)];
  const tabs = [];
  for (const channel of channels) tabs.push(await opened(2, { memory, channel }));
  for (const [i, { bench }] of tabs.entries()) {
    await bench.set("seed", 10 * (i + 1));
    await train(bench, 2, 3);
  }
  for (const { bench } of tabs) await untilDone(bench, 6);
  const [some, others] = tabs.map(({ bench }) => bench.state.runs);
  assert.deepEqual(others, some);
  assert.deepEqual(
    seedsOf(some).sort((a, b) => a - b),
    [10, 11, 12, 20, 21, 22],
  );
  for (const { tab } of tabs) tab.close();
  for (const channel of channels) channel.close();
});

test("the time left is that of the worker that ends last", async () => {
  const { tab, bench } = await opened(2);
  await bench.set("epochs", 100);
  bench.train();
  // Before it can begin.
  bench.queue.pause();
  bench.queue.pace = 1;
  const { data } = tab.state;
  const one = bench.left ?? 0;
  assert.ok(one > 0);
  for (const [runs, times] of [
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 3],
  ]) {
    bench.train();
    assert.equal(bench.state.waiting.length, runs);
    assert.equal(bench.queue.left(data), times * one);
  }
  bench.queue.remove();
  tab.close();
});
