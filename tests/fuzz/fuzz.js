/**
 * Runs the fuzzers of core, each for some seconds, and keeps what they learn:
 *
 *   node tests/fuzz/fuzz.js [SECONDS]
 *
 * build/fuzz/ holds the corpora, and an input that fails as crash-… there.
 */
import { fileURLToPath } from "node:url";
import { fuzzers, runFuzzer, withoutFuzzer } from "../support/fuzzers.js";

const folder = fileURLToPath(new URL("../../build/fuzz", import.meta.url));
const [seconds = "10"] = process.argv.slice(2);

if (withoutFuzzer) {
  console.error(`Fuzzing is skipped: ${withoutFuzzer}.`);
} else {
  for (const name of fuzzers) {
    console.log(`${name}: ${seconds} s`);
    const said = await runFuzzer(name, folder, [`-max_total_time=${seconds}`]).catch((failure) => {
      console.error(failure.stderr ?? failure);
      process.exit(1);
    });
    console.log(/^Done .*$/m.exec(said)?.[0]);
  }
}
