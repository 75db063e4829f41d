/** The declaration of exports.c, by which the compiler checks every call into the module. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { declarationOf, enumsOf } from "../../tools/exports.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const headers = readdirSync(join(root, "core")).filter((name) => name.endsWith(".h"));
const enums = headers.flatMap((name) => enumsOf(readFileSync(join(root, "core", name), "utf8")));
const declaration = declarationOf(readFileSync(join(root, "wasm/exports.c"), "utf8"), enums);

/** Names and parameters of a declaration. @param {string} text */
const functionsOf = (text) =>
  [...text.matchAll(/^ {2}(\w+): \((.*)\) => (\w+);$/gm)].map(([, ...parts]) => parts);

describe("the declaration of exports.c", () => {
  test("has what the module exports, with as many parameters", () => {
    const module = new WebAssembly.Module(readFileSync(join(root, "build/engine.wasm")));
    const imports = { env: { emscripten_notify_memory_growth() {} } };
    const { exports } = new WebAssembly.Instance(module, imports);
    const declared = functionsOf(declaration).map(([name, list]) => [
      name,
      list.split(",").filter(Boolean).length,
    ]);
    const found = Object.entries(exports)
      .filter(([name, own]) => own instanceof Function && !/^_|^stack|^emscripten/.test(name))
      .map(([name, own]) => [name, /** @type {Function} */ (own).length]);
    assert.deepEqual(Object.fromEntries(declared), Object.fromEntries(found));
  });

  test("understands C as it is written", () => {
    const c = `
      #define EXPORT(name) \\
        __attribute__((export_name(#name))) name
      /* void EXPORT(gone)(void) {} */ // int EXPORT(too)(int a) {}
      static int helper(int a) { return a; }
      nn_net *EXPORT(made)(void) { return new(); }
      void  EXPORT( wide )(const float *u, /* of, u */
                    unsigned int count, unsigned long  long key, // a, b
                    nn_kind kind,
                    const int sizes[4], uint64_t seed) {
        use(u, count);
      }
      const float
          *EXPORT(rows)(nn_net *net, size_t at, unsigned n, enum other o);`;
    assert.deepEqual(functionsOf(declarationOf(c, enumsOf("typedef enum { A, B } nn_kind;"))), [
      ["made", "", "Pointer"],
      [
        "wide",
        "u: Pointer, count: number, key: bigint, kind: number, sizes: Pointer, seed: bigint",
        "void",
      ],
      ["rows", "net: Pointer, at: number, n: number, o: number", "Pointer"],
    ]);
  });

  /** @type {[string, string, RegExp][]} */
  const unknown = [
    ["a structure by value", "void EXPORT(f)(nn_plan plan) {}", /^f: how is "nn_plan" seen/],
    ["a parameter without a name", "void EXPORT(f)(int) {}", /^f: expected a type and a name/],
    ["a function for a parameter", "void EXPORT(f)(int (*g)(int)) {}", /^f: a function/],
    ["a mark without a function", "int EXPORT(f) = 3;", /1 functions are marked EXPORT, 0/],
  ];
  for (const [what, c, message] of unknown) {
    test(`refuses ${what} rather than guess`, () => {
      assert.throws(() => declarationOf(c), { message });
    });
  }
});

/**
 * What the compiler says to wasm/*.js when one of its files is changed.
 * @param {string} file @param {(text: string) => string} change
 */
function complaints(file, change) {
  const copy = mkdtempSync(join(root, "build/exports-"));
  const folder = join(copy, "wasm");
  try {
    for (const each of ["wasm", "build/tables.js"]) {
      cpSync(join(root, each), join(copy, each), { recursive: true });
    }
    const text = readFileSync(join(folder, file), "utf8");
    writeFileSync(join(folder, file), change(text));
    writeFileSync(join(folder, "exports.d.ts"), declaration);
    const options = { extends: "../../../tsconfig.json", include: ["*.js"], exclude: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(options));
    const tsc = join(root, "node_modules/.bin/tsc");
    const { stdout } = spawnSync(tsc, ["-p", folder, "--pretty", "false"], { encoding: "utf8" });
    return stdout.split("\n").flatMap((line) => /error (TS\d+: .*)/.exec(line)?.[1] ?? []);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

describe("the compiler", () => {
  test("accepts wasm/*.js as they are", () => {
    assert.deepEqual(
      complaints("network.js", (text) => text),
      [],
    );
  });

  test("refuses an export that is misspelt", () => {
    const [first, ...others] = complaints("dataset.js", (text) =>
      text.replace(/\bexports\.(\w+)\(/, "exports.$1x("),
    );
    assert.match(first, /^TS2551: Property '\w+x' does not exist on type 'Exports'/);
    assert.deepEqual(others, []);
  });

  test("refuses an argument too few, and one too many", () => {
    const call = /\bexports\.(\w+)\(([^()]+), ([^(),]+)\)/;
    const fewer = complaints("network.js", (text) => text.replace(call, "exports.$1($2)"));
    assert.match(fewer[0], /^TS2554: Expected (\d+) arguments, but got \d+/);
    const more = complaints("network.js", (text) => text.replace(call, "exports.$1($2, $3, 1)"));
    assert.match(more[0], /^TS2554: Expected (\d+) arguments, but got \d+/);
    assert.deepEqual([fewer.length, more.length], [1, 1]);
  });
});
