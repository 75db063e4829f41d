/** Model files as a visitor opens them, and as other programs write them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { safetensorsOf } from "./safetensors.js";
import { byId, openSettings, untilWords } from "./visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("../../wasm/network.js").Network} Network
 */

/** The network as PyTorch would write it. @param {Network} net */
export function asPyTorch({ layers, parameters }) {
  /** @type {Parameters<typeof safetensorsOf>[0]} */
  const tensors = {};
  let at = 0;
  for (let l = 1; l < layers.length; l += 1) {
    const [inputs, outputs] = [layers[l - 1], layers[l]];
    const weights = parameters.subarray(at, at + inputs * outputs);
    at += weights.length;
    tensors[`fc${l}.weight`] = { shape: [outputs, inputs], values: weights };
    tensors[`fc${l}.bias`] = { shape: [outputs], values: parameters.subarray(at, at + outputs) };
    at += outputs;
  }
  return safetensorsOf(tensors);
}

/**
 * Opens a model file by the page's own button, and waits for what the page says of it.
 * @param {Page} page @param {Uint8Array} bytes @param {string} name
 */
export async function openModel(page, bytes, name) {
  const folder = mkdtempSync(join(tmpdir(), "downhill-"));
  const file = join(folder, name);
  writeFileSync(file, bytes);
  await openSettings(page);
  const input = await page.$(byId("import"));
  await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(
    file,
  );
  await untilWords(page, "#settings-dialog", new RegExp(`${name.replaceAll(".", "\\.")} was`));
  rmSync(folder, { recursive: true });
}
