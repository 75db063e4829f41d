/** Where loadEngine takes its WebAssembly from, and against what it resolves a path. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadEngine } from "../../wasm/engine.js";

const file = new URL("../../build/engine.wasm", import.meta.url);
const wasm = new Uint8Array(readFileSync(file));
const { fingerprint } = (await loadEngine()).network();

/** @param {any} source */
async function worksFrom(source) {
  assert.equal((await loadEngine(source)).network().fingerprint, fingerprint);
}

/** Whatever the types say. @param {unknown} source @returns {any} */
const wrong = (source) => source;

describe("loadEngine takes", () => {
  /** @type {Record<string, unknown>} */
  const sources = {
    "a Uint8Array": wasm,
    "an ArrayBuffer": wasm.buffer,
    "a view of another kind": new DataView(wasm.buffer),
    "a Response": new Response(wasm, { headers: { "content-type": "application/wasm" } }),
    "a compiled module": new WebAssembly.Module(wasm),
    "a URL": file,
    "a URL in text": file.href,
    "a data: address": `data:application/wasm;base64,${Buffer.from(wasm).toString("base64")}`,
    "an absolute path": fileURLToPath(file),
  };
  for (const [what, source] of Object.entries(sources)) test(what, () => worksFrom(source));
});

test("loadEngine refuses an engine with other lists than the JavaScript beside it", async () => {
  const other = Buffer.from(wasm);
  const at = other.indexOf("\x06tables");
  assert.equal(at + 7 + 16, other.length, "the mark is at the end");
  other.write("0123456789abcdef", at + 7);
  await assert.rejects(loadEngine(other), { name: "Error", message: /of another build/ });
  const older = new WebAssembly.Module(
    Uint8Array.of(
      0,
      97,
      115,
      109,
      1,
      0,
      0,
      0,
      5,
      3,
      1,
      0,
      1,
      7,
      10,
      1,
      6,
      109,
      101,
      109,
      111,
      114,
      121,
      2,
      0,
    ),
  );
  await assert.rejects(loadEngine(older), { name: "Error", message: /of another build/ });
});

describe("loadEngine names what it expects", () => {
  const expected =
    /^engine: expected a path, a URL, a Response, a WebAssembly\.Module, or its bytes/;
  for (const [source, got] of /** @type {[unknown, string][]} */ ([
    [null, "null"],
    [5, "5"],
    [{}, "Object"],
    [[1], "Array"],
    [Promise.resolve(wasm), "Promise"],
  ])) {
    test(`when it gets ${got}`, async () => {
      await assert.rejects(loadEngine(wrong(source)), (/** @type {Error} */ error) => {
        assert.equal(error.name, "TypeError");
        assert.match(error.message, expected);
        assert.ok(error.message.endsWith(`, got ${got}`), error.message);
        return true;
      });
    });
  }

  test("and what is wrong with what it finds", async () => {
    await assert.rejects(loadEngine(new Uint8Array(8)), WebAssembly.CompileError);
    await assert.rejects(loadEngine(new URL("none.wasm", file)), /ENOENT.*none\.wasm/);
    await assert.rejects(loadEngine("none.wasm"), /ENOENT.*none\.wasm/);
    const missing = new Response("none", { status: 404 });
    await assert.rejects(loadEngine(missing), /the engine could not be fetched: .* says 404/);
  });
});

test("in Node a path is one of the working directory, whatever is in its name", () => {
  const folder = mkdtempSync(join(tmpdir(), "engine-"));
  const odd = "a #1 100%20 folder?";
  try {
    mkdirSync(join(folder, odd));
    copyFileSync(file, join(folder, odd, "own.wasm"));
    const address = new URL("../../wasm/engine.js", import.meta.url).href;
    const program = `
      const { loadEngine } = await import(${JSON.stringify(address)});
      for (const path of ["own.wasm", "./own.wasm", "../${odd}/own.wasm", undefined]) {
        console.log((await loadEngine(path)).network().fingerprint);
      }`;
    const args = ["--input-type=module", "--eval", program];
    const cwd = join(folder, odd);
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
    assert.equal(stdout, `${fingerprint}\n`.repeat(4), stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe("where there is a page", async () => {
  const asked = /** @type {string[]} */ ([]);
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    const isThere = url.endsWith("/engine.wasm");
    response.writeHead(isThere ? 200 : 404).end(isThere ? wasm : "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  after(() => server.close());
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  const page = `http://127.0.0.1:${port}/lesson/page.html?a#b`;
  const own = /** @type {Record<string, unknown>} */ (globalThis);

  for (const [what, name, value] of /** @type {const} */ ([
    ["page's base URL", "document", { baseURI: page }],
    ["worker's own address", "location", { href: page }],
  ])) {
    test(`a path is resolved against the ${what}`, async () => {
      own[name] = value;
      try {
        asked.length = 0;
        await worksFrom("engine.wasm");
        await worksFrom("../engine.wasm");
        await worksFrom("/deep/engine.wasm");
        const other = `http://127.0.0.1:${port}/lesson/other.wasm`;
        await assert.rejects(loadEngine("other.wasm"), {
          message: `the engine could not be fetched: ${other} says 404`,
        });
        await worksFrom(undefined);
        const paths = ["lesson/engine", "engine", "deep/engine", "lesson/other"];
        assert.deepEqual(
          asked,
          paths.map((path) => `/${path}.wasm`),
        );
      } finally {
        delete own[name];
      }
    });
  }
});
