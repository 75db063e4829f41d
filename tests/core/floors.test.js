/** core/README.md names the floor of every file, and no #include goes up. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const core = new URL("../../core/", import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, core), "utf8");

/** Files of each floor, the highest first. */
const floors = [...read("README.md").matchAll(/^\| \w+ \| ([a-z0-9_ ]+) \|/gm)]
  .map(([, names]) => names.split(" "))
  .filter((names) => !names.includes("files"));
const sources = readdirSync(core).filter((name) => /\.[ch]$/.test(name));
const moduleOf = (/** @type {string} */ name) => name.replace(/\.[ch]$/, "");
const floorOf = (/** @type {string} */ name) => floors.findIndex((all) => all.includes(name));

test("each file is on one floor, and each name is a file's", () => {
  const names = floors.flat();
  assert.deepEqual([...new Set(names)], names);
  assert.deepEqual([...names].sort(), [...new Set(sources.map(moduleOf))].sort());
});

test("a file includes files of its own floor or below", () => {
  for (const name of sources) {
    for (const [, included] of read(name).matchAll(/^#include "([\w.]+)"/gm)) {
      const [from, to] = [floorOf(moduleOf(name)), floorOf(moduleOf(included))];
      assert.ok(to >= from, `${name} includes ${included}, which is on a higher floor`);
    }
  }
});

test("the kernels know neither networks nor data sets", () => {
  const reached = new Set(["kernels"]);
  for (const name of reached) {
    for (const file of sources.filter((source) => moduleOf(source) === name)) {
      for (const [, included] of read(file).matchAll(/^#include "([\w.]+)"/gm)) {
        reached.add(moduleOf(included));
      }
    }
  }
  assert.deepEqual([...reached].sort(), ["kernels", "sparse", "v4"]);
});
