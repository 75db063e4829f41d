/** Own pictures, one digit in each: which are used, and which are left out and why. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { loadEngine } from "../../wasm/engine.js";
import { foundIn } from "../../web/common/own-data/read.js";
import * as texts from "../../web/texts/en/own-data.js";
import { bigEndian } from "../support/mnist-host.js";

const engine = await loadEngine();

/** @typedef {Record<string, Uint8Array | string>} Files  by path */

/** @param {Files} files  in that order */
const chosenOf = (files) =>
  Object.entries(files).map(([path, bytes]) => ({
    path,
    file: new Blob([/** @type {any} */ (bytes)]),
  }));

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
  const readPictures = (/** @type {Files} */ files) => foundIn(chosenOf(files), { decode });

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
      /^5 pictures left out .* \(a_5\.PNG, b_5\.jpg, c_5\.jpeg and 2 more\): each is empty, damaged/,
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
      /^2 pictures left out that could not be read \(5\.png and 7\.png\).*; 1 .* shows nothing \(6\.png\)$/,
    );
    await refusedFor(
      { ...good, "my-labels": Buffer.concat([bigEndian(0x801, 1), Buffer.of(3)]) },
      /^0-000\.png is a picture, and my-labels is an IDX file: choose files of one kind$/,
    );
    const tooOld = async () => {
      throw new Error(texts.tooOldForPictures);
    };
    await assert.rejects(() => foundIn(chosenOf(good), { decode: tooOld }), {
      message: texts.tooOldForPictures,
    });
  });
});
