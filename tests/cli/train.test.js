/** downhill train: the engine's bits, to the end, or stopped and gone on with. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { recipes, trainerOptions } from "../../wasm/engine.js";
import { readNote } from "../../web/common/model-note.js";
import { openModel } from "../../web/worker/model-files.js";
import { digits, downhill, engine, file, folder, records } from "./command.js";

const SOME = digits("some", 600, 100);
/** The same digits, in this process. */
const train = engine.handwriting({ count: 600, seed: 11 });
const held = engine.handwriting({ count: 100, seed: 11, from: 600 });

/** @param {"video" | "modern"} name @param {number} epochs @param {number} seed */
function trained(name, epochs, seed) {
  const recipe = { ...recipes[name], epochs, firstCycleEpochs: 0 };
  const net = engine.network({ ...recipe.network, seed });
  const trainer = net.trainer(train, { ...trainerOptions(recipe, train.count), seed });
  trainer.trainEpochs(epochs);
  return net;
}

test("a network has the engine's bits, and its file opens in the page with its note", async () => {
  const args = ["train", "--recipe", "video", "--epochs", "4", "--seed", "7", ...SOME];
  const { code, out, err } = await downhill([...args, "-o", "four.safetensors"]);
  assert.deepEqual([code, err], [0, ""]);
  const net = trained("video", 4, 7);
  assert.match(out, /600 digits to train on, 100 test digits/);
  assert.match(out, new RegExp(`fingerprint ${net.fingerprint}\nsaved as four.safetensors`));
  assert.equal(out.match(/^ {2}epoch \d\/4: test accuracy /gm)?.length, 4);
  const { accuracy } = net.evaluate(held);
  assert.ok(out.includes(`test accuracy ${(100 * accuracy).toFixed(2)}% on 100 digits`), out);
  const bytes = readFileSync(join(folder, "four.safetensors"));
  const opened = openModel(engine, bytes, { needsChecksum: true });
  assert.equal(opened.net.fingerprint, net.fingerprint);
  assert.match(readNote(opened.net.note).note, /^video recipe, seed 7, 4 epochs of some-train/);
});

test("with --json each epoch is a line, and the last is what came of it", async () => {
  const ended = await downhill(["train", "--json", "--epochs", "3", ...SOME]);
  const all = records(ended);
  assert.deepEqual(
    all.map(({ event, epoch, steps }) => [event, epoch, steps]),
    [
      ["epoch", 1, 19],
      ["epoch", 2, 38],
      ["epoch", 3, 57],
      ["done", undefined, undefined],
    ],
  );
  const net = trained("modern", 3, 1);
  assert.equal(all[3].fingerprint, net.fingerprint);
  assert.equal(all[3].testAccuracy, net.evaluate(held).accuracy);
  assert.equal(all[3].file, "downhill-modern-1.safetensors");
  assert.ok(existsSync(join(folder, all[3].file)));
});

test("Ctrl-C saves, and what goes on has the bits of a run that was not stopped", async () => {
  const long = ["train", "--json", "--epochs", "2000", "--seed", "3", ...SOME];
  const stopped = await downhill([...long, "-o", "long.safetensors"], {
    line: (line, child) => {
      if (JSON.parse(line).epoch === 2) child.kill("SIGINT");
    },
  });
  assert.equal(stopped.code, 130, stopped.err);
  const last = records(stopped).at(-1);
  assert.equal(last.event, "stopped");
  assert.ok(last.steps >= 38 && last.steps < 37_500, last.steps);
  assert.equal(last.file, "long.paused.json");
  assert.ok(!existsSync(join(folder, "long.safetensors")));
  const ended = await downhill(["train", "--json", "--resume", last.file]);
  assert.equal(ended.code, 0, ended.err);
  const done = records(ended).at(-1);
  assert.deepEqual([done.event, done.file], ["done", "long.safetensors"]);
  assert.equal(done.fingerprint, trained("modern", 2000, 3).fingerprint);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.endsWith(".part")),
    [],
  );
});

test("training goes on with the same digits alone, from a file that Ctrl-C saved", async () => {
  const args = ["train", "--json", "--epochs", "2000", ...SOME, "-o", "again.safetensors"];
  await downhill(args, {
    line: (line, child) => {
      if (JSON.parse(line).epoch === 1) child.kill("SIGTERM");
    },
  });
  const path = join(folder, "again.paused.json");
  const saved = JSON.parse(readFileSync(path, "utf8"));
  const other = { ...saved, typed: digits("other", 601, 100).filter((_, i) => i % 2) };
  for (const [content, why] of /** @type {[string, RegExp][]} */ ([
    ["{}", /is not a training run that Ctrl-C saved/],
    ["", /is not a training run that Ctrl-C saved/],
    [JSON.stringify({ ...saved, trainer: "AAAA" }), /these bytes are not what a trainer's save/],
    [
      JSON.stringify({ ...saved, parameters: "AAAAAAAA" }),
      /bad.paused.json: parameters: expected 13002 values, got 1/,
    ],
    [JSON.stringify({ ...saved, recipe: "constructor" }), /is not a training run that Ctrl-C/],
    [JSON.stringify(other), /the digits are not those that it was trained on/],
  ])) {
    const { code, err } = await downhill(["train", "--resume", file("bad.paused.json", content)]);
    assert.equal(code, 1, content.slice(0, 60));
    assert.match(err, why);
  }
  const fixed = await downhill(["train", "--resume", path, "--seed", "2"]);
  assert.deepEqual([fixed.code, /leave out --seed/.test(fixed.err)], [2, true]);
});

test("digits that cannot be used are refused by name, and nothing is written", async () => {
  const cut = file("cut-images", readFileSync(SOME[1]).subarray(0, 5000));
  const labels = file("cut-labels", readFileSync(SOME[3]));
  for (const [paths, why] of /** @type {[string[], RegExp][]} */ ([
    [["nothing-here"], /nothing-here: there is no such file/],
    [[cut, labels], /cut-images ends after 6 of 600 images/],
    [[SOME[1]], /some-train-images-idx3-ubyte/],
  ])) {
    const args = paths.flatMap((path) => ["--data", path]);
    const { code, err } = await downhill(["train", ...args, "-o", "none.safetensors"]);
    assert.equal(code, 1);
    assert.match(err, why);
  }
  assert.ok(!existsSync(join(folder, "none.safetensors")));
  const unwritable = await downhill(["train", ...SOME, "--epochs", "1", "-o", `${cut}/x.onnx`]);
  assert.equal(unwritable.code, 1);
  assert.match(unwritable.err, /a part of its path is no folder/);
});

test("without MNIST and without a network, handwriting is used, and that is said", async () => {
  const env = { MNIST_DIR: "", MNIST_MIRRORS: "" };
  const { code, out } = await downhill(["train", "--epochs", "1"], { env });
  assert.equal(code, 0);
  assert.match(out, /^built-in handwriting: 20,000 digits to train on/);
  assert.match(out, /MNIST could not be downloaded: built-in handwriting is used instead/);
});

test("a network is written in the format that the ending names; no other is taken", async () => {
  const args = ["train", "--epochs", "1", ...SOME];
  const { code, err } = await downhill([...args, "-o", "one.onnx"]);
  assert.deepEqual([code, err], [0, ""]);
  assert.equal(readFileSync(join(folder, "one.onnx"))[0], 8);
  const printed = await downhill(["fingerprint", "one.onnx"]);
  assert.equal(printed.out.slice(0, 16), trained("modern", 1, 1).fingerprint);
  const other = await downhill([...args, "-o", "one.pt"]);
  assert.deepEqual([other.code, other.out], [2, ""]);
  assert.match(other.err, /ends in \.safetensors or \.onnx, got one\.pt/);
});

test("the cost of an epoch is the mean over its steps, however they were taken", async () => {
  const ended = await downhill(["train", "--json", "--epochs", "2", ...SOME]);
  const recipe = { ...recipes.modern, epochs: 2, firstCycleEpochs: 0 };
  const net = engine.network({ ...recipe.network, seed: 1 });
  const trainer = net.trainer(train, { ...trainerOptions(recipe, train.count), seed: 1 });
  for (const { trainingCost } of records(ended).slice(0, 2)) {
    assert.ok(Math.abs(trainingCost - trainer.trainEpochs(1).cost) < 1e-5 * trainingCost);
  }
});

test("MNIST that was asked for by name is never replaced; few steps are told of", async () => {
  const env = { MNIST_DIR: "", MNIST_MIRRORS: "" };
  const named = await downhill(["train", "--data", "mnist", "--epochs", "1"], { env });
  assert.deepEqual([named.code, named.out], [1, ""]);
  assert.match(named.err, /MNIST could not be downloaded: set MNIST_DIR/);
  const few = await downhill(["train", "--epochs", "2", ...SOME]);
  assert.match(few.out, /These are 38 steps in all, which is few: --epochs 100 trains for longer/);
});
