/**
 * Every tests/core/*_test.c, with each compiler, under the address and undefined-behaviour
 * sanitizers.
 */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { build, compilers } from "../support/native.js";

const here = new URL("./", import.meta.url);
const programs = readdirSync(here).filter((name) => name.endsWith("_test.c"));

for (const name of ["gcc", "clang"]) {
  const compiler = compilers.find((found) => found.startsWith(name));
  const skip = !compiler && `${name} is not installed`;
  describe(`built with ${name} and sanitized`, { skip }, () => {
    for (const program of programs) {
      test(title(program), async () => {
        const path = await build(String(compiler), `tests/core/${program}`);
        await promisify(execFile)(path).catch(({ stdout, stderr }) => {
          assert.fail(`${stdout}${stderr}`);
        });
      });
    }
  });
}

/** The program's first comment line, a sentence; else its name. @param {string} program */
function title(program) {
  const text = readFileSync(new URL(program, here), "utf8");
  return /^\s*\/\*\s*\*?\s*(.+?)\s*(?:\*\/)?$/m.exec(text)?.[1] ?? program;
}
