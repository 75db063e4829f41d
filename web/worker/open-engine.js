import { engineAddress, loadEngine } from "../../wasm/engine.js";
import * as texts from "../texts/en/worker.js";

/** Milliseconds before each further try. */
const PAUSES = [500, 2500];

/**
 * The engine, over a connection that may fail: what is tried again is fetched past the browser's
 * cache, in which a login page may have taken its place. Rejects with half a sentence for people.
 */
export async function openEngine() {
  let failure;
  try {
    return await loadEngine();
  } catch (error) {
    failure = error;
  }
  for (const pause of PAUSES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      return await loadEngine(await fetch(engineAddress(), { cache: "reload" }));
    } catch (error) {
      failure = error;
    }
  }
  throw new Error(wordsFor(failure), { cause: failure });
}

/** @param {Error} failure */
function wordsFor(failure) {
  if (failure instanceof WebAssembly.CompileError) return texts.noEngine;
  return failure instanceof TypeError ? texts.hostNotReached : failure.message;
}
