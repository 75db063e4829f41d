/**
 * make bench-builds: the files here against an older commit's, each with its own JavaScript and
 * module, through the public names that both have. Beside every ratio stands the null control:
 * this build against itself, in processes of its own.
 */

import { existsSync, statSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inNode, rooflineOf } from "./contestants.js";
import { buildJobs, jobName, UNAUGMENTED } from "./jobs.js";
import { machine } from "./machine.js";
import { readBuildOptions } from "./options.js";
import { measure } from "./rounds.js";
import { prepareDigits, ROOT } from "./runners/files.js";
import { emcc, run } from "./runners/toolchain.js";
import { isShown, isUnanimous, pairedRatio, summary } from "./statistics.js";
import { NOT_SHOWN, short, table, twoPlaces, withSpread } from "./table.js";

const [NEW, NULL, OLD] = ["new", "null", "old"];

const options = readBuildOptions(process.argv.slice(2));
const say = (/** @type {string} */ line) => console.error(`  ${line}`);
const old = checkedOut(options.ref);
const older = await import(new URL("wasm/engine.js", old).href);
const jobs = buildJobs(older.recipes).filter((job) => jobName(job).includes(options.rows));
if (!jobs.length) throw new Error(`no job's name contains "${options.rows}"`);
const digits = await prepareDigits();
const contestants = [inNode(NEW), inNode(NULL), inNode(OLD, old)];
const begin = performance.now();
const { results } = await measure(contestants, rooflineOf(), jobs, options, say);
const minutes = (performance.now() - begin) / 60_000;

/**
 * @param {string} contestant
 * @param {{ job: string, work: string }} row
 */
const found = (contestant, { job, work }) =>
  /** @type {import("./rounds.js").Result} */ (
    results.find((r) => r.contestant === contestant && r.job === job && r.work === work)
  );
const rows = results.filter(({ contestant }) => contestant === NEW);
const of = (/** @type {string} */ build) => statSync(new URL("build/engine.wasm", build)).size;
const { processor, node } = machine();

process.stdout.write(`${processor}, Node ${node}, ${digits}; ${minutes.toFixed(1)} minutes
new: the files here, ${of(ROOT.href)} bytes; old: ${options.ref}, ${of(old)} bytes
medians [min..max] of ${options.rounds} fresh processes each, slices of ${options.sliceMs} ms
"${NOT_SHOWN}": the median of new ÷ old or null ÷ old lies inside of the spread of new ÷ null, in
either direction, and not every round of both says the same

${[ratios(), shares()].filter(Boolean).join("\n\n")}
`);

function ratios() {
  return table(
    ["", "new, digits/s", "new ÷ old", "null ÷ old", "new ÷ null", ""],
    rows.map((row) => {
      const rates = [NEW, NULL, OLD].map((name) => found(name, row).rates);
      const [ours, again, theirs] = rates;
      const ratio = pairedRatio(ours, theirs);
      const repeated = pairedRatio(again, theirs);
      const control = pairedRatio(ours, again);
      const isOutside = isShown(ratio, control) && isShown(repeated, control);
      const what = row.work === "step" ? row.job : `${row.work} ${row.net}`;
      return [
        what,
        short(row.speed.median),
        withSpread(ratio, twoPlaces),
        withSpread(repeated, twoPlaces),
        withSpread(control, twoPlaces),
        isOutside || isUnanimous([ratio, repeated]) ? "" : NOT_SHOWN,
      ];
    }),
  );
}

/** What is not a ratio of two builds: shares of the peak, and of augmentation. */
function shares() {
  const line = (/** @type {string} */ what, /** @type {(name: string) => any} */ share) => [
    what,
    ...[NEW, NULL, OLD].map((name) => withSpread(share(name), twoPlaces)),
  ];
  const wide = rows.filter(({ net, work }) => work === "step" && /512-512|1024-1024/.test(net));
  const modern = rows.find(({ job }) => job === "modern");
  const plain = rows.find(({ job }) => job === UNAUGMENTED);
  const lines = wide.map((row) =>
    line(`${row.job}, dense-equivalent ÷ peak`, (name) => found(name, row).peakShare),
  );
  if (modern && plain) {
    const augmenting = (/** @type {string} */ name) => {
      const without = found(name, plain).rates;
      return summary(found(name, modern).rates.map((rate, round) => 1 - rate / without[round]));
    };
    lines.push(line("augmentation, share of the time of `modern`", augmenting));
  }
  return lines.length && table(["", NEW, NULL, OLD], lines);
}

/**
 * The commit's files and its engine, in a worktree in build/bench/, which stays for the next time.
 *
 * @param {string} ref
 * @returns {string} its folder, as a URL
 */
function checkedOut(ref) {
  const commit = run("git", ["rev-parse", "--verify", `${ref}^{commit}`]).trim();
  const folder = fileURLToPath(new URL(`build/bench/${commit}/`, ROOT));
  run("git", ["worktree", "prune"]);
  if (!existsSync(folder)) run("git", ["worktree", "add", "--detach", folder, commit]);
  say(`building ${ref}`);
  run("make", ["-C", folder, "wasm", `EMCC=${emcc()}`]);
  return pathToFileURL(folder).href;
}
