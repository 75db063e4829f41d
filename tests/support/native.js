/**
 * Programs of core/ and one C file of the tests, built for this machine into
 * build/native/. Core is compiled once per compiler and set of flags; what is
 * newer than its sources is kept.
 */
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const core = join(root, "core");
const common = ["-std=c11", "-ffp-contract=off", "-Wall", "-Wextra", "-Werror", `-I${core}`];

/** The C compilers of this machine: gcc, clang, both or none. @type {string[]} */
export const compilers = [["gcc"], ["clang-14", "clang"]].flatMap(
  (names) => names.find((name) => spawnSync(name, ["--version"]).status === 0) ?? [],
);

/** Sets of flags: one that ends the program at every misstep, and the shipped engine's. */
const builds = {
  sanitized: [
    "-O1",
    "-g",
    "-fsanitize=address,undefined,float-cast-overflow",
    "-fno-sanitize-recover=all",
  ],
  optimized: ["-O3", "-DNDEBUG"],
};

/**
 * @param {string} compiler one of `compilers`
 * @param {string} source a C file with main(), its path from the project's folder
 * @param {keyof typeof builds} [kind]
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

/** @param {string} compiler @param {keyof typeof builds} kind */
async function buildCore(compiler, kind) {
  const folder = join(root, "build/native", `${compiler}-${kind}`);
  const library = join(folder, "core.a");
  const sources = filesOf(core, /\.c$/);
  await make(library, filesOf(core, /\.[ch]$/), async (fresh) => {
    const cwd = mkdtempSync(join(folder, "objects-"));
    await exec(compiler, [...builds[kind], ...common, "-c", ...sources], { cwd });
    await exec("ar", ["rcs", fresh, ...filesOf(cwd, /\.o$/)]);
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
