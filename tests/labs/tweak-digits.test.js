/** The lab Tweak without a browser: runs that wait while the digits are replaced. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { defaults } from "../../web/common/settings.js";
import { Bench } from "../../web/labs/tweak/bench.js";
import { checkedDigits, forOthers, isFor, othersWords } from "../../web/labs/tweak/digits.js";
import { RunStore } from "../../web/labs/tweak/run-store.js";
import { Browser, engine } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";
import { idxOf } from "../support/mnist-host.js";
import { Memory, tabStorage, untilBench } from "../support/tweak.js";

/** @typedef {import("../../web/labs/tweak/digits.js").Digits} Digits */

const MNIST = /** @type {const} */ ({ kind: "mnist", name: "MNIST", checksum: "ab", drawings: 0 });
const OWN = /** @type {const} */ ({ kind: "own", name: "mine", checksum: "cd", drawings: 0 });
const plan = { settings: defaults(), count: 0 };

const host = digitHost({ train: 400, test: 200, seed: 41 });
const kept = tabStorage(after);

/**
 * A lab on the host's digits, which has trained nothing, with short runs chosen.
 * @param {object} [worker]  more of its environment
 */
async function opened(worker = {}) {
  kept.clear();
  const browser = new Browser({ fetch: host.fetch, worker: { files: host.files, ...worker } });
  const tab = await browser.open("#start=random&seed=3");
  const bench = benchOn(tab);
  await bench.set("epochs", 1);
  return { tab, bench };
}

/** @param {{ session: import("../../web/model/session.js").Session }} tab */
const benchOn = ({ session }) =>
  new Bench(session, { store: new RunStore(new Memory()), channel: null });

/** What the bench has trained on, the newest first. @param {Bench} bench */
const trainedOn = ({ state }) => state.runs.map(({ data }) => data.checksum);

/** The visitor's own digits. @param {number} seed */
function ownDigits(seed) {
  const train = idxOf(engine.handwriting({ count: 100, seed }));
  return { train, test: null, name: "mine", heldOut: 0.5 };
}

test("digits are the same by their checksum, and by name before it is known", () => {
  const job = (/** @type {Digits} */ data, count = 0) => ({ plan: { ...plan, count }, data });
  assert.ok(isFor(job(OWN), { ...OWN, name: "renamed" }));
  assert.ok(!isFor(job(OWN), { ...OWN, checksum: "ef" }));
  assert.ok(isFor(job({ ...MNIST, checksum: "" }), MNIST));
  assert.ok(!isFor(job({ ...MNIST, checksum: "" }), OWN));
  assert.ok(isFor(job(checkedDigits(undefined)), OWN), "of nothing that is known, the first");
  assert.ok(!isFor(job(MNIST), { ...MNIST, drawings: 1 }));
  assert.ok(isFor(job(MNIST, 1000), { ...MNIST, drawings: 1 }), "drawings come last");
});

test("what is said names both, and tells those of one name apart", () => {
  const said = (/** @type {Digits[]} */ waited, /** @type {Digits} */ now) =>
    othersWords(
      waited.map((data) => ({ data })),
      now,
    );
  assert.equal(said([MNIST], OWN), "1 run waits for MNIST. The digits are now mine.");
  assert.equal(
    said([MNIST, { ...MNIST, drawings: 2 }], OWN),
    "2 runs wait for MNIST and MNIST and drawings of yours. The digits are now mine.",
  );
  assert.equal(
    said([OWN, OWN], { ...OWN, checksum: "ef" }),
    "2 runs wait for other digits, which were also called mine.",
  );
});

test("runs that wait are trained on their own digits alone, or on others when asked", async () => {
  const { tab, bench } = await opened();
  bench.update({ seeds: 3 });
  bench.train();
  bench.queue.pause();
  await tab.session.useOwnData(ownDigits(5));
  await untilBench(bench, ({ data }) => data.name === "mine");
  bench.queue.resume();
  bench.update({ seeds: 1 });
  bench.train();
  await untilBench(bench, ({ runs, running }) => runs.length === 1 && !running.length);
  const own = tab.state.data.checksum;
  assert.deepEqual(trainedOn(bench), [own]);
  assert.equal(bench.state.waiting.length, 3);
  assert.deepEqual(forOthers(bench.state.waiting, bench.state.data), bench.state.waiting);
  bench.queue.trainOn(tab.state.data);
  await untilBench(bench, ({ runs, running }) => runs.length === 4 && !running.length);
  assert.deepEqual(trainedOn(bench), Array(4).fill(own));
  tab.close();
});

test("when the page's engine dies while digits are copied, no run is lost", async () => {
  // As from a host, not at once.
  const late = () => new Promise((resolve) => setTimeout(resolve, 20, engine));
  const { tab, bench } = await opened({ engine: late });
  const { connection } = tab.session;
  const { query } = connection;
  let deaths = 0;
  connection.query = (/** @type {any} */ name, /** @type {any[]} */ ...args) => {
    const answer = /** @type {any} */ (query).call(connection, name, ...args);
    if (name === "digits" && ++deaths <= 2) tab.killEngine();
    return answer;
  };
  bench.update({ seeds: 3 });
  bench.train();
  await untilBench(bench, ({ runs, running }) => runs.length === 3 && !running.length);
  assert.ok(deaths > 2);
  for (const { outcome, why } of bench.state.runs) assert.equal(outcome, "finished", why);
  assert.match(tab.notices.join(), /was restarted/);
  tab.close();
});

test("when their digits come back, they go on by themselves", async () => {
  const { tab, bench } = await opened();
  const { checksum } = tab.state.data;
  bench.train();
  bench.queue.pause();
  await tab.session.useOwnData(ownDigits(5));
  await tab.until(({ data }) => data.name === "mine");
  await untilBench(bench, ({ data }) => data.name === "mine");
  bench.queue.resume();
  await tab.session.loadData();
  await untilBench(bench, ({ runs, waiting }) => runs.length === 1 && !waiting.length);
  assert.deepEqual(trainedOn(bench), [checksum]);
  tab.close();
});

test("a run whose digits are replaced while they are copied waits for them again", async () => {
  const { tab, bench } = await opened();
  // What keeps own digits is there, so that they come while others are copied.
  await tab.session.command("keptData");
  const { environment } = bench.queue;
  const { tell } = environment;
  let begun = 0;
  environment.tell = (news) => {
    if (news.running?.length) begun++;
    tell(news);
  };
  const replaced = tab.session.useOwnData(ownDigits(5));
  bench.train();
  await replaced;
  await untilBench(bench, ({ running, waiting }) => !running.length && waiting.length === 1);
  assert.equal(begun, 1);
  assert.deepEqual(bench.state.runs, []);
  assert.equal(forOthers(bench.state.waiting, tab.state.data).length, 1);
  tab.close();
});

test("after a reload with other digits they wait, until told to be trained on these", async () => {
  const { tab, bench } = await opened();
  await tab.session.useOwnData(ownDigits(5));
  await tab.until(({ data }) => data.name === "mine");
  bench.update({ seeds: 2 });
  bench.train();
  bench.queue.pause();
  await untilBench(bench, ({ waiting, running }) => waiting.length === 2 && !running.length);
  const { checksum } = tab.state.data;
  await tab.reload();
  await tab.session.loadData();
  const later = benchOn(tab);
  await untilBench(later, ({ data }) => data.complete && data.kind === "mnist");
  const { waiting, isPaused } = later.state;
  assert.deepEqual(
    waiting.map(({ data }) => data),
    Array(2).fill({ kind: "own", name: "mine", checksum, drawings: 0 }),
  );
  assert.ok(isPaused);
  assert.match(
    othersWords(forOthers(waiting, tab.state.data), tab.state.data),
    /^2 runs wait for mine\. The digits are now MNIST\.$/,
  );
  later.queue.remove(waiting[0].id);
  later.queue.trainOn(tab.state.data);
  await untilBench(later, ({ runs }) => runs.length === 1);
  assert.deepEqual(trainedOn(later), [tab.state.data.checksum]);
  tab.close();
});

test("runs that wait while the digits load are trained on those that come", async () => {
  kept.clear();
  const browser = new Browser({ fetch: host.fetch, worker: { files: host.files } });
  const tab = await browser.open("#start=random&seed=3", { data: false });
  const bench = benchOn(tab);
  await bench.set("epochs", 1);
  bench.train();
  assert.equal(bench.state.waiting[0].data.kind, "none");
  await tab.session.loadData();
  await untilBench(bench, ({ runs }) => runs.length === 1);
  assert.deepEqual(trainedOn(bench), [tab.state.data.checksum]);
  tab.close();
});
