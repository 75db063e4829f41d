/** The project's own files are short, and so are their lines. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const MOST_LINES = 400;
const MOST_COLUMNS = 100;

const root = new URL("../../", import.meta.url);
const kinds = ["*.js", "*.c", "*.h", "*.css", "*.html"];
const listed = execFileSync("git", ["ls-files", ...kinds], { cwd: root, encoding: "utf8" });
const files = listed.trim().split("\n");

/** @param {string} path */
const linesOf = (path) => readFileSync(new URL(path, root), "utf8").trimEnd().split("\n");

test(`no file has more than ${MOST_LINES} lines`, () => {
  const found = files
    .map((path) => ({ path, lines: linesOf(path).length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => `${path}: ${lines} lines`);
  assert.equal(found.length, 0, found.join("\n"));
});

test(`no line has more than ${MOST_COLUMNS} columns`, () => {
  const found = files.flatMap((path) =>
    linesOf(path)
      // Letters: a “…” is three bytes.
      .map((line, i) => ({ place: `${path}:${i + 1}`, columns: [...line].length }))
      .filter(({ columns }) => columns > MOST_COLUMNS)
      .map(({ place, columns }) => `${place}: ${columns} columns`),
  );
  assert.equal(found.length, 0, found.join("\n"));
});
