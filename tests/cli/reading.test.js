/** downhill predict, evaluate, noise, attack, fingerprint and export. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import jpeg from "jpeg-js";
import { PNG } from "pngjs";
import { orientationIn, reduced, turned } from "../../cli/picture.js";
import { lesson, modern } from "../../wasm/models.js";
import { idxOf } from "../support/mnist-host.js";
import { asPyTorch } from "../support/model-file.js";
import { digits, downhill, engine, file, folder, records } from "./command.js";

const net = engine.load(await modern());
const SOME = digits("read", 100, 200);
const held = engine.handwriting({ count: 200, seed: 11, from: 100 });
/** A digit that is read rightly, of which pictures are made. */
const AT = Array.from({ length: 200 }, (_, i) => i).find((i) => {
  const outputs = net.predict(held.image(i));
  return Math.max(...outputs) > 0.99 && outputs.indexOf(Math.max(...outputs)) === held.label(i);
});
const image = held.image(Number(AT));
const label = held.label(Number(AT));

/**
 * Dark ink on white paper, each pixel of the digit `size` pixels wide.
 * @param {number} size @returns {{ width: number, height: number, data: Buffer }}
 */
function photo(size) {
  const side = 28 * size;
  const data = Buffer.alloc(4 * side * side, 255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const light = 255 - image[28 * Math.floor(y / size) + Math.floor(x / size)];
      data.fill(light, 4 * (y * side + x), 4 * (y * side + x) + 3);
    }
  }
  return { width: side, height: side, data };
}

/** @param {ReturnType<typeof photo>} picture */
const png = ({ width, height, data }) => {
  const made = new PNG({ width, height });
  made.data = data;
  return PNG.sync.write(made);
};

test("pictures of any size, JPEG and PNG, are read as the digit they show", async () => {
  const files = [
    file("small.png", png(photo(1))),
    file("large.png", png(photo(40))),
    file("photo.jpg", jpeg.encode(photo(9), 90).data),
    file("packed.png.gz", gzipSync(png(photo(3)))),
  ];
  const ended = await downhill(["predict", "--json", ...files]);
  assert.equal(ended.code, 0, ended.err);
  const all = records(ended);
  assert.deepEqual(
    all.map(({ image: name, digit }) => [name, digit]),
    files.map((path) => [path, label]),
  );
  for (const { outputs } of all) assert.ok(outputs[label] > 0.8, String(outputs));
});

test("images of an IDX file have the outputs that the engine gives", async () => {
  const path = file("some-images.gz", gzipSync(idxOf(held, 0, 20).images));
  const ended = await downhill(["predict", "-m", "lesson", "--json", "--count", "15", path]);
  assert.match(ended.err, /the first 15 of 20 images/);
  const trained = engine.load(await lesson());
  const all = records(ended);
  assert.equal(all.length, 15);
  for (const [i, { image: name, outputs }] of all.entries()) {
    assert.equal(name, `${path}[${i}]`);
    assert.deepEqual(outputs, [...trained.predict(held.image(i))]);
  }
});

test("a drawing is an SVG path: lines, curves and arcs are the ink of their points", async () => {
  const one = await downhill(["predict", "--json", "--path", "M 9 4 V 24"]);
  const line = [
    ...net.predict(
      engine.ink([
        [
          [9, 4],
          [9, 24],
        ],
      ]),
    ),
  ];
  assert.deepEqual(records(one)[0].outputs, line);
  assert.equal(records(one)[0].digit, 1);
  const zero = "M 20 10 a 8 12 0 1 0 0.1 0 z";
  const curved = "M 20 10 C 10 10 10 34 20 34 S 30 10 20 10";
  const both = await downhill(["predict", "--json", "--path", zero, "--path", curved]);
  assert.deepEqual(
    records(both).map(({ digit }) => digit),
    [0, 0],
  );
  const shown = await downhill(["predict", "--path", "M9 4l0 20", "--show"]);
  assert.match(shown.out, /██[\s\S]*\ndrawing: 1 {2}\d+\.\d% {3}\(then \d: \d+\.\d%\)\n$/);
});

test("a large picture is made smaller by means, of opaque pixels alone", () => {
  const [width, height] = [560, 3];
  const data = new Uint8Array(4 * width * height);
  for (let i = 0; i < width * height; i += 1) {
    const isInk = i % 2 === 0;
    data.set(isInk ? [10, 20, 30, 255] : [200, 200, 200, 0], 4 * i);
  }
  const small = reduced({ width, height, data });
  assert.deepEqual([small.width, small.height], [280, 1]);
  assert.deepEqual([...small.data.subarray(0, 4)], [10, 20, 30, 128]);
});

test("a photograph is read as it was taken, however the camera was held", async () => {
  const { width, height, data } = photo(4);
  const upright = { width, height, data: new Uint8Array(data) };
  // What is stored, so that turning it gives the upright picture: the turn's own inverse.
  const inverse = [1, 2, 3, 4, 5, 8, 7, 6];
  for (let orientation = 1; orientation <= 8; orientation += 1) {
    const stored = turned(upright, inverse[orientation - 1]);
    assert.deepEqual(turned(stored, orientation), upright);
    for (const isLittle of [false, true]) {
      const exif = new DataView(new ArrayBuffer(26));
      exif.setUint16(0, isLittle ? 0x4949 : 0x4d4d);
      exif.setUint16(2, 42, isLittle);
      exif.setUint32(4, 8, isLittle);
      exif.setUint16(8, 1, isLittle);
      exif.setUint16(10, 0x0112, isLittle);
      exif.setUint16(12, 3, isLittle);
      exif.setUint32(14, 1, isLittle);
      exif.setUint16(18, orientation, isLittle);
      const tag = Buffer.concat([Buffer.from("Exif\0\0"), new Uint8Array(exif.buffer)]);
      assert.equal(orientationIn(new Uint8Array(tag)), orientation);
      const plain = jpeg.encode({ ...stored, data: Buffer.from(stored.data) }, 95).data;
      const size = Buffer.of(0xff, 0xe1, 0, tag.length + 2);
      const path = file(
        "held.jpg",
        Buffer.concat([plain.subarray(0, 2), size, tag, plain.subarray(2)]),
      );
      if (![1, 6].includes(orientation) || isLittle) continue;
      const [{ digit, outputs }] = records(await downhill(["predict", "--json", path]));
      assert.deepEqual([digit, outputs[label] > 0.8], [label, true], String(orientation));
    }
  }
});

test("what cannot be read is refused in one sentence that names it", async () => {
  const page = file("page.html", "<!doctype html><p>7");
  const white = file("white.png", png({ width: 9, height: 9, data: Buffer.alloc(324, 255) }));
  const half = file("half.png", png(photo(2)).subarray(0, 90));
  const gif = file("seven.gif", "GIF89a-and-more-of-it");
  const labels = file("labels", idxOf(held, 0, 5).labels);
  const model = file("broken.safetensors", (await modern()).subarray(0, 9000));
  for (const [args, code, why] of /** @type {[string[], number, RegExp][]} */ ([
    [["predict"], 2, /expected an image/],
    [["predict", "gone.png"], 1, /gone.png: there is no such file/],
    [["predict", page], 1, /page.html: expected a PNG, JPEG or IDX file/],
    [["predict", white], 1, /white.png: the picture is blank/],
    [["predict", half], 1, /half.png: expected a PNG or JPEG picture/],
    [["predict", gif], 1, /seven.gif: expected a PNG or JPEG picture/],
    [["predict", labels], 1, /these are labels: expected images/],
    [["predict", folder], 1, /it is a folder/],
    [["predict", "--path", "M 1 2 L 3"], 1, /--path: not an SVG path/],
    [["predict", "--path", ""], 2, /--path: expected PATH, got nothing/],
    [["predict", "--path", "M 9 4"], 1, /--path: there is no stroke in it/],
    [["predict", "--path", "M 1e400 4 L 9 9"], 1, /--path: expected numbers below/],
    [["predict", "--count", "-1", white], 2, /--count: the value begins with "-"/],
    [["train", "--resume", ""], 2, /--resume: expected FILE, got nothing/],
    [["train", "-o", `${folder}/`], 2, /--out: expected a file that ends in/],
    [["predict", "-m", model, white], 1, /broken.safetensors: not a model file/],
    [["evaluate", "constructor"], 1, /constructor: there is no such file/],
  ])) {
    const ended = await downhill(args);
    assert.equal(ended.code, code, args.join(" "));
    assert.match(ended.err, why);
    assert.equal(ended.err.trim().split("\n").length, code, ended.err);
    assert.equal(ended.out, "");
  }
});

test("evaluate prints the confusion matrix that the engine counts", async () => {
  const { out } = await downhill(["evaluate", ...SOME]);
  const { accuracy, confusion } = net.evaluate(held);
  assert.ok(out.includes(`accuracy ${(100 * accuracy).toFixed(2)}% on 200 test digits`), out);
  const ended = await downhill(["evaluate", "--json", ...SOME]);
  const [record] = records(ended);
  assert.deepEqual(record.confusion.flat(), [...confusion]);
  assert.deepEqual([record.accuracy, record.fingerprint], [accuracy, net.fingerprint]);
});

test("noise and attack say what the engine says", async () => {
  const noise = await downhill(["noise", "lesson", "--json", "--count", "300", ...SOME]);
  const trained = engine.load(await lesson());
  const all = records(noise);
  assert.equal(all.length, 8);
  const uniform = trained.census({ kind: "uniform", count: 300, seed: 1 });
  const sure = uniform.confidences.filter((each) => each > 0.9).length / 300;
  assert.deepEqual([all[0].of, all[0].sure], ["uniform", sure]);
  assert.equal(
    all[7].answers.reduce((/** @type {number} */ sum, /** @type {number} */ n) => sum + n, 0),
    200,
  );
  const args = ["attack", "--json", "--epsilon", "0.2", "--count", "50", ...SOME];
  const rows = records(await downhill(args));
  assert.deepEqual(
    rows.map(({ method }) => method),
    ["none", "fgsm", "pgd", "random"],
  );
  const fgsm = net.robustness(held, { method: "fgsm", epsilon: 0.2, seed: 1, count: 50 });
  assert.equal(rows[1].accuracy, fgsm.accuracy);
  assert.ok(rows[1].accuracy < rows[3].accuracy && rows[3].accuracy <= rows[0].accuracy);
});

test("what is exported is the network, and fingerprint says so of any file", async () => {
  const made = await downhill(["export", "modern", "modern.json"]);
  assert.equal(made.code, 0, made.err);
  const { layers, hidden, output } = JSON.parse(readFileSync(join(folder, "modern.json"), "utf8"));
  assert.deepEqual([hidden, output], [net.hidden, net.output]);
  const flat = layers.flatMap((/** @type {any} */ layer) => [
    ...layer.weights.flat(),
    ...layer.biases,
  ]);
  assert.deepEqual(flat, [...net.parameters]);
  const copies = ["copy.safetensors", "copy.onnx"];
  for (const copy of copies) await downhill(["export", "lesson", copy]);
  const prints = await downhill(["fingerprint", "lesson", ...copies]);
  const [one, ...others] = prints.out.split("\n").map((line) => line.slice(0, 16));
  assert.deepEqual(others, [one, one, ""]);
  const wrong = await downhill(["export", "modern", "modern.pdf"]);
  assert.deepEqual([wrong.code, /ends in \.\w+/.test(wrong.err)], [2, true]);
});

test("a network of another program is opened, and how it was taken is said", async () => {
  const path = file("theirs.safetensors", asPyTorch(net));
  const found = await downhill(["evaluate", path, ...SOME]);
  assert.equal(found.code, 0, found.err);
  assert.match(found.err, /of another program: hidden relu, output softmax.*found out: hidden/);
  const given = await downhill(["evaluate", path, "--hidden", "sigmoid", ...SOME]);
  assert.match(given.err, /hidden sigmoid/);
});

test("what is piped to a program that reads a line of it ends without an error", () => {
  const main = fileURLToPath(new URL("../../cli/main.js", import.meta.url));
  const path = file("many-images", idxOf(held, 0, 200).images);
  const command = `"${process.execPath}" "${main}" predict --count 200 "${path}" | head -1`;
  const { stdout, stderr } = spawnSync("bash", ["-o", "pipefail", "-c", command], {
    encoding: "utf8",
  });
  assert.equal(stderr, "");
  assert.match(stdout, /^.*many-images\[0\]: \d/);
});

test("an exported network is opened as this engine's, not as one of another program", async () => {
  await downhill(["export", "lesson", "own.onnx"]);
  const own = await downhill(["evaluate", "own.onnx", "--json", ...SOME]);
  assert.equal(own.err, "");
  const [{ fingerprint }] = records(own);
  assert.equal(fingerprint, engine.load(await lesson()).fingerprint);
});

test("what is likely to be wrong with own digits is said", async () => {
  const lines = Array.from({ length: held.count }, (_, i) => {
    const values = Array.from(held.image(i), (value) => Math.round((16 * value) / 255));
    return [held.label(i), ...values].join(",");
  });
  const path = file("sixteen.csv", Buffer.from(lines.join("\n")));
  const faint = /sixteen\.csv: the images are faint, with 16 of 255 as the highest value/;
  const few = /200 images are few/;
  const read = await downhill(["evaluate", "lesson", "--data", path]);
  assert.match(read.out, faint);
  assert.doesNotMatch(read.out, few);
  const trained = await downhill(["train", "--epochs", "1", "--data", path, "-o", "a.safetensors"]);
  assert.match(trained.out, faint);
  assert.match(trained.out, few);
});
