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

/** All but MNIST and the large network, which come when they are asked for. */
const page = all.filter((path) => !/\/data\/|\/best-/.test(path.slice(dist.length)));

/** Bytes that a host sends. @param {string[]} paths */
const compressed = (paths) =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);

test("all that the page needs without a network, two trained networks among it, is at most 450 kB", () => {
  assert.ok(compressed(page) <= 450_000, `${compressed(page)} bytes`);
});

test("the engine is at most 70 kB and asks its host for one function at most", async () => {
  const engines = all.filter((path) => extname(path) === ".wasm");
  assert.equal(engines.length, 1);
  const bytes = readFileSync(engines[0]);
  assert.ok(bytes.length <= 70_000, `${bytes.length} bytes`);
  const asked = WebAssembly.Module.imports(await WebAssembly.compile(bytes));
  const names = asked.map(({ module, name }) => `${module}.${name}`);
  assert.deepEqual(
    names.filter((name) => name !== "env.emscripten_notify_memory_growth"),
    [],
  );
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
