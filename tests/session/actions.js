/**
 * User actions on a tab, for random sequences of them.
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("./model.js").Real} Real
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { splitOf } from "../../web/common/own-data/split.js";
import { NETWORK_KEYS } from "../../web/common/settings.js";
import { Browser, engine } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";
import { idxOf } from "../support/mnist-host.js";
import { assertTrue, atRest, before, factsOf, pushed, settingsIn } from "./model.js";

export const host = digitHost({ train: 60, test: 20 });
const worker = { files: host.files };
export const visitor = () => new Browser({ fetch: host.fetch, worker });
const own = idxOf(engine.handwriting({ count: 56, seed: 5 }));
const ownFile = { train: own, test: null, name: "mine", heldOut: 1 / 7 };
const file = engine.network({ layers: [784, 8, 10], seed: 3 }).save();
const tuned = engine.network({ layers: [784, 16, 16, 10], seed: 8 }).save();

/** What a run of actions met, for the report. */
export const met = { actions: 0, exact: 0, inexact: 0, undone: 0, restarts: 0, reloads: 0 };

/** @implements {fc.AsyncCommand<Model, Real, true>} */
class Action {
  /**
   * @param {string} name
   * @param {(model: Model, real: Real) => Promise<void>} act
   * @param {(model: Readonly<Model>) => boolean} [when]
   */
  constructor(name, act, when = () => true) {
    this.name = name;
    this.act = act;
    this.when = when;
  }

  /** @param {Readonly<Model>} model */
  async check(model) {
    return this.when(model);
  }

  /** @param {Model} model @param {Real} real */
  async run(model, real) {
    met.actions++;
    await this.act(model, real);
    await atRest(real.tab);
    assertTrue(real.tab, model, host.test);
  }

  toString() {
    return this.name;
  }
}

/**
 * Does it, and notes what an undo must bring back if it has changed anything.
 * @param {Model} model
 * @param {Real} real
 * @param {boolean} replaces
 * @param {() => Promise<unknown>} act
 */
async function undoably(model, { tab }, replaces, act) {
  const { top } = tab.state.history;
  const was = before(tab, model, replaces);
  const facts = factsOf(model);
  const { kind } = tab.state.data;
  await act();
  if (tab.state.history.top === top) return;
  const now = settingsIn(tab);
  was.keys = NETWORK_KEYS.filter((key) => `${now[key]}` !== `${was.settings[key]}`);
  was.data = tab.state.data.kind === kind ? "" : kind;
  was.isDivergence = tab.state.history.undo === "training that diverged";
  pushed(model, was, facts);
}

/** @param {Model} model @param {string} start */
function began(model, start) {
  Object.assign(model, { start, steps: 0, hands: [], handsAt: 0 });
}

/** @param {string} hand */
const byHand = (/** @type {Model} */ model, hand) => {
  // Edits that follow each other are one entry of the history.
  const last = model.hands[model.hands.length - 1];
  if (hand !== "edited" || last !== "edited" || model.steps !== model.handsAt)
    model.hands.push(hand);
  model.handsAt = model.steps;
};

/** @param {string} key @param {any} value */
const set = (key, value) =>
  new Action(`set ${key} to ${value}`, async (model, real) => {
    const { tab } = real;
    const { generation } = tab.state;
    const structural = ["seed", "layers", "hidden", "output", "cost", "recipe"].includes(key);
    await undoably(model, real, structural && !(key === "recipe" && value === "own"), () =>
      tab.session.set(key, value),
    );
    if (tab.state.generation !== generation) began(model, "random");
    if (key !== "recipe") assert.deepEqual(/** @type {any} */ (tab.state.settings)[key], value);
  });

/** @param {"example" | "batch" | "epoch"} size */
const step = (size) =>
  new Action(`step ${size}`, async (model, real) => {
    const { tab } = real;
    const { steps } = tab.state;
    await undoably(model, real, true, async () => {
      await tab.session.step(size);
      await atRest(tab);
    });
    model.steps += tab.state.steps - steps;
    assert.ok(tab.state.steps > steps || tab.state.phase === "diverged");
  });

const train = new Action("train for a while", async (model, real) => {
  const { tab } = real;
  const { steps } = tab.state;
  await undoably(model, real, true, async () => {
    await tab.session.run();
    await tab.until(({ phase, steps: now }) => phase !== "running" || now > steps);
    await tab.session.pause();
    await atRest(tab);
  });
  model.steps += tab.state.steps - steps;
});

const edit = fc.tuple(fc.nat(7000), fc.integer({ min: -3, max: 3 })).map(
  ([index, value]) =>
    new Action(`edit ${index}`, async (model, real) => {
      const gesture = `g${model.gesture++}`;
      await undoably(model, real, true, () =>
        real.tab.session.edit({ indices: [index % 6000], values: [value], gesture }),
      );
      byHand(model, "edited");
    }),
);

const teach = new Action("teach a drawing", async (model, real) => {
  const pixels = Float32Array.from(host.test.image(3), (value) => value / 255);
  await undoably(model, real, true, () => real.tab.session.teach(pixels, host.test.label(3)));
  byHand(model, "taught");
  model.drawings++;
});

/** @param {string} name @param {string} start @param {(real: Real) => Promise<unknown>} act */
const replace = (name, start, act) =>
  new Action(name, async (model, real) => {
    await undoably(model, real, true, () => act(real));
    began(model, start);
  });

const adopt = new Action("adopt a fine-tuned network", async (model, real) => {
  const { tab } = real;
  const base = /** @type {any} */ (tab.state.provenance);
  await undoably(model, real, true, () =>
    tab.session.adopt(tuned, base, { kind: "fine-tuned", purpose: "noise", epochs: 1 }),
  );
  byHand(model, "fine-tuned");
});

const ownData = new Action("drop own digits", async (model, real) => {
  const { tab } = real;
  await undoably(model, real, false, () => tab.session.useOwnData(ownFile));
  model.drawings = 0;
  assert.equal(tab.state.data.kind, "own");
  assert.equal(tab.state.data.train, splitOf(own.labels.subarray(8), 1 / 7).train.length);
});

/** @param {"undo" | "redo"} way */
const back = (way) =>
  new Action(
    way,
    async (model, { tab }) => {
      const other = way === "undo" ? "redo" : "undo";
      const want = /** @type {import("./model.js").Before} */ (model[way].pop());
      const facts = /** @type {any} */ (model[`${way}Facts`].pop());
      const { keys, isDivergence, fingerprint: wanted } = want;
      const { kind } = tab.state.data;
      const now = settingsIn(tab);
      const present = { ...before(tab, model, wanted !== null), keys, isDivergence };
      model[other].push({ ...present, data: want.data && kind });
      model[`${other}Facts`].push(factsOf(model));
      const { fingerprint } = tab.state;
      await tab.session[way]();
      await tab.until(({ data }) => data.complete && data.kind === (want.data || kind));
      const changed = Object.fromEntries(keys.map((key) => [key, want.settings[key]]));
      assert.deepEqual(settingsIn(tab), wanted ? want.settings : { ...now, ...changed });
      if (wanted !== null) Object.assign(model, facts);
      if (isDivergence && way === "undo") model.steps = tab.state.steps;
      else assert.equal(tab.state.fingerprint, wanted ?? fingerprint);
      if (want.data) model.drawings = 0;
      met.undone++;
    },
    (model) => model[way].length > 0,
  );

const reload = new Action("reload", async (model, { tab }) => {
  const { fingerprint } = tab.state;
  const settings = settingsIn(tab);
  const had = tab.state.history;
  await tab.reload();
  await atRest(tab);
  assert.equal(tab.state.fingerprint, fingerprint);
  assert.deepEqual(settingsIn(tab), settings);
  assert.equal(tab.state.history.undo, had.undo);
  model.drawings = 0;
  met.reloads++;
});

const kill = new Action("kill the worker", async (model, { tab }) => {
  const { fingerprint } = tab.state;
  const settings = settingsIn(tab);
  await tab.session.save();
  tab.session.recovery.mostRestarts = Number.POSITIVE_INFINITY;
  tab.kill();
  await tab.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  await tab.until(({ data }) => data.complete);
  tab.session.dismiss("restart");
  assert.equal(tab.state.fingerprint, fingerprint);
  assert.deepEqual(settingsIn(tab), settings);
  model.drawings = 0;
  met.restarts++;
});

const link = new Action("copy the link and open it elsewhere", async (_, { tab }) => {
  const { href, exact, why } = tab.session.link();
  const elsewhere = visitor();
  const other = await elsewhere.open(new URL(href).hash);
  try {
    await other.until(({ replaying, phase }) => !replaying && phase !== "running");
    if (exact) assert.equal(other.state.fingerprint, tab.state.fingerprint, href);
    else assert.ok(other.notices.join().includes("similar"), why);
    met[exact ? "exact" : "inexact"]++;
  } finally {
    other.close();
  }
});

const draw = fc.nat(19).map(
  (index) =>
    new Action(`show test digit ${index}`, async (_, { tab }) => {
      const { id } = tab.state.shown;
      await tab.session.testDigit(index);
      await tab.until(({ reading, shown }) => shown.id !== id && reading?.shown.id === shown.id);
    }),
);

const recover = new Action("recover when diverged", async (model, { tab }) => {
  if (tab.state.phase !== "diverged") return;
  const present = { ...before(tab, model, true), isDivergence: true };
  const facts = factsOf(model);
  await tab.session.recover();
  model.steps = tab.state.steps;
  const at = model.undo.findLastIndex(({ isDivergence }) => isDivergence);
  if (tab.state.history.redo !== "training that diverged" || at < 0) return;
  model.undo.splice(at, 1);
  model.undoFacts.splice(at, 1);
  model.redo.push(present);
  model.redoFacts.push(facts);
});

/** All actions, each of them now and then. */
export const actions = [
  fc.constantFrom(train, step("batch"), step("example"), step("epoch")),
  fc.constantFrom(
    replace("reset", "random", ({ tab }) => tab.session.reset()),
    replace("begin lesson", "lesson", ({ tab }) => tab.session.begin("lesson")),
    replace("begin pretrained", "pretrained", ({ tab }) => tab.session.begin("pretrained")),
    replace("open a file", "file", ({ tab }) => tab.session.loadFile(file, "f.safetensors")),
  ),
  fc.constantFrom(
    ...[set("rate", 0.5), set("rate", 0.01), set("batch", 20), set("batch", 5)],
    ...[set("optimizer", "adam"), set("optimizer", "momentum"), set("optimizer", "sgd")],
    ...[set("decay", 0.001), set("schedule", "cosine"), set("schedule", "constant")],
    ...[set("augment", true), set("nothing", 0.2), set("epochs", 60), set("epochs", 5000)],
  ),
  fc.constantFrom(
    ...[set("seed", 2), set("seed", 9), set("hidden", "sigmoid"), set("hidden", "relu")],
    ...[set("layers", [12]), set("layers", [16, 16]), set("output", "sigmoid")],
    ...[
      set("cost", "quadratic"),
      set("recipe", "video"),
      set("recipe", "modern"),
      set("recipe", "own"),
    ],
  ),
  fc.constantFrom(back("undo"), back("undo"), back("redo")),
  edit,
  fc.constantFrom(teach, adopt, ownData, recover),
  fc.constantFrom(reload, kill, link),
  draw,
];

/**
 * At the end everything that was replaced can still be had back.
 * @param {Model} model
 * @param {Real} real
 */
export async function assertNothingLost(model, real) {
  while (model.undo.length) await back("undo").run(model, real);
}
