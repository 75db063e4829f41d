/** What the command line may say. */

import { parseArgs } from "node:util";

export const PARTS = ["training", "accuracy", "scaling", "start"];

/** With fewer the null control's spread says little. */
const LEAST_ROUNDS = 5;

const COMMON = `  --rows WORD        only jobs whose name contains this word,
                     such as "784-16-16-10, batch 32, sgd"
  --rounds N         rounds; each has fresh processes of everyone
  --slice MS         how long one job is measured in one process
`;

const HELP = `make bench, or tests/bench/run [options]: ROUNDS rounds of SLICE ms

  --quick            a smoke run: few and short slices, no figure worth quoting
  --only PARTS       some of ${PARTS.join(",")}
  --contestants WORD only contestants whose name contains this word, and the engine in Node
${COMMON}
A run of all parts, contestants and rows, of at least ${LEAST_ROUNDS} rounds, writes the table
and charts of docs/: in 20 minutes, or in 12 with --rounds 5 --slice 300.
`;

const BUILDS_HELP = `make bench-builds OLD=REF, or node tests/bench/builds.js [options] [REF]:
ROUNDS rounds of SLICE ms

  REF                the commit that the files here are compared with (HEAD)
${COMMON}`;

const COMMON_OPTIONS = /** @type {const} */ ({
  rows: { type: "string", default: "", multiple: false },
  rounds: { type: "string", multiple: false },
  slice: { type: "string", multiple: false },
  help: { type: "boolean", default: false, multiple: false },
});

/** @typedef {ReturnType<typeof readOptions>} Options */

/** @param {string[]} args */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      ...COMMON_OPTIONS,
      quick: { type: "boolean", default: false },
      only: { type: "string", default: PARTS.join(",") },
      contestants: { type: "string", default: "" },
    },
  });
  const { quick, contestants, rows } = values;
  const timing = readTiming(values, quick ? [2, 60] : [7, 400], HELP);
  const parts = values.only.split(",");
  const unknown = parts.filter((part) => !PARTS.includes(part));
  if (unknown.length) throw new Error(`no such part: ${unknown}; there are ${PARTS.join(", ")}`);
  const isWhole = PARTS.every((part) => parts.includes(part)) && !quick && !contestants && !rows;
  const isComplete = isWhole && timing.rounds >= LEAST_ROUNDS;
  return { quick, parts, contestants, rows, isComplete, ...timing, seeds: quick ? 1 : 20 };
}

/** @param {string[]} args */
export function readBuildOptions(args) {
  const { values, positionals } = parseArgs({
    args,
    options: COMMON_OPTIONS,
    allowPositionals: true,
  });
  const timing = readTiming(values, [11, 400], BUILDS_HELP);
  return { ref: positionals[0] ?? "HEAD", rows: values.rows, ...timing };
}

/**
 * @param {{ rounds?: string, slice?: string, help: boolean }} values
 * @param {[number, number]} standard  rounds, and ms of a slice
 * @param {string} help
 */
function readTiming(values, [rounds, sliceMs], help) {
  if (values.help) {
    process.stdout.write(help.replace("ROUNDS", `${rounds}`).replace("SLICE", `${sliceMs}`));
    process.exit(0);
  }
  return {
    rounds: Number(values.rounds ?? rounds),
    sliceMs: Number(values.slice ?? sliceMs),
  };
}
