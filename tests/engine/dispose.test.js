/** `using`, which calls [Symbol.dispose] at the end of a block, with and without that symbol. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";

test("data sets, networks and trainers are freed by [Symbol.dispose], once or twice", async () => {
  const engine = await loadEngine();
  const data = engine.handwriting({ count: 8, seed: 1 });
  const net = engine.network({ seed: 1 });
  const trainer = net.trainer(data);
  for (const each of [trainer, net, data, data]) each[Symbol.dispose]();
  assert.throws(() => trainer.step(), /this trainer has been freed/);
  assert.throws(() => net.parameters, /this network has been freed/);
  assert.throws(() => data.count, /this data set has been freed/);
});

test("where there is no Symbol.dispose, the engine works and has no method named undefined", () => {
  const program = `
    const known = Symbol;
    globalThis.Symbol = Object.assign((about) => known(about), { iterator: known.iterator });
    Symbol.for = known.for;
    const { loadEngine } = await import("./wasm/engine.js");
    const engine = await loadEngine();
    const net = engine.network({ seed: 1 });
    const own = [net, engine.handwriting({ count: 1 })].map((each) => "undefined" in each);
    console.log(Symbol.dispose, own, net.fingerprint);
    net[known.for("Symbol.dispose")](); // What compilers of "using" fall back on.
    try { net.parameters } catch (error) { console.log(error.message) }`;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: new URL("../..", import.meta.url),
    encoding: "utf8",
  });
  assert.match(
    run.stdout,
    /^undefined \[ false, false \] [0-9a-f]{16}\nthis network has been freed\n$/,
    run.stderr,
  );
});
