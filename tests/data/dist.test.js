/** dist/: what a visitor's browser is sent. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const all = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** The documentation, its style sheet and its pictures among it. */
const docs = all.filter((path) => /\/docs[/-]/.test(path.slice(dist.length)));

/** All but MNIST, the large network and an old machine's engine, which come when asked for. */
const page = all.filter(
  (path) => !docs.includes(path) && !/\/data\/|\/best-|\/scalar-/.test(path.slice(dist.length)),
);

/** Bytes that a host sends. @param {string[]} paths */
const compressed = (paths) =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);

test("all that the page needs offline, two trained networks among it, is at most 480 kB", () => {
  assert.ok(compressed(page) <= 480_000, `${compressed(page)} bytes`);
});

test("the documentation is at most 120 kB, and the service worker leaves it alone", () => {
  assert.ok(compressed(docs) <= 120_000, `${compressed(docs)} bytes`);
  assert.ok(docs.length > 20);
  const worker = readFileSync(join(dist, "sw.js"), "utf8");
  assert.doesNotMatch(worker, /docs[/-]|NavigationRoute/);
});

test("the engine is at most 70 kB, 85 for old machines, with one import at most", async () => {
  const engines = all.filter((path) => extname(path) === ".wasm").sort();
  assert.match(engines.join(" "), /^\S+\/engine-\S+ \S+\/scalar-\S+$/);
  for (const [i, most] of [70_000, 85_000].entries()) {
    const bytes = readFileSync(engines[i]);
    assert.ok(bytes.length <= most, `${engines[i]}: ${bytes.length} bytes`);
    const asked = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
    const names = asked.map(({ module, name }) => `${module}.${name}`);
    assert.deepEqual(
      names.filter((name) => name !== "env.emscripten_notify_memory_growth"),
      [],
    );
  }
});

const markup = all.filter((path) => [".html", ".css", ".webmanifest"].includes(extname(path)));

test("the page can be copied to any folder of any host: no address starts at the root", () => {
  for (const path of markup) {
    const text = readFileSync(path, "utf8");
    assert.doesNotMatch(text, /(?:href|src)="\/|url\(["']?\/|"start_url":\s*"\/"/, path);
  }
});

test("markup and styles load nothing from another host", () => {
  const loads = /(?:\bsrc=|url\(|@import\s+|<link[^>]*\bhref=)["']?(?:https?:)?\/\//;
  for (const path of markup) assert.doesNotMatch(readFileSync(path, "utf8"), loads, path);
});
