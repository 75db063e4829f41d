/**
 * libFuzzer over what core takes from outside, files, drawings and options: tests/fuzz/*.c, and
 * what they start from.
 */
import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { loadEngine } from "../../wasm/engine.js";
import { build, compilers, supports } from "./native.js";

const clang = compilers.find((name) => name.startsWith("clang")) ?? "";

/** Why no fuzzer can be built here, or false. */
export const withoutFuzzer = !supports(clang, "fuzzer") && "no clang with libFuzzer is installed";

/** Words of a header that a fuzzer would be long in finding. */
const words = [
  ...["__metadata__", "format", "hidden", "output", "cost", "note", "dtype", "shape"],
  ...["data_offsets", "layers.0.weight", "layers.1.bias", "layers.7.bias", "F32", "relu"],
  ...["softmax", "cross-entropy", "\\\\ud83d\\\\udd8b", "\\\\u0000"],
];

/** The JSON of a model file. @param {Uint8Array} file */
const headerOf = (file) => file.slice(8, 8 + file[0] + 256 * file[1]);

/** @param {number[]} sizes the IDX file's dimensions @param {Uint8Array} items its bytes */
function idx(sizes, items) {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  header.writeUInt32BE(0x800 + sizes.length);
  sizes.forEach((size, d) => {
    header.writeUInt32BE(size, 4 + 4 * d);
  });
  return Buffer.concat([header, items]);
}

/**
 * An input of dataset_idx.c, of two files that say they hold `count` items.
 * @param {Uint8Array[]} images @param {Uint8Array} labels @param {number} [count]
 */
function idxPair(images, labels, count = images.length) {
  const [first, second] = [idx([count, 28, 28], Buffer.concat(images)), idx([count], labels)];
  const size = Buffer.alloc(4);
  size.writeUInt32LE(first.length);
  return Buffer.concat([size, first, second]);
}

/** Real files and some that are cut, small enough to be changed tens of thousands of times. */
const seeds = {
  async model_read() {
    const engine = await loadEngine();
    const narrow = engine.network({ layers: [784, 1, 10], seed: 1 });
    const deep = engine.network({ layers: [784, 1, 2, 10], hidden: "relu", output: "softmax" });
    const files = [
      narrow.save(),
      narrow.save({ note: "said “ja”, \\ 96 %\n" }),
      deep.save({ note: "" }),
    ];
    const short = [
      '{"__metadata__":{"note":"\\ud83d\\udd8b"}}',
      '{"layers.0.bias":{"shape":[10]}}',
    ];
    return [...files, ...files.map(headerOf), ...short.map((text) => Buffer.from(text))];
  },
  async dataset_idx() {
    const digits = (await loadEngine()).handwriting({ count: 3, seed: 1 });
    const images = [0, 1, 2].map((i) => digits.image(i));
    return [
      idxPair([], new Uint8Array()),
      idxPair([new Uint8Array(784)], Uint8Array.of(9)),
      idxPair([new Uint8Array(784).fill(255)], Uint8Array.of(0)),
      idxPair(images, Uint8Array.of(1, 2, 3)),
      idxPair([], new Uint8Array(), 1),
      idxPair([], new Uint8Array(), 2 ** 32 - 1),
    ];
  },
  async ink() {
    const strokes = [5, 0, 0, 10, 20, 30, 40, 20, 0, 5, 5, 1, 9, 9, -3];
    const ends = Float32Array.of(1e38, -1e38, Infinity, Number.NaN, 1e-45, 3);
    return [
      Int8Array.from([0, ...strokes]),
      Int8Array.from([2, 29, 8, -8, ...strokes]),
      Buffer.concat([Uint8Array.of(1, 3), new Uint8Array(ends.buffer)]),
    ];
  },
  /** All at the least, the most and the default. */
  async options() {
    return [0, 1, 2].map((byte) => new Uint8Array(120).fill(byte));
  },
};

/**
 * The longest input worth trying, in bytes, and how many take about a second or two.
 * @type {Record<keyof typeof seeds, { longest: number, runs: number }>}
 */
const limits = {
  model_read: { longest: 6000, runs: 100_000 },
  dataset_idx: { longest: 6000, runs: 100_000 },
  ink: { longest: 600, runs: 50_000 },
  options: { longest: 200, runs: 10_000 },
};

/** @typedef {keyof typeof seeds} Fuzzer */
export const fuzzers = /** @type {Fuzzer[]} */ (Object.keys(seeds));

/** As many inputs as `make test` tries. @param {Fuzzer} name */
export const fewRuns = (name) => limits[name].runs;

/**
 * Builds a fuzzer and runs it; rejects with what it found.
 *
 * @param {Fuzzer} name of tests/fuzz/<name>.c
 * @param {string} folder where its corpus is kept, and an input that fails
 * @param {string[]} options libFuzzer's: how long, and from which seed
 * @returns {Promise<string>} what it prints
 */
export async function runFuzzer(name, folder, options) {
  const corpus = join(folder, name);
  mkdirSync(corpus, { recursive: true });
  for (const [i, seed] of (await seeds[name]()).entries()) {
    writeFileSync(join(corpus, `seed-${i}`), seed);
  }
  const dictionary = join(folder, "words");
  writeFileSync(dictionary, words.map((word) => `"${word}"\n`).join(""));
  const program = await build(clang, `tests/fuzz/${name}.c`, "fuzzer");
  const { stderr } = await promisify(execFile)(program, [
    ...[`-max_len=${limits[name].longest}`, "-timeout=10", `-artifact_prefix=${folder}/`],
    ...(name === "model_read" ? [`-dict=${dictionary}`] : []),
    ...options,
    corpus,
  ]);
  return stderr;
}
