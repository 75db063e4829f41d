/** Own pictures, one digit in each: which are used, and which are left out and why. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { loadEngine } from "../../wasm/engine.js";
import { foundNotes } from "../../web/common/own-data/checks.js";
import { gunzipped } from "../../web/common/own-data/gunzip.js";
import { digitOf } from "../../web/common/own-data/picture.js";
import { foundIn } from "../../web/common/own-data/read.js";
import * as texts from "../../web/texts/en/own-data.js";
import { bigEndian, idxOf } from "../support/mnist-host.js";
import { chosenOf } from "../support/own-files.js";

const engine = await loadEngine();

/** @typedef {import("../support/own-files.js").Files} Files */

const PNG = [0x89, 0x50, 0x4e, 0x47];
const [INK, BLANK, DAMAGED] = [0, 255, 7];
/** What is decoded below: a dot in a corner, or nothing. @param {number} what */
const png = (what) => Buffer.of(...PNG, what);
/** As a browser does; of the bytes of `png`. @param {Blob} file */
async function decode(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!PNG.every((byte, i) => bytes[i] === byte) || bytes[4] === DAMAGED) throw new Error("no");
  const data = new Uint8ClampedArray(4 * 400).fill(255);
  if (bytes[4] === INK) data.fill(0, 4 * 65, 4 * 65 + 3);
  return { width: 20, height: 20, data };
}

describe("own pictures", () => {
  const good = Object.fromEntries(
    Array.from({ length: 30 }, (_, i) => [`${i % 10}-${i}00.png`, png(INK)]),
  );
  const readPictures = (/** @type {Files} */ files) =>
    foundIn(chosenOf(files), { decode, gunzipped });

  for (const [what, more, ...notes] of /** @type {[string, Files, ...RegExp[]][]} */ ([
    [
      "an empty one",
      { "empty_5.png": "" },
      /^1 picture left out .* \(empty_5\.png\): it is empty, /,
    ],
    [
      "a text that is called one",
      { "fake_5.png": "hello" },
      /^1 picture .* \(fake_5\.png\): it is/,
    ],
    [
      "several that cannot be read",
      {
        "a_5.PNG": "",
        "b_5.jpg": "x",
        "c_5.jpeg": "<html>",
        "d_5.png": png(DAMAGED),
        "e_5.gif": "",
      },
      /^5 pictures .* \(a_5\.PNG, b_5\.jpg, c_5\.jpeg and 2 more\): each is empty, damaged/,
    ],
    ["a damaged .gz", { "5.png.gz": Buffer.of(0x1f, 0x8b, 1, 2, 3) }, /^1 picture .*5\.png\.gz/],
    [
      "descriptions, archives, models",
      {
        "README.txt": "digits",
        "labels.csv": "file,label\n0.png,0",
        "all.zip": Buffer.of(0x50, 0x4b, 3, 4, 0),
        "net.safetensors": engine.network({ layers: [784, 10] }).save(),
      },
      /^4 other files left out, without images .*\(README\.txt, all\.zip, labels\.csv and net\./,
    ],
    [
      "blank and unlabelled ones, and one that is empty",
      { "5.png": png(BLANK), "cat.png": png(INK), "empty.png": "" },
      /^1 picture left out, without a label in the name \(cat\.png\)/,
      /^1 picture left out that could not be read \(empty\.png\)/,
      /^1 picture left out that shows nothing \(5\.png\)\.$/,
    ],
  ])) {
    test(`are used without ${what}, and that is said`, async () => {
      const { sets, leftOut = [] } = await readPictures({ ...good, ...more });
      assert.deepEqual([sets.length, sets[0].labels.length, sets[0].name], [1, 30, "30 pictures"]);
      assert.equal(leftOut.length, notes.length, leftOut.join());
      for (const [i, note] of notes.entries()) assert.match(leftOut[i], note);
    });
  }

  test("are used without what this page may not read, and that is said", async () => {
    const locked = ["dir/8.png", "dir"].map((path) => ({
      path,
      file: new Blob(),
      isLocked: true,
    }));
    const { sets, leftOut } = await foundIn([...chosenOf(good), ...locked], { decode, gunzipped });
    assert.deepEqual(
      [sets[0].labels.length, leftOut],
      [30, ["Files or folders left out that this page may not read (8.png and dir)."]],
    );
    await assert.rejects(() => foundIn(locked, { decode, gunzipped }), {
      message: texts.notReadable("8.png"),
    });
  });

  test("are unpacked where they are gzipped, as their names say", async () => {
    const { sets, leftOut } = await readPictures({ "3.png.gz": gzipSync(png(INK)), ...good });
    assert.deepEqual([sets[0].labels.length, leftOut], [31, []]);
  });

  test("are refused where none is left, with what is wrong with each", async () => {
    const refusedFor = (/** @type {Files} */ files, /** @type {RegExp} */ message) =>
      assert.rejects(() => readPictures(files), { message });
    await refusedFor({ "5.png": "" }, /^5\.png is empty$/);
    await refusedFor(
      { "5.png": png(DAMAGED), "6.png": png(BLANK), "7.png": "" },
      /^2 pictures .* could not be read \(5\.png and 7\.png\).*; 1 .* shows nothing \(6\.png\)$/,
    );
    await refusedFor(
      { ...good, "my-labels": Buffer.concat([bigEndian(0x801, 1), Buffer.of(3)]) },
      /^0-000\.png is a picture, and my-labels is an IDX file: choose files of one kind$/,
    );
    const tooOld = async () => {
      throw new Error(texts.tooOldForPictures);
    };
    await assert.rejects(() => foundIn(chosenOf(good), { decode: tooOld, gunzipped }), {
      message: texts.tooOldForPictures,
    });
  });
});

/** Handwritten digits. */
const DIGITS = (() => {
  const digits = engine.handwriting({ count: 12, seed: 5 });
  const { images } = idxOf(digits);
  digits.free();
  return Array.from({ length: 12 }, (_, i) => images.subarray(16 + 784 * i, 800 + 784 * i));
})();
const [WIDE, HIGH] = [210, 280];
/** @typedef {(x: number, y: number) => number} Light  0…1, of a place in 0…1 */

/**
 * Ink of a digit that is drawn large on the paper.
 * @param {Uint8Array} digit @param {number} x @param {number} y
 */
function inkAt(digit, x, y) {
  const [column, row] = [((x - 20) / 170) * 28 - 0.5, ((y - 60) / 170) * 28 - 0.5];
  let ink = 0;
  for (const [right, down] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ]) {
    const [at, line] = [Math.floor(column) + right, Math.floor(row) + down];
    if (at < 0 || line < 0 || at > 27 || line > 27) continue;
    const part = (1 - Math.abs(column - at)) * (1 - Math.abs(row - line));
    ink += (part * digit[28 * line + at]) / 255;
  }
  return ink;
}

/**
 * A photo of it, with the noise of a phone.
 * @param {Uint8Array} digit @param {Light} light
 * @param {{ paper: number[], pen: number[] }} colours
 */
function photo(digit, light, { paper, pen }) {
  const data = new Uint8ClampedArray(4 * WIDE * HIGH).fill(255);
  for (let i = 0; i < WIDE * HIGH; i++) {
    const [x, y] = [i % WIDE, Math.floor(i / WIDE)];
    const [ink, bright] = [inkAt(digit, x, y), light(x / WIDE, y / HIGH)];
    const noise = (((i * 2654435761) >>> 16) & 7) - 3.5;
    for (let c = 0; c < 3; c++) {
      data[4 * i + c] = bright * (paper[c] + ink * (pen[c] - paper[c])) + noise;
    }
  }
  return { width: WIDE, height: HIGH, data };
}

/** Part of the ink that is in another place. @param {Uint8Array} image @param {Uint8Array} flat */
function moved(image, flat) {
  const ink = flat.reduce((sum, value) => sum + value, 0);
  return flat.reduce((sum, value, i) => sum + Math.abs(value - image[i]), 0) / ink;
}

const PEN = { paper: [232, 224, 208], pen: [40, 40, 60] };
const PENCIL = { paper: [232, 224, 208], pen: [120, 120, 125] };
const CHALK = { paper: [50, 70, 60], pen: [220, 220, 210] };
const square = (/** @type {number} */ value) => value * value;
/** A soft edge. @param {number} t */
const edge = (t) => 1 / (1 + Math.exp(-25 * t));
/** How much ink may be in another place, of one and on average: with a strange light, in parts. */
const LIGHTS = /** @type {[string, Light, number, number][]} */ ([
  ["even light", () => 1, 0.1, 0.04],
  // As from #e8e0d0 to #8a8070.
  ["a shadow that grows to one side", (x) => 1 - 0.42 * x, 0.15, 0.08],
  ["a shadow that grows to a corner", (x, y) => 1 - 0.375 * (x + y), 0.2, 0.15],
  ["dark corners", (x, y) => 1 - 1.5 * (square(x - 0.5) + square(y - 0.5)), 0.15, 0.1],
  ["a shadow in one corner", (x, y) => 1 - 0.5 * edge(x + y - 1.6), 0.1, 0.06],
  ["a lamp near one corner", (x, y) => 1 / (1 + 2 * (square(x - 0.1) + square(y - 0.1))), 0.3, 0.2],
  ["a shadow beside the digit", (x) => (x > 0.8 ? 0.55 : 1), 0.3, 0.15],
  ["a soft shadow over half of the digit", (x, y) => 1 - 0.5 * edge(x + 0.4 * y - 0.7), 0.65, 0.4],
]);

describe("a photo is read as it is in even light, in", () => {
  for (const [what, light, most, mean] of LIGHTS) {
    test(what, () => {
      for (const [name, colours] of Object.entries({ PEN, PENCIL, CHALK })) {
        const parts = DIGITS.map((digit) => {
          const flat = digitOf(photo(digit, () => 1, colours)) ?? assert.fail();
          const { image, isUneven } = digitOf(photo(digit, light, colours)) ?? assert.fail();
          assert.equal(isUneven, false, name);
          return moved(image, flat.image);
        });
        assert.ok(Math.max(...parts) <= most, `${name}: ${Math.max(...parts)}`);
        const average = parts.reduce((sum, part) => sum + part, 0) / parts.length;
        assert.ok(average <= mean, `${name}: ${average}`);
      }
    });
  }

  test("light with a shadow alone: nothing is seen", () => {
    const blank = new Uint8Array(784);
    for (const light of [LIGHTS[1][1], LIGHTS[3][1]]) {
      assert.equal(digitOf(photo(blank, light, PEN)), null);
    }
  });
});

test("a picture with a narrow shadow or a line to its border is used, to be checked", async () => {
  const strip = (/** @type {number} */ x) => (Math.abs(x - 0.5) < 0.06 ? 0.5 : 1);
  const files = { "3.png": png(INK), "4.png": png(INK), "5.png": png(INK) };
  let number = 0;
  const found = await foundIn(chosenOf(files), {
    gunzipped,
    decode: async () => photo(DIGITS[number], number++ ? strip : () => 1, PEN),
  });
  assert.deepEqual([found.sets[0].labels.length, found.sets[0].unsure], [3, [1, 2]]);
  assert.match(
    String(found.doubts),
    /^2 pictures have marks at the border \(4\.png and 5\.png\): a/,
  );
  assert.deepEqual(
    foundNotes(found, found.sets).map(({ text }) => text),
    found.doubts,
  );
});
