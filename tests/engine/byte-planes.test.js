/** Model files byte by byte: smaller over the wire, and the same files afterwards. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { fromPlanes, toPlanes } from "../../wasm/byte-planes.js";

const models = new URL("../../web/models/", import.meta.url);
const assets = new URL("../../dist/assets/", import.meta.url);
const names = ["lesson", "pretrained", "best"];
const read = (/** @type {string} */ name) => readFileSync(new URL(`${name}.safetensors`, models));

for (const name of names) {
  test(`${name} comes back to the byte, and gzip makes less of it`, () => {
    const file = read(name);
    const planes = toPlanes(file);
    assert.deepEqual(Buffer.from(fromPlanes(planes)), file);
    assert.ok(gzipSync(planes).length < 0.94 * gzipSync(file).length);
  });

  test(`the built page's ${name} is the committed one`, () => {
    const built = readdirSync(assets).filter((path) => path.startsWith(`${name}-`));
    assert.equal(built.length, 1);
    const bytes = readFileSync(new URL(built[0], assets));
    assert.notDeepEqual(bytes, read(name));
    assert.deepEqual(Buffer.from(fromPlanes(bytes)), read(name));
  });
}

test("a file that is not in planes is taken as it is, and a damaged one is no crash", () => {
  const file = read("lesson");
  assert.equal(fromPlanes(file), file);
  const planes = toPlanes(file);
  for (let length = 0; length < 300; length++) fromPlanes(planes.slice(0, length));
  const wrong = planes.slice();
  wrong.fill(255, 8, 16);
  assert.equal(fromPlanes(wrong).length, file.length);
});
