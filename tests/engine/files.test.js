/**
 * IDX and safetensors files: what is written is read to the bit, and damage of every kind is named
 * and changes nothing.
 */
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { lists, loadEngine } from "../../wasm/engine.js";
import { divergingNetwork } from "../support/diverged.js";

const engine = await loadEngine();
const written = engine.handwriting({ count: 20, seed: 2 });

/** @param {...Uint8Array} parts @returns {Uint8Array} */
const joined = (...parts) => Uint8Array.from(Buffer.concat(parts));

/** Big-endian 32-bit numbers. @param {...number} values */
function bigEndian(...values) {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => {
    bytes.writeUInt32BE(value, 4 * i);
  });
  return bytes;
}

/** The first `count` written digits as IDX files. @param {number} count */
function idxOf(count) {
  const places = Array.from({ length: count }, (_, i) => i);
  const pixels = joined(...places.map((i) => written.image(i)));
  const labels = written.labels.subarray(0, count);
  return {
    images: joined(bigEndian(0x803, count, 28, 28), pixels),
    labels: joined(bigEndian(0x801, count), labels),
  };
}

/**
 * A copy with some bytes set.
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {Uint8Array} values
 */
function patched(bytes, at, values) {
  const copy = bytes.slice();
  copy.set(values, at);
  return copy;
}

/** All images and labels. @param {import("../../wasm/dataset.js").Dataset} data */
function contentOf(data) {
  return Array.from({ length: data.count }, (_, i) => [data.label(i), ...data.image(i)]);
}

describe("IDX files", () => {
  const idx = idxOf(7);
  const { images, labels } = idx;

  test("are read to the byte", () => {
    const data = engine.datasetFromIdx(idx);
    assert.deepEqual(contentOf(data), contentOf(written.slice(0, 7)));
    data.appendIdx(idxOf(2));
    assert.equal(data.count, 9);
    assert.deepEqual(data.image(8), written.image(1));
    data.free();
  });

  test("may hold no images at all", () => {
    const data = engine.datasetFromIdx(idxOf(0));
    assert.equal(data.count, 0);
    data.free();
  });

  /** @type {[string, { images: Uint8Array, labels: Uint8Array }, RegExp][]} */
  const damages = [
    [
      "empty files",
      { images: new Uint8Array(), labels: new Uint8Array() },
      /ends before.*at byte 0/,
    ],
    [
      "images cut in the header",
      { ...idx, images: images.slice(0, 15) },
      /ends before.*at byte 15/,
    ],
    ["images cut by a byte", { ...idx, images: images.slice(0, -1) }, /ends before.*at byte 5503/],
    ["labels cut in the header", { ...idx, labels: labels.slice(0, 7) }, /ends before.*at byte 7/],
    ["labels cut by a byte", { ...idx, labels: labels.slice(0, -1) }, /ends before.*at byte 14/],
    [
      "a byte after the images",
      { ...idx, images: joined(images, labels) },
      /bytes after.*at byte 5504/,
    ],
    [
      "a byte after the labels",
      { ...idx, labels: joined(labels, images) },
      /bytes after.*at byte 15/,
    ],
    ["the files exchanged", { images: labels, labels: images }, /ends before|not an IDX file/],
    ["twice the images", { images, labels: images }, /not an IDX file.*at byte 0/],
    [
      "another magic",
      { ...idx, images: patched(images, 3, Uint8Array.of(4)) },
      /not an IDX.*at byte 0/,
    ],
    ["floats for bytes", { ...idx, images: patched(images, 2, Uint8Array.of(13)) }, /not an IDX/],
    ["gzipped files", { ...idx, images: patched(images, 0, Uint8Array.of(31, 139)) }, /not an IDX/],
    ["29 rows", { ...idx, images: patched(images, 8, bigEndian(29)) }, /not 28 × 28.*at byte 8/],
    [
      "27 columns",
      { ...idx, images: patched(images, 12, bigEndian(27)) },
      /not 28 × 28.*at byte 12/,
    ],
    ["more images than labels", { ...idx, labels: idxOf(6).labels }, /as many images as labels/],
    ["fewer images than labels", { ...idx, images: idxOf(6).images }, /as many images as labels/],
    ["a label above 9", { ...idx, labels: patched(labels, 11, Uint8Array.of(10)) }, /9.*byte 11/],
    ["a stray 0xFF", { ...idx, labels: patched(labels, 11, Uint8Array.of(255)) }, /9.*byte 11/],
    [
      "a count of four thousand million",
      { ...idx, images: patched(images, 4, bigEndian(0xffffffff)) },
      /ends before/,
    ],
    [
      "a count that overflows",
      { ...idx, images: patched(images, 4, bigEndian(0x80000007)) },
      /ends before/,
    ],
  ];

  for (const [name, files, problem] of damages) {
    test(`with ${name} are refused, and nothing changes`, () => {
      const data = written.slice(0, 3);
      const before = contentOf(data);
      assert.throws(() => data.appendIdx(files), { name: "Error", message: problem });
      assert.throws(() => engine.datasetFromIdx(files), { name: "Error", message: problem });
      assert.deepEqual(contentOf(data), before);
      data.appendIdx(idx);
      assert.equal(data.count, 10, "and whole files are read after that");
      data.free();
    });
  }

  test("cut anywhere are refused", () => {
    for (let length = 0; length < images.length; length += length < 20 ? 1 : 97) {
      const files = { images: images.slice(0, length), labels };
      assert.throws(() => engine.datasetFromIdx(files), /ends before/);
    }
    for (let length = 0; length < labels.length; length++) {
      const files = { images, labels: labels.slice(0, length) };
      assert.throws(() => engine.datasetFromIdx(files), /ends before/);
    }
  });
});

/** A model file's header, as it is. @param {Uint8Array} bytes @returns {string} */
function headerOf(bytes) {
  const length = Number(Buffer.from(bytes).readBigUInt64LE());
  return Buffer.from(bytes.subarray(8, 8 + length)).toString();
}

/** A model file of a header and the data. @param {string} header @param {Uint8Array} data */
function modelOf(header, data) {
  const text = Buffer.from(header);
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return joined(length, text, data);
}

/**
 * What is said of a name that is not in the list.
 * @param {string} key @param {readonly string[]} list
 */
const oneOf = (key, list) => new RegExp(`"${key}" is not one of ${list.join(", ")} \\(`);

describe("model files", () => {
  const net = engine.network({ hidden: "relu", output: "softmax", cost: "cross-entropy", seed: 8 });
  const note = 'said "ja", \\ 96 %\n\tλ→π 🖋';
  const file = net.save({ note });
  const header = headerOf(file);
  const data = file.subarray(8 + Buffer.byteLength(header));

  for (const hidden of lists.activations) {
    test(`come back to the bit, with everything the network is: ${hidden}`, () => {
      for (const output of lists.outputs) {
        for (const cost of lists.costs) {
          const layers = [784, 65, 13, 7, 10];
          const one = engine.network({ layers, hidden, output, cost, seed: 3 });
          const back = engine.load(one.save({ note }));
          assert.deepEqual(back.parameters, one.parameters);
          assert.equal(back.fingerprint, one.fingerprint);
          assert.deepEqual([...back.layers], layers);
          assert.deepEqual([back.hidden, back.output, back.costName], [hidden, output, cost]);
          assert.equal(back.note, note);
          assert.deepEqual(back.save({ note }), one.save({ note }), "the same bytes again");
          one.free();
          back.free();
        }
      }
    });
  }

  test("have a note that the network keeps, and its copies, but not the next file", () => {
    assert.equal(net.note, "", "a network of random weights has none");
    const back = engine.load(file);
    const copies = [back.clone(), back.clone().clone(), net.clone()];
    assert.deepEqual(
      [back, ...copies].map((each) => each.note),
      [note, note, note, ""],
    );
    assert.equal(engine.load(back.save()).note, "", "it may have been trained meanwhile");
    assert.deepEqual(back.save(), net.save());
  });

  test("are safetensors: a JSON header, then each tensor where it says", () => {
    const { __metadata__: metadata, ...tensors } = JSON.parse(header);
    assert.equal(metadata.note, note);
    assert.deepEqual(Object.keys(tensors).sort(), [
      "layers.0.bias",
      "layers.0.weight",
      "layers.1.bias",
      "layers.1.weight",
      "layers.2.bias",
      "layers.2.weight",
    ]);
    const { dtype, shape, data_offsets: offsets } = tensors["layers.0.weight"];
    assert.deepEqual([dtype, shape], ["F32", [16, 784]]);
    const weights = new Float32Array(data.slice(offsets[0], offsets[1]).buffer);
    assert.deepEqual(weights, net.parameters.slice(0, 16 * 784));
  });

  test("of the largest and smallest floats come back", () => {
    const odd = engine.network();
    const values = odd.parameters;
    values.set([3.4028234663852886e38, -3.4028234663852886e38, 1e-45, -0]);
    odd.setParameters(values);
    const back = engine.load(odd.save());
    assert.ok(Buffer.from(back.parameters.buffer).equals(Buffer.from(values.buffer)));
    assert.equal(back.note, "");
    odd.free();
    back.free();
  });

  test("are not made of a network that could not be loaded again", async () => {
    const { net: diverged, set } = await divergingNetwork();
    for (const [i, value] of [
      [13001, Number.NaN],
      [12544, -Infinity],
      [3, Infinity],
    ]) {
      set(i, value);
      const { fingerprint } = diverged;
      const why = "a network with such a parameter cannot be loaded again";
      const message = `save: parameter ${i} is ${value}: ${why}`;
      assert.throws(() => diverged.save({ note }), { name: "Error", message });
      assert.equal(diverged.fingerprint, fingerprint, "and nothing changes");
    }
  });

  /** The same file with another header. @param {string | RegExp} from @param {string} to */
  const reworded = (from, to) => {
    const other = header.replace(from, to);
    assert.notEqual(other, header, "the damage is done");
    return modelOf(other, data);
  };
  /** @param {number} value */
  const withWeight = (value) =>
    patched(file, file.length - 40, new Uint8Array(Float32Array.of(value).buffer));
  const length = (/** @type {bigint} */ size) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(size);
    return bytes;
  };

  /** @type {[string, Uint8Array, RegExp][]} */
  const damages = [
    ["no bytes", new Uint8Array(), /ends too early \(byte 0\)/],
    ["seven bytes", file.slice(0, 7), /ends too early/],
    ["a cut header", file.slice(0, 100), /header is longer than the file/],
    ["a cut last tensor", file.slice(0, -1), /ends too early/],
    ["a byte too many", joined(file, Uint8Array.of(0)), /bytes after the last tensor/],
    ["a header longer than the file", patched(file, 0, length(1n << 40n)), /longer than the file/],
    ["a header of 2⁶⁴−1 bytes", patched(file, 0, length((1n << 64n) - 1n)), /longer than the file/],
    ["a header of no bytes", patched(file, 0, length(0n)), /not the JSON of a safetensors file/],
    ["a PNG's first bytes", patched(file, 8, Buffer.from("\x89PNG")), /not the JSON/],
    ["a weight that is not a number", withWeight(Number.NaN), /parameter is not finite/],
    ["an infinite weight", withWeight(-Infinity), /parameter is not finite/],
    ["half floats", reworded('"F32"', '"F16"'), /not F32/],
    ["an unknown hidden", reworded('"relu"', '"bent"'), oneOf("hidden", lists.activations)],
    ["an unknown output", reworded('"softmax"', '"linear"'), oneOf("output", lists.outputs)],
    ["an unknown cost", reworded('"cross-entropy"', '"hinge"'), oneOf("cost", lists.costs)],
    ["no hidden", reworded('"hidden"', '"hiding"'), /__metadata__ has no "hidden"/],
    ["no output", reworded('"output"', '"outpup"'), /__metadata__ has no "output"/],
    ["no cost", reworded('"cost"', '"coin"'), /__metadata__ has no "cost"/],
    ["no metadata", reworded(/"__metadata__":\{.*?\},/, ""), /no __metadata__/],
    ["the same tensor twice", reworded("layers.1.bias", "layers.0.bias"), /same key twice/],
    ["two notes", reworded('"note"', '"note":"","no\\u0074e"'), /same key twice/],
    ["a key of its own twice", reworded('"note"', '"a":"","a":"","note"'), /same key twice/],
    ["a tensor of another name", reworded("layers.1.bias", "fc1.bias"), /not layers.N.weight/],
    ["a ninth layer", reworded("layers.2.bias", "layers.8.bias"), /more than 8 layers/],
    ["a missing tensor", reworded("layers.2.bias", "layers.3.bias"), /weight or bias is missing/],
    ["a shape of another size", reworded("[16,784]", "[17,784]"), /shape does not fit/],
    ["a shape of three sizes", reworded("[16,784]", "[1,16,784]"), /shape does not fit/],
    ["a width past 4096", reworded("[16,784]", "[4097,784]"), /wider than 4096|does not fit/],
    ["a width past 2³²", reworded("[16,784]", "[4294967312,784]"), /wider than|does not fit/],
    ["783 inputs", reworded("[16,784]", "[16,783]"), /not lead from 784|does not fit/],
    ["a hole", reworded("[50176,50240]", "[50180,50244]"), /leave a hole/],
    ["an overlap", reworded("[50176,50240]", "[0,64]"), /leave a hole, overlap/],
  ];

  /** @type {string} */
  let before;
  beforeEach(() => {
    before = net.fingerprint;
  });

  for (const [name, bytes, problem] of damages) {
    test(`with ${name} are refused, and nothing changes`, () => {
      assert.throws(() => engine.load(bytes), { name: "Error", message: problem });
      assert.throws(() => engine.load(bytes), /^Error: not a model file: .+ \(byte \d+\)$/);
      assert.equal(net.fingerprint, before);
      const whole = engine.load(file);
      assert.equal(whole.fingerprint, before, "and a whole file is read after that");
      whole.free();
    });
  }

  test("cut anywhere are refused", () => {
    for (let size = 0; size < file.length; size += size < 700 ? 1 : 1009) {
      assert.throws(() => engine.load(file.slice(0, size)), /ends too early|longer than the file/);
    }
  });

  test("refused by the hundred leave no memory behind", () => {
    const use = () => {
      for (const [, bytes] of damages) assert.throws(() => engine.load(bytes));
      assert.throws(() => engine.datasetFromIdx({ images: file, labels: file }));
    };
    use();
    const { memory } = engine;
    for (let again = 0; again < 100; again++) use();
    assert.equal(engine.memory, memory);
  });
});
