/** ONNX files in the page's session: saved, opened, and refused by sentences for people. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openOnnx } from "../../wasm/formats/onnx.js";
import { isModelFile, openModelFile } from "../../web/shell/open-model.js";
import { openAnyModel } from "../../web/worker/model-files.js";
import { answer } from "../../web/worker/queries.js";
import { engine } from "../support/browser-in-node.js";
import { divergingNetwork } from "../support/diverged.js";
import { onnxFileOf } from "../support/onnx.js";
import { Chain, network } from "../support/onnx-chain.js";
import { open, train } from "./support.js";

const committed = readFileSync(new URL("../../web/models/pretrained.safetensors", import.meta.url));
const modern = engine.load(committed);

/** @param {string} name @param {Uint8Array} bytes */
const fileOf = (name, bytes) => new File([/** @type {any} */ (bytes)], name);

/** Another program's file. @param {(chain: Chain) => unknown} [before] the first layer */
function foreign(before = () => {}) {
  const chain = new Chain();
  before(chain);
  return onnxFileOf(network(chain, modern, (layer) => chain.gemm(layer)).model());
}

test("what is saved as ONNX opens as the same network, with its name and history", async () => {
  const tab = await open("#start=random&seed=5");
  await train(tab, 3);
  const { fingerprint } = tab.state;
  const file = await tab.session.modelFile("saveOnnx");
  const { net, foreign: another } = openOnnx(engine, file);
  assert.deepEqual([net.fingerprint, another], [fingerprint, null]);
  const other = await open("");
  const renamed = fileOf("7.png", file);
  assert.ok(await isModelFile(renamed));
  await openModelFile(other.session, renamed);
  assert.equal(other.state.fingerprint, fingerprint);
  const asOnnx = other.state.provenance?.start;
  assert.deepEqual(other.notices, ["7.png was opened."]);
  await openModelFile(other.session, fileOf("a", await tab.session.modelFile()));
  assert.deepEqual(asOnnx, other.state.provenance?.start);
});

test("a file whose weights are not those of its checksum is damaged", async () => {
  const tab = await open("#start=random&seed=5");
  const file = await tab.session.modelFile("saveOnnx");
  file[file.length >> 1] ^= 1;
  const { fingerprint } = tab.state;
  await assert.rejects(
    openModelFile(tab.session, fileOf("net.onnx", file)),
    /^Error: net\.onnx was not opened\. The model file is damaged: .* checksum [0-9a-f]{16}, /,
  );
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("another program's file says what it was taken as; undo takes it back", async () => {
  const tab = await open("");
  const before = tab.state.fingerprint;
  await openModelFile(tab.session, fileOf("torch.onnx", foreign()));
  assert.match(
    tab.notices.join(),
    /^torch\.onnx was opened as a network with ReLU, softmax, cross-entropy, for pixels from 0/,
  );
  assert.match(tab.state.provenance?.start.note ?? "", /^with the layers fc1, fc2, fc3$/);
  await tab.session.undo();
  assert.equal(tab.state.fingerprint, before);
  for (const [constants, words] of /** @type {const} */ ([
    [{ Sub: 0.1307, Div: 0.3081 }, "pixels normalised by MNIST’s mean and deviation"],
    [{ Div: 255 }, "pixels from 0 to 1"],
    [{ Sub: 0.25, Mul: 2 }, "pixels normalised as \\(pixel − 0\\.25\\) ÷ 0\\.5"],
    [{ Add: 0.25 }, "pixels normalised as \\(pixel \\+ 0\\.25\\) ÷ 1"],
  ])) {
    const file = foreign((chain) => {
      for (const [op, value] of Object.entries(constants)) chain.add(op, [chain.number(op, value)]);
    });
    await openModelFile(tab.session, fileOf("net.onnx", file));
    assert.match(
      tab.notices.join(),
      new RegExp(`, for ${words}\\. So it reads \\d+\\.\\d% of built-in handwriting\\.$`),
    );
  }
});

test("what is no such network is refused by its name, for what it is", async () => {
  const tab = await open("");
  const { fingerprint } = tab.state;
  const whole = foreign();
  for (const [name, bytes, why] of /** @type {[string, Uint8Array, RegExp][]} */ ([
    ["cut", whole.subarray(0, 3000), /could not be read: it ends too early\.$/],
    [
      "tanh.onnx",
      foreign((chain) => chain.add("Tanh")),
      /read: “\/Tanh_0” \(Tanh\) is not read here/,
    ],
    [
      "saved_model.pb",
      Uint8Array.of(8, 1, 18, 0),
      /in the safetensors format or in ONNX\. Convert/,
    ],
  ])) {
    await assert.rejects(openModelFile(tab.session, fileOf(name, bytes)), ({ message }) => {
      assert.match(message, why);
      assert.ok(message.startsWith(`${name} was not opened. `));
      return true;
    });
  }
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("a diverged network makes no ONNX file, and a damaged one keeps no memory", async () => {
  const { net, set } = await divergingNetwork();
  const context = /** @type {any} */ ({ net, datasets: { report: {} } });
  const save = () => answer("saveOnnx", context, ["Mine"], context);
  const file = await save();
  const { opened } = await openAnyModel(engine, file);
  assert.equal(opened.name, "Mine");
  opened.net.free();
  const damaged = Uint8Array.from(file);
  damaged[damaged.length >> 1] ^= 1;
  await assert.rejects(openAnyModel(engine, damaged), /is damaged/);
  const { memory } = engine;
  for (let i = 0; i < 100; i += 1) await assert.rejects(openAnyModel(engine, damaged));
  assert.ok(engine.memory - memory < 5e6, `${engine.memory - memory} bytes more`);
  set(3, Number.NaN);
  await assert.rejects(
    save,
    /^Error: This network has diverged: .*\. Go back to .* good network\.$/,
  );
});
