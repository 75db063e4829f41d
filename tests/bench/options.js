/** What the command line may say. */

import { parseArgs } from "node:util";

export const PARTS = ["training", "accuracy", "scaling", "start"];

const HELP = `make bench, or tests/bench/run [options]

  --quick            a smoke run of about a minute: few and short slices, no figure worth quoting
  --only PARTS       some of ${PARTS.join(",")}
  --contestants WORD only contestants whose name contains this word, and the engine in Node
  --rounds N         turns of each contestant (7)
  --slice MS         length of one turn (400)
`;

/** @typedef {ReturnType<typeof readOptions>} Options */

/** @param {string[]} args */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", default: PARTS.join(",") },
      contestants: { type: "string", default: "" },
      rounds: { type: "string" },
      slice: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  const parts = values.only.split(",");
  const unknown = parts.filter((part) => !PARTS.includes(part));
  if (unknown.length) throw new Error(`no such part: ${unknown}; there are ${PARTS.join(", ")}`);
  return {
    quick: values.quick,
    parts,
    contestants: values.contestants,
    rounds: Number(values.rounds ?? (values.quick ? 2 : 7)),
    sliceMs: Number(values.slice ?? (values.quick ? 60 : 400)),
    warmMs: values.quick ? 60 : 600,
    seeds: values.quick ? 1 : 5,
  };
}
