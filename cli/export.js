// downhill export

import { write } from "./files.js";
import { checkEnding, contentFor } from "./formats.js";
import { modelOf } from "./model.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { Values } from "./usage.js"
 * @import { Output } from "./output.js"
 */

/**
 * @param {Engine} engine @param {Values} values @param {string[]} inputs @param {Output} output
 */
export async function exported(engine, values, [model, path], output) {
  checkEnding("export", path);
  const { net, name } = await modelOf(engine, model, values, output);
  await write(path, contentFor(path, net, net.note));
  const { fingerprint } = net;
  output.say(`${name}, fingerprint ${fingerprint}, saved as ${path}`);
  output.record({ model: name, fingerprint, file: path });
  return 0;
}
