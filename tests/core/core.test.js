/**
 * Every tests/core/*_test.c: with each compiler under the address and undefined-behaviour
 * sanitizers, with clang under the memory sanitizer, and in valgrind. Each finds what the others
 * do not: the memory sanitizer a branch on memory that was never written, valgrind the same in code
 * that no sanitizer was built into, and blocks that are lost at the end.
 */
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { promisify } from "node:util";
import { build, compilers, supports } from "../support/native.js";
import { isTheirTurn } from "../support/thorough.js";

const here = new URL("./", import.meta.url);
const programs = readdirSync(here).filter((name) => name.endsWith("_test.c"));
const gcc = compilers.find((name) => name.startsWith("gcc")) ?? "";
const clang = compilers.find((name) => name.startsWith("clang")) ?? "";
const valgrind = ["valgrind", "--quiet", "--error-exitcode=99", "--leak-check=full"];
const hasValgrind = spawnSync("valgrind", ["--version"]).status === 0;

/** One build has all 720 trainings and the wide networks. @type {Record<string, string[]>} */
const fewer = { "extremes_test.c": ["7"] };

/** Smaller jobs in valgrind, which is 20 to 50 times slower. @type {Record<string, string[]>} */
const smaller = {
  // 45 trainings of 2 steps instead of 6, 7 s instead of 18: by the second, no moment is zero.
  "reference_test.c": ["2"],
  "extremes_test.c": ["7"],
};

/**
 * @typedef {object} Row
 * @property {string} title
 * @property {string} compiler
 * @property {import("../support/native.js").Kind} kind
 * @property {string | false} skip why, or false
 * @property {string[]} [runner] what runs the program
 * @property {Record<string, string[]>} [jobs] arguments of some programs
 * @property {boolean} [thorough] not in `make test`
 */

/** @type {Row[]} */
const rows = [
  {
    title: "built with gcc and sanitized",
    compiler: gcc,
    kind: "sanitized",
    skip: !gcc && "gcc is not installed",
  },
  {
    title: "built with clang and sanitized",
    compiler: clang,
    kind: "sanitized",
    skip: !clang && "clang is not installed",
    jobs: fewer,
  },
  {
    title: "built with clang's memory sanitizer",
    compiler: clang,
    kind: "memory",
    skip: !supports(clang, "memory") && "no clang with a memory sanitizer that runs here",
    jobs: fewer,
  },
  {
    title: "in valgrind",
    compiler: compilers[0],
    kind: "plain",
    skip: !(hasValgrind && compilers.length) && "valgrind or a C compiler is not installed",
    runner: valgrind,
    jobs: smaller,
    thorough: true,
  },
];

for (const { title, compiler, kind, skip, runner = [], jobs = {}, thorough = false } of rows) {
  if (!isTheirTurn(thorough)) continue;
  describe(title, { skip, concurrency: 2 }, () => {
    for (const program of programs) {
      test(sentence(program), async () => {
        const path = await build(compiler, `tests/core/${program}`, kind);
        const [command, ...rest] = [...runner, path, ...(jobs[program] ?? [])];
        await promisify(execFile)(command, rest).catch(({ stdout, stderr }) => {
          assert.fail(`${stdout}${stderr}`);
        });
      });
    }
  });
}

/**
 * Lines of core that allocate, and how often.
 * @returns {{ place: RegExp, line: string, times: number }[]}
 */
function allocations() {
  const core = new URL("../../core/", here);
  return readdirSync(core).flatMap((file) => {
    const text = readFileSync(new URL(file, core), "utf8");
    const lines = text.split("\n");
    return lines.flatMap((line, i) => {
      const calls = line.match(/\b(malloc|calloc|realloc|aligned_alloc|nn_allocate)\(/g) ?? [];
      if (file === "memory.h" || !calls.length) return [];
      // A function that is for this alone is as many places as it has callers.
      const [, maker = ""] = lines[i - 1].match(/^static void \*(\w+)\(/) ?? [];
      const callers = maker ? text.split(`= ${maker}(`).length - 1 : 1;
      // A call may end, and say it is, one line further on.
      const place = new RegExp(`^refused .*\\b${file}:(${i + 1}|${i + 2})$`, "gm");
      return [{ place, line: `${file}:${i + 1}: ${line}`, times: calls.length * callers }];
    });
  });
}

test("every allocation of core has been refused", { skip: !compilers.length }, async () => {
  const path = await build(compilers[0], "tests/core/allocations_test.c", "plain");
  const { stdout } = await promisify(execFile)(path);
  const places = allocations();
  assert.ok(places.length > 10, "there are some");
  for (const { place, line, times } of places) {
    const refused = stdout.match(place)?.length ?? 0;
    assert.ok(refused >= times, `${line}\nrefused ${refused} times of ${times}`);
  }
});

/** The program's first comment line, a sentence; else its name. @param {string} program */
function sentence(program) {
  const text = readFileSync(new URL(program, here), "utf8");
  return /^\s*\/\*\s*\*?\s*(.+?)\s*(?:\*\/)?$/m.exec(text)?.[1] ?? program;
}
