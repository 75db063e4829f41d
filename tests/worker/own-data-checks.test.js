/**
 * Own digits before they are used: pictures, labels, the split into two sets, and what is wrong.
 */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { notesOn, previewOf, refusal, splitCounts } from "../../web/common/own-data/checks.js";
import { labelsOf } from "../../web/common/own-data/labels.js";
import { arranged, mended, NO_MENDS } from "../../web/common/own-data/mends.js";
import { digitOf } from "../../web/common/own-data/picture.js";
import { isSorted, splitOf } from "../../web/common/own-data/split.js";
import { OwnDataReader } from "../../web/worker/own-data-reader.js";
import { idxOf } from "../support/mnist-host.js";

const engine = await loadEngine();

/** Handwritten digits. @param {number} count @param {number} [seed] */
function setOf(count, seed = 5) {
  const digits = engine.handwriting({ count, seed });
  const { images, labels } = idxOf(digits);
  digits.free();
  return { name: "mine", images: images.subarray(16), labels: labels.subarray(8) };
}

/** @param {number} count @param {number} seed */
function meansOf(count, seed) {
  const { images, labels } = setOf(count, seed);
  const means = Array.from({ length: 10 }, () => new Float32Array(784));
  for (const [i, label] of labels.entries())
    for (let at = 0; at < 784; at++) means[label][at] += images[i * 784 + at];
  return means;
}

const means = meansOf(1000, 3);

/** Their mends and texts. @param {any[]} sets @param {any} [found] */
function notes(sets, mends = NO_MENDS, found = {}) {
  return notesOn({ sets, ...found }, mends, means);
}

/** @param {any[]} list */
const mendsIn = (list) => list.flatMap(({ mend }) => (mend ? [mend] : []));

describe("the split", () => {
  const random = setOf(700).labels;
  const sorted = Uint8Array.from(random).sort();
  const counts = (/** @type {Uint8Array} */ labels, /** @type {number[]} */ at) =>
    at.reduce((all, i) => all.with(labels[i], all[labels[i]] + 1), Array(10).fill(0));

  for (const [what, labels] of /** @type {[string, Uint8Array][]} */ ([
    ["mixed", random],
    ["sorted", sorted],
  ])) {
    test(`holds out a seventh of every class, of ${what} labels`, () => {
      const { train, test } = splitOf(labels, 1 / 7);
      assert.deepEqual([train.length, test.length], [600, 100]);
      assert.deepEqual(
        [...train, ...test].sort((a, b) => a - b),
        [...labels.keys()],
      );
      const all = counts(labels, [...labels.keys()]);
      for (const [label, count] of counts(labels, test).entries()) {
        assert.ok(Math.abs(count - all[label] / 7) < 1, `${count} of ${all[label]}`);
      }
      assert.deepEqual(splitOf(labels, 1 / 7), { train, test });
    });
  }

  test("leaves mixed digits in their order, and mixes sorted ones", () => {
    const { train } = splitOf(random, 1 / 7);
    assert.deepEqual(
      train,
      [...train].sort((a, b) => a - b),
    );
    assert.ok(isSorted(sorted) && !isSorted(random));
    const { train: mixed } = splitOf(sorted, 1 / 7);
    assert.ok(!isSorted(Uint8Array.from(mixed, (i) => sorted[i])));
    assert.equal(new Set(mixed.slice(0, 60).map((i) => sorted[i])).size, 10);
  });

  test("leaves one digit at least in each set, whatever they are", () => {
    for (let count = 2; count < 60; count++) {
      for (const labels of [
        Uint8Array.from({ length: count }, (_, i) => i % 10),
        new Uint8Array(count),
        Uint8Array.from({ length: count }, (_, i) => (i < 10 ? i : 3)),
      ]) {
        const { train, test } = splitOf(labels, 1 / 7);
        assert.ok(train.length && test.length && train.length + test.length === count);
        for (const [label, all] of counts(labels, [...labels.keys()]).entries()) {
          const held = counts(labels, test)[label];
          if (all >= 3) assert.ok(held >= 1 && held < all, `${held} of ${all}`);
        }
      }
    }
  });
});

describe("labels out of paths", () => {
  for (const [path, label] of /** @type {[string, number][]} */ ([
    ["7.png", 7],
    ["3/img_12.png", 3],
    ["data/train/digit_4/000123.jpg", 4],
    ["digit-3-004.jpg", 3],
    ["mnist_7_00123.png", 7],
    ["7 (2).png", 7],
    ["img_12.png", -1],
    ["cat.png", -1],
    ["2024/5.png", 5],
    ["part 2/7.png", 7],
    ["class3/2.png", 3],
  ])) {
    test(`${path}: ${label}`, () => assert.deepEqual(labelsOf([path]), [label]));
  }

  test("numbers that count the pictures are none", () => {
    const paths = Array.from({ length: 12 }, (_, i) => `img_${i + 1}.png`);
    assert.deepEqual(
      labelsOf(paths),
      paths.map(() => -1),
    );
    assert.deepEqual(labelsOf(["7_1.png", "7_12.png", "8_3.png"]), [7, 7, 8]);
  });
});

/**
 * A picture of a digit, drawn large.
 * @param {(x: number, y: number) => number} ink  0…1
 * @param {{ paper?: number[], pen?: number[] }} [colours]  RGBA
 */
function picture(ink, { paper = [255, 255, 255, 255], pen = [0, 0, 0, 255] } = {}, side = 140) {
  const data = new Uint8ClampedArray(4 * side * side);
  for (let i = 0; i < side * side; i++) {
    const part = ink((i % side) / side, Math.floor(i / side) / side);
    for (let c = 0; c < 4; c++) data[4 * i + c] = paper[c] + part * (pen[c] - paper[c]);
  }
  return { width: side, height: side, data };
}

/** A high bar, off the middle. @param {number} x @param {number} y */
const bar = (x, y) => (x > 0.1 && x < 0.2 && y > 0.05 && y < 0.65 ? 1 : 0);

/** @param {Uint8Array} image */
function measures(image) {
  let [mass, x, y, left, top, right, bottom] = [0, 0, 0, 28, 28, 0, 0];
  for (const [i, value] of image.entries()) {
    const [column, row] = [i % 28, Math.floor(i / 28)];
    mass += value;
    x += value * column;
    y += value * row;
    if (value < 128) continue;
    [left, top] = [Math.min(left, column), Math.min(top, row)];
    [right, bottom] = [Math.max(right, column + 1), Math.max(bottom, row + 1)];
  }
  return {
    x: x / mass,
    y: y / mass,
    wide: right - left,
    high: bottom - top,
    most: Math.max(...image),
  };
}

describe("a picture", () => {
  for (const [what, colours] of /** @type {[string, any][]} */ ([
    ["black on white", {}],
    ["white on black", { paper: [0, 0, 0, 255], pen: [255, 255, 255, 255] }],
    ["blue on yellow", { paper: [250, 240, 90, 255], pen: [20, 40, 160, 255] }],
    ["black on nothing", { paper: [0, 0, 0, 0], pen: [0, 0, 0, 255] }],
    ["white on nothing", { paper: [255, 255, 255, 0], pen: [255, 255, 255, 255] }],
    ["pencil on grey paper", { paper: [180, 180, 180, 255], pen: [110, 110, 110, 255] }],
  ])) {
    test(`${what} is scaled and centred as a drawing is`, () => {
      const { image, isUneven } = digitOf(picture(bar, colours)) ?? assert.fail();
      assert.equal(isUneven, false);
      const { x, y, wide, high, most } = measures(image);
      assert.ok(high >= 19 && high <= 21, `${high}`);
      assert.ok(wide >= 3 && wide <= 5, `${wide}`);
      assert.ok(Math.abs(x - 14) < 0.1 && Math.abs(y - 14) < 0.1, `${x}, ${y}`);
      assert.ok(most >= 250);
      assert.equal(image[0], 0);
    });
  }

  test("of MNIST's own size and frame is taken as it is", () => {
    const { images } = setOf(20);
    for (let i = 0; i < 20; i++) {
      const image = images.subarray(784 * i, 784 * (i + 1));
      const data = Uint8ClampedArray.from({ length: 4 * 784 }, (_, at) =>
        at % 4 === 3 ? 255 : image[at >> 2],
      );
      const expected = { image: Uint8Array.from(image), isUneven: false };
      assert.deepEqual(digitOf({ width: 28, height: 28, data }), expected);
      const inverted = data.map((value, at) => (at % 4 === 3 ? 255 : 255 - value));
      assert.deepEqual(digitOf({ width: 28, height: 28, data: inverted }), expected);
    }
  });

  test("of one shade is none, of any size", () => {
    for (const side of [1, 2, 28, 100]) {
      assert.equal(digitOf(picture(() => 0, {}, side)), null);
      assert.equal(digitOf(picture(() => 0, { paper: [0, 0, 0, 0] }, side)), null);
    }
  });
});

describe("what is said of own digits", () => {
  const good = setOf(700);

  test("good ones: nothing", () => assert.deepEqual(notes([good, setOf(700, 6)]), []));

  test("swapped ink and paper are seen, with their mend, until they are mended", () => {
    const bad = { ...good, images: mended(good.images, { invert: true, transpose: false }) };
    assert.deepEqual(mendsIn(notes([bad])), ["invert"]);
    assert.deepEqual(notes([bad], { ...NO_MENDS, invert: true }), []);
    assert.deepEqual(mendsIn(notes([good], { ...NO_MENDS, invert: true })), ["invert"]);
  });

  test("images on their side are seen, as well when they are inverted", () => {
    for (const invert of [false, true]) {
      const bad = { ...good, images: mended(good.images, { invert, transpose: true }) };
      const expected = invert ? ["invert", "transpose"] : ["transpose"];
      assert.deepEqual(mendsIn(notes([bad])), expected);
      assert.deepEqual(notes([bad], { ...NO_MENDS, invert, transpose: true }), []);
    }
    assert.deepEqual(mendsIn(notes([good], { ...NO_MENDS, transpose: true })), ["transpose"]);
  });

  test("label files that were taken for each other are seen", () => {
    const other = setOf(700, 6);
    const sets = [
      { ...good, labels: other.labels },
      { ...other, labels: good.labels },
    ];
    assert.deepEqual(mendsIn(notes(sets, NO_MENDS, { canSwapLabels: true })), ["swapLabels"]);
    const mends = { ...NO_MENDS, swapLabels: true };
    assert.deepEqual(notes(sets, mends, { canSwapLabels: true }), []);
    const [train] = arranged({ sets, canSwapLabels: true }, { ...mends, swapSets: true });
    assert.deepEqual([train.images, train.labels], [other.images, other.labels]);
  });

  test("images that are no digits are not said to lie on their side", () => {
    const images = Uint8Array.from(good.images, (_, i) => ((i * 2654435761) >>> 24) & 127);
    assert.deepEqual(mendsIn(notes([{ ...good, images }])), []);
  });

  test("values that stay far below white are told, of each file; those of black images not", () => {
    const scaled = (/** @type {number} */ most) =>
      good.images.map((value) => Math.round((most * value) / 255));
    const faint = { ...good, images: scaled(16) };
    const [{ text, mend }, ...others] = notes([faint]);
    assert.equal(
      text,
      "mine: the images are faint, with 16 of 255 as the highest value. Values should go from 0 " +
        "to 255, or in CSV files from 0 to 1.",
    );
    assert.equal(mend, undefined);
    assert.deepEqual(others, []);
    const [ofTest, ...more] = notes([good, { ...faint, name: "mine too" }]);
    assert.match(ofTest.text, /^mine too: the images are faint/);
    assert.deepEqual(more, []);
    assert.match(notes([{ ...good, images: scaled(100) }])[0].text, /with 100 of 255/);
    assert.match(notes([{ ...good, images: scaled(127) }])[0].text, /with 127 of 255/);
    assert.deepEqual(notes([{ ...good, images: scaled(128) }]), []);
    for (const shade of [0, 5]) {
      const texts = notes([{ ...good, images: good.images.map(() => shade) }]);
      assert.deepEqual(
        texts.map((note) => note.text),
        ["700 images are of a single shade, without a digit."],
      );
    }
  });

  test("missing classes, few and empty images, and sorted labels are told", () => {
    const few = setOf(100);
    const labels = few.labels.map((label) => (label === 4 ? 5 : label));
    const texts = notes([{ ...few, labels }]).map(({ text }) => text);
    assert.match(texts.join(" "), /100 images are few: the accuracy will rest on 14 test digits/);
    assert.match(
      texts.join(" "),
      /There is no image of 4 to train on: the network cannot learn it/,
    );
    const sorted = Uint8Array.from(good.labels).sort();
    assert.match(notes([{ ...good, labels: sorted }])[0].text, /labels are in order/);
    const images = good.images.map((value, i) => (i < 3 * 784 ? 0 : value));
    assert.match(notes([{ ...good, images }])[0].text, /^3 images are of a single shade/);
  });

  test("too few are refused, with the number that is needed", () => {
    for (const count of [0, 1, 6, 19]) {
      const set = { name: "a", images: new Uint8Array(784 * count), labels: new Uint8Array(count) };
      assert.match(refusal([set]), /too few, at least 20 are needed$/);
      assert.equal(splitCounts([set]).train.length, 10);
      assert.equal(previewOf(set).length, count);
    }
    assert.equal(refusal([setOf(20)]), "");
  });

  test("a preview has 20 of them, of all classes", () => {
    const shown = previewOf(good).map((i) => good.labels[i]);
    assert.equal(shown.length, 20);
    assert.deepEqual(shown, [...shown].sort());
    assert.equal(new Set(shown).size, 10);
  });

  test("a preview has those that should be looked at, up to a half of it", () => {
    const unsure = [3, 70, 500];
    const shown = previewOf({ ...good, unsure });
    assert.equal(shown.length, 20);
    assert.ok(unsure.every((index) => shown.includes(index)));
    const labels = shown.map((i) => good.labels[i]);
    assert.deepEqual(labels, [...labels].sort());
    assert.equal(new Set(labels).size, 10);
    const all = previewOf({ ...good, unsure: [...good.labels.keys()].filter((i) => i % 2) });
    assert.ok(all.filter((i) => i % 2).length >= 10);
    assert.equal(new Set(all).size, 20);
  });
});

test("files go through the reader: a draft, a mend, and digits as IDX files", async () => {
  const reader = new OwnDataReader({ engine: async () => engine });
  const { images, labels } = idxOf(engine.handwriting({ count: 700, seed: 8 }));
  const flipped = Uint8Array.from(images, (value, i) => (i < 16 ? value : 255 - value));
  const chosen = Object.entries({ "a-images": flipped, "a-labels": labels }).map(
    ([path, bytes]) => ({ path, file: new Blob([bytes]) }),
  );
  const draft = await reader.command("read", chosen, () => {});
  assert.deepEqual(mendsIn(draft.notes), ["invert"]);
  assert.deepEqual([draft.count, draft.preview.length, draft.refusal], [700, 20, ""]);
  assert.equal(
    draft.counts.train.reduce((/** @type {number} */ a, /** @type {number} */ b) => a + b),
    600,
  );
  const better = await reader.command("mend", { ...NO_MENDS, invert: true });
  assert.deepEqual(better.notes, []);
  const own = await reader.command("take");
  assert.deepEqual(own, {
    train: { images, labels },
    test: null,
    name: "a-images",
    heldOut: 1 / 7,
  });
});
