/** Opens the network in a model file that a visitor has picked or dropped. */
import { maxLayers, maxWidth } from "../common/engine-tables.js";
import { HEAD, kindOf } from "../common/file-kind.js";
import { parameterCount } from "../common/parameters.js";
import { shownText } from "../common/shown-text.js";
import * as texts from "../texts/en/open-model.js";

/** @typedef {import("../model/session.js").Session} Session */

/** Bytes of the file of the largest network, and of what it may say of itself. */
const MOST = 4 * parameterCount([784, ...Array(maxLayers - 1).fill(maxWidth), 10]) + 1_000_000;

/** Whoever picked a file last is right, whichever takes longer to read. */
let newest = 0;

/** Never rejects. @param {File} file */
export async function isModelFile(file) {
  if (/\.(safetensors|onnx)\b/i.test(file.name)) return true;
  return kindOf(await headOf(file).catch(() => new Uint8Array())) === "model";
}

/**
 * Rejects with sentences for people, which name the file; the network is then as it was.
 * @param {Session} session @param {File} file
 */
export async function openModelFile(session, file) {
  const number = ++newest;
  if (session.state.settings.hide.includes("file")) throw new Error(texts.filesAreOff);
  session.dismiss("drop");
  const name = shownText(file.name);
  try {
    const bytes = await bytesOf(file);
    await loaded(session);
    if (number !== newest) return;
    await session.loadFile(bytes, name, async (foreign) => {
      const words = await import("../texts/en/foreign-model.js").catch(() => null);
      return words?.foreignOpened(name, foreign) ?? "";
    });
  } catch (error) {
    throw new Error(texts.notOpened(name, error.message), { cause: error });
  }
}

/** @param {File} file */
async function bytesOf(file) {
  try {
    const kind = kindOf(await headOf(file));
    if (kind !== "model") throw new Error(texts.others[kind]);
    if (file.size > MOST)
      throw new Error(texts.tooLarge(texts.sizeOf(file.size), texts.sizeOf(MOST)));
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new Error(texts.notReadable, { cause: error });
  }
}

/** @param {File} file */
async function headOf(file) {
  return new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
}

/** Resolves once there is a network to take the place of. @param {Session} session */
function loaded(session) {
  return new Promise((resolve) => {
    const stop = session.subscribe(look);
    function look() {
      if (session.state.status === "loading") return;
      stop();
      resolve(null);
    }
    queueMicrotask(look);
  });
}
