/**
 * The worker's entry, spoken to by Comlink. The page names the worker by what it is to be: one
 * TrainingWorker in the words of protocol.js; "experiment", one ExperimentWorker in those of
 * experiment-protocol.js; "query", one QueryWorker in those of query-protocol.js; "own-data", one
 * OwnDataReader in those of own-data-protocol.js.
 */
import { expose } from "comlink";
import { ExperimentWorker } from "./experiment.js";
import { lettingGo } from "./letting-go.js";
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

/** @type {any} */
const object = OBJECTS[self.name]();
expose({
  command: lettingGo((...args) => object.command(...args)),
  query: lettingGo((...args) => object.query(...args)),
});
