/** What the lab Memorise keeps over a reload, whole, in part, damaged, of other digits. */
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { NO_DATA } from "../../web/common/data-report.js";
import { Race } from "../../web/labs/memorise/race.js";
import { findingOf } from "../../web/labs/memorise/results.js";
import { keepEnded, keptEnded } from "../../web/labs/memorise/saved.js";
import { Browser } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";

const host = digitHost({ train: 400, test: 200, seed: 41 });
const CHOICE = { count: 100, width: 16, depth: 1, fraction: 1, seed: 1 };
const DATA = {
  ...NO_DATA,
  kind: /** @type {const} */ ("mnist"),
  checksum: "ab",
  train: 400,
  complete: true,
};

/** @type {Map<string, string>} */
const kept = new Map();
let isFull = false;
globalThis.sessionStorage = /** @type {any} */ ({
  getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
  setItem: (/** @type {string} */ key, /** @type {string} */ text) => {
    if (isFull) throw new DOMException("full", "QuotaExceededError");
    kept.set(key, text);
  },
});

const browser = new Browser({ fetch: host.fetch, worker: { files: host.files } });
const tab = await browser.open("#start=random&seed=3");
const race = new Race(tab.session, () => {});
/** The state after the first of two seeds. @type {Race["ended"][]} */
const states = [];
const watched = new Race(tab.session, () => {
  if (watched.ended !== states.at(-1)) states.push(watched.ended);
});
await race.run(CHOICE);
await watched.run(CHOICE, [1, 2]);
const ended = race.ended ?? assert.fail();

beforeEach(() => {
  kept.clear();
  isFull = false;
});
after(() => {
  for (const each of [race, watched]) each.free();
  tab.close();
  Reflect.deleteProperty(globalThis, "sessionStorage");
});

/** @param {(kept: any) => void} change  of what is stored */
function stored(change) {
  keepEnded(ended, DATA);
  const [[key, text]] = kept;
  const value = JSON.parse(text);
  change(value);
  kept.set(key, JSON.stringify(value));
  return keptEnded(DATA);
}

test("a race is read as it was kept, but for the weights, and says the same", () => {
  keepEnded(ended, DATA);
  const read = keptEnded(DATA) ?? assert.fail();
  const bare = ended.runners.map((runner) => ({ ...runner, start: null, parameters: null }));
  assert.deepEqual(read, { ...ended, runners: bare });
  const later = new Race(tab.session, () => {});
  later.restore(read, 7);
  assert.deepEqual(
    [later.phase, later.data, later.isKept, later.choice],
    ["idle", 7, true, CHOICE],
  );
  assert.equal(findingOf(later.results[0]), findingOf(race.results[0]));
  later.free();
});

test("in the middle of a series the seeds that have ended are kept", () => {
  const [first, both] = states.filter(Boolean);
  keepEnded(first ?? assert.fail(), DATA);
  const read = keptEnded(DATA) ?? assert.fail();
  assert.deepEqual(read.seeds, [1, 2]);
  assert.deepEqual(
    read.results.map(({ seed }) => seed),
    [1],
  );
  assert.equal(read.choice.seed, 1);
  keepEnded(both ?? assert.fail(), DATA);
  assert.deepEqual(keptEnded(DATA)?.results, watched.results);
});

test("results of other digits are not shown, and are there again with theirs", () => {
  keepEnded(ended, DATA);
  for (const other of [{ checksum: "cd" }, { train: 401 }, { test: 1 }]) {
    assert.equal(keptEnded({ ...DATA, ...other }), null);
  }
  assert.ok(keptEnded(DATA));
});

test("what is damaged, of another format or could not be stored is as if there were none", () => {
  assert.ok(
    stored(() => {}),
    "untouched, it is read",
  );
  /** @type {((value: any) => void)[]} */
  const damages = [
    (value) => value.format++,
    (value) => delete value.choice,
    (value) => delete value.networks,
    (value) => value.networks.pop(),
    (value) => value.choice.width++,
    (value) => (value.choice.fraction = 2),
    (value) => (value.seeds = [2]),
    (value) => (value.seeds = Array(6).fill(1)),
    (value) => (value.networks[0].kind = "stopped"),
    (value) => (value.networks[1].points = []),
    (value) => (value.networks[1].points[0].trainAccuracy = null),
    (value) => (value.networks[1].points[0].epoch = -1),
    (value) => value.results.unshift(value.results[0]),
  ];
  for (const damage of damages) assert.equal(stored(damage), null, String(damage));
  kept.set([...kept.keys()][0], "{");
  assert.equal(keptEnded(DATA), null);
  kept.clear();
  isFull = true;
  keepEnded(ended, DATA);
  assert.equal(keptEnded(DATA), null);
});
