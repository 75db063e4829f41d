/** MNIST's way onto the machine, against mirrors of our own on this machine. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { prepare } from "../../tools/mnist.js";

/** Two files that gzip cannot shrink, so that half of the .gz is half of the file. */
const contents = new Map(
  ["train-images", "t10k-labels"].map((name, seed) => [name, noise(60_000, seed)]),
);
const wanted = [...contents].map(([name, bytes]) => ({
  name,
  size: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
}));

/** @type {import("node:http").Server[]} */
const servers = [];
const root = mkdtempSync(join(tmpdir(), "downhill-"));
let folder = "";

beforeEach(() => {
  folder = join(mkdtempSync(join(root, "case-")), "data");
});
after(() => {
  for (const server of servers) server.close().closeAllConnections();
  rmSync(root, { recursive: true });
});

test("a mirror's files are verified and kept gzipped", async () => {
  const mirror = await serve();
  assert.equal(await prepareFrom([mirror.url]), true);
  assertComplete();
  assert.equal(mirror.requests.length, 2);
});

test("files that are already there are not asked for again", async () => {
  const mirror = await serve();
  await prepareFrom([mirror.url]);
  assert.equal(await prepareFrom([mirror.url]), true);
  assert.equal(mirror.requests.length, 2);
});

test("a mirror with other bytes is passed over for one with the right ones", async () => {
  const wrong = await serve({ edit: (packed) => gzipSync(gunzipSync(packed).reverse()) });
  const right = await serve();
  assert.equal(await prepareFrom([wrong.url, right.url]), true);
  assertComplete();
});

test("other bytes everywhere leave nothing behind", async () => {
  const wrong = await serve({ edit: (packed) => packed.subarray(0, 100) });
  assert.equal(await prepareFrom([wrong.url]), false);
  assertNothing();
});

test("a connection that breaks is resumed where it broke", async () => {
  const mirror = await serve({ breaks: 1 });
  assert.equal(await prepareFrom([mirror.url]), true);
  assertComplete();
  assert.match(String(mirror.requests[1].range), /^bytes=[1-9]\d*-$/);
});

test("what one mirror began another finishes", async () => {
  const breaking = await serve({ breaks: 1, dies: true });
  const whole = await serve();
  assert.equal(await prepareFrom([breaking.url, whole.url]), true);
  assertComplete();
  assert.match(String(whole.requests[0].range), /^bytes=[1-9]\d*-$/);
});

test("a later run resumes what an earlier one began", async () => {
  const breaking = await serve({ breaks: 1, dies: true });
  assert.equal(await prepareFrom([breaking.url]), false);
  assert.equal(existsSync(folder), false);
  assert.deepEqual(readdirSync(`${folder}.download`), ["train-images.gz.part"]);
  const whole = await serve();
  assert.equal(await prepareFrom([whole.url]), true);
  assertComplete();
  assert.notEqual(whole.requests[0].range, undefined);
});

test("a part that does not fit is thrown away and fetched afresh", async () => {
  const mirror = await serve();
  mkdirSync(`${folder}.download`);
  writeFileSync(join(`${folder}.download`, "train-images.gz.part"), noise(500, 9));
  assert.equal(await prepareFrom([mirror.url]), true);
  assertComplete();
});

test("a mirror that knows no ranges is read from the start", async () => {
  const mirror = await serve({ breaks: 1, ranges: false });
  assert.equal(await prepareFrom([mirror.url, mirror.url]), true);
  assertComplete();
});

test("a mirror without the files is passed over, and what was begun is kept", async () => {
  const breaking = await serve({ breaks: 1, dies: true });
  const empty = await serve({ status: 404 });
  const right = await serve();
  assert.equal(await prepareFrom([breaking.url, empty.url, right.url]), true);
  assertComplete();
  assert.match(String(right.requests[0].range), /^bytes=[1-9]\d*-$/);
});

test("a mirror that cannot be reached is asked once, not once per file", async () => {
  const dead = await serve({ status: 0 });
  const right = await serve();
  assert.equal(await prepareFrom([dead.url, right.url]), true);
  assertComplete();
  assert.equal(dead.requests.length, 1);
});

test("an answer far too long is cut off", async () => {
  const endless = await serve({ edit: () => Buffer.alloc(2 ** 26) });
  assert.equal(await prepareFrom([endless.url]), false);
  assert.equal(existsSync(folder), false);
  assert.deepEqual(endless.finished, []);
});

test("MNIST_DIR with plain files is gzipped, without a network", async () => {
  const source = mkdtempSync(join(root, "source-"));
  for (const [name, bytes] of contents) writeFileSync(join(source, name), bytes);
  assert.equal(await prepare({ source, folder, mirrors: [], wanted, say: () => {} }), true);
  assertComplete();
});

test("MNIST_DIR with gzipped files is copied", async () => {
  const source = mkdtempSync(join(root, "source-"));
  for (const [name, bytes] of contents) writeFileSync(join(source, `${name}.gz`), gzipSync(bytes));
  assert.equal(await prepare({ source, folder, mirrors: [], wanted, say: () => {} }), true);
  assertComplete();
});

test("a MNIST_DIR without MNIST is named, and the mirrors are asked", async () => {
  const mirror = await serve();
  /** @type {string[]} */
  const said = [];
  const say = (/** @type {string} */ sentence) => said.push(sentence);
  await prepare({ source: "/no/such/folder", folder, mirrors: [mirror.url], wanted, say });
  assertComplete();
  assert.match(said[0], /^MNIST_DIR \(\/no\/such\/folder\) does not hold/);
});

test("a damaged folder is replaced", async () => {
  mkdirSync(folder);
  for (const name of contents.keys()) writeFileSync(join(folder, `${name}.gz`), noise(100, 3));
  assert.equal(await prepareFrom([(await serve()).url]), true);
  assertComplete();
});

test("without a network the command says in one sentence what is used, and succeeds", () => {
  const { MNIST_DIR, ...env } = process.env;
  const program = fileURLToPath(new URL("../../tools/data.js", import.meta.url));
  const run = spawnSync(process.execPath, [program, folder], {
    env: { ...env, MNIST_MIRRORS: "http://127.0.0.1:9/ http://127.0.0.1:9/again/" },
    encoding: "utf8",
  });
  assert.equal(run.status, 0);
  assert.match(run.stderr, /^MNIST could not be had: the built-in handwriting is used instead\.$/m);
  assertNothing();
});

/** @param {string[]} mirrors */
function prepareFrom(mirrors) {
  return prepare({ source: "", folder, mirrors, wanted, say: () => {} });
}

function assertComplete() {
  assert.deepEqual(
    readdirSync(folder).sort(),
    [...contents.keys()].map((name) => `${name}.gz`).sort(),
  );
  for (const [name, bytes] of contents) {
    assert.deepEqual(gunzipSync(readFileSync(join(folder, `${name}.gz`))), bytes);
  }
  assert.equal(existsSync(`${folder}.download`), false);
}

function assertNothing() {
  assert.deepEqual(readdirSync(join(folder, "..")), []);
}

/**
 * A mirror with faults.
 *
 * @param {object} [faults]
 * @param {(packed: Buffer) => Uint8Array} [faults.edit] what is sent in place of the file
 * @param {number} [faults.breaks] how many answers end half-way
 * @param {boolean} [faults.dies] whether it answers nothing more after that
 * @param {boolean} [faults.ranges] whether it can start in the middle
 * @param {number} [faults.status] an answer without a file; 0: the connection is closed
 */
async function serve({ edit = (packed) => packed, breaks = 0, dies, ranges = true, status } = {}) {
  /** @type {import("node:http").IncomingHttpHeaders[]} */
  const requests = [];
  /** @type {unknown[]} addresses whose answers were sent to the end */
  const finished = [];
  const server = createServer((request, response) => {
    requests.push(request.headers);
    response.on("finish", () => finished.push(request.url));
    const hasDied = dies && requests.length > breaks;
    if (status === 0 || hasDied) return request.socket.destroy();
    if (status) return response.writeHead(status).end();
    const bytes = contents.get(String(request.url).slice(1, -".gz".length));
    const whole = edit(gzipSync(/** @type {Buffer} */ (bytes)));
    const start = ranges
      ? Number(/^bytes=(\d+)-$/.exec(String(request.headers.range))?.[1] ?? 0)
      : 0;
    const body = whole.subarray(start);
    response.writeHead(start > 0 ? 206 : 200, { "Content-Length": body.length });
    if (requests.length > breaks) return response.end(body);
    const half = body.subarray(0, body.length / 2);
    response.write(half);
    whenSaved(half.length, () => response.destroy());
  });
  servers.push(server);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}`, requests, finished };
}

/**
 * Calls back when the first file's part has that many bytes.
 * @param {number} size
 * @param {() => void} done
 */
function whenSaved(size, done) {
  const saved = statSync(join(`${folder}.download`, "train-images.gz.part"), {
    throwIfNoEntry: false,
  });
  if (saved?.size === size) done();
  else setTimeout(() => whenSaved(size, done), 2);
}

/** Bytes that look random: a chain of hashes. @param {number} count @param {number} seed */
function noise(count, seed) {
  const blocks = [createHash("sha256").update(`${seed}`).digest()];
  while (blocks.length * 32 < count) {
    blocks.push(
      createHash("sha256")
        .update(blocks[blocks.length - 1])
        .digest(),
    );
  }
  return Buffer.concat(blocks).subarray(0, count);
}
