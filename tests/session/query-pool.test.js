/** Labs' questions in workers of their own: about one network, newest first, given up, lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mostQueryWorkers, mostRuns } from "../../web/model/cores.js";
import { Browser, engine } from "../support/browser-in-node.js";
import { idxOf } from "../support/mnist-host.js";
import { host, open, train } from "./support.js";

const NOISE = /** @type {const} */ ({ kind: "shuffled", seed: 2, count: 700, best: "each" });
const PLANE = /** @type {const} */ ({ choice: "path", seed: 1 });

/** @param {number} cores */
const withCores = (cores) =>
  new Browser({ fetch: host.fetch, worker: { files: host.files }, cores });

/** A promise and what resolves it. */
function signalled() {
  let give = () => {};
  const given = /** @type {Promise<void>} */ (
    new Promise((resolve) => {
      give = resolve;
    })
  );
  return { given, give };
}

/** @param {import("../support/browser-in-node.js").Tab} tab */
function countedCopies(tab) {
  const { connection } = tab.session;
  const query = connection.query.bind(connection);
  const copies = { count: 0 };
  connection.query = (name, ...args) => {
    if (name === "digits") copies.count++;
    return query(name, ...args);
  };
  return copies;
}

test("answers are the training worker's, to the bit", async () => {
  const tab = await open("#start=random&seed=3");
  await train(tab, 30);
  const { session } = tab;
  /** @type {[any, ...any[]][]} */
  const questions = [
    ["noiseSurvey", NOISE],
    ["noiseDigits", 300],
    ["noiseKinds", ["uniform", "shuffled"], { seed: 1, count: 200 }],
    ["foolCurve", { epsilons: [0, 0.1], method: "pgd", from: 0, count: 20, seed: 1 }],
    ["foolDream", 3, { steps: 5, seed: 1 }],
    ["trainPredictions"],
    ["trainAccuracy", 500],
    ["gradientCheck", { parameter: 20, from: 3, count: 50 }, { parameter: 20 }],
  ];
  for (const [name, ...args] of questions) {
    const pooled = await /** @type {any} */ (session).query(name, ...args);
    const { value } = await session.connection.query(name, ...args);
    assert.deepEqual(pooled, value, name);
  }
  for (const choice of ["path", "main", "random"]) {
    const pictures = /** @type {any[][]} */ ([[], []]);
    const hear = (/** @type {number} */ i) => (/** @type {any} */ picture) => {
      pictures[i].push(picture);
    };
    await session.query("downhillPlane", /** @type {any} */ ({ choice, seed: 1 }), hear(0));
    await session.connection.query("downhillPlane", { choice, seed: 1 }, hear(1));
    assert.equal(pictures[0].length, 3);
    assert.deepEqual(pictures[0], pictures[1], choice);
  }
  assert.equal(tab.queryWorkers.length, 1);
});

test("a question is about the network that the page shows, while training goes on", async () => {
  const tab = await open("#start=random&seed=3&epochs=10000");
  const { session } = tab;
  await session.query("foolDream", 1, { steps: 1, seed: 1 });
  await session.run();
  for (let i = 0; i < 5; i++) {
    const { steps, fingerprint, epoch, data } = tab.state;
    const survey = await session.query("costSurvey", { set: "test", cost: "quadratic" });
    assert.deepEqual([survey.fingerprint, survey.epoch], [fingerprint, epoch]);
    assert.equal(survey.costs.length, data.test);
    await tab.until(({ steps: now }) => now > steps);
  }
  await session.pause();
});

test("no worker before the first question, one for all in turn; digits copied once", async () => {
  const tab = await open("#start=random&seed=3", withCores(5));
  const { session } = tab;
  const copies = countedCopies(tab);
  await session.noise("uniform");
  await session.query("noiseReading", { kind: "uniform", seed: 1, from: 0 });
  assert.equal(tab.queryWorkers.length, 0);
  await session.query("foolDream", 1, { steps: 1, seed: 1 });
  assert.equal(copies.count, 0);
  await session.query("trainPredictions");
  const { count } = copies;
  assert.equal(count, Math.ceil(tab.state.data.test / 1000));
  await session.query("trainPredictions");
  await session.query("noiseDigits", 100);
  assert.deepEqual([copies.count, tab.queryWorkers.length], [count, 1]);
  await Promise.all([session.query("trainPredictions"), session.query("trainPredictions")]);
  assert.deepEqual([copies.count, tab.queryWorkers.length], [2 * count, 2]);
});

test("the newest question is answered first, and the older one goes on", async () => {
  const tab = await open("#start=random&seed=3");
  const { session } = tab;
  /** @type {string[]} */
  const order = [];
  const first = signalled();
  const older = session.query("downhillPlane", PLANE, () => {
    order.push("older");
    first.give();
  });
  await first.given;
  const newer = session.query("downhillPlane", PLANE, () => order.push("newer"));
  await newer;
  assert.deepEqual(order, ["older", "newer", "newer", "newer"]);
  await older;
  assert.deepEqual(order.slice(4), ["older", "older"]);
});

test("what is given up rejects at once, and its worker has time for others", async () => {
  const tab = await open("#start=random&seed=3");
  const { session } = tab;
  const controller = new AbortController();
  const first = signalled();
  let pictures = 0;
  const asked = session.query(
    "downhillPlane",
    PLANE,
    () => {
      pictures++;
      first.give();
    },
    () => true,
    controller.signal,
  );
  await first.given;
  controller.abort();
  await assert.rejects(asked, { name: "AbortError" });
  await session.query("downhillPlane", PLANE, () => {});
  assert.equal(pictures, 1);
  const begun = session.query("trainPredictions", controller.signal);
  await assert.rejects(begun, { name: "AbortError" });
  const early = new AbortController();
  const waiting = session.query("trainPredictions", early.signal);
  early.abort();
  await assert.rejects(waiting, { name: "AbortError" });
  assert.equal((await session.query("trainPredictions")).labels.length, tab.state.data.test);
});

test("a dead worker is replaced and asked again; the second time a sentence says so", async () => {
  const tab = await open("#start=random&seed=3");
  const { session } = tab;
  const kill = () => tab.queryWorkers[tab.queryWorkers.length - 1].die(new Error("out of memory"));
  let pictures = 0;
  const once = session.query("downhillPlane", PLANE, () => {
    if (pictures++ === 0) kill();
  });
  assert.equal(await once, true);
  assert.deepEqual([pictures, tab.queryWorkers.length], [1 + 3, 2]);
  const twice = session.query("downhillPlane", PLANE, kill);
  await assert.rejects(twice, { message: "The computation stopped: out of memory." });
  assert.equal(tab.state.status, "ready");
  assert.deepEqual(tab.notices, []);
  const { labels } = await session.query("trainPredictions");
  assert.equal(labels.length, tab.state.data.test);
});

test("if no worker opens, the training worker answers; the next question tries again", async () => {
  const tab = await open("#start=random&seed=3");
  const { session } = tab;
  const { environment } = session;
  const { makeQueryWorker } = environment;
  environment.makeQueryWorker = () => {
    const handle = makeQueryWorker();
    tab.queryWorkers[tab.queryWorkers.length - 1].die(new Error("its script could not be loaded"));
    return handle;
  };
  const asked = [session.query("trainPredictions"), session.query("trainPredictions")];
  for (const { labels } of await Promise.all(asked))
    assert.equal(labels.length, tab.state.data.test);
  const givenUp = session.query("trainPredictions", AbortSignal.abort());
  await assert.rejects(givenUp, { name: "AbortError" });
  assert.equal(session.pool?.size, 0);
  environment.makeQueryWorker = makeQueryWorker;
  await session.query("trainPredictions");
  assert.equal(session.pool?.size, 1);
});

test("nobody waits for a worker that does not open", async ({ mock }) => {
  const tab = await open("#start=random&seed=3");
  const { session } = tab;
  const { makeQueryWorker } = session.environment;
  session.environment.makeQueryWorker = () => {
    const handle = makeQueryWorker();
    // It never answers, and nothing tells the page so.
    handle.terminate();
    return handle;
  };
  await session.query("trainExample", 0);
  mock.timers.enable({ apis: ["setTimeout"] });
  const asked = session.query("trainPredictions");
  while (!session.pool?.size) await new Promise(setImmediate);
  mock.timers.tick(8000);
  mock.timers.reset();
  assert.equal((await asked).labels.length, tab.state.data.test);
  assert.equal(session.pool?.size, 0);
});

test("the engine's death leaves the pool alone", async () => {
  const tab = await open("#start=random&seed=3");
  const { session } = tab;
  await session.query("foolDream", 1, { steps: 1, seed: 1 });
  const asked = session.query("foolDream", 1, { steps: 1, seed: 1 });
  tab.killEngine();
  assert.ok((await asked).confidence >= 0);
  await tab.until(({ data }) => data.complete);
  assert.equal((await session.query("trainPredictions")).labels.length, tab.state.data.test);
  assert.equal(tab.queryWorkers.length, 1);
});

test("other digits end what is asked of the old ones, and are used from then on", async () => {
  const tab = await open("#start=random&seed=3");
  const { session } = tab;
  const digits = engine.handwriting({ count: 40, seed: 9 });
  const first = signalled();
  const asked = session.query("downhillPlane", PLANE, () => first.give());
  const refused = assert.rejects(asked, /digits were replaced/);
  await first.given;
  const pair = idxOf(digits);
  await session.useOwnData({ train: pair, test: pair, name: "mine", heldOut: 0 });
  const predicted = await session.query("trainPredictions");
  assert.deepEqual(predicted.labels, digits.labels);
  await refused;
});

test("a network that has diverged is asked about in the training worker", async () => {
  const tab = await open("#start=random&seed=3&rate=1");
  const { session } = tab;
  await session.query("foolDream", 1, { steps: 1, seed: 1 });
  const dream = () => session.query("foolDream", 1, { steps: 1, seed: 1 });
  const { parameters } = tab.state;
  const { pixels } = await dream();
  session.update({ parameters: parameters?.map(() => Number.NaN) ?? null });
  assert.equal(session.pool?.takes("foolDream"), false);
  assert.deepEqual((await dream()).pixels, pixels);
});

test("one core is left to training, and a phone has two workers at most", () => {
  const most = (/** @type {number} */ cores, userAgent = "") =>
    mostQueryWorkers({ device: { hardwareConcurrency: cores, userAgent } });
  assert.deepEqual(
    [1, 2, 8].map((cores) => most(cores)),
    [1, 1, 7],
  );
  assert.equal(most(8, "Android 15; Mobile"), 2);
});

test("there are as many runs at once as cores, four at most, two on a phone", () => {
  const most = (/** @type {number} */ cores, isTraining = false, userAgent = "") =>
    mostRuns({ device: { hardwareConcurrency: cores, userAgent } }, isTraining);
  assert.deepEqual(
    [1, 2, 3, 4, 16].map((cores) => most(cores)),
    [1, 2, 3, 4, 4],
  );
  assert.deepEqual(
    [1, 2, 3, 4, 16].map((cores) => most(cores, true)),
    [1, 1, 2, 3, 4],
  );
  assert.equal(most(8, false, "Android 15; Mobile"), 2);
});
