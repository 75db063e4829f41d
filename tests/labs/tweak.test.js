/** The lab Tweak without a browser: its workbench on a real session and real experiments. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { recipes } from "../../wasm/engine.js";
import { ACCURACY } from "../../web/common/accuracy.js";
import { defaults } from "../../web/common/settings.js";
import { presetSettings } from "../../web/common/training-options.js";
import { MOST_WAITING } from "../../web/labs/tweak/queue.js";
import { experimentOf, parametersOf } from "../../web/labs/tweak/run.js";
import { RunStore } from "../../web/labs/tweak/run-store.js";
import * as words from "../../web/labs/tweak/words.js";
import { Browser, engine } from "../support/browser-in-node.js";
import { Memory, opened, runOf, tabStorage, untilBench, untilDone } from "../support/tweak.js";

/** The same training by the engine alone, as `make accuracy` does it. */
function trainedHere(/** @type {any} */ { network, trainer, epochs }, count = 20_000) {
  const net = engine.network(network);
  const data = engine.handwriting({ count: 20_000, seed: 1 }).slice(0, count);
  const steps = Math.ceil((epochs * count) / trainer.batchSize);
  const schedule = trainer.schedule === "cosine" ? { totalSteps: steps } : {};
  net.trainer(data, { ...trainer, ...schedule }).train(steps);
  const { accuracy } = net.evaluate(engine.handwriting({ count: 4000, seed: 2 }));
  return { fingerprint: net.fingerprint, accuracy };
}

test("each preset is trained as its recipe says, from any seed", () => {
  for (const [name, { network, trainer, epochs }] of Object.entries(recipes)) {
    const settings = /** @type {any} */ ({ ...defaults(), ...presetSettings(name), seed: 7 });
    const plan = experimentOf({ settings, count: 0 }, 60_000);
    assert.deepEqual(plan.network, { ...network, seed: 7 });
    const { totalSteps, ...options } = trainer;
    const expected = { augment: null, noise: 0, weightDecay: 0, ...options, seed: 7 };
    assert.deepEqual(
      { ...plan.trainer, totalSteps: undefined },
      { ...expected, totalSteps: undefined },
    );
    assert.equal(Math.ceil((plan.epochs * plan.count) / (trainer.batchSize ?? 0)), totalSteps);
    assert.equal(plan.epochs, epochs);
  }
});

test("the presets' figures are those of docs/accuracy.md", () => {
  const page = readFileSync(new URL("../../docs/accuracy.md", import.meta.url), "utf8");
  for (const [name, { mean, lowest, highest, seeds, seconds }] of Object.entries(ACCURACY)) {
    const layers = /** @type {any} */ (presetSettings(name)).layers;
    const parameters = parametersOf({ layers }).toLocaleString("en");
    const accuracy = `${mean.toFixed(2)}% | ${lowest.toFixed(2)}–${highest.toFixed(2)}`;
    const row = `| \`${name}\` on MNIST | ${parameters} | ${accuracy} | ${seeds} | ${seconds} |`;
    assert.ok(page.includes(row), row);
  }
});

test("several seeds are trained, each to the engine's own bits", async () => {
  const { tab, bench } = await opened();
  await bench.set("recipe", "video");
  await bench.set("epochs", 1);
  bench.update({ seeds: 2, count: 2000 });
  const { version } = tab.state;
  bench.train();
  assert.equal(bench.state.waiting.length, 2);
  await untilDone(bench, 2);
  const [second, first] = bench.state.runs;
  for (const [seed, run] of /** @type {const} */ ([
    [1, first],
    [2, second],
  ])) {
    const { network, trainer } = recipes.video;
    const plan = { network: { ...network, seed }, trainer: { ...trainer, seed }, epochs: 1 };
    const { fingerprint, accuracy } = trainedHere(plan, 2000);
    assert.equal(run.settings.seed, seed);
    assert.equal(run.fingerprint, fingerprint);
    assert.equal(run.accuracy, accuracy);
    assert.equal(run.steps, 200);
    assert.equal(run.outcome, "finished");
  }
  assert.deepEqual(bench.state.selected, [first.id, second.id]);
  assert.equal(tab.state.version, version, "the page's network is untouched");
  tab.close();
});

test("its link trains the very network again, and so does the page once it is there", async () => {
  const { tab, bench } = await opened();
  await bench.set("recipe", "modern");
  await bench.set("epochs", 1);
  bench.train();
  await untilDone(bench, 1);
  const [run] = bench.state.runs;
  const { href, why } = bench.linkTo(run);
  assert.equal(why, "");
  const hash = href.slice(href.indexOf("#"));
  const other = await new Browser().open(hash);
  await other.until(({ steps, replaying }) => steps === run.steps && !replaying);
  assert.equal(other.state.fingerprint, run.fingerprint);
  await bench.adopt(run);
  assert.equal(tab.state.fingerprint, run.fingerprint);
  assert.equal(tab.state.settings.rate, 0.006);
  assert.deepEqual(tab.notices, ["The trained network is on the page now."]);
  const link = tab.session.link();
  assert.ok(link.exact);
  const third = await new Browser().open(link.href.slice(link.href.indexOf("#")));
  await third.until(({ steps, replaying }) => steps === run.steps && !replaying);
  assert.equal(third.state.fingerprint, run.fingerprint);
  for (const each of [tab, other, third]) each.close();
});

test("a run on some of the digits says so, on the page and in its link", async () => {
  const { tab, bench } = await opened();
  await bench.set("epochs", 1);
  bench.update({ count: 1000 });
  bench.train();
  await untilDone(bench, 1);
  const [run] = bench.state.runs;
  assert.equal(bench.linkTo(run).why, "part");
  await bench.adopt(run);
  assert.match(tab.session.link().why, /part of the digits/);
  assert.equal(tab.state.provenance?.done.length, 1);
  assert.equal(tab.state.epoch, 1);
  tab.close();
});

test("paused, it stands still; stopped, the row and the network are of the same step", async () => {
  const { tab, bench } = await opened();
  await bench.set("epochs", 400);
  bench.train();
  await untilBench(bench, ({ running: [first] }) => first?.run.steps > 0);
  bench.queue.pause();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const still = bench.state.running[0].run.steps;
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(bench.state.running[0].run.steps, still);
  bench.queue.resume();
  await untilBench(bench, ({ running: [first] }) => first.run.steps > still);
  bench.queue.stop(bench.state.running[0].id);
  await untilDone(bench, 1);
  const [run] = bench.state.runs;
  assert.equal(run.outcome, "stopped");
  const net = engine.network({ ...experimentOf({ settings: run.settings, count: 0 }, 0).network });
  const data = engine.handwriting({ count: 20_000, seed: 1 });
  net.trainer(data, { batchSize: 10, learningRate: 1, seed: 1 }).train(run.steps);
  assert.equal(net.fingerprint, run.fingerprint);
  assert.equal(net.evaluate(engine.handwriting({ count: 4000, seed: 2 })).accuracy, run.accuracy);
  await bench.adopt(run);
  assert.equal(tab.state.steps, run.steps);
  tab.close();
});

test("a diverged and a failed run are rows that say so, and the next one is trained", async () => {
  const { tab, bench } = await opened();
  bench.update({ count: 1000 });
  await bench.set("epochs", 2);
  await bench.set("rate", 1e6);
  bench.train();
  await untilDone(bench, 1);
  await bench.set("rate", 1);
  await bench.set("epochs", 10_000);
  bench.train();
  for (const isAgain of [false, true]) {
    await untilBench(
      bench,
      ({ running: [first] }) => first?.run.steps > 0 && Boolean(first.lost) === isAgain,
    );
    tab.kill("it ran out of memory");
  }
  await bench.set("epochs", 1);
  bench.train();
  await untilDone(bench, 3);
  const [last, failed, diverged] = bench.state.runs;
  assert.match(words.outcomeWords(diverged), /^Diverged .* too high$/);
  assert.equal(diverged.fingerprint, "");
  assert.equal(
    words.outcomeWords(failed),
    "Failed: The experiment stopped: it ran out of memory. Run it again.",
  );
  assert.equal(failed.accuracy, null);
  assert.equal(last.outcome, "finished");
  tab.close();
});

test("a reload while a run is being stored trains it again; shown, it is stored", async (t) => {
  const kept = tabStorage(t.after.bind(t));
  const memory = new Memory();
  const { setMany } = memory;
  /** @type {(goOn: () => void) => void} */
  let ask = () => {};
  const asked = /** @type {Promise<() => void>} */ (
    new Promise((resolve) => {
      ask = resolve;
    })
  );
  memory.setMany = async (entries) => {
    await new Promise((resolve) => ask(() => resolve(null)));
    return setMany.call(memory, entries);
  };
  const { tab, bench } = await opened(memory);
  bench.update({ count: 1000 });
  await bench.set("epochs", 1);
  bench.train();
  const goOn = await asked;
  assert.equal(bench.state.runs.length, 0);
  assert.equal(JSON.parse([...kept.values()][0]).length, 1);
  goOn();
  await untilDone(bench, 1);
  assert.equal(memory.values.size, 2);
  assert.equal(kept.size, 0);
  tab.close();
});

test("what a reload interrupts waits after it, paused, and can be gone on with", async (t) => {
  const kept = tabStorage(t.after.bind(t));
  const { tab, bench } = await opened();
  bench.update({ seeds: 2, count: 1000 });
  await bench.set("epochs", 10_000);
  bench.train();
  await untilBench(bench, ({ running: [first] }) => first?.run.steps > 0);
  const [[key, text]] = kept;
  // Here the page's end does not end what it was doing.
  tab.close();
  await untilDone(bench, 2);
  kept.set(key, text);
  const next = await opened();
  assert.ok(next.bench.state.isPaused);
  const plans = next.bench.state.waiting.map(({ plan }) => plan);
  const settings = { ...defaults(), epochs: 10_000 };
  assert.deepEqual(plans, [
    { settings, count: 1000 },
    { settings: { ...settings, seed: 2 }, count: 1000 },
  ]);
  next.bench.queue.remove();
  assert.equal(kept.size, 0);
  kept.set(key, text.replace("10000", "-1"));
  const damaged = await opened();
  assert.equal(damaged.bench.state.waiting.length, 0);
  for (const each of [next, damaged]) each.tab.close();
});

test("a pause that comes when nothing is trained any more holds up nothing later", async () => {
  const { tab, bench } = await opened();
  bench.update({ count: 1000 });
  await bench.set("epochs", 1);
  bench.train();
  await untilDone(bench, 1);
  bench.queue.pause();
  bench.train();
  assert.equal(bench.state.isPaused, false);
  await untilDone(bench, 2);
  tab.close();
});

test("the queue is never longer than what a reload can take up", async () => {
  const { tab, bench } = await opened();
  bench.update({ seeds: 10, count: 1000 });
  await bench.set("epochs", 10_000);
  bench.train();
  await untilBench(bench, ({ running: [first] }) => first?.run.steps > 0);
  for (let i = 0; i < 9; i++) bench.train();
  bench.update({ seeds: 1 });
  bench.train();
  const { waiting } = bench.state;
  bench.queue.remove();
  const { running } = bench.state;
  for (const { id } of running) bench.queue.stop(id);
  await untilDone(bench, running.length);
  assert.equal(waiting.length + running.length, MOST_WAITING);
  assert.match(tab.notices.join(), /At most 100 runs can wait/);
  tab.close();
});

test("runs that wait can be removed, and are not without end", async () => {
  const { tab, bench } = await opened();
  bench.update({ seeds: 10 });
  bench.train();
  bench.queue.pause();
  for (let i = 0; i < 10; i++) bench.train();
  assert.equal(bench.state.waiting.length, MOST_WAITING);
  assert.match(tab.notices.join(), /At most 100 runs can wait/);
  bench.queue.remove(bench.state.waiting[3].id);
  assert.equal(bench.state.waiting.length, 99);
  bench.queue.remove();
  assert.equal(bench.state.waiting.length, 0);
  bench.update({ seeds: 1, count: 1000 });
  await bench.set("epochs", 1);
  bench.train();
  await untilDone(bench, 1);
  tab.close();
});

test("runs are there at the next visit; undo brings one back, network and all", async () => {
  const { tab, bench, memory } = await opened();
  bench.update({ count: 1000 });
  await bench.set("epochs", 1);
  bench.train();
  await untilDone(bench, 1);
  await untilBench(bench, () => memory.values.size === 2);
  const later = await opened(memory);
  const [run] = later.bench.state.runs;
  assert.deepEqual(run, bench.state.runs[0]);
  await later.bench.remove(run);
  await untilBench(later.bench, ({ runs }) => !runs.length);
  assert.equal(memory.values.size, 0);
  later.tab.state.notices.at(-1)?.act?.();
  await untilBench(later.bench, ({ runs }) => runs.length === 1);
  await later.bench.adopt(run);
  assert.equal(later.tab.state.fingerprint, run.fingerprint);
  for (const each of [tab, later.tab]) each.close();
});

test("a full storage says one sentence and loses nothing of this visit", async () => {
  const { tab, bench, memory } = await opened();
  memory.fault = Object.assign(new Error("no room"), { name: "QuotaExceededError" });
  bench.update({ count: 1000 });
  await bench.set("epochs", 1);
  bench.train();
  await untilBench(bench, ({ trouble }) => trouble);
  await untilDone(bench, 1);
  assert.match(bench.state.trouble, /storage is full, so new runs are lost/);
  const [run] = bench.state.runs;
  await bench.adopt(run);
  assert.equal(tab.state.fingerprint, run.fingerprint);
  tab.close();
});

test("a run that is compared in place of another one says whose letter it took", async () => {
  const memory = new Memory();
  const store = new RunStore(memory);
  for (let i = 1; i <= 7; i++) {
    const settings = { ...defaults(), seed: i };
    await store.save(runOf({ id: `run-${i}`, time: i, settings }), null);
  }
  const { tab, bench } = await opened(memory);
  for (let i = 1; i <= 6; i++) bench.select(`run-${i}`);
  assert.deepEqual(tab.notices, []);
  assert.equal(bench.displaced?.id, "run-6");
  bench.select("run-7");
  assert.equal(bench.state.selected[5], "run-7");
  const [sixth] = bench.state.runs.filter(({ id }) => id === "run-6");
  const said = `6 runs can be compared: F was taken from ${words.runWords(sixth)}.`;
  assert.deepEqual(tab.notices, [said]);
  bench.select("run-7");
  assert.equal(bench.displaced, undefined);
  bench.select("run-6");
  assert.deepEqual(tab.notices, [said], "a free place is taken without a word");
  tab.close();
});
