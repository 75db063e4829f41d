/**
 * What core takes from outside, built for this machine with address and undefined-behaviour
 * sanitizers: files, drawings and options that libFuzzer makes of real ones do no harm, and keep
 * what each of tests/fuzz/*.c demands. `make fuzz` goes on for longer.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fewRuns, fuzzers, runFuzzer, withoutFuzzer } from "../support/fuzzers.js";

describe("libFuzzer finds no fault, with the same inputs each time", {
  skip: withoutFuzzer,
}, () => {
  for (const name of fuzzers) {
    test(name, async () => {
      const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
      const runs = fewRuns(name);
      const said = await runFuzzer(name, folder, [`-runs=${runs}`, "-seed=1"]).catch(({ stderr }) =>
        assert.fail(stderr),
      );
      assert.match(said, new RegExp(`^Done ${runs} runs`, "m"));
      rmSync(folder, { recursive: true });
    });
  }
});
