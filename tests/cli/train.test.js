/** downhill train: the engine's bits, to the end, or stopped and gone on with. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PNG } from "pngjs";
import { hardened, recipes, trainerOptions } from "../../wasm/engine.js";
import { readNote } from "../../web/common/model-note.js";
import { openModel } from "../../web/worker/model-files.js";
import { digits, downhill, engine, file, folder, main, records } from "./command.js";

const SOME = digits("some", 600, 100);
/** The same digits, in this process. */
const train = engine.handwriting({ count: 600, seed: 11 });
const held = engine.handwriting({ count: 100, seed: 11, from: 600 });

/** @param {"video" | "modern" | "hardened"} name @param {number} epochs @param {number} seed */
function trained(name, epochs, seed) {
  const recipe = { ...{ ...recipes, hardened }[name], epochs, firstCycleEpochs: 0 };
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

test("the recipe that attacks every digit has the engine's bits, too", async () => {
  const args = ["train", "--json", "--recipe", "hardened", "--epochs", "1", "--seed", "2", ...SOME];
  const done = records(await downhill([...args, "-o", "hard.onnx"])).at(-1);
  assert.equal(done.fingerprint, trained("hardened", 1, 2).fingerprint);
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

test("signals that come while it saves do not end it before it has", async () => {
  const long = ["train", "--json", "--epochs", "2000", ...SOME, "-o", "twice.onnx"];
  const { code, out } = await downhill(long, {
    line: (line, child) => {
      if (JSON.parse(line).epoch !== 2) return;
      for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGINT"])) {
        child.kill(signal);
      }
    },
  });
  assert.equal(code, 130);
  assert.equal(records({ code, out, err: "" }).at(-1).event, "stopped");
  assert.ok(existsSync(join(folder, "twice.onnx.paused.json")));
});

test("who stops reading, or a full disk behind the output, does not end the training", () => {
  const options = /** @type {const} */ ({ cwd: folder, encoding: "utf8" });
  const args = `"${process.execPath}" "${main}" train --epochs 3 ${SOME.join(" ")}`;
  const cut = spawnSync("bash", ["-c", `${args} -o cut.safetensors | head -1`], options);
  assert.equal(cut.stderr, "");
  assert.ok(existsSync(join(folder, "cut.safetensors")));
  if (!existsSync("/dev/full")) return;
  const full = spawnSync("bash", ["-c", `${args} -o full.safetensors > /dev/full`], options);
  assert.deepEqual([full.status, full.stderr.split("\n").length], [1, 2]);
  assert.match(full.stderr, /standard output: the disk is full/);
  assert.ok(existsSync(join(folder, "full.safetensors")));
});

test("where it goes is tried before anything is trained; a link stays a link", async () => {
  mkdirSync(join(folder, "there.onnx"));
  const refused = await downhill(["train", ...SOME, "-o", "there.onnx"]);
  assert.deepEqual([refused.code, refused.out], [1, ""]);
  assert.match(refused.err, /there\.onnx: it is a folder/);
  symlinkSync(file("real.onnx", "old"), join(folder, "link.onnx"));
  await downhill(["export", "lesson", "link.onnx"]);
  assert.equal(readFileSync(join(folder, "real.onnx"))[0], 8);
  assert.ok(statSync(join(folder, "link.onnx")).isFile());
});

test("folders are digits by their names, each in its set, links among them", async () => {
  const data = engine.handwriting({ count: 80, seed: 5 });
  for (let i = 0; i < data.count; i += 1) {
    const path = join(folder, "mine", i < 60 ? "train" : "test", String(data.label(i)));
    mkdirSync(path, { recursive: true });
    const picture = new PNG({ width: 28, height: 28 });
    for (const [at, value] of data.image(i).entries()) {
      picture.data.set([value, value, value, 255], 4 * at);
    }
    const name = join(path, `${i}.png`);
    if (i % 2) writeFileSync(name, PNG.sync.write(picture));
    else symlinkSync(file(`linked-${i}.png`, PNG.sync.write(picture)), name);
  }
  const sets = ["mine/train", "mine/test"].flatMap((path) => ["--data", path]);
  for (const args of [sets, ["--data", "mine"]]) {
    const { out, err } = await downhill(["train", "--epochs", "1", ...args]);
    assert.match(out, /: 60 digits to train on, 20 test digits/, err);
  }
});

test("with --json what should be known is told beside it, and the digits are named", async () => {
  const env = { MNIST_DIR: "", MNIST_MIRRORS: "" };
  const ended = await downhill(["train", "--json", "--epochs", "1"], { env });
  assert.match(ended.err, /MNIST could not be downloaded/);
  const { data, trainingDigits, testDigits } = records(ended).at(-1);
  assert.deepEqual([data, trainingDigits, testDigits], ["built-in handwriting", 20_000, 4000]);
  const kept = { ...env, XDG_CACHE_HOME: file("no-folder", "") };
  const other = await downhill(["evaluate"], { env: kept });
  assert.equal(other.code, 0, other.err);
});

test("a paused run that was damaged is refused", async () => {
  const args = ["train", "--json", "--epochs", "2000", ...SOME, "-o", "bits.safetensors"];
  await downhill(args, {
    line: (line, child) => {
      if (JSON.parse(line).epoch === 1) child.kill("SIGINT");
    },
  });
  const saved = JSON.parse(readFileSync(join(folder, "bits.paused.json"), "utf8"));
  for (const change of [
    { typed: undefined },
    { typed: "mnist" },
    { typed: [5] },
    { data: undefined },
    { steps: undefined },
    { steps: -5 },
    { steps: "1" },
    { steps: saved.steps + 1 },
    { seconds: null },
    { costs: undefined },
  ]) {
    const path = file("changed.paused.json", JSON.stringify({ ...saved, ...change }));
    const { code, err } = await downhill(["train", "--resume", path]);
    assert.equal(code, 1, JSON.stringify(change));
    assert.match(err, /changed\.paused\.json: (this is not a training run|it says \d+ steps)/);
  }
});
