/** What becomes of the digits when the host or the connection fails. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { afterEach, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { forgetCopies } from "../../web/worker/mnist.js";
import {
  BASE,
  Bench,
  digits,
  HANDWRITING,
  MNIST,
  ownDigits,
  TEST,
  TRAIN,
} from "../support/datasets-bench.js";
import { begun, cut, idxOf, NAMES, never, packed, plain } from "../support/mnist-host.js";

/** @typedef {import("../support/mnist-host.js").Fault} Fault */

const INSTEAD = "Built-in handwriting is used instead.";
const DAMAGED = "MNIST on this host is damaged:";
/** Bytes of 1,500 training images: one piece of a thousand is taken from them. */
const SOME = 16 + 1500 * 784;

/** @type {import("node:http").Server[]} */
const servers = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** The same bytes but for one bit. @param {Uint8Array} bytes @param {number} at */
function altered(bytes, at) {
  const copy = bytes.slice();
  copy[at] ^= 1;
  return copy;
}

/** @param {number} status */
const status = (status) => () => new Response("no", { status });

describe("damaged files", () => {
  const { trainImages, trainLabels, testImages, testLabels } = NAMES;
  const page = () => new Response("<!doctype html><title>Not found</title>");
  const half = (/** @type {Uint8Array} */ bytes) => plain(gzipSync(bytes).subarray(0, 5000));
  /** @type {[string, string, Fault, string][]} */
  const cases = [
    ["a changed pixel", trainImages, (b) => packed(altered(b, 90_000)), "has another checksum"],
    [
      "a changed last pixel",
      trainImages,
      (b) => packed(altered(b, b.length - 1)),
      "has another checksum",
    ],
    ["a changed test pixel", testImages, (b) => packed(altered(b, 5000)), "has another checksum"],
    ["a changed label", trainLabels, (b) => plain(altered(b, 50)), "has another checksum"],
    [
      "another number of images",
      trainImages,
      (b) => packed(altered(b, 7)),
      "has 2501 images, but there are 2500 labels",
    ],
    [
      "images that are missing",
      testImages,
      (b) => packed(b.subarray(0, -784)),
      `has ${16 + 1199 * 784} bytes instead of ${16 + 1200 * 784}`,
    ],
    [
      "bytes too many",
      testLabels,
      (b) => packed(Buffer.concat([b, b])),
      "is longer than 1208 bytes",
    ],
    [
      "half a .gz",
      trainImages,
      half,
      "cannot be unpacked: its gzip data are damaged or incomplete",
    ],
    ["a web page with status 200", trainLabels, page, "is a web page, not an IDX file"],
    ["something else", testLabels, () => new Response("hello"), "is not an IDX file"],
    ["nothing", testImages, () => new Response(""), "is not an IDX file"],
    ["one byte", testImages, () => plain(new Uint8Array(1)), "is not an IDX file"],
  ];
  for (const [what, name, fault, reason] of cases) {
    test(`are found out, and handwriting takes over: ${what} in ${name}`, async () => {
      const bench = new Bench();
      const trouble = `${DAMAGED} ${name} ${reason}. ${INSTEAD}`;
      assert.deepEqual(await bench.loadInVain({ [name]: fault }), { trouble, remedy: "retry" });
      assert.ok(bench.reports.every(({ kind, complete }) => kind !== "mnist" || !complete));
      assert.equal(bench.clock.running, 0);
    });
  }

  test("are dropped after those who trained on them let go", async () => {
    const bench = new Bench();
    const loading = bench.load({ [trainImages]: (b) => packed(altered(b, 90_000)) });
    await bench.until(({ train }) => train > 0);
    const data = bench.datasets.of("train");
    await loading;
    assert.deepEqual(bench.replaced, [TRAIN]);
    assert.throws(() => data.count, /freed/);
    assert.equal(bench.report.generation, 2);
  });

  test("are asked for past all caches the next time", async () => {
    const bench = new Bench();
    await bench.loadInVain({ [testLabels]: page });
    await bench.load();
    assert.deepEqual(bench.summary, MNIST);
    assert.deepEqual(bench.host.caches, [...Array(2).fill("default"), ...Array(4).fill("reload")]);
  });

  test("are forgotten by the caches of the service worker", async () => {
    const urls = [`${BASE}${trainImages}.gz`, `${BASE}${testLabels}.gz`, "http://host/index.html"];
    const stored = new Map([["data", new Set(urls)]]);
    const caches = {
      keys: async () => [...stored.keys()],
      open: async (/** @type {string} */ name) => stored.get(name),
    };
    await forgetCopies(new Bench().host.files, BASE, /** @type {any} */ (caches));
    assert.deepEqual([...(stored.get("data") ?? [])], ["http://host/index.html"]);
  });
});

describe("a missing file", () => {
  test("is named when the others are there", async () => {
    const bench = new Bench();
    await bench.load({ [NAMES.testImages]: status(404) });
    const reason = "t10k-images-idx3-ubyte.gz was not found";
    const trouble = `MNIST could not be loaded: ${reason}. ${INSTEAD}`;
    assert.deepEqual(bench.summary, { ...HANDWRITING, trouble, remedy: "" });
  });

  // Handwriting once replaced the training digits under a running trainer here.
  test("that shows after training began makes its user let go first", async () => {
    const bench = new Bench();
    /** @type {() => void} */
    let fail = () => {};
    const failed = new Promise((resolve) => {
      fail = () => resolve(undefined);
    });
    const loading = bench.load({ [NAMES.testImages]: () => failed.then(status(404)) });
    await bench.until(({ train }) => train === TRAIN);
    const data = bench.datasets.of("train");
    fail();
    await loading;
    assert.deepEqual(bench.replaced, [TRAIN]);
    assert.throws(() => data.count, /freed/);
    assert.equal(bench.report.kind, "handwriting");
  });
});

describe("a slow host", () => {
  const SLOWLY = "are loading slowly: 0 of";
  for (const [name, trouble] of [
    [NAMES.trainLabels, `The digits ${SLOWLY} 2,500 so far.`],
    [NAMES.trainImages, `The digits ${SLOWLY} 2,500 so far.`],
    [NAMES.testImages, `The test digits ${SLOWLY} 1,200 so far.`],
  ]) {
    test(`is reported after ten seconds without ${name}, and waited for`, async () => {
      const bench = new Bench();
      /** @type {() => void} */
      let answer = () => {};
      const gate = new Promise((resolve) => {
        answer = () => resolve(undefined);
      });
      const loading = bench.load({ [name]: (bytes) => gate.then(() => packed(bytes)) });
      const others = (/** @type {string} */ set) => (name.startsWith(set) ? 0 : 1);
      if (name !== NAMES.trainLabels) {
        await bench.until(
          ({ train, test }) => train >= TRAIN * others("train") && test >= TEST * others("t10k"),
        );
      }
      bench.clock.pass(9_999);
      assert.equal(bench.report.trouble, "");
      bench.clock.pass(1);
      assert.deepEqual([bench.report.trouble, bench.report.remedy], [trouble, "offer-handwriting"]);
      answer();
      await loading;
      assert.deepEqual(bench.summary, MNIST);
    });
  }

  test("is left alone when both sets can be used already", async () => {
    const bench = new Bench();
    const loading = bench.load({ [NAMES.trainImages]: (b) => begun(b, SOME, never) });
    await bench.until(({ train, testComplete }) => train === 1000 && testComplete);
    bench.clock.pass(10_000);
    assert.equal(bench.report.trouble, "");
    await bench.datasets.useHandwriting();
    await loading;
  });

  test("is given up for handwriting when the visitor says so", async () => {
    const bench = new Bench();
    const loading = bench.load({ [NAMES.trainLabels]: never, [NAMES.testLabels]: never });
    bench.clock.pass(10_000);
    assert.equal(bench.report.remedy, "offer-handwriting");
    await bench.datasets.useHandwriting();
    await loading;
    assert.deepEqual(bench.summary, HANDWRITING);
    assert.equal(bench.host.ended, 2);
    assert.equal(bench.clock.running, 0);
  });
});

describe("a connection that breaks off", () => {
  /** @param {number} attempts  that break off @returns {Fault} */
  const breaks = (attempts) => (bytes, attempt) =>
    attempt < attempts ? cut(bytes, SOME) : plain(bytes);

  test("is taken up again after a second, and no digit comes twice", async () => {
    const bench = new Bench();
    const loading = bench.load({ [NAMES.trainImages]: breaks(1), [NAMES.testLabels]: breaks(0) });
    await bench.clock.passEach(1000);
    await loading;
    assert.deepEqual(bench.summary, MNIST);
    assert.deepEqual(idxOf(bench.datasets.of("train")), digits.train);
    assert.equal(bench.report.checksum, bench.checksum);
  });

  test("is taken up again by a real server", async () => {
    const bench = new Bench({ fetch });
    let requests = 0;
    /** @type {import("node:http").ServerResponse | undefined} */
    let broken;
    const server = createServer((request, response) => {
      const name = String(request.url).slice(1, -".gz".length);
      const bytes = /** @type {Uint8Array} */ (bench.host.contents.get(name));
      if (name !== NAMES.trainImages || requests++) return response.end(gzipSync(bytes));
      broken = response.writeHead(200, { "Content-Length": 1e6 });
      return response.write(gzipSync(bytes).subarray(0, 250_000));
    });
    servers.push(server);
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const loading = bench.datasets.load(`http://127.0.0.1:${port}/`);
    await bench.until(({ train }) => train === 1000);
    broken?.destroy();
    await bench.clock.passEach(1000);
    await loading;
    assert.deepEqual(bench.summary, MNIST);
    assert.deepEqual(idxOf(bench.datasets.of("train")), digits.train);
  });

  test("for ever leaves the part that came, when all test digits are in", async () => {
    const bench = new Bench();
    const loading = bench.load({ [NAMES.trainImages]: breaks(9) });
    await bench.clock.passEach(1000, 2000, 4000);
    await loading;
    assert.deepEqual(bench.summary, {
      ...MNIST,
      train: 1000,
      trainTotal: 1000,
      trouble: "The connection broke off: 1,000 of 2,500 training digits are in.",
      remedy: "retry",
    });
    const name = "MNIST (1,000 of 2,500 digits)";
    assert.deepEqual(bench.datasets.nameOf(), {
      kind: "mnist",
      name,
      checksum: "",
      count: 1000,
      drawings: 0,
    });
    assert.deepEqual(bench.replaced, []);
    await bench.load();
    assert.deepEqual(bench.summary, MNIST);
    assert.equal(bench.report.name, "MNIST");
    assert.deepEqual(bench.replaced, [1000]);
  });

  test("leaves a part only once the test digits are in", async () => {
    const bench = new Bench();
    const loading = bench.load({
      [NAMES.trainImages]: breaks(9),
      [NAMES.testImages]: (bytes, attempt) => (attempt ? plain(bytes) : begun(bytes, 100, never)),
    });
    await bench.clock.passEach(1000, 2000, 4000);
    assert.equal(bench.report.complete, false);
    bench.clock.pass(30_000);
    await bench.clock.passEach(1000);
    await loading;
    assert.deepEqual(
      [bench.report.train, bench.report.test, bench.report.complete],
      [1000, TEST, true],
    );
  });

  for (const [what, fault, reason, pauses] of /** @type {[string, Fault, string, number[]][]} */ ([
    ["breaks off", (b) => cut(b, 16 + 1100 * 784), "the connection broke off", [1000, 2000, 4000]],
    [
      "cannot be made",
      () => Promise.reject(new TypeError("fetch failed")),
      "the host could not be reached",
      [1000],
    ],
    ["brings status 503", status(503), "the host answered with status 503", [1000, 2000, 4000]],
  ])) {
    test(`and ${what} for ever ends in handwriting, when test digits are missing`, async () => {
      const bench = new Bench();
      const said = await bench.loadInVain({ [NAMES.testImages]: fault }, () =>
        bench.clock.passEach(...pauses),
      );
      const trouble = `MNIST could not be loaded: ${reason}. ${INSTEAD}`;
      assert.deepEqual(said, { trouble, remedy: "retry" });
    });
  }

  test("counts as broken off when it is silent for half a minute", async () => {
    const bench = new Bench();
    const loading = bench.load({
      [NAMES.trainImages]: (bytes, attempt) => (attempt ? plain(bytes) : begun(bytes, SOME, never)),
    });
    await bench.until(({ train, testComplete }) => train === 1000 && testComplete);
    bench.clock.pass(30_000);
    await bench.clock.passEach(1000);
    await loading;
    assert.deepEqual(bench.summary, MNIST);
  });

  test("does not cost the digits in use", async () => {
    const bench = new Bench();
    bench.datasets.useOwn(ownDigits(700));
    const { report } = bench;
    const loading = bench.load({
      [NAMES.trainLabels]: breaks(9),
      [NAMES.testLabels]: () => Promise.reject(new Error("fetch failed")),
    });
    await bench.clock.passEach(1000);
    await loading;
    const trouble =
      "MNIST could not be loaded: the host could not be reached. my-images is still used.";
    assert.deepEqual(bench.report, { ...report, trouble, remedy: "retry" });
    assert.deepEqual(bench.replaced, []);
    assert.equal(bench.datasets.of("train").count, 600);
  });
});
