/** Programs that build, found where the Makefile finds them. */

import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ROOT } from "./files.js";

const here = fileURLToPath(ROOT);

/**
 * Runs a program in the project's folder; throws what it says when it fails.
 *
 * @param {string} command
 * @param {string[]} args
 */
export function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: here,
    encoding: "utf8",
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} failed:\n${stderr}`);
  return stdout;
}

/** @param {string} command whether it can be run */
const works = (command) => spawnSync(command, ["--version"]).status === 0;

export function emcc() {
  const local = `${here}build/emsdk/upstream/emscripten/emcc`;
  const found = [process.env.EMCC, "emcc", local].find((name) => name && works(name));
  if (!found) throw new Error("there is no emcc: `make emscripten` installs one");
  return found;
}

/** Compiles tests/bench/roofline.c to build/roofline.wasm. @returns {string} its path */
export function buildRoofline() {
  const flags = "-O3 -std=c11 -msimd128 -ffp-contract=off --no-entry -sTOTAL_MEMORY=268435456";
  const file = `${here}build/roofline.wasm`;
  run(emcc(), [...flags.split(" "), "tests/bench/roofline.c", "-o", file]);
  return file;
}

/**
 * Compiles core/ and tests/bench/native.c, as plain SSE code without FMA or AVX.
 *
 * @param {string} compiler
 * @returns {{ file: string, version: string } | null} null where there is no such compiler
 */
export function buildNative(compiler) {
  if (!works(compiler)) return null;
  const sources = readdirSync(`${here}core`).filter((file) => file.endsWith(".c"));
  const flags = ["-O3", "-DNDEBUG", "-std=c11", "-ffp-contract=off", "-fno-math-errno", "-Icore"];
  if (process.arch === "x64") flags.push("-march=x86-64", "-msse2");
  const file = `${here}build/bench/native-${compiler.replace(/\W/g, "")}`;
  run(compiler, [
    ...flags,
    "tests/bench/native.c",
    ...sources.map((source) => `core/${source}`),
    "-lm",
    "-o",
    file,
  ]);
  const version = run(compiler, ["-dumpfullversion", "-dumpversion"]).trim().split("\n")[0];
  return { file, version: `${compiler} ${version}` };
}
