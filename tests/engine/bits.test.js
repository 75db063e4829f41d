/**
 * The same bits from every build of the engine: with the slower ones fewer runs, `make bits` has
 * all of them, and a processor of another kind.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { builds, closeBrowsers } from "../support/bits.js";
import { recipeRuns, runs } from "./golden.js";

after(closeBrowsers);

const narrow = recipeRuns.filter(({ name }) => /^(video|modern|sprint)$/.test(name));

/** The first that a build's name fits. @type {[RegExp, typeof runs][]} */
const chosen = [
  [/^Node, WebAssembly/, [...recipeRuns, ...runs]],
  [/^Node, scalar/, [...narrow, ...runs]],
  [/ -O3$/, runs],
  [/-O0|-O2|scalar|native/, narrow],
  [/./, recipeRuns],
];

for (const { name, skip, start } of builds) {
  test(`${name} trains to the promised fingerprints`, { skip }, async () => {
    const [, some] = chosen.find(([pattern]) => pattern.test(name)) ?? [];
    const train = await start();
    for (const run of some ?? []) assert.equal(await train(run), run.fingerprint, run.name);
  });
}
