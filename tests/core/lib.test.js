/**
 * The engine for C programs, `make lib`: its two files compile alone with each compiler, compute
 * the bits of the WebAssembly engine, and know when a compiler's flags change them.
 */
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { loadEngine } from "../../wasm/engine.js";
import { GUIDES, read, SOURCES, snippetsOf } from "../support/docs.js";
import { compilers } from "../support/native.js";
import { isTheirTurn } from "../support/thorough.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../../", import.meta.url));
const lib = `${root}build/lib`;
const example = `${root}examples/train.c`;
const strict = ["-std=c11", "-O2", "-Wall", "-Wextra", "-Werror"];
const bits = "-ffp-contract=off";

/** Pages that show C, but for those that show parts of files. */
const PAGES = SOURCES.filter((page) => !GUIDES.includes(page) && snippetsOf(page, "c").length > 0);

const engine = await loadEngine();
/** @type {string} */
let folder;

before(async () => {
  await run("make", ["lib", ...compilers.slice(0, 1).map((name) => `CC=${name}`)], { cwd: root });
  folder = mkdtempSync(`${root}build/lib-test-`);
});
after(() => rmSync(folder, { recursive: true }));

/** A source file of this test. @param {string} name @param {string} text */
function written(name, text) {
  writeFileSync(`${folder}/${name}`, text);
  return `${folder}/${name}`;
}

/**
 * Compiles against build/lib; returns the program's path.
 * @param {string} compiler @param {string[]} args sources and flags
 */
async function compiled(compiler, args) {
  const program = `${folder}/program`;
  await run(compiler, [`-I${lib}`, ...args, "-lm", "-o", program]);
  return program;
}

/** A program whose `data` are the digits of examples/train.c. @param {string} code */
const programAround = (code) => `#include <downhill.h>
#include <stdio.h>
int main(void) {
  nn_dataset *data = nn_dataset_new();
  for (uint64_t i = 0; i < 5000; i++) {
    uint8_t pixels[NN_PIXELS];
    uint8_t label = (uint8_t)nn_handwriting(pixels, 1, i);
    size_t at;
    if (nn_dataset_append(data, pixels, &label, 1, &at) != NN_DATA_OK) return 1;
  }
${code}
}
`;

/** The network of examples/train.c. */
function trainedHere() {
  const train = engine.handwriting({ count: 5000, seed: 1 });
  const others = engine.handwriting({ count: 1000, seed: 1, from: 5000 });
  const net = engine.network({ layers: [784, 16, 16, 10], seed: 1 });
  const trainer = net.trainer(train, { batchSize: 32, learningRate: 1, seed: 1 });
  trainer.train(2000);
  const accuracy = (100 * net.evaluate(others).accuracy).toFixed(1);
  return { net, printed: `${accuracy}% ${net.fingerprint}\n` };
}

/** @param {string} compiler */
const takesCpp = (compiler) =>
  spawnSync(compiler, ["-x", "c++", "-fsyntax-only", "-"], { input: "" }).status === 0;

/** What flag makes this machine fuse multiplications and additions; null if it cannot. */
function fusing() {
  if (process.arch === "arm64") return [];
  const cpu = spawnSync("cat", ["/proc/cpuinfo"]).stdout.toString();
  return process.arch === "x64" && / fma /.test(cpu) ? ["-mfma"] : null;
}

/** The second is tried in `make thorough`. */
const tried = [{ name: "gcc" }, { name: "clang", thorough: true }];

for (const { name, thorough = false } of tried) {
  if (!isTheirTurn(thorough)) continue;
  const compiler = String(compilers.find((found) => found.startsWith(name)));
  const skip = compiler === "undefined" && `${name} is not installed`;
  describe(`the library for C programs, with ${name}`, { skip }, () => {
    test("trains and saves the network of the WebAssembly engine, to the bit", async () => {
      const { net, printed } = trainedHere();
      for (const engineInC of [`${lib}/libdownhill.a`, `${lib}/downhill.c`]) {
        const program = await compiled(compiler, [...strict, bits, example, engineInC]);
        const file = `${folder}/digits.safetensors`;
        const { stdout, stderr } = await run(program, [file]);
        assert.deepEqual([stdout, stderr], [printed, ""]);
        const loaded = engine.load(readFileSync(file));
        assert.equal(loaded.fingerprint, net.fingerprint);
        assert.equal(loaded.note, "made by examples/train.c");
      }
    });

    for (const page of PAGES) {
      test(`does and prints what ${page} says`, async () => {
        const snippets = snippetsOf(page, "c");
        const source = written("program.c", programAround(snippets.map((s) => s.code).join("")));
        const program = await compiled(compiler, [...strict, source, `${lib}/libdownhill.a`]);
        const prints = snippets.map((snippet) => snippet.prints ?? "").join("");
        assert.equal((await run(program)).stdout, prints);
        const { net, printed } = trainedHere();
        assert.ok(prints.startsWith(`${net.fingerprint}\n`), net.fingerprint);
        assert.ok(read(page).includes(`\`${printed.trim()}\``), `${page} prints ${printed}`);
      });
    }

    const skipCpp = !skip && !takesCpp(compiler) && "it takes no C++";
    test("has a header that C++ takes", { skip: skipCpp }, async () => {
      const source = written(
        "program.cc",
        '#include "downhill.h"\nint main() { return nn_selftest(); }\n',
      );
      const flags = ["-std=c++11", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-x", "c++"];
      await run(await compiled(compiler, [...flags, source, "-x", "none", `${lib}/libdownhill.a`]));
    });

    test("is not compiled with fast-math", async () => {
      for (const flag of ["-ffast-math", "-ffinite-math-only"]) {
        await assert.rejects(
          run(compiler, ["-std=c11", flag, "-c", `${lib}/downhill.c`, "-o", "/dev/null"]),
          /Fast-math changes the bits/,
        );
      }
    });

    const fma = fusing();
    test("finds out that multiplications are fused", { skip: !fma && "no FMA here" }, async () => {
      const source = written(
        "program.c",
        '#include "downhill.h"\nint main(void) { return nn_selftest(); }\n',
      );
      const flags = ["-std=c11", "-O2", ...(fma ?? []), source, `${lib}/downhill.c`];
      await run(await compiled(compiler, [...flags, bits]));
      const fused = await compiled(compiler, [...flags, "-ffp-contract=fast"]);
      await assert.rejects(run(fused), { code: 3 });
    });
  });
}

test("the library's header shows nothing of the kernels", () => {
  const header = readFileSync(`${lib}/downhill.h`, "utf8");
  for (const inner of [/nn_gemm/, /\bv4\b/, /nn_json/, /#include "/, /\bstatic\b/]) {
    assert.doesNotMatch(header, inner);
  }
});

test("nn_selftest compares with what the WebAssembly engine computes", () => {
  const data = engine.handwriting({ count: 128, seed: 1 });
  const narrow = engine.network({ layers: [784, 12, 10], seed: 1 });
  narrow.trainer(data, { batchSize: 8, weightDecay: 0.001, seed: 1 }).train(60);
  const wide = engine.network({
    ...{ layers: [784, 68, 10], hidden: "relu", output: "softmax", cost: "cross-entropy" },
    seed: 1,
  });
  const trainer = wide.trainer(data, {
    ...{ batchSize: 8, optimizer: "adamw", learningRate: 0.01, weightDecay: 0.01, seed: 1 },
    ...{ schedule: "cosine", totalSteps: 120 },
    augment: { shift: 1, rotate: 0.1, elastic: 0.5 },
  });
  trainer.train(60);
  const source = readFileSync(`${root}core/selftest.c`, "utf8");
  const constants = [...source.matchAll(/\.fingerprint = 0x([0-9a-f]{16})u/g)].map(
    ([, hex]) => hex,
  );
  assert.deepEqual(constants, [narrow.fingerprint, wide.fingerprint]);
});
