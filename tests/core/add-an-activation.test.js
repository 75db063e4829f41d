/** docs/add-an-activation.md, followed block by block on a copy of core/. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { compilers } from "../support/native.js";

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const guide = readFileSync(join(root, "docs/add-an-activation.md"), "utf8");

/** Blocks of C, each with the place that the words before it name. */
const steps = [...guide.matchAll(/(before|after) `([^`]+)`:\n\n```c\n([\s\S]*?)```/g)].map(
  ([, side, place, code]) => ({ side, place, code }),
);
const [row] = [...guide.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);

/** @param {string} file */
function follow(file) {
  let source = readFileSync(file, "utf8");
  for (const { side, place, code } of steps) {
    assert.equal(source.split(place).length, 2, `there is one ${place}`);
    source = source.replace(place, () =>
      side === "before" ? `${code}${place}` : `${place}\n${code.trimEnd()}`,
    );
  }
  writeFileSync(file, source);
}

test("an activation function added as the guide says works, trains and is saved", {
  skip: !compilers.length && "no C compiler is installed",
}, async () => {
  assert.equal(steps.length, 3);
  const folder = mkdtempSync(join(tmpdir(), "activation-"));
  try {
    cpSync(join(root, "core"), folder, { recursive: true });
    follow(join(folder, "activation.c"));
    const sources = readdirSync(folder).filter((name) => name.endsWith(".c"));
    const program = join(folder, "program");
    const warnings = ["-Wall", "-Wextra", "-Werror"];
    await exec(compilers[0], [
      ...["-std=c11", "-O1", "-ffp-contract=off", ...warnings, `-I${folder}`],
      join(root, "tests/core/new_activation.c"),
      ...sources.map((name) => join(folder, name)),
      ...["-lm", "-o", program],
    ]);
    const expected = join(folder, "expected.mjs");
    writeFileSync(expected, `export const EXPECTED = {\n${row}};\n`);
    const { EXPECTED } = await import(pathToFileURL(expected).href);
    check((await exec(program)).stdout.trim().split("\n"), EXPECTED);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/**
 * @param {string[]} lines  of new_activation.c
 * @param {Record<string, (z: number) => number>} expected  the guide's row of the JavaScript test
 */
function check([first, ...values], expected) {
  const [name, comesBack, ...costs] = first.split(" ");
  assert.deepEqual(Object.keys(expected), [name]);
  assert.equal(comesBack, "1", "a model file brings the network back");
  const [before, after] = costs.map(Number);
  assert.ok(after < 0.5 * before, `trained from ${before} to ${after}`);
  const f = expected[name];
  assert.equal(values.length, 80);
  for (const [z, a, slope] of values.map((line) => line.split(" ").map(Number))) {
    const rise = (f(z + 1e-5) - f(z - 1e-5)) / 2e-5;
    assert.ok(Math.abs(a - f(z)) < 3e-7 * Math.max(1, Math.abs(a)), `f(${z}) is ${a}`);
    // At the kink of a ReLU, say, either side's slope is right.
    if (z !== 0) assert.ok(Math.abs(slope - rise) < 1e-5, `slope at ${z} is ${slope}`);
  }
}
