/**
 * Core's readers of bytes, built for this machine with address and undefined-behaviour sanitizers:
 * files that libFuzzer makes of real ones are never read beyond their end. `make fuzz` goes on for
 * longer.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fuzzers, runFuzzer, withoutFuzzer } from "../support/fuzzers.js";

describe("libFuzzer finds no fault, with the same 100,000 inputs each time", {
  skip: withoutFuzzer,
}, () => {
  for (const name of fuzzers) {
    test(name, async () => {
      const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
      const said = await runFuzzer(name, folder, ["-runs=100000", "-seed=1"]).catch(({ stderr }) =>
        assert.fail(stderr),
      );
      assert.match(said, /^Done 100000 runs/m);
      rmSync(folder, { recursive: true });
    });
  }
});
