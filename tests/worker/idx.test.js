/** IDX files as they stream in. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { headerOf, IdxError, imagePieces, labelsOf, uncompressed } from "../../web/common/idx.js";
import { bigEndian } from "../support/mnist-host.js";

/** Some bytes that differ. @param {number} count */
const someBytes = (count) => Uint8Array.from({ length: count }, (_, i) => (i * 7919) >> 3);

/** @param {number} count @param {number} [side] */
const imageFile = (count, side = 28) =>
  Uint8Array.from(
    Buffer.concat([bigEndian(0x803, count, side, side), someBytes(count * side * side)]),
  );

/** @param {number} count */
const labelFile = (count) =>
  Uint8Array.from(
    Buffer.concat([bigEndian(0x801, count), Uint8Array.from({ length: count }, (_, i) => i % 10)]),
  );

/** @param {Uint8Array} bytes @param {number} size */
async function* inChunks(bytes, size) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** @param {AsyncIterable<Uint8Array>} chunks */
async function gathered(chunks) {
  const all = [];
  for await (const chunk of chunks) all.push(chunk);
  return Uint8Array.from(Buffer.concat(all));
}

describe("a stream of images", () => {
  for (const size of [1, 15, 17, 784, 5000, 1e6]) {
    test(`comes in whole pieces when its chunks have ${size} bytes`, async () => {
      const file = imageFile(25);
      const pieces = [];
      for await (const piece of imagePieces(inChunks(file, size), "f", 10)) pieces.push(piece);
      assert.deepEqual(
        pieces.map(({ from, total, images }) => [from, total, images.length / 784]),
        [
          [0, 25, 10],
          [10, 25, 10],
          [20, 25, 5],
        ],
      );
      const all = Buffer.concat(pieces.map(({ images }) => images));
      assert.deepEqual(Uint8Array.from(all), file.subarray(16));
    });
  }

  test("that ends too early gives its whole pieces first", async () => {
    let count = 0;
    const read = async () => {
      const short = imageFile(25).subarray(0, 16 + 784 * 15);
      for await (const { images } of imagePieces(inChunks(short, 1000), "f", 10)) {
        count += images.length / 784;
      }
    };
    await assert.rejects(read, { message: "f ends before its last image" });
    assert.equal(count, 10);
  });

  for (const [what, bytes, message] of /** @type {[string, Uint8Array, string][]} */ ([
    [
      "goes on too long",
      Buffer.concat([imageFile(3), Buffer.of(0)]),
      "f goes on after its last image",
    ],
    ["holds labels", labelFile(30), "f holds labels, not images"],
    ["has other images", imageFile(3, 32), "f has images of 32×32 pixels, not 28×28"],
    ["is empty", new Uint8Array(0), "f is not an IDX file of images or labels"],
    ["is half a header", imageFile(3).subarray(0, 12), "f is not an IDX file of images or labels"],
  ])) {
    test(`is refused when it ${what}`, async () => {
      await assert.rejects(
        async () => {
          for await (const _ of imagePieces(inChunks(bytes, 100), "f", 10));
        },
        (error) => error instanceof IdxError && error.message === message,
      );
    });
  }

  test("lets go of its source when it is left early", async () => {
    let isReleased = false;
    const source = async function* () {
      try {
        yield* inChunks(imageFile(25), 1000);
      } finally {
        isReleased = true;
      }
    };
    for await (const _ of imagePieces(source(), "f", 10)) break;
    assert.ok(isReleased);
  });
});

test("labels are read whole or not at all", () => {
  assert.deepEqual([...labelsOf(labelFile(3), "f")], [0, 1, 2]);
  for (const bytes of [labelFile(3).subarray(0, 10), imageFile(1), new Uint8Array(4)]) {
    assert.throws(() => labelsOf(bytes, "f"), IdxError);
  }
  assert.deepEqual(headerOf(labelFile(3), "f"), { kind: "labels", count: 3, offset: 8 });
});

describe("the bytes of a file", () => {
  for (const size of [1, 1000, 1e6]) {
    test(`are unpacked, or taken as they are, in chunks of ${size}`, async () => {
      const file = imageFile(4);
      assert.deepEqual(await gathered(uncompressed(inChunks(file, size), "f")), file);
      assert.deepEqual(await gathered(uncompressed(inChunks(gzipSync(file), size), "f")), file);
    });
  }

  for (const [what, bytes, message] of /** @type {[string, Uint8Array, string][]} */ ([
    ["a web page", Buffer.from("\n <html>"), "f is a web page, not an IDX file"],
    ["a picture", Buffer.of(0x89, 0x50, 0x4e, 0x47), "f is not an IDX file"],
    ["nothing", new Uint8Array(0), "f is not an IDX file"],
    [
      "half a .gz",
      gzipSync(imageFile(9)).subarray(0, 500),
      "f cannot be unpacked: its gzip data are damaged or incomplete",
    ],
  ])) {
    test(`are refused when they are ${what}`, async () => {
      await assert.rejects(
        () => gathered(uncompressed(inChunks(bytes, 100), "f")),
        (error) => error instanceof IdxError && error.message === message,
      );
    });
  }

  test("bring their source's own error with them, gzipped or not", async () => {
    for (const bytes of [imageFile(9), gzipSync(imageFile(9))]) {
      const failure = new Error("the network is down");
      const source = async function* () {
        yield bytes.subarray(0, 300);
        throw failure;
      };
      await assert.rejects(
        () => gathered(uncompressed(source(), "f")),
        (error) => error === failure,
      );
    }
  });
});
