/**
 * Model files: what is fetched and opened is the network that was saved, or there is a sentence
 * that says why not.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { afterEach, describe, test } from "node:test";
import { loadEngine } from "../../wasm/engine.js";
import { noteFor, readNote } from "../../web/common/model-note.js";
import { ModelFiles, openModel } from "../../web/worker/model-files.js";
import { answer } from "../../web/worker/queries.js";
import { cardOf } from "../../web/worker/reading.js";
import { divergingNetwork } from "../support/diverged.js";

/** @typedef {(response: import("node:http").ServerResponse) => void} Answer */

const engine = await loadEngine();

/** @param {string} name */
const committed = (name) =>
  readFileSync(new URL(`../../web/models/${name}.safetensors`, import.meta.url));

/** @param {Uint8Array} bytes @param {number} bit */
function flipped(bytes, bit) {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] ^= 1 << (bit & 7);
  return copy;
}

/** Where a text begins in a file. @param {Uint8Array} bytes @param {string} text */
const placeOf = (bytes, text) => Buffer.from(bytes).indexOf(text);

describe("A model file", () => {
  const file = committed("pretrained");
  const tensors = 8 + Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));

  for (const [name, words, how, fingerprint] of /** @type {const} */ ([
    ["pretrained", "Pretrained network (ReLU, softmax)", 120, "82a7a660ecf98128"],
    ["best", "Most accurate network", 60, "03f575412f537aa3"],
  ])) {
    test(`that is committed is whole and says what it is: ${name}`, () => {
      const opened = openModel(engine, committed(name), { needsChecksum: true });
      assert.equal(opened.net.fingerprint, fingerprint);
      assert.equal(opened.name, words);
      assert.match(opened.note, new RegExp(`^trained for ${how} epochs on MNIST, [^;]+digits$`));
      const { note } = engine.load(committed(name));
      assert.equal(note.split("; ").at(-1), `parameters ${fingerprint}`);
      opened.net.free();
    });
  }

  test("that is committed is whole and says what it is: lesson", () => {
    const opened = openModel(engine, committed("lesson"), { needsChecksum: true });
    assert.match(opened.name, /lesson.s network/i);
    assert.match(opened.note, /^trained for 60 epochs on MNIST, [^;]+digits$/);
    assert.equal(opened.net.fingerprint, "85b863329a925341");
    const card = cardOf(opened.net);
    assert.deepEqual([card.hidden, card.output], ["sigmoid", "sigmoid"]);
    assert.deepEqual([card.cost, card.parameterCount], ["quadratic", 13_002]);
    opened.net.free();
  });

  test("with one flipped bit in a tensor is damaged, wherever it is", () => {
    for (let bit = tensors * 8; bit < file.length * 8; bit += 9973) {
      assert.throws(
        () => openModel(engine, flipped(file, bit)),
        /parameters have the checksum [0-9a-f]{16}, its note says 82a7a660ecf98128\.$|not a finite/,
      );
    }
  });

  test("with one flipped bit in the checksum of its note is damaged", () => {
    const from = placeOf(file, "82a7a660ecf98128");
    for (let bit = from * 8; bit < (from + 16) * 8; bit++) {
      assert.throws(() => openModel(engine, flipped(file, bit)), /damaged|could not be read/);
    }
    const word = placeOf(file, "parameters 82a7");
    assert.throws(
      () => openModel(engine, flipped(file, word * 8), { needsChecksum: true }),
      /damaged: .* its note says none\.$/,
    );
  });

  test("without a checksum is taken as it is, unless it certainly had one", () => {
    const net = engine.network({ seed: 3 });
    for (const note of ["", "my network", "my network; trained on parameters alone"]) {
      const opened = openModel(engine, net.save({ note }));
      assert.equal(opened.net.fingerprint, net.fingerprint);
      assert.equal(opened.name, note.split(";")[0]);
      assert.throws(
        () => openModel(engine, net.save({ note }), { needsChecksum: true }),
        /its note says none/,
      );
    }
  });

  test("that is none is refused in one sentence", () => {
    assert.throws(
      () => openModel(engine, file.subarray(0, 2000)),
      /^Error: The model file could not be read: .+ \(byte \d+\)\.$/,
    );
    const page = new TextEncoder().encode("<!doctype html>");
    assert.throws(() => openModel(engine, page), /^Error: The model file could not be read: /);
  });

  test("of another network with this note is damaged, and gives its memory back", () => {
    const { note } = engine.load(file);
    const other = engine.network({ seed: 4, layers: [784, 512, 10] }).save({ note });
    assert.throws(() => openModel(engine, other), /is damaged/);
    const { memory } = engine;
    for (let i = 0; i < 50; i++) assert.throws(() => openModel(engine, other), /is damaged/);
    assert.ok(engine.memory - memory < 10e6, `${engine.memory - memory} bytes more`);
  });

  test("is not made of a diverged network: a sentence says so and what to do", async () => {
    const { net, set } = await divergingNetwork();
    const context = /** @type {any} */ ({ net, datasets: { report: {} } });
    const save = () => answer("save", context, ["Mine"], context);
    assert.equal(openModel(engine, await save()).name, "Mine");
    for (const value of [Infinity, -Infinity, Number.NaN]) {
      set(3, value);
      await assert.rejects(
        save,
        /^Error: This network has diverged: .*\. Go back to .* good network\.$/,
      );
    }
  });

  test("is saved with a note that is read back, with the checksum of what it holds now", () => {
    const net = engine.network({ seed: 5 });
    const words = "Mine; trained for 3 steps on MNIST; parameters 0123456789abcdef";
    const note = noteFor(net, words);
    assert.equal(note, `Mine; trained for 3 steps on MNIST; parameters ${net.fingerprint}`);
    const opened = openModel(engine, net.save({ note }), { needsChecksum: true });
    const { name, note: how } = opened;
    assert.deepEqual({ name, how }, { name: "Mine", how: "trained for 3 steps on MNIST" });
    assert.deepEqual(readNote("Mine;;  good\nvery "), { name: "Mine", note: "good, very" });
    assert.deepEqual(readNote(""), { name: "", note: "" });
    const long = readNote(`${"x".repeat(1000)}\u202e;${"y".repeat(1000)}`);
    assert.match(long.name, /^x{43}…x{16}$/);
    assert.match(long.note, /^y{383}…y{16}$/);
  });
});

describe("A committed network", () => {
  /** @type {import("node:http").Server | undefined} */
  let server;
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    server = undefined;
  });

  /**
   * A host that answers its requests, one after the other, in these ways, and the model files
   * there.
   * @param {...Answer} answers
   */
  async function host(...answers) {
    /** @type {(string | undefined)[]} */
    const caching = [];
    /** @type {string[]} */
    const forgotten = [];
    /** @type {Set<() => void>} */
    const deadlines = new Set();
    server = createServer(({ headers }, response) => {
      caching.push(headers["cache-control"]);
      (answers.shift() ?? assert.fail("one request too many"))(response);
    });
    await new Promise((done) => server?.listen(0, "localhost", () => done(undefined)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const url = new URL(`http://localhost:${port}/x.safetensors`);
    const setTimer = (/** @type {() => void} */ act, /** @type {number} */ ms) => {
      assert.equal(ms, 30_000);
      deadlines.add(act);
      passed = 0;
      return () => void deadlines.delete(act);
    };
    let passed = 0;
    const pass = () => {
      assert.equal(passed++, 0);
      for (const act of deadlines) act();
    };
    const forget = async (/** @type {URL} */ { href }) => void forgotten.push(href);
    const files = new ModelFiles({
      files: { lesson: url, pretrained: url, best: url },
      setTimer,
      forget,
    });
    return { files, caching, forgotten, deadlines, pass };
  }

  const bytes = committed("pretrained");
  /** @type {Answer} */
  const whole = (response) => {
    response.writeHead(200, { "content-type": "application/octet-stream" });
    response.write(bytes.subarray(0, 30_000));
    response.end(bytes.subarray(30_000));
  };
  /** @type {Answer} */
  const html = (response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end("<!doctype html><title>Not found</title>");
  };
  /** @param {number} code @returns {Answer} */
  const status = (code) => (response) => void response.writeHead(code).end("no");
  /** @type {Answer} */
  const damaged = (response) => void response.end(flipped(bytes, 8 * 40_000));
  /** @type {Answer} */
  const cut = (response) => {
    response.writeHead(200, { "content-length": bytes.length });
    response.write(bytes.subarray(0, 30_000), () => response.destroy());
  };

  test("is fetched once, to the byte", async () => {
    const { files, caching, forgotten, deadlines } = await host(whole, whole);
    assert.deepEqual(Buffer.from(await files.fetch("pretrained")), bytes);
    const opened = await files.open(engine, "pretrained");
    assert.equal(opened.net.fingerprint, "82a7a660ecf98128");
    assert.deepEqual({ caching, forgotten }, { caching: [undefined, undefined], forgotten: [] });
    assert.equal(deadlines.size, 0);
  });

  for (const [name, first] of Object.entries({ html, damaged, cut, 503: status(503) })) {
    test(`is fetched once more, past all caches, after a bad answer: ${name}`, async () => {
      const { files, caching, forgotten } = await host(first, whole);
      const { net } = await files.open(engine, "pretrained");
      assert.equal(net.fingerprint, "82a7a660ecf98128");
      assert.deepEqual(caching, [undefined, "no-cache"]);
      assert.equal(forgotten.length, 1);
    });
  }

  for (const [name, answer, words] of /** @type {[string, Answer, RegExp][]} */ ([
    ["404", status(404), /answers with status 404\. The file may be missing there\.$/],
    ["a web page", html, /answers with a web page instead\. The file may be missing there\.$/],
    ["half a file", cut, /the host cannot be reached \(.+\)\. Try again when you are online\.$/],
    ["damage", damaged, /the model file is damaged: .+, its note says 82a7a660ecf98128\.$/],
  ])) {
    test(`is refused with one sentence when the host answers twice with ${name}`, async () => {
      const { files, caching } = await host(answer, answer);
      await assert.rejects(files.open(engine, "best"), ({ message }) => {
        assert.match(message, /^The most accurate network could not be opened: /);
        assert.match(message, words);
        return true;
      });
      assert.equal(caching.length, 2);
    });
  }

  test("is given up when nothing comes for 30 s, from the start or in between", async () => {
    /** @type {() => void} */
    let pass = () => {};
    /** @type {Answer} */
    const silent = () => pass();
    /** Its second deadline begins when the first bytes are there. @type {Answer} */
    const stops = (response) => {
      const { size } = made.deadlines;
      assert.equal(size, 1);
      const [first] = made.deadlines;
      response.write(bytes.subarray(0, 100));
      const look = () => (made.deadlines.has(first) ? setImmediate(look) : pass());
      look();
    };
    const made = await host(silent, stops, stops, whole);
    pass = made.pass;
    await assert.rejects(
      made.files.fetch("pretrained"),
      /^Error: The modern network could not be opened: the host sends nothing\. Try again/,
    );
    assert.equal(made.deadlines.size, 0);
    assert.equal((await made.files.fetch("pretrained")).length, bytes.length);
  });

  test("is not to be had when there is no host", async () => {
    const { files } = await host();
    await new Promise((done) => server?.close(done));
    await assert.rejects(
      files.fetch("pretrained"),
      /the host cannot be reached \(fetch failed\)\. Try again when you are online\.$/,
    );
  });
});
