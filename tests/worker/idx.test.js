/** IDX files as they stream in, and own files that find their partners by name. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { headerOf, IdxError, imagePieces, labelsOf, uncompressed } from "../../web/common/idx.js";
import { ownDataOf, readIdxFile } from "../../web/common/idx-files.js";
import { useFiles } from "../../web/shell/drop.js";
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

/** @param {string} name @param {Uint8Array} bytes */
const fileOf = (name, bytes) => new File([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], name);

/** Reads and pairs them. @param {...File} files */
const paired = async (...files) => ownDataOf(await Promise.all(files.map(readIdxFile)));

describe("own files", () => {
  const train = [fileOf("my-images", imageFile(8)), fileOf("my-labels", labelFile(8))];

  test("of one pair are one set of digits, in whatever order they come", async () => {
    for (const files of [train, train.toReversed()]) {
      const own = await paired(...files);
      assert.deepEqual(own, {
        train: { images: imageFile(8), labels: labelFile(8) },
        test: null,
        name: "my-images",
        heldOut: 1 / 7,
      });
    }
  });

  test("of equal count are paired by their names", async () => {
    const labels = (/** @type {number} */ first) => {
      const bytes = labelFile(8);
      bytes[8] = first;
      return bytes;
    };
    const files = [
      fileOf("t10k-labels-idx1-ubyte", labels(7)),
      fileOf("train-labels-idx1-ubyte.gz", gzipSync(labels(5))),
      fileOf("t10k-images-idx3-ubyte", imageFile(8)),
      fileOf("train-images-idx3-ubyte (1).gz", gzipSync(imageFile(8))),
    ];
    for (const order of [files, files.toReversed()]) {
      const own = await paired(...order);
      assert.deepEqual([own.train.labels[8], own.test?.labels[8]], [5, 7]);
      assert.equal(own.name, "train-images-idx3-ubyte (1).gz");
    }
  });

  test("named test are the test digits, even if there are more of them", async () => {
    for (const test of ["test", "t10k", "my_test", "Test"]) {
      const own = await paired(
        fileOf(`${test}-images.idx3-ubyte`, imageFile(9)),
        fileOf(`${test}-labels.idx1-ubyte`, labelFile(9)),
        ...train,
      );
      assert.equal(own.name, "my-images", test);
      assert.equal(own.test?.labels.length, 8 + 9);
    }
  });

  test("of two pairs without such a name are training digits if they are more", async () => {
    for (const count of [7, 9]) {
      const more = [
        fileOf("latest-images", imageFile(count)),
        fileOf("latest-labels", labelFile(count)),
      ];
      const own = await paired(...train, ...more);
      assert.equal(own.name, count > 8 ? "latest-images" : "my-images");
      assert.equal(own.test?.labels.length, 8 + Math.min(count, 8));
    }
  });

  const [images, labels] = train;
  for (const [what, files, reason] of /** @type {[string, File[], RegExp][]} */ ([
    ["the labels are missing", [images], /^my-images came without its label file/],
    ["the images are missing", [labels], /^my-labels came without its image file/],
    [
      "names differ",
      [images, fileOf("your-labels", labelFile(8))],
      /^my-images and your-labels do not belong together by their names/,
    ],
    [
      "one of three is alone",
      [...train, fileOf("test-images", imageFile(8))],
      /^test-images came without its label file/,
    ],
    [
      "a name comes twice",
      [...train, fileOf("my-images.gz", imageFile(8))],
      /^my-images, my-labels and my-images.gz are named alike, but are not one/,
    ],
    [
      "both hold images",
      [images, fileOf("my-labels", imageFile(8))],
      /^my-images and my-labels are named alike, but are not one image file and one label file$/,
    ],
    [
      "counts differ",
      [images, fileOf("my-labels", labelFile(7))],
      /^my-images holds 8 images, but my-labels 7 labels$/,
    ],
    [
      "two pairs are equal",
      [...train, fileOf("a-images", imageFile(8)), fileOf("a-labels", labelFile(8))],
      /^it is not clear which of my-images and a-images holds the test digits/,
    ],
    [
      "a file is cut short",
      [fileOf("my-images", imageFile(8).subarray(0, 5000)), labels],
      /^my-images ends before the 8 images that it announces$/,
    ],
    ["a file is something else", [fileOf("a.txt", Buffer.from("hello"))], /^a\.txt is not an IDX/],
    ["there are none", [], /^an image file and its label file are needed$/],
  ])) {
    test(`are refused, and named, when ${what}`, async () => {
      await assert.rejects(
        () => paired(...files),
        ({ message }) => reason.test(message) || assert.fail(message),
      );
    });
  }

  test("are refused when there are three pairs", async () => {
    const pair = (/** @type {string} */ name) => [
      fileOf(`${name}-images`, imageFile(2)),
      fileOf(`${name}-labels`, labelFile(2)),
    ];
    await assert.rejects(() => paired(...pair("a"), ...pair("b"), ...pair("c")), /two pairs/);
  });

  test("and models go to the session, and a refusal is a notice", async () => {
    /** @type {unknown[]} */
    const calls = [];
    const session = /** @type {any} */ ({
      state: { settings: { hide: [] } },
      loadFile: async (/** @type {unknown[]} */ ...args) => calls.push(["model", ...args]),
      useOwnData: async (/** @type {unknown} */ own) => calls.push(["own", own]),
      say: (/** @type {unknown[]} */ ...args) => calls.push(["notice", ...args]),
      dismiss: (/** @type {unknown[]} */ ...args) => calls.push(["dismiss", ...args]),
    });
    await useFiles(session, [images, labels]);
    await useFiles(session, [fileOf("net.safetensors", Buffer.of(1, 2))]);
    await useFiles(session, [fileOf("a.txt", Buffer.from("hello"))]);
    const older = ["dismiss", "drop"];
    assert.deepEqual(calls, [
      older,
      ["own", await paired(images, labels)],
      older,
      ["model", Uint8Array.of(1, 2), "net.safetensors"],
      older,
      ["notice", "The files were not used: a.txt is not an IDX file.", { key: "drop" }],
    ]);
  });
});
