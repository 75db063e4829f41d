/**
 * The worker's entry, spoken to by Comlink. The page names the worker by what it is to be: one
 * TrainingWorker in the words of protocol.js; "experiment", one ExperimentWorker in those of
 * experiment-protocol.js; "query", one QueryWorker in those of query-protocol.js; "own-data", one
 * OwnDataReader in those of own-data-protocol.js.
 */
import { expose, releaseProxy } from "comlink";
import { ExperimentWorker } from "./experiment.js";
import { TrainingWorker } from "./training-worker.js";

/** Speaks for an object whose script the first screen does without. @param {Promise<any>} made */
const later = (made) => ({
  command: async (/** @type {any[]} */ ...args) => (await made).command(...args),
  query: async (/** @type {any[]} */ ...args) => (await made).query(...args),
});

/** By the worker's name. @type {Record<string, () => object>} */
const OBJECTS = {
  "": () => new TrainingWorker(),
  experiment: () => new ExperimentWorker(),
  query: () => later(import("./query-worker.js").then(({ QueryWorker }) => new QueryWorker())),
  "own-data": () =>
    later(import("./own-data-reader.js").then(({ OwnDataReader }) => new OwnDataReader())),
};

/**
 * Lets go of the functions that came with a call when it ends: else each keeps two ports until this
 * worker collects its garbage, which may be never.
 * @param {(...args: any[]) => any} call
 */
const lettingGo =
  (call) =>
  async (/** @type {any[]} */ ...args) => {
    try {
      return await call(...args);
    } finally {
      // The reports that "open" asks for go on as long as the worker.
      if (args[0] !== "open") for (const each of args) each?.[releaseProxy]?.();
    }
  };

/** @type {any} */
const object = OBJECTS[self.name]();
expose({
  command: lettingGo((...args) => object.command(...args)),
  query: lettingGo((...args) => object.query(...args)),
});
