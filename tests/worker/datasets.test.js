/** Where training and test digits come from: MNIST, built-in handwriting, own files. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { afterEach, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { NO_DATA } from "../../web/common/data-report.js";
import { MNIST_FILES } from "../../web/common/mnist-files.js";
import { splitOf } from "../../web/common/own-data/split.js";
import { startTimer } from "../../web/worker/timer.js";
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
import { mnist, withoutMnist } from "../support/mnist.js";
import { DigitsHost, idxOf, NAMES, never, packed } from "../support/mnist-host.js";

/** They are in saved networks and in links, and never change. */
const CHECKSUMS = { handwriting: "26e0e4ad3bc3bacd", mnist: "baedb0edd00a28e9" };
const OWN = { kind: "own", complete: true, trouble: "", remedy: "" };

/** @type {import("node:http").Server[]} */
const servers = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** @param {import("node:http").RequestListener} answer @returns {Promise<string>} its address */
async function serve(answer) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}/`;
}

describe("MNIST", () => {
  const ways = {
    gzipped: { headers: {}, body: gzipSync },
    "unpacked by the browser": { headers: { "Content-Encoding": "gzip" }, body: gzipSync },
    "as it is": { headers: {}, body: (/** @type {Uint8Array} */ bytes) => bytes },
  };
  for (const [way, { headers, body }] of Object.entries(ways)) {
    test(`is read from a host that serves it ${way}`, async () => {
      const bench = new Bench({ fetch, setTimer: startTimer });
      const base = await serve((request, response) => {
        const bytes = bench.host.contents.get(String(request.url).slice(1, -".gz".length));
        response.writeHead(200, headers).end(body(/** @type {Uint8Array} */ (bytes)));
      });
      await bench.datasets.load(base);
      assert.deepEqual(bench.summary, MNIST);
      assert.deepEqual(idxOf(bench.datasets.of("train")), digits.train);
      assert.deepEqual(idxOf(bench.datasets.of("test")), digits.test);
    });
  }

  test("can be used from the first thousand digits on, and says when it is all in", async () => {
    const bench = new Bench();
    assert.deepEqual(bench.report, NO_DATA);
    await bench.load();
    const first = bench.reports.find((report) => report.train > 0);
    assert.deepEqual([first?.train, first?.trainTotal, first?.checksum], [1000, TRAIN, ""]);
    const early = bench.reports.filter(({ train, test }) => train < TRAIN || test < TEST);
    assert.ok(early.every(({ complete, checksum }) => !complete && !checksum));
    assert.ok(bench.reports.every(({ test, testComplete }) => !testComplete || test === TEST));
    assert.equal(bench.report.name, "MNIST");
    assert.equal(bench.report.checksum, bench.checksum);
    assert.equal(bench.report.generation, 1);
    assert.deepEqual(bench.replaced, []);
    assert.equal(bench.clock.running, 0);
  });

  test("has one checksum, streamed or as own files", { skip: withoutMnist }, async () => {
    const { train, test } = /** @type {NonNullable<typeof mnist>} */ (mnist);
    const bench = new Bench({ fetch: new DigitsHost(train, test).fetch, files: MNIST_FILES });
    await bench.datasets.load(BASE);
    const total = { train: 60_000, trainTotal: 60_000, test: 10_000 };
    assert.deepEqual(bench.summary, { ...MNIST, ...total });
    assert.equal(bench.report.checksum, CHECKSUMS.mnist);
    bench.datasets.useOwn({ train, test, name: "train", heldOut: 0 });
    assert.deepEqual(bench.summary, { ...OWN, ...total });
    assert.equal(bench.report.checksum, CHECKSUMS.mnist);
  });

  test("is in once when it was asked for twice", async () => {
    const bench = new Bench();
    await Promise.all([bench.load(), bench.load()]);
    assert.deepEqual(bench.summary, MNIST);
  });
});

describe("built-in handwriting", () => {
  test("takes the place of a MNIST that is not on the host, without complaint", async () => {
    const bench = new Bench();
    bench.host.contents.clear();
    await bench.load();
    assert.deepEqual(bench.summary, HANDWRITING);
    assert.ok(bench.reports.every(({ trouble }) => trouble === ""));
    assert.equal(bench.report.name, "built-in handwriting");
  });

  test("is the same 20,000 and 4,000 digits at every visit", async () => {
    const bench = new Bench();
    await bench.datasets.useHandwriting();
    assert.deepEqual(bench.summary, HANDWRITING);
    assert.equal(bench.report.checksum, CHECKSUMS.handwriting);
    assert.equal(bench.checksum, CHECKSUMS.handwriting);
    const { engine, datasets } = bench;
    const train = engine.handwriting({ count: 20_000, seed: 1 });
    const test = engine.handwriting({ count: 4_000, seed: 2 });
    assert.deepEqual(idxOf(datasets.of("train"), 19_000), idxOf(train, 19_000));
    assert.deepEqual(idxOf(datasets.of("test")), idxOf(test));
    train.free();
    test.free();
  });

  test("stops when own digits come", async () => {
    const bench = new Bench();
    const writing = bench.datasets.useHandwriting();
    await bench.until(({ train }) => train >= 1000);
    bench.datasets.useOwn(ownDigits(700));
    await writing;
    assert.deepEqual(bench.summary, { ...OWN, train: 600, trainTotal: 600, test: 100 });
  });
});

describe("own digits", () => {
  test("replace all others, and a seventh is held out as test digits", async () => {
    const bench = new Bench();
    await bench.load();
    const old = bench.datasets.of("train");
    bench.datasets.useOwn(ownDigits(700));
    assert.deepEqual(bench.summary, { ...OWN, train: 600, trainTotal: 600, test: 100 });
    const { images, labels } = ownDigits(700).train;
    const split = splitOf(labels.subarray(8), 1 / 7);
    for (const set of /** @type {const} */ (["train", "test"])) {
      const data = bench.datasets.of(set);
      assert.deepEqual(
        [...data.labels],
        split[set].map((i) => labels[8 + i]),
      );
      for (const [i, index] of split[set].entries()) {
        const at = 16 + 784 * index;
        assert.deepEqual(data.image(i), images.slice(at, at + 784));
      }
    }
    assert.deepEqual(bench.replaced, [TRAIN]);
    assert.throws(() => old.count, /freed/);
    assert.equal(bench.report.checksum, bench.checksum);
    assert.equal(bench.report.generation, 2);
  });

  test("may come with test digits of their own", async () => {
    const bench = new Bench();
    bench.datasets.useOwn({ ...ownDigits(700), test: digits.test });
    assert.deepEqual(bench.summary, { ...OWN, train: 700, trainTotal: 700, test: TEST });
    assert.deepEqual(idxOf(bench.datasets.of("train")), ownDigits(700).train);
    assert.equal(bench.report.checksum, bench.checksum);
  });

  const badLabel = { ...ownDigits(700).train, labels: ownDigits(700).train.labels.fill(11, 9) };
  for (const [what, own, reason] of /** @type {const} */ ([
    [
      "a training label is above 9",
      { ...ownDigits(700), train: badLabel },
      /the training digits: a label/,
    ],
    ["a test label is above 9", { ...ownDigits(700), test: badLabel }, /the test digits: a label/],
    ["there are no digits", ownDigits(0), /no training digits/],
    ["there is one digit", ownDigits(1), /one digit is too few/],
    ["there are no test digits", { ...ownDigits(7), test: ownDigits(0).train }, /no test digits/],
  ])) {
    test(`are refused, and nothing changes, when ${what}`, async () => {
      const bench = new Bench();
      await bench.load();
      const { report } = bench;
      assert.throws(() => bench.datasets.useOwn(own), reason);
      assert.equal(bench.report, report);
      assert.deepEqual(idxOf(bench.datasets.of("train")), digits.train);
    });
  }

  test("that are refused while MNIST is loading do not stop it", async () => {
    const bench = new Bench();
    const loading = bench.load();
    assert.throws(() => bench.datasets.useOwn(ownDigits(0)));
    await loading;
    assert.deepEqual(bench.summary, MNIST);
  });

  // Files dropped while the labels were loading once had MNIST appended to them.
  for (const name of Object.values(NAMES)) {
    test(`stay as they are when they come while ${name} is loading`, async () => {
      const bench = new Bench();
      /** @type {() => void} */
      let release = () => {};
      const gate = new Promise((resolve) => {
        release = () => resolve(undefined);
      });
      const loading = bench.load({ [name]: (bytes) => gate.then(() => packed(bytes)) });
      await bench.host.asked(name);
      bench.datasets.useOwn(ownDigits(700));
      const { report } = bench;
      release();
      await loading;
      await new Promise(setImmediate);
      assert.equal(bench.report, report);
      assert.equal(bench.datasets.of("train").count, 600);
      assert.equal(bench.host.ended, bench.host.requests.length);
      assert.equal(bench.clock.running, 0);
    });
  }
});

describe("digits in use", () => {
  test("are missed with a sentence", () => {
    const { datasets } = new Bench();
    assert.throws(() => datasets.of("train"), {
      message: "The training digits are still loading.",
    });
    assert.throws(() => datasets.of("test"), { message: "The test digits are still loading." });
    assert.throws(() => datasets.nameOf(), { message: "The training digits are still loading." });
    assert.throws(() => datasets.addDrawings(new Uint8Array(784), 3, 5), /still loading/);
  });

  test("have a name for histories, with a checksum once they are all in", async () => {
    const bench = new Bench();
    const loading = bench.load();
    await bench.until(({ train }) => train === 1000);
    const name = { kind: "mnist", name: "MNIST", checksum: "", count: TRAIN, drawings: 0 };
    assert.deepEqual(bench.datasets.nameOf(), name);
    await loading;
    assert.deepEqual(bench.datasets.nameOf(), { ...name, checksum: bench.checksum });
  });

  test("take up drawings, also while more digits are coming", async () => {
    const bench = new Bench();
    const loading = bench.load();
    await bench.until(({ train }) => train === 1000);
    const drawing = new Uint8Array(784).fill(200, 300, 400);
    bench.datasets.addDrawings(drawing, 3, 5);
    assert.deepEqual([bench.report.train, bench.report.trainTotal], [1005, TRAIN + 5]);
    await loading;
    bench.datasets.addDrawings(drawing, 4, 2);
    const { train, trainTotal, drawings, checksum } = bench.report;
    assert.deepEqual([train, trainTotal, drawings], [TRAIN + 7, TRAIN + 7, 2]);
    const data = bench.datasets.of("train");
    assert.deepEqual(
      [data.label(1000), data.label(1005), data.label(TRAIN + 6)],
      [3, digits.train.labels[8 + 1000], 4],
    );
    assert.deepEqual(data.image(1004), drawing);
    const untouched = new Bench();
    await untouched.load();
    assert.equal(checksum, untouched.report.checksum);
    assert.equal(bench.datasets.nameOf().count, TRAIN + 7);
    bench.datasets.useOwn(ownDigits(700));
    assert.equal(bench.report.drawings, 0);
  });

  test("stay as they are when a drawing is none", async () => {
    const bench = new Bench();
    await bench.load();
    assert.throws(() => bench.datasets.addDrawings(new Uint8Array(784), 10, 5));
    assert.throws(() => bench.datasets.addDrawings(new Uint8Array(100), 1, 5));
    assert.deepEqual([bench.report.train, bench.report.drawings], [TRAIN, 0]);
    assert.equal(bench.datasets.of("train").count, TRAIN);
  });

  test("are there until the digits that replace them can be used", async () => {
    const bench = new Bench();
    bench.datasets.useOwn(ownDigits(700));
    const loading = bench.load({ [NAMES.testImages]: never });
    await bench.host.asked(NAMES.testImages);
    assert.deepEqual(bench.summary, { ...OWN, train: 600, trainTotal: 600, test: 100 });
    const again = bench.load();
    await Promise.all([loading, again]);
    assert.deepEqual(bench.summary, MNIST);
    assert.deepEqual(bench.replaced, [600]);
  });
});
