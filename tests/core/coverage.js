/**
 * `make coverage`: what the C tests of this folder reach of core/, asserts among it, as clang
 * counts it; fails under the bar.
 */
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build, compilers, supports } from "../support/native.js";

/** Per cent of core. */
const BAR = /** @type {const} */ ({ lines: 95, branches: 90 });

const exec = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}build/coverage/`;
const clang = compilers.find((name) => name.startsWith("clang")) ?? "";
const ofClang = (/** @type {string} */ tool) => clang.replace("clang", tool);

/** Every program, each run once. @returns {Promise<string[]>} their paths */
async function run() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const sources = readdirSync(`${root}tests/core`).filter((name) => name.endsWith("_test.c"));
  const programs = [];
  for (const source of sources) {
    const program = await build(clang, `tests/core/${source}`, "coverage");
    const LLVM_PROFILE_FILE = `${folder}${basename(program)}%c.profraw`;
    await exec(program, { env: { ...process.env, LLVM_PROFILE_FILE } }).catch(({ stdout }) => {
      console.error(`${source} fails:\n${stdout}`);
      process.exit(1);
    });
    programs.push(program);
  }
  return programs;
}

/**
 * @typedef {{ count: number, covered: number }} Count
 * @typedef {{ filename: string, summary: Record<keyof typeof BAR, Count> }} File
 *
 * @param {string[]} programs
 * @returns {Promise<{ files: File[], totals: File["summary"] }>}
 */
async function counted([first, ...others]) {
  const profiles = readdirSync(folder).map((name) => folder + name);
  const profile = `${folder}all.profdata`;
  await exec(ofClang("llvm-profdata"), ["merge", "--sparse", ...profiles, "-o", profile]);
  const objects = others.flatMap((program) => ["-object", program]);
  const { stdout } = await exec(
    ofClang("llvm-cov"),
    ["export", "--summary-only", "-instr-profile", profile, first, ...objects, `${root}core`],
    { maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout).data[0];
}

const share = (/** @type {Count} */ { count, covered }) => (count ? (100 * covered) / count : 100);
/** @param {string} name @param {File["summary"]} summary */
const row = (name, summary) => {
  const cells = Object.keys(BAR).map((kind) => {
    const count = summary[/** @type {keyof typeof BAR} */ (kind)];
    return `${share(count).toFixed(1).padStart(8)}% (${count.covered} of ${count.count})`.padEnd(
      26,
    );
  });
  return `${name.padEnd(22)}${cells.join("")}`.trimEnd();
};

if (!supports(clang, "coverage")) {
  console.error("Coverage needs clang with its profiling runtime: tools/setup.sh compilers");
  process.exit(1);
}
const { files, totals } = await counted(await run());
console.log(`${"core".padEnd(22)}${"lines".padStart(9)}${"branches".padStart(29)}`);
for (const { filename, summary } of files) console.log(row(basename(filename), summary));
console.log(row("all", totals));
for (const [kind, least] of Object.entries(BAR)) {
  if (share(totals[/** @type {keyof typeof BAR} */ (kind)]) >= least) continue;
  console.error(`${kind} are under ${least}%`);
  process.exitCode = 1;
}
