// The network that is meant: one that comes along, or in a file.

import { openOnnx } from "../wasm/formats/onnx.js";
import { openModel } from "../wasm/formats/open.js";
import { lesson, modern } from "../wasm/models.js";
import { isOnnxModel } from "../web/common/file-kind.js";
import { checksumIn, readNote } from "../web/common/model-note.js";
import { percent } from "../web/common/numbers.js";
import { NOTE, shownText } from "../web/common/shown-text.js";
import { bytesIn } from "./files.js";

/**
 * @import { Engine, Given, Opened } from "../wasm/formats/open.js"
 * @import { Network } from "../wasm/network.js"
 * @import { Output } from "./output.js"
 * @import { Values } from "./usage.js"
 *
 * @typedef {{ net: Network, name: string }} Meant the caller frees it
 */

/** @type {Record<string, () => Promise<Uint8Array>>} */
const COMMITTED = { lesson, modern };

/**
 * Throws an error that names the file and says what is wrong with it.
 * @param {Engine} engine @param {string} meant a name or a path
 * @param {Values} values whose `hidden` and `output` tell of a network of another program
 * @param {Output} output says what such a network was taken as
 * @returns {Promise<Meant>}
 */
export async function modelOf(engine, meant, { hidden, output: outputs }, output) {
  const given = { ...(hidden && { hidden }), ...(outputs && { output: outputs }) };
  const isCommitted = Object.hasOwn(COMMITTED, meant);
  const bytes = await (isCommitted ? COMMITTED[meant]() : bytesIn(meant));
  const { net, foreign } = opened(engine, meant, bytes, given);
  if (foreign) {
    output.tell(foreignWords(meant, foreign));
    return { net, name: meant };
  }
  const checksum = checksumIn(net.note);
  if (checksum && checksum !== net.fingerprint) {
    net.free();
    throw new Error(
      `${meant}: the file is damaged: its parameters are ${net.fingerprint}, not ${checksum}`,
    );
  }
  return { net, name: isCommitted ? readNote(net.note).name : meant };
}

/** @param {Engine} engine @param {string} path @param {Uint8Array} bytes @param {Given} given */
function opened(engine, path, bytes, given) {
  const open = isOnnxModel(bytes) ? openOnnx : openModel;
  if (bytes[0] === 0x7b) {
    throw new Error(
      `${path}: this is JSON, for other programs; a model file is safetensors or ONNX`,
    );
  }
  try {
    return open(engine, bytes, given);
  } catch (error) {
    throw new Error(`${path}: ${shownText(error.message, NOTE)}`, { cause: error });
  }
}

/** @param {string} path @param {NonNullable<Opened["foreign"]>} foreign */
function foreignWords(path, { taken, guessed, accuracy }) {
  const { hidden, output, pixels } = taken;
  const { mean, deviation } = pixels;
  const isPlain = mean === 0 && deviation === 1;
  const scaled = isPlain
    ? "pixels in 0…1"
    : `pixels (x − ${mean}) ÷ ${Number(deviation.toPrecision(4))}`;
  const read = `${percent(accuracy)} of built-in handwriting read`;
  const found = guessed.length ? `; found out: ${guessed.join(", ")}` : "";
  const functions = `hidden ${hidden}, output ${output}`;
  return `${path}: of another program: ${functions}, ${scaled}${found}; ${read}`;
}
