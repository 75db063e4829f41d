/**
 * `make bits`: what each build of the engine comes to, beside what it must, golden.js; fails where
 * one differs.
 */
import { performance } from "node:perf_hooks";
import { builds, closeBrowsers, emulated } from "../support/bits.js";
import { recipeRuns, runs } from "./golden.js";

/** @param {import("../support/bits.js").Build} build @returns {Promise<number>} runs that differ */
async function differing({ name, skip, start }) {
  if (skip) console.log(`${name.padEnd(30)} skipped: ${skip}`);
  if (skip) return 0;
  const train = await start();
  let differ = 0;
  for (const run of [...recipeRuns, ...runs]) {
    const begun = performance.now();
    const found = await train(run);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
    const isEqual = found === run.fingerprint;
    differ += Number(!isEqual);
    const verdict = isEqual ? "equal" : `DIFFERS from ${run.fingerprint}`;
    console.log(`${name.padEnd(30)} ${run.name.padEnd(47)} ${found} ${seconds} s  ${verdict}`);
  }
  return differ;
}

let differ = 0;
for (const build of [...builds, emulated()]) differ += await differing(build);
await closeBrowsers();
console.log(differ ? `${differ} DIFFER` : "all equal");
process.exitCode = Number(differ > 0);
