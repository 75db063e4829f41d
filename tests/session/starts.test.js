/** The networks that come with the page: which one opens, how it trains on, what a reset makes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { recipes } from "../../wasm/recipes.js";
import { nameOf } from "../../web/common/provenance.js";
import { engine } from "../support/browser-in-node.js";
import { open } from "./support.js";

/**
 * Start, its preset, what its caption and a reset say.
 * @type {[string, keyof typeof recipes, string, string][]}
 */
const COMMITTED = [
  [
    "lesson",
    "video",
    "Lesson’s network (sigmoid, squared error)",
    "sigmoid, squared error, seed 1",
  ],
  [
    "pretrained",
    "modern",
    "Modern network (ReLU, softmax)",
    "ReLU, softmax, cross-entropy, seed 1",
  ],
  [
    "best",
    "best",
    "Most accurate network",
    "layers 784-512-128-10, ReLU, softmax, cross-entropy, seed 1",
  ],
];

test("the page opens with the lesson's functions and a rate that does not spoil them", async () => {
  const { state } = await open();
  assert.equal(state.provenance?.start.kind, "lesson");
  const { hidden, output, cost, parameterCount } = state.network ?? assert.fail();
  assert.deepEqual(
    { hidden, output, cost, parameterCount },
    { hidden: "sigmoid", output: "sigmoid", cost: "quadratic", parameterCount: 13_002 },
  );
  const { optimizer, augment, schedule, rate } = state.settings;
  assert.deepEqual([optimizer, augment, schedule], ["sgd", false, "constant"]);
  assert.ok(rate < Number(recipes.video.trainer.learningRate));
});

for (const [kind, preset, name, words] of COMMITTED) {
  test(`a reset of the ${kind} network makes its recipe’s random one, and says which`, async () => {
    const tab = await open(`#start=${kind}`);
    assert.equal(nameOf(tab.state.provenance ?? assert.fail()), name);
    assert.equal(tab.session.resetWords, words);
    await tab.session.reset();
    assert.deepEqual(tab.notices, [`Reset to a random network: ${words}.`]);
    assert.equal(tab.session.resetWords, words);
    const { network, trainer, epochs } = recipes[preset];
    const net = engine.network({ ...network, seed: 1 });
    assert.equal(tab.state.fingerprint, net.fingerprint);
    net.free();
    const { settings } = tab.state;
    assert.equal(settings.recipe, preset);
    assert.equal(settings.rate, trainer.learningRate);
    assert.equal(settings.batch, trainer.batchSize);
    assert.equal(settings.epochs, epochs);
  });
}

test("what was changed by hand stays after a reset, of a random network everything", async () => {
  const tab = await open("#start=pretrained");
  await tab.session.set("batch", 48);
  await tab.session.set("augment", true);
  await tab.session.reset();
  const { batch, augment, rate } = tab.state.settings;
  assert.deepEqual([batch, augment], [48, true]);
  assert.equal(rate, recipes.modern.trainer.learningRate);
  await tab.session.set("rate", 0.5);
  const { settings } = tab.state;
  await tab.session.reset();
  assert.deepEqual(tab.state.settings, settings);
});

test("a reset of an opened file makes a random network of its layers and functions", async () => {
  const tab = await open();
  const net = engine.network({ layers: [784, 12, 10], hidden: "relu", seed: 4 });
  await tab.session.loadFile(net.save(), "mine.safetensors");
  assert.equal(tab.session.resetWords, "layers 784-12-10, ReLU, squared error, seed 1");
  await tab.session.reset();
  assert.deepEqual(tab.state.network?.layers, [784, 12, 10]);
  net.free();
});
