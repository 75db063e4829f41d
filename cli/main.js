#!/usr/bin/env node
// The command line: downhill COMMAND [options].

import { readFileSync } from "node:fs";
import { loadEngine } from "../wasm/engine.js";
import { attack } from "./attack.js";
import { evaluate } from "./evaluate.js";
import { exported } from "./export.js";
import { reasonOf } from "./files.js";
import { fingerprint } from "./fingerprint.js";
import { noise } from "./noise.js";
import { outputOf } from "./output.js";
import { predict } from "./predict.js";
import { train } from "./train.js";
import { asked, help, helpOf, isCommand, UsageError } from "./usage.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { CommandName, Values } from "./usage.js"
 * @import { Output } from "./output.js"
 *
 * @typedef {(engine: Engine, values: Values, inputs: string[], output: Output) => Promise<number>}
 *   Run gives the exit code
 */

/** @type {Record<CommandName, Run>} */
const RUNS = { train, predict, evaluate, noise, attack, fingerprint, export: exported };

/** @param {string[]} args @returns {Promise<number>} the exit code */
async function main(args) {
  const [first] = args;
  if (first === "--version") return printed(version());
  if (first === undefined) return printed(help(), 2);
  if (["--help", "-h", "help"].includes(first) && !isCommand(args[1])) return printed(help());
  const wanted = first === "help" ? [args[1], "--help"] : args;
  const { name, inputs, values } = asked(wanted);
  if (values.help) return printed(helpOf(name));
  const { model } = values;
  const meant = model && name !== "predict" ? [model, ...inputs] : inputs;
  return RUNS[name](await loadEngine(), values, meant, outputOf(values));
}

/** @param {string} text @param {number} [code] */
function printed(text, code = 0) {
  const stream = code ? process.stderr : process.stdout;
  stream.write(`${text}\n`);
  return code;
}

/** Of the package. */
function version() {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return JSON.parse(text).version;
}

/** @param {Error} error @returns {number} */
function failed(error) {
  const isUsage = error instanceof UsageError;
  const [command] = process.argv.slice(2);
  const whose = Object.hasOwn(RUNS, command) ? `${command} ` : "";
  const more = isUsage ? `\ndownhill ${whose}--help lists what there is.` : "";
  return printed(`downhill: ${error.message}${more}`, isUsage ? 2 : 1);
}

/** What is made must be saved, also when nobody reads what is printed. */
const makes = ["train", "export"].includes(process.argv[2]);
let code = 0;

// Who reads the output may have seen enough: downhill predict … | head -1
process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  const isRead = error.code === "EPIPE";
  if (!isRead && !code) process.stderr.write(`downhill: standard output: ${reasonOf(error)}\n`);
  if (!isRead) code = 1;
  if (!makes) process.exit(code);
});
process.stderr.on("error", () => {});
const done = await main(process.argv.slice(2)).catch(failed);
process.exitCode = done || code;
