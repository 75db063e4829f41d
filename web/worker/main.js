/**
 * The worker's entry, spoken to by Comlink. The page names the worker by what it is to be: one
 * TrainingWorker in the words of protocol.js; "experiment", one ExperimentWorker in those of
 * experiment-protocol.js; "query", one QueryWorker in those of query-protocol.js; "own-data", one
 * OwnDataReader in those of own-data-protocol.js.
 */
import { expose } from "comlink";
import { lettingGo } from "./letting-go.js";
import { loadModule, once } from "./load-module.js";
import { TrainingWorker } from "./training-worker.js";

/**
 * Speaks for an object whose script the first screen does without. It is fetched at once; where it
 * does not come, each call tries again.
 * @param {() => Promise<any>} make  from an import
 */
function later(make) {
  const made = once(() => loadModule(make, import.meta.url));
  made().catch(() => {});
  return {
    command: async (/** @type {any[]} */ ...args) => (await made()).command(...args),
    query: async (/** @type {any[]} */ ...args) => (await made()).query(...args),
  };
}

const query = () => import("./lab-workers.js").then(({ QueryWorker }) => new QueryWorker());
const experiment = () =>
  import("./lab-workers.js").then(({ ExperimentWorker }) => new ExperimentWorker());
const reader = () =>
  import("./own-data-reader.js").then(({ OwnDataReader }) => new OwnDataReader());

/** By the worker's name. @type {Record<string, () => object>} */
const OBJECTS = {
  "": () => new TrainingWorker(),
  experiment: () => later(experiment),
  query: () => later(query),
  "own-data": () => later(reader),
};

/** @type {any} */
const object = OBJECTS[self.name]();
expose({
  command: lettingGo((...args) => object.command(...args)),
  query: lettingGo((...args) => object.query(...args)),
});
