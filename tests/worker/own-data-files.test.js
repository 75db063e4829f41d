/** Own digits out of a visitor's files: which belong together, and what is wrong with others. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { loadEngine } from "../../wasm/engine.js";
import { foundNotes } from "../../web/common/own-data/checks.js";
import { gunzipped } from "../../web/common/own-data/gunzip.js";
import { arranged, NO_MENDS } from "../../web/common/own-data/mends.js";
import * as texts from "../../web/texts/en/own-data.js";
import { bigEndian } from "../support/mnist-host.js";
import { imageFile, labelFile, line, NAMES, read, refused, row } from "../support/own-files.js";

const engine = await loadEngine();

/** @typedef {import("../support/own-files.js").Files} Files */

/** @param {Files} files @returns {Files} */
const reversed = (files) => Object.fromEntries(Object.entries(files).reverse());

const pair = { "my-images": imageFile(8), "my-labels": labelFile(8) };

describe("own IDX files", () => {
  test("of one pair are one set of digits, in whatever order they come", async () => {
    for (const files of [pair, reversed(pair)]) {
      const { sets, ...doubts } = await read(files);
      assert.deepEqual(doubts, { arePairsUnsure: false, canSwapLabels: false });
      assert.deepEqual(
        sets.map(({ name, images, labels }) => [name, images.length, [...labels]]),
        [["my-images", 8 * 784, [0, 1, 2, 3, 4, 5, 6, 7]]],
      );
      assert.deepEqual(Buffer.from(sets[0].images), imageFile(8).subarray(16));
    }
  });

  test("of equal count are paired by their names", async () => {
    const files = {
      "t10k-labels-idx1-ubyte": labelFile(8, 7),
      "train-labels-idx1-ubyte.gz": gzipSync(labelFile(8, 5)),
      "t10k-images-idx3-ubyte": imageFile(8),
      "train-images-idx3-ubyte (1).gz": gzipSync(imageFile(8)),
    };
    for (const order of [files, reversed(files)]) {
      const { sets, ...doubts } = await read(order);
      assert.deepEqual(
        sets.map(({ labels }) => labels[0]),
        [5, 7],
      );
      assert.deepEqual(doubts, { arePairsUnsure: false, canSwapLabels: true });
    }
  });

  test("named test are the test digits, even if there are more of them", async () => {
    for (const name of ["test", "t10k", "my_test", "Test"]) {
      const { sets } = await read({
        [`${name}-images.idx3-ubyte`]: imageFile(9),
        [`${name}-labels.idx1-ubyte`]: labelFile(9),
        ...pair,
      });
      assert.deepEqual(
        sets.map(({ labels }) => labels.length),
        [8, 9],
      );
    }
  });

  test("of two pairs without such a name are training digits if they are more", async () => {
    for (const count of [7, 9]) {
      const more = { "latest-images": imageFile(count), "latest-labels": labelFile(count) };
      const { sets } = await read({ ...pair, ...more });
      assert.equal(sets[0].name, count > 8 ? "latest-images" : "my-images");
    }
  });

  test("of one pair need no names alike; two pairs find each other by their counts", async () => {
    const one = await read({ digits: imageFile(8), classes: labelFile(8) });
    assert.deepEqual([one.sets.length, one.arePairsUnsure], [1, false]);
    const two = await read({
      a: imageFile(8),
      b: labelFile(9, 3),
      c: imageFile(9),
      d: labelFile(8, 2),
    });
    assert.deepEqual(
      two.sets.map(({ name, labels }) => [name, labels[0]]),
      [
        ["c", 3],
        ["a", 2],
      ],
    );
    assert.ok(!two.arePairsUnsure && !two.isOrderUnsure);
  });

  test("that may be mismatched are said to be, with a way to swap them", async () => {
    const found = await read({
      a: imageFile(8),
      b: labelFile(8, 3),
      c: imageFile(8),
      d: labelFile(8, 2),
    });
    assert.ok(found.canSwapLabels);
    const notes = (/** @type {Partial<typeof NO_MENDS>} */ mends) =>
      foundNotes(found, arranged(found, { ...NO_MENDS, ...mends }));
    assert.deepEqual(
      notes({}).map(({ mend }) => mend),
      ["swapLabels", "swapSets"],
    );
    assert.match(notes({})[0].text, /Now it is a with b and c with d: check/);
    assert.match(notes({ swapLabels: true })[0].text, /Now it is a with d and c with b: check/);
    assert.match(notes({})[1].text, /a is trained on, c is tested with/);
    assert.match(notes({ swapSets: true })[1].text, /c is trained on, a is tested with/);
  });

  test("of .gz with several members and every header field are unpacked", async () => {
    const images = imageFile(8);
    const parts = [images.subarray(0, 3000), images.subarray(3000)].map((part) => gzipSync(part));
    const [first, ...rest] = parts;
    // FEXTRA, FNAME and FCOMMENT; see RFC 1952.
    const header = Buffer.from(first.subarray(0, 10));
    header[3] = 4 + 8 + 16;
    const fields = Buffer.concat([
      Buffer.of(6, 0, 0x41, 0x42, 2, 0, 1, 2),
      Buffer.from("name\0comment\0"),
    ]);
    const gz = Buffer.concat([header, fields, first.subarray(10), ...rest]);
    const { sets } = await read({ "my-images.gz": gz, "my-labels": labelFile(8) });
    assert.deepEqual(Buffer.from(sets[0].images), images.subarray(16));
  });

  const cut = imageFile(8).subarray(0, 16 + 784 * 5 + 100);
  const whole = gzipSync(imageFile(8));
  const half = whole.subarray(0, whole.length - 60);
  const damaged = gzipSync(imageFile(8));
  damaged[damaged.length - 5] ^= 1;
  for (const [what, files, why] of /** @type {[string, Files, RegExp | string][]} */ ([
    ["a file is cut short", { ...pair, "my-images": cut }, "my-images ends after 5 of 8 images"],
    [
      "labels are missing at the end",
      { ...pair, "my-labels": labelFile(8).subarray(0, 12) },
      "my-labels ends after 4 of 8 labels",
    ],
    ["a .gz is cut short", { ...pair, "my-images": half }, /^my-images ends after \d of 8 images$/],
    [
      "a .gz lacks its checksum",
      { ...pair, "my-images": gzipSync(imageFile(8)).subarray(0, -8) },
      "my-images is not complete: the end of its gzip data is missing",
    ],
    [
      "a .gz has another checksum",
      { ...pair, "my-images": damaged },
      "my-images is damaged: it could not be unpacked",
    ],
    [
      "a file goes on",
      { ...pair, "my-labels": Buffer.concat([labelFile(8), Buffer.of(1)]) },
      /goes on after the 8 labels/,
    ],
    ["the labels are missing", { a: imageFile(8) }, "a came without its label file: choose both"],
    ["the images are missing", { b: labelFile(8) }, "b came without its image file: choose both"],
    [
      "one of three is alone",
      { ...pair, c: imageFile(8) },
      /: here are 2 image files \(c and my-images\) and 1 label file \(my-labels\)$/,
    ],
    [
      "counts differ",
      { ...pair, "my-labels": labelFile(7) },
      "my-images holds 8 images, but my-labels 7 labels",
    ],
    [
      "there are three pairs",
      { ...pair, a: imageFile(2), b: labelFile(2), c: imageFile(3), d: labelFile(3) },
      /more than two pairs/,
    ],
    [
      "images have another size",
      { ...pair, "my-images": imageFile(8, 32) },
      "my-images has images of 32×32 pixels, not 28×28",
    ],
    [
      "a label is no digit",
      {
        ...pair,
        "my-labels": Buffer.concat([bigEndian(0x801, 8), Buffer.of(1, 2, 26, 1, 1, 1, 1, 1)]),
      },
      "label 3 of my-labels is 26, and the network has classes 0 to 9 only",
    ],
    ["a file is empty", { a: "" }, "a is empty"],
    [
      "a file is a web page",
      { "a.csv": "\n<!doctype html>" },
      "a.csv is a web page, not a file of images",
    ],
    [
      "a file is an archive",
      { "a.zip": Buffer.of(0x50, 0x4b, 3, 4, 0) },
      /a\.zip is a ZIP archive: unpack it/,
    ],
    [
      "a file is a model",
      { ...pair, "a.csv": engine.network({ layers: [784, 10] }).save() },
      /^a\.csv is a model file, not a file of images: to open its network, drop it/,
    ],
    [
      "a file is a drawing",
      { "7.png": '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>' },
      "7.png is an SVG drawing: save it as a PNG picture",
    ],
    ["a file is packed twice", { a: gzipSync(gzipSync(imageFile(8))) }, /^a is packed twice/],
    [
      "two of them are called alike",
      { "one/labels": labelFile(8), "two/labels": cut },
      "two/labels ends after 5 of 8 images",
    ],
    [
      "its name would reorder the sentence",
      { "my\u202e\u0007-\nimages\u200b": "" },
      "my- images is empty",
    ],
    [
      "a file is a program",
      { "a.exe": Buffer.of(0x4d, 0x5a, 0, 0) },
      "a.exe is neither a picture nor a CSV or IDX file",
    ],
    [
      "a file is a text",
      { "a.txt": "hello\nworld" },
      "a.txt is neither a picture nor a CSV or IDX file of images",
    ],
    [
      "files are of two kinds",
      { ...pair, "a.csv": "1,".repeat(784) },
      "a.csv is a CSV file, and my-images is an IDX file: choose files of one kind",
    ],
    [
      "a text is in the place of a file",
      { "my-images": imageFile(8), "my-labels": "version https://git-lfs.github.com/spec/v1" },
      "my-labels is neither a picture nor a CSV or IDX file of images",
    ],
    [
      "there are none",
      { ".DS_Store": "x", "__MACOSX/a.png": "x" },
      "there are no files with images among them",
    ],
  ])) {
    test(`are refused, and named, when ${what}`, () => refused(files, why));
  }
});

test("a description beside whole sets is left out, and that is said", async () => {
  const table = Array.from({ length: 3 }, (_, i) => line(row(i, 9))).join("\n");
  for (const files of [pair, { "my.csv": table }]) {
    const { sets, leftOut } = await read({ "README.md": "# Digits", ...files });
    assert.equal(sets.length, 1);
    assert.match(String(leftOut), /^1 other file left out, .* \(README\.md\)\.$/);
  }
});

test("counts and their words agree", () => {
  assert.equal(texts.leftOut.blank(["a"]), "1 picture left out that shows nothing (a)");
  assert.equal(texts.leftOut.blank(["a", "b"]), "2 pictures left out that show nothing (a and b)");
  assert.match(texts.splitWords(6, 1, ""), /; 1 is held out as a test digit, chosen at random \(/);
  assert.match(texts.splitWords(60, 10, ""), /; 10 are held out as test digits, .* every class \(/);
  assert.match(texts.splitWords(60, 1, "b"), /; 1 test digit from b\.$/);
  assert.equal(texts.keptCounts(6, 1), "6 training, 1 test digit");
  assert.equal(texts.endsAfter("f", 0, 1, "images"), "f ends after 0 of 1 image");
  assert.equal(texts.unequal("f", 1, "g", 2), "f holds 1 image, but g 2 labels");
  assert.match(texts.tooLong("f", 1, "labels"), /after the 1 label that/);
  assert.match(texts.notPaired(["f"], []), /here is 1 image file \(f\) and no label file$/);
  assert.match(texts.csvColumns("f", 2, 1), /has 1 column, not/);
  assert.equal(texts.found("70 pictures", 70), "70 pictures");
  assert.equal(texts.found("mine", 70), "mine: 70 images");
  assert.equal(texts.pictures(1), "1 picture");
});

test("files called alike in two folders are paired by their folders", async () => {
  const files = {
    "test/images": imageFile(8),
    "train/images": imageFile(8),
    "train/labels": labelFile(8, 1),
    "test/labels": labelFile(8, 2),
  };
  const { sets, arePairsUnsure } = await read(files);
  assert.deepEqual(
    sets.map(({ name, labels }) => [name, labels[0]]),
    [
      ["train/images", 1],
      ["test/images", 2],
    ],
  );
  assert.equal(arePairsUnsure, false);
});

test("a .gz is given up where it unpacks to more than there may be", () => {
  const packed = gzipSync(new Uint8Array(20e6));
  assert.deepEqual(gunzipped(packed, 10e6), { bytes: new Uint8Array(), fault: "large" });
  assert.equal(gunzipped(packed, 20e6).bytes.length, 20e6);
});

test("whatever is in the files, the digits are whole, or a sentence names a file", async () => {
  const csv = [NAMES, row(1, 2), row(3, 4)].map((cells) => line(cells)).join("\n");
  const good = [imageFile(3), gzipSync(imageFile(3)), Buffer.from(csv), labelFile(3)];
  const bytes = fc.constantFrom(...good).chain((file) =>
    fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { maxLength: 4 }).chain((changes) =>
      fc.nat(file.length).map((length) => {
        const copy = Buffer.from(file);
        for (const [at, value] of changes) copy[at] = value;
        return fc.sample(fc.boolean(), 1)[0] ? copy : copy.subarray(0, length);
      }),
    ),
  );
  let used = 0;
  await fc.assert(
    fc.asyncProperty(bytes, fc.boolean(), async (bytes, isPaired) => {
      try {
        const { sets } = await read(isPaired ? { f: bytes, g: labelFile(3) } : { f: bytes });
        for (const { images, labels } of sets) {
          assert.equal(images.length, 784 * labels.length);
          assert.ok(labels.every((label) => label <= 9));
          used++;
        }
      } catch (error) {
        assert.equal(error.constructor.name === "TypeError", false, error.stack);
        assert.match(error.message, /\b[fg]\b/);
      }
    }),
    { numRuns: 300 },
  );
  assert.ok(used > 0);
});
