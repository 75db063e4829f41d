/** The package `downhill`, packed and installed in a fresh folder, used from Node. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadEngine, recipes, trainerOptions } from "../../wasm/engine.js";

/** @type {ReturnType<typeof import("./packed.js").installed>} */
let app;

before(async () => {
  app = (await import("./packed.js")).installed();
});
after(() => app?.remove());

/** A module of the folder's, run. @param {string} code @returns {string} what it prints */
function printedBy(code) {
  const args = ["--input-type=module", "--eval", code];
  return execFileSync(process.execPath, args, { cwd: app.folder, encoding: "utf8" }).trim();
}

test("it is one package of at most 250 kB, with nothing that only the project needs", () => {
  assert.ok(app.packed.size <= 250_000, `${app.packed.size} bytes`);
  const folders = new Set(app.packed.files.map(({ path }) => path.split("/")[0]));
  const expected = ["CHANGELOG.md", "LICENSE", "README.md", "build", "examples", "lib"];
  assert.deepEqual([...folders].sort(), [...expected, "package.json"]);
  const lock = JSON.parse(readFileSync(join(app.folder, "package-lock.json"), "utf8"));
  assert.deepEqual(Object.keys(lock.packages), ["", "node_modules/downhill"]);
});

test("the example for Node trains to the bits of this engine", async () => {
  const lines = execFileSync(process.execPath, ["train.js"], { cwd: app.folder, encoding: "utf8" });
  const engine = await loadEngine();
  const data = engine.handwriting({ count: 10000, seed: 1 });
  const net = engine.network({ ...recipes.video.network, seed: 1 });
  net.trainer(data, trainerOptions(recipes.video, data.count)).trainEpochs(10);
  assert.equal(lines.trim().split("\n").at(-1), net.fingerprint);
  const saved = engine.load(readFileSync(join(app.folder, "digits.safetensors")));
  assert.equal(saved.fingerprint, net.fingerprint);
});

test("its command line trains to the bits of this engine; its libraries bring licences", () => {
  const command = join(app.folder, "node_modules/.bin/downhill");
  const run = (/** @type {string[]} */ ...args) =>
    execFileSync(command, args, { cwd: app.folder, encoding: "utf8" });
  assert.equal(run("--version").trim(), "0.1.0");
  const args = ["--data", "handwriting", "--epochs", "1", "-o", "one.safetensors"];
  const done = JSON.parse(
    run("train", "--json", ...args)
      .trim()
      .split("\n")
      .at(-1) ?? "",
  );
  assert.equal(run("fingerprint", "one.safetensors").slice(0, 16), done.fingerprint);
  assert.match(run("predict", "--path", "M 9 4 V 24"), /^drawing: 1 /);
  const licences = readFileSync(join(app.folder, "node_modules/downhill/lib/LICENSES.md"), "utf8");
  for (const library of ["jpeg-js", "pbf", "pngjs", "svgpath"]) {
    assert.match(licences, new RegExp(`## ${library}\n\n[^#]*(MIT|Copyright)`));
  }
});

test("its two trained networks are the page's", async () => {
  const engine = await loadEngine();
  const prints = ["lesson", "pretrained"].map((name) => {
    const file = new URL(`../../web/models/${name}.safetensors`, import.meta.url);
    return engine.load(readFileSync(file)).fingerprint;
  });
  const printed = printedBy(`
    import { loadEngine } from "downhill";
    import { lesson, modern } from "downhill/models";
    const engine = await loadEngine();
    for (const file of [lesson, modern]) console.log(engine.load(await file()).fingerprint);`);
  assert.deepEqual(printed.split("\n"), prints);
});

test("all that its package.json offers is there, and nothing else can be imported", () => {
  const { exports } = JSON.parse(
    readFileSync(join(app.folder, "node_modules/downhill/package.json"), "utf8"),
  );
  for (const target of Object.values(exports).flatMap((one) => Object.values(Object(one)))) {
    if (!String(target).startsWith("./")) continue;
    assert.ok(
      existsSync(join(app.folder, "node_modules/downhill", String(target))),
      String(target),
    );
  }
  for (const name of Object.keys(exports)) {
    const path = printedBy(
      `console.log(import.meta.resolve(${JSON.stringify(name.replace(".", "downhill"))}))`,
    );
    assert.ok(existsSync(fileURLToPath(path)), path);
  }
  assert.throws(
    () => printedBy('await import("downhill/wasm/heap.js")'),
    /not defined by "exports"/,
  );
});

test("its types are whole: a program that uses them is checked, and a wrong one refused", () => {
  writeFileSync(
    join(app.folder, "uses.ts"),
    `import { type lists, loadEngine, recipes, trainerOptions } from "downhill";
     import { lesson } from "downhill/models";
     import { onnxOf, openOnnx } from "downhill/onnx";
     const engine = await loadEngine();
     const net = engine.load(await lesson());
     const outputs: Float32Array = net.predict(engine.ink([[[10, 5], [12, 60]]]));
     const data = engine.handwriting({ count: 100 });
     const trainer = net.trainer(data, trainerOptions(recipes.modern, data.count));
     const { steps, cost }: { steps: number; cost: number } = trainer.train(10);
     // @ts-expect-error there is no such optimizer
     net.trainer(data, { optimizer: "none" });
     const same: string = openOnnx(engine, onnxOf(net)).net.fingerprint;
     export { same, outputs, steps, cost, type lists };`,
  );
  const tsc = fileURLToPath(new URL("../../node_modules/.bin/tsc", import.meta.url));
  for (const kind of [
    ["nodenext", "nodenext"],
    ["esnext", "bundler"],
  ]) {
    const [module, resolution] = kind;
    const options = ["--noEmit", "--strict", "--target", "es2022", "--module", module];
    const lib = ["--moduleResolution", resolution, "--lib", "es2022,dom,esnext.disposable"];
    const { stdout } = spawnSync(tsc, [...options, ...lib, "uses.ts"], {
      cwd: app.folder,
      encoding: "utf8",
    });
    assert.equal(stdout, "");
  }
});
