/** docs/figures.md: what is the same on every machine is what the engine computes today. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { hardened, loadEngine, recipes } from "../../wasm/engine.js";
import { read, root } from "../support/docs.js";
import { mnist, withoutMnist } from "../support/mnist.js";

const page = read("docs/figures.md");
const engine = await loadEngine();

/** The cells of the row that begins so. @param {string} start */
function rowOf(start) {
  const line = page.split("\n").find((one) => one.startsWith(`| ${start}`));
  return (line ?? "").split("|").map((cell) => cell.trim().replaceAll("`", ""));
}

test("the trained networks read what the page says", { skip: withoutMnist }, () => {
  const digits = engine.datasetFromIdx(/** @type {any} */ (mnist).test);
  for (const [name, file] of Object.entries({
    lesson: "lesson",
    modern: "pretrained",
    best: "best",
  })) {
    const net = engine.load(readFileSync(`${root}web/models/${file}.safetensors`));
    const [, , parameters, accuracy, cost, , fingerprint] = rowOf(`${name}, `);
    const found = net.evaluate(digits);
    assert.equal(parameters, net.parameterCount.toLocaleString("en"));
    assert.equal(accuracy, `${(100 * found.accuracy).toFixed(2)}%`);
    assert.equal(cost, found.cost.toFixed(4));
    assert.equal(fingerprint, net.fingerprint);
  }
});

test("each recipe comes to the page's fingerprint", { skip: withoutMnist }, () => {
  const digits = engine.datasetFromIdx(/** @type {any} */ (mnist).train);
  const steps = Number(/after (\d+) steps/.exec(page)?.[1]);
  for (const [name, { network, trainer }] of Object.entries({ ...recipes, hardened })) {
    const net = engine.network({ ...network, seed: 1 });
    net.trainer(digits, { ...trainer, seed: 1 }).train(steps);
    assert.equal(rowOf(`\`${name}\``)[6], net.fingerprint, name);
  }
});

test("the page says when, where and of what it was measured", () => {
  assert.match(page, /Measured on \d{4}-\d\d-\d\d at commit [0-9a-f]{12}.*: .+ cores.*, Node v\d+/);
});
