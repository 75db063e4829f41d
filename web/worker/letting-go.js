/** What a call from the page leaves behind in the worker: nothing. */
import { releaseProxy } from "comlink";

/**
 * Lets go of the functions that came with a call when it ends: else each keeps two ports until this
 * worker collects its garbage, which may be never.
 * @param {(...args: any[]) => any} call
 */
export const lettingGo =
  (call) =>
  async (/** @type {any[]} */ ...args) => {
    try {
      return await call(...args);
    } finally {
      // The reports that "open" asks for go on as long as the worker.
      if (args[0] !== "open") for (const each of args) each?.[releaseProxy]?.();
    }
  };
