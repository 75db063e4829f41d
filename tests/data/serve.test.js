/** The static server behind `make serve`, asked as a browser asks it. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
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
  mkdirSync(join(root, "dist/docs"));
  writeFileSync(join(root, "dist/docs/index.html"), "<!doctype html>docs");
  writeFileSync(join(root, "dist/assets/page.js"), script);
  writeFileSync(join(root, "dist/assets/engine.wasm"), "\0asm");
  writeFileSync(join(root, "mnist/labels.gz"), packed);
  writeFileSync(join(root, "dist/large.bin"), new Uint8Array(2 ** 22));
  symlinkSync(join(root, "secret.txt"), join(root, "dist/link.txt"));
  symlinkSync(join(root, "secret.txt"), join(root, "mnist/link.gz"));
  symlinkSync(root, join(root, "dist/folder"));
  symlinkSync(join(root, "dist/assets/page.js"), join(root, "dist/inside.js"));
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

test("a folder's address without its last slash leads to it, never to another host", async () => {
  const answer = await ask("/docs?seed=1");
  assert.equal(answer.status, 301);
  assert.equal(answer.headers.location, "./docs/?seed=1");
  assert.equal(String((await ask("/docs/")).body), "<!doctype html>docs");
  for (const path of ["/assets", "/folder", "//docs.example", "/docs/none"]) {
    assert.equal((await ask(path)).status, 404, path);
  }
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
  const ways = [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e/secret.txt",
    "/assets/..\\..\\secret.txt",
    "/..%5csecret.txt",
    "/data/..%2fsecret.txt",
    "/data/%2e%2e/secret.txt",
    "/secret.txt%00.js",
    "//secret.txt",
    "http://elsewhere/../secret.txt",
    "file:///secret.txt",
    `file://${join(root, "secret.txt")}`,
    "/link.txt",
    "/folder/secret.txt",
    "/data/link.gz",
  ];
  for (const path of ways) {
    const { status, body } = await ask(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(String(body), /secret/, path);
  }
});

test("a link within the served folder is followed", async () => {
  assert.equal(String((await ask("/inside.js")).body), script);
});

test("every answer says what the page may do", async () => {
  for (const path of ["/", "/assets/page.js", "/data/labels.gz", "/nothing"]) {
    const { headers } = await ask(path);
    const policy = String(headers["content-security-policy"]);
    assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/, path);
    assert.match(policy, /frame-ancestors/);
    assert.doesNotMatch(policy, /script-src[^;]*'unsafe-(?:inline|eval)'|https?:/);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["referrer-policy"], "no-referrer");
    assert.match(String(headers["permissions-policy"]), /camera=\(\)/);
  }
});

test("what only asks about a file is told, and what would change one is refused", async () => {
  const { status, headers, body } = await ask("/assets/page.js", {}, "HEAD");
  assert.equal(status, 200);
  assert.equal(headers["content-length"], String(script.length));
  assert.equal(body.length, 0);
  for (const method of ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"]) {
    const refused = await ask("/assets/page.js", {}, method);
    assert.equal(refused.status, 405, method);
    assert.equal(refused.headers.allow, "GET, HEAD");
  }
});

test("a range is answered with the whole file, and that none can be had is said", async () => {
  for (const range of ["bytes=0-3", "bytes=-1", "bytes=9-0", "bytes=0-0,2-2", "lines=1"]) {
    const { status, headers, body } = await ask("/data/labels.gz", { Range: range });
    assert.equal(status, 200, range);
    assert.equal(headers["accept-ranges"], "none");
    assert.deepEqual(body, packed);
  }
});

test("what is no request, and a visitor who leaves, do no harm", async () => {
  const broken = [
    "",
    "\r\n\r\n",
    "GET\r\n\r\n",
    "GET / HTTP/9.9\r\n\r\n",
    "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET http:// HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET /%ff%fe HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    `GET / HTTP/1.1\r\nHost: a\r\nCookie: ${"a".repeat(100_000)}\r\n\r\n`,
    `GET /${"a/".repeat(5_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
    "CONNECT elsewhere:443 HTTP/1.1\r\nHost: a\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
    String.fromCharCode(0x16, 3, 1, 0, 0xff),
  ];
  for (const words of broken) await say(words);
  for (let i = 0; i < 20; i++) await say("GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n", 1);
  assert.equal((await ask("/assets/page.js")).status, 200);
});

test("it can be reached from this computer alone, unless it is told otherwise", async () => {
  const program = fileURLToPath(new URL("../../tools/serve.js", import.meta.url));
  const child = spawn(process.execPath, [program, "--port", "0", join(root, "dist")]);
  try {
    const [said] = await once(child.stdout, "data");
    const { hostname, port } = new URL(/http:\S+/.exec(String(said))?.[0] ?? "");
    assert.equal(hostname, "localhost");
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === "IPv4" && !internal);
    assert.equal(await canConnect("localhost", Number(port)), true);
    for (const { address } of others) {
      assert.equal(await canConnect(address, Number(port)), false, address);
    }
  } finally {
    child.kill();
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
 * Sends what may be no request, and waits until the connection has ended.
 * @param {string} words
 * @param {number} [enough]  bytes of an answer after which the visitor leaves
 */
function say(words, enough = Number.POSITIVE_INFINITY) {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(words, "latin1"));
    let came = 0;
    socket.on("data", ({ length }) => {
      came += length;
      if (came >= enough) socket.destroy();
      else socket.end();
    });
    if (words === "" || words.charCodeAt(0) === 0x0d) socket.end();
    socket.on("error", () => {});
    socket.on("close", resolve);
  });
}

/** @param {string} host @param {number} at @returns {Promise<boolean>} */
function canConnect(host, at) {
  return new Promise((resolve) => {
    const socket = connect(at, host, () => resolve(true));
    socket.on("error", () => resolve(false));
    socket.on("close", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}

/**
 * @param {string} path sent as it is, dots and all
 * @param {import("node:http").OutgoingHttpHeaders} [headers]
 * @param {string} [method]
 * @returns {Promise<{ status: number | undefined, body: Buffer,
 *   headers: import("node:http").IncomingHttpHeaders }>}
 */
function ask(path, headers = {}, method = "GET") {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers, method }, async (response) => {
      const body = Buffer.concat(await response.toArray());
      resolve({ status: response.statusCode, headers: response.headers, body });
    })
      .on("error", reject)
      .end();
  });
}
