/** What fails says so, loses nothing, and leaves a page that works. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { LiveTrainer } from "../../web/worker/live-trainer.js";
import { TrainingWorker } from "../../web/worker/training-worker.js";
import { engine } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";
import { idxOf } from "../support/mnist-host.js";
import { host, open, train, visitor } from "./support.js";

/** Timers that a test winds forward itself. */
function clock() {
  /** @type {{ act: () => void, ms: number }[]} */ let timers = [];
  const setTimer = (/** @type {() => void} */ act, /** @type {number} */ ms) => {
    if (ms < 1000) {
      setTimeout(act, ms);
      return () => {};
    }
    const timer = { act, ms };
    timers.push(timer);
    return () => {
      timers = timers.filter((each) => each !== timer);
    };
  };
  /** Lets every timer of at most that long ring. @param {number} ms */
  const ring = (ms) => {
    const due = timers.filter((timer) => timer.ms <= ms);
    timers = timers.filter((timer) => timer.ms > ms);
    for (const { act } of due) act();
  };
  /** Resolves when a timer of that length runs. @param {number} ms */
  const untilSet = async (ms) => {
    while (!timers.some((timer) => timer.ms === ms)) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  };
  return { setTimer, ring, untilSet };
}

test("a worker that dies is replaced, from the last report, with one sentence", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  await tab.session.reset();
  await tab.session.run();
  await tab.until(({ steps }) => steps > 20);
  const { steps } = tab.state;
  tab.kill("out of memory");
  await tab.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  assert.ok(tab.state.steps >= steps);
  assert.equal(tab.state.phase, "paused");
  assert.equal(tab.state.status, "ready");
  const told = tab.notices.filter((text) => /The engine stopped \(out of memory\)/.test(text));
  assert.equal(told.length, 1);
  assert.match(told[0], /Training is paused/);
  await tab.until(({ data }) => data.complete);
  await tab.session.step("batch");
  assert.ok(tab.session.link().exact);
});

test("training that stops twice for the same reason is told of twice", async (t) => {
  const tab = await open("#start=random&seed=3");
  t.mock.method(LiveTrainer.prototype, "train", () => {
    throw new Error("out of memory");
  });
  for (let i = 0; i < 2; i++) {
    await tab.session.run();
    await tab.until(({ notices }) => notices.some(({ key }) => key === "training"));
    assert.equal(tab.state.phase, "paused");
    assert.deepEqual(tab.notices, ["Training stopped: out of memory"]);
    tab.session.dismiss("training");
  }
  t.mock.restoreAll();
  const { steps } = tab.state;
  await tab.session.step("batch");
  assert.equal(tab.state.steps, steps + 1);
});

test("a worker that keeps dying is left alone, with a reason and a button to restart", async () => {
  const tab = await open("#start=random&seed=3");
  await train(tab, 2);
  const { fingerprint } = tab.state;
  for (let i = 0; i < 3; i++) {
    tab.session.dismiss("restart");
    tab.kill("it crashed");
    await tab.until(
      ({ notices, failure }) => failure !== null || notices.some(({ key }) => key === "restart"),
    );
  }
  assert.equal(tab.state.status, "failed");
  assert.match(String(tab.state.failure?.why), /it crashed/);
  await tab.state.failure?.act();
  assert.equal(tab.state.status, "ready");
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("an engine that cannot be started says why, and can be tried again", async () => {
  let fails = true;
  const browser = visitor({
    engine: async () => {
      if (fails) throw new Error("engine.wasm could not be fetched: 404");
      return engine;
    },
  });
  const tab = await open("#start=random&seed=3", browser, { data: false });
  assert.equal(tab.state.status, "failed");
  assert.match(String(tab.state.failure?.why), /404/);
  await assert.rejects(tab.session.step("batch"), /engine/);
  fails = false;
  await tab.state.failure?.act();
  assert.equal(tab.state.status, "ready");
  assert.deepEqual(tab.state.provenance?.start, { kind: "random", seed: 3 });
});

test("a report that the page cannot take does not stop the reports", async () => {
  const tab = await open("#start=random&seed=3");
  const { onReport } = tab.session;
  let refused = 0;
  tab.session.onReport = async (report) => {
    if (refused++ < 2) throw new Error("no");
    return onReport.call(tab.session, report);
  };
  const stepping = tab.session.step("batch");
  await stepping;
  assert.equal(tab.state.steps, 1);
  assert.ok(refused > 2);
});

test("a query that fails rejects, and one to a worker that died does too", async () => {
  const tab = await open("#start=random&seed=3");
  await assert.rejects(tab.session.query("gradient", new Float32Array(3), 1), /784/);
  const unknown = /** @type {any} */ (tab.session).query("no such");
  await assert.rejects(unknown, /no query/);
  const asked = tab.session.query("picture", "test", 3);
  const refused = assert.rejects(asked, /stopped|restarted|died/);
  tab.killEngine("it died");
  await refused;
});

test("files that are dropped while MNIST is loading are the only digits", async () => {
  /** @type {() => void} */ let goOn = () => {};
  const held = new Promise((resolve) => {
    goOn = () => resolve(null);
  });
  const browser = visitor();
  browser.fetch = /** @type {any} */ (
    async (/** @type {any} */ url) => {
      await held;
      return host.fetch(url);
    }
  );
  const tab = await open("#start=random", browser, { data: false });
  const loading = tab.session.loadData();
  const own = idxOf(engine.handwriting({ count: 140, seed: 4 }));
  await tab.session.useOwnData({ train: own, test: null, name: "mine", heldOut: 1 / 7 });
  goOn();
  await loading;
  await tab.session.step("epoch");
  await tab.until(({ phase }) => phase === "paused");
  assert.deepEqual(
    [tab.state.data.kind, tab.state.data.train, tab.state.data.test],
    ["own", 120, 20],
  );
  assert.equal(tab.state.epoch, 1);
});

test("test images that fail after training began leave a page that trains", async () => {
  const big = digitHost({ train: 3000 });
  const { setTimer, ring } = clock();
  /** @type {() => void} */ let fail = () => {};
  const failing = new Promise((_, reject) => {
    fail = () => reject(new TypeError("connection lost"));
  });
  failing.catch(() => {});
  const browser = visitor({ files: big.files, setTimer });
  browser.fetch = /** @type {any} */ (
    async (/** @type {any} */ url) =>
      String(url).includes("t10k-images") ? failing : big.fetch(url)
  );
  const tab = await open("#start=random&epochs=10000", browser, { data: false });
  const loading = tab.session.loadData();
  await tab.until(({ data }) => data.train >= 1000);
  await tab.session.run();
  assert.equal(tab.state.phase, "waiting");
  ring(20_000);
  await tab.until(({ steps }) => steps > 5);
  fail();
  const ringing = setInterval(() => ring(5000), 5);
  await loading;
  clearInterval(ringing);
  await tab.until(({ data }) => data.complete);
  assert.equal(tab.state.data.kind, "handwriting");
  assert.match(tab.notices.join(), /MNIST could not be loaded/);
  await tab.session.pause();
  const { steps } = tab.state;
  await tab.session.step("batch");
  assert.equal(tab.state.steps, steps + 1);
});

test("with half of MNIST an epoch is one pass over what is there", async () => {
  const big = digitHost({ train: 3000 });
  const { setTimer, ring } = clock();
  const browser = visitor({ files: big.files, setTimer });
  browser.fetch = /** @type {any} */ (
    async (/** @type {any} */ url) => {
      const answer = await big.fetch(url);
      if (!String(url).includes("train-images")) return answer;
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const half = bytes.slice(0, bytes.length / 2);
      let asked = 0;
      const pull = (/** @type {ReadableStreamDefaultController} */ controller) =>
        asked++ ? controller.error(new TypeError("cut")) : controller.enqueue(half);
      return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }));
    }
  );
  const tab = await open("#start=random&batch=10", browser, { data: false });
  const ringing = setInterval(() => ring(5000), 5);
  await tab.session.loadData();
  await tab.until(({ data }) => data.complete);
  clearInterval(ringing);
  const { train: count, trainTotal } = tab.state.data;
  assert.ok(count >= 1000 && count < 3000 && count === trainTotal, `${count} of ${trainTotal}`);
  await tab.session.step("epoch");
  await tab.until(({ phase, steps }) => phase === "paused" && steps > 0);
  assert.ok(Math.abs(tab.state.epoch - 1) < 0.02, String(tab.state.epoch));
});

test("altered MNIST is not trained on: the page says so and uses handwriting", async () => {
  const browser = visitor();
  browser.fetch = /** @type {any} */ (
    async (/** @type {any} */ url) => {
      const other = digitHost({ seed: 50 });
      return String(url).includes("train-images") ? other.fetch(url) : host.fetch(url);
    }
  );
  const tab = await open("#start=random", browser, { data: false });
  await tab.session.loadData();
  await tab.until(({ data }) => data.complete);
  assert.equal(tab.state.data.kind, "handwriting");
  assert.match(tab.notices.join(), /damaged.*checksum.*handwriting/s);
});

test("a host that never answers is replaced by handwriting at a click", async () => {
  const { setTimer, ring, untilSet } = clock();
  const browser = visitor({ setTimer });
  browser.fetch = /** @type {any} */ (() => new Promise(() => {}));
  const tab = await open("#start=random", browser, { data: false });
  tab.session.loadData().catch(() => {});
  await untilSet(10_000);
  ring(10_000);
  await tab.until(({ notices }) => notices.some(({ key }) => key === "data"));
  const [offer] = tab.state.notices;
  assert.equal(offer.button, "Use built-in handwriting");
  await offer.act?.();
  await tab.until(({ data }) => data.complete);
  assert.equal(tab.state.data.kind, "handwriting");
  assert.deepEqual(tab.notices, []);
});

test("figures of the data before do not stay when other data come", async () => {
  const tab = await open("#start=random&seed=3");
  await train(tab, 30);
  await tab.until(({ evaluation, version }) => evaluation?.version === version);
  for (const seed of [60, 61]) {
    const own = engine.handwriting({ count: 140, seed });
    const { generation } = tab.state.data;
    const using = tab.session.useOwnData({
      train: idxOf(own, 0, 120),
      test: idxOf(own, 120),
      name: `set ${seed}`,
      heldOut: 0,
    });
    await tab.until(({ data }) => data.generation > generation);
    await using;
    await tab.until(({ evaluation }) => evaluation !== null);
    const net = engine.load(await tab.session.modelFile());
    assert.equal(tab.state.evaluation?.accuracy, net.evaluate(own.slice(120)).accuracy);
    assert.equal(tab.state.evaluation?.count, 20);
  }
});

test("a picture and what is said of it belong together, whatever comes between", async () => {
  const tab = await open("#start=random&seed=3");
  /** @type {string[]} */
  const wrong = [];
  tab.session.subscribe(({ reading, parameters, network }) => {
    if (!reading?.shown.pixels || !parameters || !network) return;
    const { pixels } = reading.shown;
    if (!pixels.every((value, i) => value === reading.pixels[i])) wrong.push(reading.shown.words);
  });
  for (let i = 0; i < 40; i++) {
    const resetting = i % 2 ? tab.session.reset() : tab.session.set("seed", i + 10);
    await tab.session.testDigit(i);
    await resetting;
    await tab.until(({ reading, shown }) => reading?.shown.id === shown.id);
    assert.equal(
      tab.state.reading?.shown.words,
      `Test digit ${i + 1}, labelled ${host.test.label(i)}.`,
    );
  }
  assert.deepEqual(wrong, []);
});

test("controls show what was chosen at once, and never fall back to an older report", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  await tab.session.run();
  /** @type {number[]} */
  const seen = [];
  tab.session.subscribe(({ settings }) => seen.push(settings.rate));
  const changes = [0.5, 0.25, 0.125, 0.0625].map((rate) => tab.session.set("rate", rate));
  await Promise.all(changes);
  await tab.until(({ settings }) => settings.rate === 0.0625);
  await tab.session.pause();
  const after = seen.slice(seen.indexOf(0.0625));
  assert.ok(
    after.every((rate) => rate === 0.0625),
    String(seen),
  );
});

test("while the page is loading a command says so, and changes nothing", async () => {
  const tab = await open("", visitor(), { data: false });
  const worker = new TrainingWorker();
  for (const name of /** @type {const} */ (["reset", "run", "step", "undo", "start"])) {
    await assert.rejects(worker.command(name), /^Error: The page is still loading\.$/);
  }
  await assert.rejects(worker.query("teachExisting", []), /still loading/);
  assert.equal(tab.state.status, "ready");
});

test("a setting that the worker died before it obeyed is not said of the network", async () => {
  const tab = await open("#start=random&seed=1");
  const { fingerprint } = tab.state;
  const set = tab.session.set("seed", 9).catch(() => {});
  tab.kill();
  await set;
  await tab.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  const { settings, provenance } = tab.state;
  assert.equal(settings.seed, provenance?.start.seed);
  const other = await open(new URL(tab.session.link().href).hash);
  assert.equal(other.state.fingerprint, tab.state.fingerprint);
  assert.ok(settings.seed === 9 || tab.state.fingerprint === fingerprint);
});

test("a worker that dies while another is being started leaves a page that works", async () => {
  const tab = await open("#start=random&seed=1");
  await train(tab, 3);
  tab.kill("first");
  tab.kill("second");
  await tab.until(({ status, failure, notices }) =>
    Boolean(status === "ready" && !failure && notices.some(({ key }) => key === "restart")),
  );
  await tab.until(({ data }) => data.complete);
  const { steps } = tab.state;
  await tab.session.step("batch");
  assert.equal(tab.state.steps, steps + 1);
});

test("a setting chosen before digits are in ends a replay; nothing trains by itself", async () => {
  const tab = await open("#start=random&steps=100", visitor(), { data: false });
  await tab.until(({ phase }) => phase === "waiting");
  await tab.session.set("rate", 0.5);
  assert.equal(tab.state.phase, "paused");
  await assert.rejects(
    tab.session.command("teach", new Float32Array(784), 3),
    /still loading|digits/,
  );
  await tab.session.loadData();
  await tab.until(({ data }) => data.complete);
  assert.equal(tab.state.steps, 0);
});
