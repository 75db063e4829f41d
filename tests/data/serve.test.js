/** The static server behind `make serve`, asked as a browser asks it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { createStaticServer } from "../../tools/serve.js";

const root = mkdtempSync(join(tmpdir(), "downhill-"));
const script = "export const answer = 42;\n".repeat(100);
const packed = gzipSync("digits");
/** @type {import("node:http").Server} */
let server;
let port = 0;

before(async () => {
  mkdirSync(join(root, "dist/assets"), { recursive: true });
  mkdirSync(join(root, "mnist"));
  writeFileSync(join(root, "secret.txt"), "secret");
  writeFileSync(join(root, "dist/index.html"), "<!doctype html>");
  writeFileSync(join(root, "dist/assets/page.js"), script);
  writeFileSync(join(root, "dist/assets/engine.wasm"), "\0asm");
  writeFileSync(join(root, "mnist/labels.gz"), packed);
  server = createStaticServer(join(root, "dist"), {
    "/data/": join(root, "mnist"),
    "/none/": null,
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  ({ port } = /** @type {import("node:net").AddressInfo} */ (server.address()));
});
after(() => {
  server.close().closeAllConnections();
  rmSync(root, { recursive: true });
});

test("a folder's address is its index.html", async () => {
  const answer = await ask("/?seed=1");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers["content-type"], "text/html; charset=utf-8");
  assert.equal(String(answer.body), "<!doctype html>");
});

test("the engine comes as application/wasm, so that it compiles while it arrives", async () => {
  const answer = await ask("/assets/engine.wasm");
  assert.equal(answer.headers["content-type"], "application/wasm");
});

test("scripts are compressed for those who can read it, and only for them", async () => {
  const plain = await ask("/assets/page.js");
  assert.equal(String(plain.body), script);
  assert.equal(plain.headers["content-encoding"], undefined);
  const short = await ask("/assets/page.js", { "Accept-Encoding": "gzip, br" });
  assert.equal(short.headers["content-encoding"], "gzip");
  assert.ok(short.body.length < script.length / 10);
});

test("a .gz file arrives as it is: unpacking it is the page's business", async () => {
  const answer = await ask("/data/labels.gz", { "Accept-Encoding": "gzip" });
  assert.equal(answer.headers["content-encoding"], undefined);
  assert.deepEqual(answer.body, packed);
});

test("an unchanged file is not sent twice", async () => {
  const { headers } = await ask("/assets/page.js");
  const again = await ask("/assets/page.js", { "If-None-Match": String(headers.etag) });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test("what is not there is a 404", async () => {
  for (const path of ["/nothing", "/assets", "/assets/", "/none/labels.gz", "/%", "/%00"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test("nothing outside the served folder can be had", async () => {
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/data/..%2fsecret.txt"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
});

test("a port that is taken is named in one sentence", () => {
  const program = fileURLToPath(new URL("../../tools/serve.js", import.meta.url));
  const args = [program, "--port", String(port), "--host", "127.0.0.1", root];
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  assert.equal(run.status, 1);
  assert.match(run.stderr, new RegExp(`^Port ${port} is taken: please choose another`));
});

/**
 * @param {string} path sent as it is, dots and all
 * @param {import("node:http").OutgoingHttpHeaders} [headers]
 * @returns {Promise<{ status: number | undefined, headers: import("node:http").IncomingHttpHeaders, body: Buffer }>}
 */
function ask(path, headers = {}) {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode, headers: response.headers, body });
    })
      .on("error", reject)
      .end();
  });
}
