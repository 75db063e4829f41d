/** The speed of Train: what is trained does not depend on it; what is shown does. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setting } from "../../web/common/settings.js";
import { open, visitor } from "./support.js";

const SPEEDS = Object.keys(setting("speed").choices ?? {});
const HASH = "#start=random&seed=4&rate=2&epochs=1000";

/**
 * Trains at that speed until that many steps are done, and pauses.
 * @param {string} speed @param {number} steps
 */
async function trained(speed, steps) {
  const tab = await open(HASH);
  await tab.session.set("speed", speed);
  await tab.session.run();
  await tab.until((state) => state.steps >= steps);
  await tab.session.pause();
  return tab;
}

/** The same without a break, by single steps. @param {number} steps */
async function stepped(steps) {
  const tab = await open(HASH);
  for (let i = 0; i < steps; i++) await tab.session.step("batch");
  return tab.state;
}

for (const speed of SPEEDS) {
  test(`at speed "${speed}" the same steps make the same network`, async () => {
    const { state } = await trained(speed, speed === "example" ? 3 : 12);
    const expected = await stepped(state.steps);
    assert.equal(state.fingerprint, expected.fingerprint);
    assert.deepEqual(state.provenance, expected.provenance);
  });
}

test("one mini-batch per frame: each step is reported, with the reading of the input", async () => {
  const tab = await open(HASH);
  await tab.session.set("speed", "batch");
  tab.session.showPicture(new Float32Array(784).fill(0.5), {});
  /** @type {number[]} */
  const seen = [];
  const stop = tab.session.subscribe(({ steps, reading, parameters }) => {
    if (steps !== seen[seen.length - 1]) seen.push(steps);
    assert.ok(reading === null || reading.activations.length > 0);
    assert.ok(parameters);
  });
  await tab.session.run();
  await tab.until(({ steps }) => steps >= 30);
  await tab.session.pause();
  stop();
  const missed = seen.filter((steps, i) => i > 0 && steps !== seen[i - 1] + 1);
  assert.deepEqual(missed, []);
});

test("another speed holds at once, is kept over a reload, and left out of a link", async () => {
  const tab = await open(HASH);
  await tab.session.set("speed", "example");
  await tab.session.run();
  await tab.until(({ steps }) => steps >= 1);
  await tab.session.set("speed", "full");
  await tab.until(({ steps }) => steps >= 1000);
  await tab.session.set("speed", "slow");
  await tab.session.pause();
  await tab.reload();
  assert.equal(tab.state.settings.speed, "slow");
  assert.doesNotMatch(tab.session.link().href, /speed=/);
});

test("a link's training and a step of one epoch are not slowed", async () => {
  const tab = await open(`${HASH}&steps=2000&speed=example`);
  assert.equal(tab.state.steps, 2000);
  const { examples } = tab.state;
  await tab.session.step("epoch");
  await tab.until(({ phase }) => phase === "paused");
  assert.ok(tab.state.examples - examples >= tab.state.data.trainTotal);
});

test("automatically, a random network is slow at first; one trained before is not", async () => {
  const host = visitor();
  const random = await open(`${HASH}&speed=auto`, host);
  await random.session.run();
  const began = performance.now();
  await random.until(({ steps }) => steps >= 5);
  const seconds = (performance.now() - began) / 1000;
  const { epoch, data, evaluation } = random.state;
  // What the pace allows: the differential equation of pace.js, and the first mini-batch at once.
  const most = (0.01 / 0.361) * Math.expm1(0.361 * seconds) * data.trainTotal + 30;
  assert.ok(epoch * data.trainTotal <= most, `${epoch * data.trainTotal} in ${seconds} s`);
  assert.ok(evaluation !== null);
  await random.session.pause();
  const trainedOn = await open(`#start=pretrained&epochs=1000&speed=auto`, host);
  await trainedOn.session.run();
  await trainedOn.until(({ epoch }) => epoch > 3);
  await trainedOn.session.pause();
});
