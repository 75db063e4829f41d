/**
 * Model files are read by the JavaScript library of the format's makers: names, types, shapes,
 * places and the note are what it finds, and at these places are the network's numbers.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseSafetensorsMetadata } from "@huggingface/hub";
import { loadEngine } from "../../wasm/engine.js";

const engine = await loadEngine();

/** A host with that file, of which a range may be asked for. @param {Uint8Array} file */
function hostOf(file) {
  /** @type {typeof fetch} */
  return async (_, { headers } = {}) => {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(String(new Headers(headers).get("range"))) ?? [];
    const [start, end] = from ? [Number(from), Math.min(Number(to), file.length - 1)] : [0, null];
    const part = end === null ? file : file.slice(start, end + 1);
    const range = { "content-range": `bytes ${start}-${end}/${file.length}` };
    const length = { "content-length": String(part.length), etag: '"one"' };
    return new Response(/** @type {any} */ (part), {
      status: from ? 206 : 200,
      headers: from ? { ...length, ...range } : length,
    });
  };
}

/** @param {string} name */
const committed = (name) =>
  engine.load(readFileSync(new URL(`../../web/models/${name}.safetensors`, import.meta.url)));

const networks = {
  "the lesson's": committed("lesson"),
  "the most accurate": committed("best"),
  "one without a hidden layer": engine.network({ layers: [784, 10], seed: 3 }),
  "a deep one": engine.network({ layers: [784, 9, 8, 7, 6, 10], hidden: "leaky_relu", seed: 4 }),
};

for (const [title, net] of Object.entries(networks)) {
  test(title, async () => {
    const note = `Made here; naïve “quotes” and a line\nbreak`;
    const file = net.save({ note });
    const found = await parseSafetensorsMetadata({
      repo: "someone/something",
      path: "model.safetensors",
      computeParametersCount: true,
      fetch: hostOf(file),
    });
    assert.ok(!found.sharded);
    const { __metadata__: metadata, ...tensors } = found.header;
    assert.deepEqual(
      { ...metadata },
      { format: "downhill", hidden: net.hidden, output: net.output, cost: net.costName, note },
    );
    assert.deepEqual({ ...found.parameterCount }, { F32: net.parameterCount });
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const start = 8 + Number(view.getBigUint64(0, true));
    let at = 0;
    for (let l = 0; l + 1 < net.layers.length; l += 1) {
      const [inputs, outputs] = net.layers.slice(l, l + 2);
      for (const [name, shape] of /** @type {[string, number[]][]} */ ([
        [`layers.${l}.weight`, [outputs, inputs]],
        [`layers.${l}.bias`, [outputs]],
      ])) {
        const { dtype, shape: given, data_offsets: offsets } = tensors[name];
        assert.deepEqual([dtype, given], ["F32", shape], name);
        const count = (offsets[1] - offsets[0]) / 4;
        const values = Float32Array.from({ length: count }, (_, i) =>
          view.getFloat32(start + offsets[0] + 4 * i, true),
        );
        assert.deepEqual(values, net.parameters.slice(at, at + count), name);
        at += count;
      }
    }
    assert.equal(at, net.parameterCount);
    assert.equal(Object.keys(tensors).length, 2 * (net.layers.length - 1));
  });
}
