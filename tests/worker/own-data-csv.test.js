/** Own digits out of CSV files: what is read, and what is wrong with others. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { line, NAMES, read, refused, row } from "../support/own-files.js";

/** "2.550000000000000000e+02" @param {number | string} cell */
const inFull = (cell) => Number(cell).toExponential(18);

describe("own CSV files", () => {
  const rows = [row(3, 255), row(9, 51)];
  for (const [how, text] of /** @type {[string, string][]} */ ([
    ["plain", rows.map((cells) => line(cells)).join("\n")],
    ["with names above", [NAMES, ...rows].map((cells) => line(cells)).join("\n")],
    [
      "with quotes and Windows' ends of lines",
      `${[NAMES, ...rows].map((cells) => line(cells.map((cell) => `"${cell}"`))).join("\r\n")}\r\n`,
    ],
    ["with tabs and empty lines", rows.map((cells) => line(cells, "\t")).join("\n\n")],
    [
      "with semicolons, 0 to 1 and decimal commas",
      ["3", "9"]
        .map((label, i) => line([label, ...Array(783).fill("0"), i ? "0,2" : "1"], ";"))
        .join("\n"),
    ],
    ["with 0 to 1 and points", [row(3, 1), row(9, 0.2)].map((cells) => line(cells)).join("\n")],
    [
      "with the label last",
      [[...NAMES.slice(1), "class"], ...rows.map(([label, ...rest]) => [...rest, label])]
        .map((cells) => line(cells))
        .join("\n"),
    ],
    [
      "with spaces, as NumPy saves them",
      rows.map((cells) => line(cells.map(inFull), " ")).join("\n"),
    ],
    ["aligned by spaces", rows.map((cells) => ` ${line(cells, "  ")} `).join("\n")],
    [
      "with a separator at the end of every line, and a spreadsheet's word for it above",
      `sep=;\r\n${[NAMES, ...rows].map((cells) => `${line(cells, ";")};`).join("\r\n")}\r\n`,
    ],
    ["with a byte order mark", `\ufeff${[NAMES, ...rows].map((cells) => line(cells)).join("\n")}`],
  ])) {
    test(`are read ${how}`, async () => {
      const { sets } = await read({ "my.csv": text });
      assert.deepEqual([...sets[0].labels], [3, 9]);
      assert.equal(sets[0].images.length, 2 * 784);
      assert.deepEqual(
        [783, 2 * 784 - 1].map((at) => sets[0].images[at]),
        [255, 51],
      );
      assert.equal(
        sets[0].images.reduce((sum, value) => sum + value, 0),
        306,
      );
    });
  }

  for (const [order, isBig] of /** @type {const} */ ([
    ["little", false],
    ["big", true],
  ])) {
    test(`are read in UTF-16, ${order}-endian, gzipped or not`, async () => {
      const lines = [NAMES.with(5, "größe"), ...rows].map((cells) => line(cells)).join("\r\n");
      const bytes = Buffer.from(`\ufeff${lines}`, "utf16le");
      if (isBig) bytes.swap16();
      for (const file of [bytes, gzipSync(bytes)]) {
        const { sets } = await read({ "my.csv": file });
        assert.deepEqual([...sets[0].labels], [3, 9]);
        assert.deepEqual([sets[0].images[783], sets[0].images[2 * 784 - 1]], [255, 51]);
      }
    });
  }

  /** 784 values, all of them `corner` but the last. @param {number} corner @param {number} end */
  const pixels = (corner, end) => [...Array(783).fill(corner), end];
  const mixed = Array.from({ length: 140 }, (_, i) => i % 10);
  const sorted = Array.from({ length: 1400 }, (_, i) => Math.floor(i / 140));
  const sevens = Array(140).fill(7);
  for (const [what, labels, cells] of /** @type {[string, number[], number[][]][]} */ ([
    ["last, after black corners", mixed, mixed.map((label) => [...pixels(0, 200), label])],
    ["last, after white corners", mixed, mixed.map((label) => [...pixels(1, 0), label])],
    ["last, a class after the other", sorted, sorted.map((label) => [...pixels(0, 0), label])],
    ["first", mixed, mixed.map((label) => [label, ...pixels(0, 0)])],
    ["first, before a corner of 0 to 9", mixed, mixed.map((label, i) => row(label, i % 7))],
    ["first, all of one class", sevens, sevens.map((label) => row(label, 0))],
    ["first, a class after the other", sorted, sorted.map((label, i) => row(label, i % 7))],
    ["first, in a file of one line", [0], [row(0, 5)]],
  ])) {
    test(`without names are read with the label ${what}`, async () => {
      const { sets } = await read({ "my.csv": cells.map((each) => line(each)).join("\n") });
      assert.deepEqual([...sets[0].labels], labels);
    });
  }

  for (const [where, at] of /** @type {[string, number][]} */ ([
    ["among the first lines", 2],
    ["far below", 333],
  ])) {
    test(`may have a 1 that is a little more, ${where}: it is white`, async () => {
      const cells = Array.from({ length: 400 }, (_, i) => row(i % 10, i === at ? 1.0000002 : 0.2));
      cells[at][1] = 1.01;
      const { sets } = await read({ "my.csv": cells.map((each) => line(each)).join("\n") });
      const { images } = sets[0];
      assert.deepEqual([images[784 * at], images[784 * at + 783], images[783]], [255, 255, 51]);
    });
  }

  test("may have a 255 that is a little more: it is white, not black", async () => {
    const { sets } = await read({
      "my.csv": [row(3, 255.5), row(9, 51)].map((r) => line(r)).join("\n"),
    });
    assert.deepEqual([sets[0].images[783], sets[0].images[2 * 784 - 1]], [255, 51]);
  });

  test("in UTF-16 that are damaged are refused, with the line", () => {
    const text = `\ufeff${line(row(3, 1))}\n${line(row(9, 1).slice(1))}`;
    return refused({ "f.csv": Buffer.from(text, "utf16le") }, /^line 2 of f.csv has 784 columns/);
  });

  test("may be two, and gzipped", async () => {
    const text = (/** @type {number} */ label) => gzipSync(line(row(label, 9)));
    const { sets } = await read({ "mnist_test.csv.gz": text(1), "mnist_train.csv.gz": text(2) });
    assert.deepEqual(
      sets.map(({ name, labels }) => [name, labels[0]]),
      [
        ["mnist_train.csv.gz", 2],
        ["mnist_test.csv.gz", 1],
      ],
    );
  });

  const good = line(row(1, 200));
  const strange = `<img src=x onerror=alert(1)>\u202e${"x".repeat(99)}`;
  for (const [what, text, why] of /** @type {[string, string, string | RegExp][]} */ ([
    [
      "labels are missing",
      line(row(1, 200).slice(1)),
      "f.csv has 784 columns: the label of each image is missing",
    ],
    [
      "a line is short",
      `${good}\n${line(row(1, 2).slice(2))}`,
      "line 2 of f.csv has 783 columns, not 785: the label and 784 values",
    ],
    ["a line is cut short", `${good}\n3,0,0`, /^line 2 of f.csv has 3 columns/],
    [
      "a value is no number",
      `${good}\n${line(row(1, 2)).replace(",0,", ",x7,")}`,
      "line 2 of f.csv has “x7” in column 2, where a number is expected",
    ],
    [
      "a value is a long text of strange letters",
      `${good}\n${line(row(1, 2)).replace(",0,", `,${strange},`)}`,
      "line 2 of f.csv has “<im…xxxxxxxxxxxxxxxx” in column 2, where a number is expected",
    ],
    [
      "a value is missing",
      `${good}\n${line(row(1, 2)).replace(",0,", ",,")}`,
      /has “” in column 2/,
    ],
    [
      "a value is too large",
      `${good}\n${line(row(1, 256))}`,
      "line 2 of f.csv has 256 in column 785, where 0 to 255 is expected",
    ],
    [
      "a value is too large where white is 1",
      [...Array(301).fill(row(1, 1)), row(1, 1.011)].map((cells) => line(cells)).join("\n"),
      "line 302 of f.csv has 1.011 in column 785, where 0 to 1 is expected",
    ],
    [
      "a label is no class",
      `${good}\n${line(row(10, 2))}`,
      "line 2 of f.csv has the label 10, and the network has classes 0 to 9 only",
    ],
    ["it has names alone", line(NAMES), "f.csv has no line with an image"],
  ])) {
    test(`are refused, with the line, when ${what}`, () => refused({ "f.csv": text }, why));
  }
});
