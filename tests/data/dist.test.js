/** dist/: what a visitor's browser is sent. */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { keptIn } from "../../tools/page/kept.js";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const all = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** The documentation, its style sheet and its pictures among it. */
const docs = all.filter((path) => /\/docs[/-]/.test(path.slice(dist.length)));

/** Folders of the page in its languages. */
const languages = readdirSync(dist).filter((name) => existsSync(join(dist, name, "sw.js")));

/** Bytes that a host sends. @param {string[]} paths */
const compressed = (paths) =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(path)).length, 0);

// A class without a network has lesson plans, further reading, handouts with QR codes and
// presentation mode, too: about 35 kB.
test("all that the page needs offline, two trained networks among it, is at most 520 kB", () => {
  assert.ok(compressed(keptIn(dist)) <= 520_000, `${compressed(keptIn(dist))} bytes`);
});

test("in other languages, whose words are longer or take more bytes, at most 540 kB", () => {
  assert.ok(languages.length >= 3);
  for (const language of languages) {
    const size = compressed(keptIn(dist, language));
    assert.ok(size <= 540_000, `${language}: ${size} bytes`);
    // What is the same in both is one file.
    const shared = keptIn(dist, language).filter((path) => keptIn(dist).includes(path));
    assert.ok(compressed(shared) > 150_000, `${language} shares ${compressed(shared)} bytes`);
  }
});

test("what reads and writes ONNX is a file of at most 10 kB in each language", () => {
  const onnx = all.filter((path) => /\/onnx-/.test(path));
  assert.ok(onnx.length > 0);
  for (const path of onnx) assert.ok(compressed([path]) <= 10_000, path);
});

test("the documentation is at most 130 kB, and the service worker leaves it alone", () => {
  assert.ok(compressed(docs) <= 130_000, `${compressed(docs)} bytes`);
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

/** Of a PNG or an extended WebP, as the manifest says them: "512x512". @param {Buffer} bytes */
function sizesOf(bytes) {
  if (bytes[0] === 0x89) return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
  assert.equal(bytes.toString("latin1", 12, 16), "VP8X");
  return `${bytes.readUIntLE(24, 3) + 1}x${bytes.readUIntLE(27, 3) + 1}`;
}

test("it can be installed: a manifest whose pictures are there and as large as it says", () => {
  const manifest = JSON.parse(readFileSync(join(dist, "manifest.webmanifest"), "utf8"));
  const pictures = [...manifest.icons, ...manifest.screenshots].filter(
    ({ type }) => type !== "image/svg+xml",
  );
  assert.deepEqual(
    pictures.map(({ src }) => sizesOf(readFileSync(join(dist, src)))),
    pictures.map(({ sizes }) => sizes),
  );
  assert.ok(pictures.some(({ purpose }) => purpose === "maskable"));
  assert.deepEqual(
    manifest.file_handlers.map((/** @type {{ accept: object }} */ { accept }) => accept),
    [{ "application/octet-stream": [".safetensors", ".onnx"] }],
  );
  const size = pictures.reduce((sum, { src }) => sum + readFileSync(join(dist, src)).length, 0);
  assert.ok(size <= 200_000, `${size} bytes`);
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
