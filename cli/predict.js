// downhill predict

import { HEAD, isGzip, kindOf } from "../web/common/file-kind.js";
import { PIXELS } from "../web/common/images.js";
import { percent } from "../web/common/numbers.js";
import { idxFileOf } from "../web/common/own-data/idx-files.js";
import { digitOf } from "../web/common/own-data/picture.js";
import { strokesOf } from "./drawing.js";
import { bytesIn, gunzipped } from "./files.js";
import { modelOf } from "./model.js";
import { drawn } from "./output.js";
import { decode } from "./picture.js";
import { UsageError } from "./usage.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { Network } from "../wasm/network.js"
 * @import { Values } from "./usage.js"
 * @import { Output } from "./output.js"
 *
 * @typedef {object} Shown an image
 * @property {string} name
 * @property {Uint8Array | Float32Array} pixels 784, in 0…255 or in 0…1
 * @property {boolean} isUneven its paper may have become ink
 */

/** Bytes of an IDX file, unpacked, at most. */
const LARGEST = 1e9;
/** Images of a file that are read unless more are asked for. */
const SOME = 10;

/**
 * @param {Engine} engine @param {Values} values @param {string[]} inputs @param {Output} output
 */
export async function predict(engine, values, inputs, output) {
  const { model = "modern", path: paths = [], count = SOME } = values;
  if (!inputs.length && !paths.length) {
    throw new UsageError("predict: expected an image: a PNG, JPEG or IDX file, or --path");
  }
  const { net } = await modelOf(engine, model, values, output);
  for (const path of paths) answer(net, drawing(engine, path), values, output);
  for (const input of inputs) {
    for (const image of await imagesIn(input, count, output)) answer(net, image, values, output);
  }
  return 0;
}

/** @param {Engine} engine @param {string} path @returns {Shown} */
function drawing(engine, path) {
  const pixels = engine.ink(strokesOf(path));
  if (!pixels.some((value) => value > 0)) throw new Error("--path: there is no stroke in it");
  return { name: "drawing", pixels, isUneven: false };
}

/**
 * @param {string} path @param {number} count of an IDX file @param {Output} output
 * @returns {Promise<Shown[]>}
 */
async function imagesIn(path, count, output) {
  const bytes = unpacked(path, await bytesIn(path));
  const kind = kindOf(bytes.subarray(0, HEAD));
  if (kind === "picture") return [await pictureIn(path, bytes)];
  if (kind === "idx") return idxImages(path, bytes, count, output);
  throw new Error(`${path}: expected a PNG, JPEG or IDX file; a drawing goes after --path`);
}

/** @param {string} path @param {Uint8Array<ArrayBuffer>} bytes */
function unpacked(path, bytes) {
  if (!isGzip(bytes)) return bytes;
  const { bytes: content, fault } = gunzipped(bytes, LARGEST);
  if (fault) throw new Error(`${path}: the .gz is damaged, or too large`);
  return content;
}

/** @param {string} path @param {Uint8Array} bytes @returns {Promise<Shown>} */
async function pictureIn(path, bytes) {
  const blob = new Blob([new Uint8Array(bytes)]);
  const rgba = await decode(blob).catch(() => {
    throw new Error(`${path}: expected a PNG or JPEG picture, this is another kind, or damaged`);
  });
  const digit = digitOf(rgba);
  if (!digit) throw new Error(`${path}: the picture is blank`);
  return { name: path, pixels: digit.image, isUneven: digit.isUneven };
}

/**
 * @param {string} path @param {Uint8Array} bytes @param {number} most @param {Output} output
 * @returns {Shown[]}
 */
function idxImages(path, bytes, most, output) {
  const { kind, count, digits } = idxFileOf(path, bytes, false);
  if (kind !== "images") throw new Error(`${path}: these are labels: expected images`);
  if (!count) output.note(`${path}: there are no images in it`);
  if (count > most) {
    output.tell(`${path}: the first ${most} of ${count} images (--count reads more)`);
  }
  return Array.from({ length: Math.min(count, most) }, (_, i) => {
    const pixels = digits.slice(i * PIXELS, (i + 1) * PIXELS);
    return { name: `${path}[${i}]`, pixels, isUneven: false };
  });
}

/** @param {Network} net @param {Shown} image @param {Values} values @param {Output} output */
function answer(net, { name, pixels, isUneven }, { show = false }, output) {
  const outputs = [...net.predict(pixels)];
  const order = outputs.map((_, digit) => digit).sort((a, b) => outputs[b] - outputs[a]);
  const [first, second] = order;
  const sure = (/** @type {number} */ digit) => percent(outputs[digit]);
  if (show) output.say("", drawn(pixels), "");
  output.say(`${name}: ${first}  ${sure(first)}   (then ${second}: ${sure(second)})`);
  if (isUneven) output.say("  Shadows or lines may have become ink: --show draws what is seen.");
  output.record({ image: name, digit: first, outputs, isUneven });
}
