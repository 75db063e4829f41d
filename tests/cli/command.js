/** The command line, run as people run it, in a folder of its own. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { loadEngine } from "../../wasm/engine.js";
import { idxOf } from "../support/mnist-host.js";

export const main = fileURLToPath(new URL("../../cli/main.js", import.meta.url));

export const engine = await loadEngine();

/** Removed when the file's tests have ended. */
export const folder = mkdtempSync(join(tmpdir(), "downhill-cli-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {Uint8Array | string} content @returns {string} its path */
export function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/**
 * Handwriting as files: training and test digits.
 * @param {string} name @param {number} train @param {number} test how many
 * @returns {string[]} what stands after the command
 */
export function digits(name, train, test) {
  const data = engine.handwriting({ count: train + test, seed: 11 });
  const sets = { train: idxOf(data, 0, train), t10k: idxOf(data, train, test) };
  const paths = Object.entries(sets).flatMap(([set, { images, labels }]) => [
    file(`${name}-${set}-images-idx3-ubyte`, images),
    file(`${name}-${set}-labels-idx1-ubyte`, labels),
  ]);
  return paths.flatMap((path) => ["--data", path]);
}

/**
 * @typedef {{ code: number | null, out: string, err: string }} Ended
 *
 * @param {string[]} args
 * @param {object} [options]
 * @param {(line: string, child: import("node:child_process").ChildProcess) => void} [options.line]
 *   each that it prints, as it prints it
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<Ended>}
 */
export function downhill(args, { line = () => {}, env = {} } = {}) {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: { ...process.env, MNIST_MIRRORS: "", XDG_CACHE_HOME: join(folder, "cache"), ...env },
  });
  let [out, err, begun] = ["", "", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
    const lines = (begun + text).split("\n");
    begun = lines.pop() ?? "";
    for (const each of lines) line(each, child);
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** What it prints with --json. @param {Ended} ended @returns {any[]} */
export const records = ({ out }) =>
  out
    .trim()
    .split("\n")
    .map((text) => JSON.parse(text));
