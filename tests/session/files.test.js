/** Files of a visitor's: recognised by what they hold, refused in words, and nothing is lost. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { toPlanes } from "../../wasm/byte-planes.js";
import { OwnFiles } from "../../web/model/own-files.js";
import { isModelFile, openModelFile } from "../../web/shell/open-model.js";
import { engine } from "../support/browser-in-node.js";
import { bigEndian, idxOf } from "../support/mnist-host.js";
import { safetensorsOf } from "../support/safetensors.js";
import { open, train } from "./support.js";

const net = engine.network({ layers: [784, 8, 10], seed: 3 });
const model = net.save({ note: "Mine; trained at home" });
const committed = readFileSync(new URL("../../web/models/pretrained.safetensors", import.meta.url));

/** @param {string} name @param {Uint8Array | string} bytes */
const fileOf = (name, bytes) => new File([/** @type {any} */ (bytes)], name);

/**
 * @param {import("../support/browser-in-node.js").Tab} tab
 * @param {File} file
 * @param {RegExp} why
 */
async function refuses(tab, file, why) {
  const { fingerprint, settings } = tab.state;
  await assert.rejects(openModelFile(tab.session, file), ({ message }) => {
    assert.match(message, why);
    assert.match(message, /^[^ ]+ was not opened\. .*\.$/);
    return true;
  });
  assert.equal(tab.state.fingerprint, fingerprint);
  assert.deepEqual(tab.state.settings, settings);
}

test("a model file is known by what it holds, whatever it is called", async () => {
  const tab = await open("");
  for (const name of [
    "net.safetensors",
    "NET.SAFETENSORS",
    "net.safetensors.txt",
    "net",
    "7.png",
  ]) {
    await tab.session.reset();
    const file = fileOf(name, model);
    assert.ok(await isModelFile(file), name);
    await openModelFile(tab.session, file);
    assert.equal(tab.state.fingerprint, net.fingerprint);
    assert.match(tab.notices.join(), new RegExp(`${name} was opened`));
  }
  // As the built page's host has it.
  const planes = fileOf("pretrained-x1y2", toPlanes(committed));
  assert.ok(await isModelFile(planes));
  await openModelFile(tab.session, planes);
  assert.equal(tab.state.fingerprint, "82a7a660ecf98128");
  for (const [name, bytes] of /** @type {[string, Uint8Array | string][]} */ ([
    ["t10k-images-idx3-ubyte", bigEndian(0x803, 0, 28, 28)],
    ["digits.csv", `label,pixel\n7,0`],
    ["digits.gz", gzipSync("7,0")],
    ["empty", ""],
  ])) {
    assert.equal(await isModelFile(fileOf(name, bytes)), false, name);
  }
});

test("what is no model file is refused: by its name, for what it is, with what to do", async () => {
  const tab = await open("");
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a);
  for (const [name, bytes, why] of /** @type {[string, Uint8Array | string, RegExp][]} */ ([
    ["a.safetensors", "", /It is empty/],
    ["b.safetensors", "<!doctype html><title>Log in</title>", /a web page.*Download/],
    ["b2.safetensors", "<!doctype html><body><svg></svg>", /a web page/],
    ["c.png", png, /It is a picture.*“Your data”/],
    ["d.svg", '<?xml version="1.0"?><svg onload="x()"></svg>', /SVG drawing/],
    ["e.pt", "PK\u0003\u0004...", /ZIP archive\. Unpack/],
    ["f.safetensors.gz", gzipSync(model), /gzip\. Unpack/],
    ["g.csv", "7,0,0", /a text.*“Your data”/],
    ["h", bigEndian(0x801, 7), /an IDX file.*“Your data”/],
    ["i.h5", Uint8Array.of(0x89, 0x48, 0, 0), /safetensors format/],
    ["j.safetensors", model.subarray(0, 3000), /could not be read/],
    ["k.safetensors", model.subarray(0, 5), /safetensors format/],
  ])) {
    await refuses(tab, fileOf(name, bytes), why);
  }
});

test("a file too large is refused before it is read, one that is gone in words", async () => {
  const tab = await open("");
  let isRead = false;
  const huge = fileOf("llama.safetensors", model);
  Object.defineProperty(huge, "size", { value: 13e9 });
  huge.arrayBuffer = async () => {
    isRead = true;
    return new ArrayBuffer(0);
  };
  await refuses(
    tab,
    huge,
    /It has 13\.0 GB, but .* the largest network that fits here has 4\d\d MB/,
  );
  assert.equal(isRead, false);
  // What browsers do with a file that was removed after it was chosen.
  const gone = fileOf("gone.safetensors", model);
  gone.slice = () => {
    throw new DOMException("A requested file could not be found", "NotFoundError");
  };
  await refuses(tab, gone, /moved, changed or removed .* Choose it again/);
});

test("the file picked last wins, and a new one clears what was said of the old", async () => {
  const tab = await open("");
  const slow = fileOf("slow.safetensors", engine.network({ seed: 9 }).save());
  let goOn = () => {};
  slow.arrayBuffer = async () => {
    await new Promise((resolve) => {
      goOn = () => resolve(null);
    });
    return Blob.prototype.arrayBuffer.call(slow);
  };
  const first = openModelFile(tab.session, slow);
  tab.session.say("x was not opened.", { key: "drop" });
  await openModelFile(tab.session, fileOf("quick", model));
  goOn();
  await first;
  assert.equal(tab.state.fingerprint, net.fingerprint);
  assert.deepEqual(tab.notices, ["quick was opened."]);
});

test("another program's file says what it was taken as; undo takes it back", async () => {
  const tab = await open("");
  const before = tab.state.fingerprint;
  const opened = engine.load(committed);
  const foreign = safetensorsOf({
    "fc1.weight": { shape: [16, 784], values: opened.parameters.subarray(0, 16 * 784) },
    "fc1.bias": { shape: [16], values: opened.parameters.subarray(16 * 784, 16 * 785) },
    "fc2.weight": { shape: [10, 16], values: new Float32Array(160).fill(0.1) },
  });
  await openModelFile(tab.session, fileOf("torch.safetensors", foreign));
  const said = tab.notices.join();
  assert.match(
    said,
    /^torch\.safetensors was opened as a network with \S+, softmax, cross-entropy/,
  );
  assert.match(
    said,
    /Its file says less, and nothing fits: it reads \d+\.\d% of built-in handwriting/,
  );
  assert.match(tab.state.provenance?.start.note ?? "", /^with the layers fc1, fc2$/);
  const { fingerprint } = tab.state;
  await tab.session.undo();
  assert.equal(tab.state.fingerprint, before);
  await tab.session.redo();
  assert.equal(tab.state.fingerprint, fingerprint);
  await refuses(
    tab,
    fileOf("cut", foreign.subarray(0, -9)),
    /it ends before “fc2\.weight” does\.$/,
  );
  const convolution = { "conv1.weight": { shape: [8, 1, 3, 3], values: new Float32Array(72) } };
  await refuses(tab, fileOf("cnn", safetensorsOf(convolution)), /“conv1\.weight” has 4 dimensions/);
});

test("files are off where the link says so", async () => {
  const tab = await open("#start=random&hide=file");
  const { fingerprint } = tab.state;
  await assert.rejects(openModelFile(tab.session, fileOf("net", model)), /switches files off\.$/);
  assert.equal(tab.state.fingerprint, fingerprint);
});

test("a network without hidden layers survives training, reload, undo, link and file", async () => {
  const tab = await open("");
  await openModelFile(tab.session, fileOf("flat", engine.network({ layers: [784, 10] }).save()));
  await tab.session.step("batch");
  await train(tab, 3);
  const { fingerprint } = tab.state;
  const isSame = (/** @type {typeof tab} */ { state }) => {
    assert.equal(state.fingerprint, fingerprint);
    assert.deepEqual([state.network?.layers, state.settings.layers], [[784, 10], []]);
  };
  await tab.reload();
  isSame(tab);
  const linked = await open(new URL(await tab.session.weightsLink()).hash);
  isSame(linked);
  await linked.reload();
  isSame(linked);
  await tab.session.set("hidden", "relu");
  assert.deepEqual(tab.state.network?.layers, [784, 10]);
  await tab.session.undo();
  isSame(tab);
  tab.killEngine();
  await tab.until(({ notices }) => notices.some(({ key }) => key === "restart"));
  await tab.until(({ status, phase }) => status === "ready" && phase === "paused");
  isSame(tab);
  await openModelFile(linked.session, fileOf("again", await tab.session.modelFile()));
  isSame(linked);
  await tab.session.reset();
  await train(tab, 3);
  const { href, exact } = tab.session.link();
  assert.ok(exact);
  const other = await open(new URL(href).hash);
  await other.until(({ replaying }) => !replaying);
  assert.equal(other.state.fingerprint, tab.state.fingerprint);
  assert.deepEqual(other.notices, []);
});

test("digits of no use do not take away those that were read before them", async () => {
  const tab = await open("", undefined, { data: false });
  const files = new OwnFiles(tab.session.environment);
  const { images, labels } = idxOf(engine.handwriting({ count: 40, seed: 4 }));
  const chosen = (/** @type {Record<string, Uint8Array | string>} */ files) =>
    Object.entries(files).map(([path, bytes]) => ({ path, file: fileOf(path, bytes) }));
  const progress = () => {};
  await files.read(chosen({ "my-images": images, "my-labels": labels }), progress);
  await assert.rejects(files.read(chosen({ "empty.csv": "" }), progress), /empty\.csv is empty/);
  const { name, train } = await files.take();
  assert.equal(name, "my-images");
  assert.deepEqual([...train.labels], [...labels]);
  files.stop();
  await assert.rejects(files.take());
});
