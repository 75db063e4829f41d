/**
 * Programs of core/ and one C file of the tests, built for this machine into
 * build/native/. Core is compiled once per compiler and set of flags; what is
 * newer than its sources is kept. In the builds that look for mistakes core's
 * calls of malloc and its like go through tests/core/allocations.c.
 */
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const core = join(root, "core");
const tests = join(root, "tests/core");
const warnings = [
  ...["-Wall", "-Wextra", "-Wpedantic", "-Werror", "-Wconversion", "-Wsign-conversion", "-Wvla"],
  ...["-Wshadow", "-Wstrict-prototypes", "-Wmissing-prototypes", "-Wcast-qual", "-Wcast-align"],
  ...["-Wundef", "-Wwrite-strings"],
];
const common = ["-std=c11", "-ffp-contract=off", ...warnings, `-I${core}`];

/** The C compilers of this machine: gcc, clang, both or none. @type {string[]} */
export const compilers = [["gcc"], ["clang-14", "clang"]].flatMap(
  (names) => names.find((name) => spawnSync(name, ["--version"]).status === 0) ?? [],
);

const behaviour = ["-fsanitize=undefined,float-cast-overflow", "-fno-sanitize-recover=all"];
/** For core: its allocations are counted, and say where they are. */
const inCore = ["-include", join(tests, "allocations_in_core.h")];

/** Sets of flags. The sanitized programs end at their first misstep. */
const builds = {
  sanitized: ["-O1", "-g", "-fsanitize=address", ...behaviour],
  /** Reads of memory that was never written; clang alone has this one. */
  memory: [
    "-O1",
    "-g",
    "-fno-omit-frame-pointer",
    "-fsanitize=memory",
    "-fsanitize-memory-track-origins",
    "-fno-sanitize-recover=all",
  ],
  /** For valgrind, which reads debug information of version 4 for certain. */
  plain: ["-O1", "-gdwarf-4"],
  /**
   * For tests/fuzz/*.c: clang's libFuzzer, which brings main(). Comparisons are not traced: that
   * took half of the time, and what a reader compares with is in its dictionary.
   */
  fuzzer: [
    ...["-O1", "-g", "-fsanitize=fuzzer,address", "-fno-sanitize-coverage=trace-cmp"],
    ...behaviour,
  ],
  /** What the tests reach, counted in a file as it happens: an aborted program's too. */
  coverage: [
    ...["-O1", "-g", "-fprofile-instr-generate", "-fcoverage-mapping"],
    ...["-mllvm", "-runtime-counter-relocation"],
  ],
  /** The shipped engine's. */
  optimized: ["-O3", "-DNDEBUG"],
  /** Others, which must come to the same bits. */
  O0: ["-O0"],
  O2: ["-O2", "-DNDEBUG"],
  native: ["-O3", "-march=native", "-DNDEBUG"],
  /** For another processor, in an emulator that has not its libraries. */
  static: ["-O3", "-static", "-DNDEBUG"],
};

/** @typedef {keyof typeof builds} Kind */

/**
 * Whether this compiler links such a program and, when it has a main() of its own, it runs here:
 * not every clang comes with every runtime, and not every kernel has room for every shadow memory.
 *
 * @param {string} compiler one of `compilers`, or "" for none
 * @param {Kind} kind
 */
export function supports(compiler, kind) {
  if (!compiler) return false;
  const folder = mkdtempSync(join(tmpdir(), "supports-"));
  const program = join(folder, "program");
  const hasMain = kind !== "fuzzer";
  const input = hasMain ? "int main(void) { return 0; }" : "int LLVMFuzzerTestOneInput;";
  const linked = spawnSync(compiler, [...builds[kind], "-x", "c", "-", "-o", program], { input });
  const runs = () => !hasMain || spawnSync(program, { cwd: folder }).status === 0;
  const works = linked.status === 0 && runs();
  rmSync(folder, { recursive: true });
  return works;
}

/**
 * @param {string} compiler one of `compilers`
 * @param {string} source a C file with main(), its path from the project's folder
 * @param {Kind} [kind]
 * @returns {Promise<string>} the program's path
 */
export async function build(compiler, source, kind = "sanitized") {
  const library = await buildCore(compiler, kind);
  const program = join(dirname(library), basename(source, ".c"));
  const made = [library, ...filesOf(join(root, dirname(source)), /\.[ch]$/)];
  await make(program, made, (fresh) =>
    exec(compiler, [...builds[kind], ...common, join(root, source), library, "-lm", "-o", fresh]),
  );
  return program;
}

/** Whether allocations are counted and can be made to fail. @param {Kind} kind */
const counts = (kind) => ["sanitized", "memory", "plain", "fuzzer", "coverage"].includes(kind);

/** What is being or has been built, so that no two programs build the same. */
const libraries = new Map();

/** @param {string} compiler @param {Kind} kind @returns {Promise<string>} core's archive */
function buildCore(compiler, kind) {
  const key = `${compiler}-${kind}`;
  if (!libraries.has(key)) libraries.set(key, makeCore(compiler, kind));
  return libraries.get(key);
}

/** @param {string} compiler @param {Kind} kind */
async function makeCore(compiler, kind) {
  const folder = join(root, "build/native", `${compiler}-${kind}`);
  const library = join(folder, "core.a");
  const own = filesOf(tests, counts(kind) ? /^allocations(_in_core)?\.[ch]$/ : /^$/);
  const all = [...filesOf(core, /\.[ch]$/), ...own];
  await make(library, all, async (fresh) => {
    const cwd = mkdtempSync(join(folder, "objects-"));
    const sources = filesOf(core, /\.c$/);
    const flags = builds[kind].map((flag) => flag.replace("=fuzzer,", "=fuzzer-no-link,"));
    const compile = (/** @type {string[]} */ names, /** @type {string[]} */ files) =>
      exec(compiler, [...flags, ...common, ...names, "-c", ...files], { cwd });
    const halves = [0, 1].map((half) => sources.filter((_, i) => i % 2 === half));
    const compiled = halves.map((half) => compile(counts(kind) ? inCore : [], half));
    if (own.length) compiled.push(compile([], filesOf(tests, /^allocations\.c$/)));
    await Promise.all(compiled);
    const [processor = ""] = compiler.match(/^.+-gnu-/) ?? [];
    await exec(`${processor}ar`, ["rcs", fresh, ...filesOf(cwd, /\.o$/)]);
    rmSync(cwd, { recursive: true });
  });
  return library;
}

/**
 * Makes a file when it is older than what it is made of. Two test files may do
 * so at once: each makes its own and the last to finish replaces the other's.
 *
 * @param {string} target
 * @param {string[]} sources
 * @param {(fresh: string) => Promise<unknown>} how makes the file `fresh`
 */
async function make(target, sources, how) {
  const made = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if ([...sources, fileURLToPath(import.meta.url)].every((path) => statSync(path).mtimeMs < made)) {
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  const fresh = `${target}.${process.pid}`;
  await how(fresh);
  renameSync(fresh, target);
}

/** @param {string} folder @param {RegExp} pattern @returns {string[]} full paths, sorted */
function filesOf(folder, pattern) {
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  return names.sort().map((name) => join(folder, name));
}
