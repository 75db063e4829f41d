/** Another kind of noise: one enum value and one entry, and no image of another kind changes. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { noiseKinds } from "../../wasm/noise.js";
import { compilers } from "../support/native.js";

const exec = promisify(execFile);
const core = fileURLToPath(new URL("../../core", import.meta.url));
const program = fileURLToPath(new URL("noise_hashes.c", import.meta.url));

/** @param {string} file @param {string} before @param {string} text */
function insert(file, before, text) {
  const source = readFileSync(file, "utf8");
  assert.equal(source.split(before).length, 2, `${file} has one ${before}`);
  writeFileSync(file, source.replace(before, `${text}${before}`));
}

/**
 * The lines of noise_hashes.c, with the core of that folder.
 * @param {string} folder
 */
async function hashes(folder) {
  const sources = readdirSync(folder).filter((name) => name.endsWith(".c"));
  const files = [program, ...sources.map((name) => join(folder, name))];
  const binary = join(folder, "noise_hashes");
  const flags = ["-std=c11", "-O1", "-ffp-contract=off", `-I${folder}`];
  await exec(compilers[0], [...flags, ...files, "-lm", "-o", binary]);
  return (await exec(binary)).stdout.trim().split("\n");
}

test("an eighth kind of noise changes no image of the others", {
  skip: !compilers.length && "no C compiler is installed",
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "noise-kinds-"));
  try {
    cpSync(core, folder, { recursive: true });
    const seven = await hashes(folder);
    insert(join(folder, "noise.h"), "  NN_NOISE_KINDS\n", "  NN_NOISE_AGAIN,\n");
    insert(
      join(folder, "noise.c"),
      '    [NN_NOISE_UNIFORM] = {"uniform"',
      '    [NN_NOISE_AGAIN] = {"again", uniform, 0, 0},\n',
    );
    const eight = await hashes(folder);
    assert.deepEqual(eight.slice(0, 7), seven);
    assert.deepEqual(
      seven.map((line) => line.split(" ")[0]),
      [...noiseKinds],
    );
    const [again, uniform] = [eight[7], seven[0]].map((line) => line.split(" ")[1]);
    assert.ok(eight[7].startsWith("again "));
    assert.notEqual(again, uniform, "the same function, with random numbers of its own");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
