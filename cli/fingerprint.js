// downhill fingerprint

import { modelOf } from "./model.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { Values } from "./usage.js"
 * @import { Output } from "./output.js"
 */

/**
 * @param {Engine} engine @param {Values} values @param {string[]} inputs @param {Output} output
 */
export async function fingerprint(engine, values, inputs, output) {
  for (const input of inputs) {
    const { net } = await modelOf(engine, input, values, output);
    const { layers, parameterCount: parameters, fingerprint } = net;
    output.say(`${fingerprint}  ${input}  ${layers.join("-")}`);
    output.record({ file: input, fingerprint, layers, parameters });
    net.free();
  }
  return 0;
}
