/**
 * The worker's entry, spoken to by Comlink. The page names the worker by what it is to be: one
 * TrainingWorker in the words of protocol.js; "experiment", one ExperimentWorker in those of
 * experiment-protocol.js; "query", one QueryWorker in those of query-protocol.js; "own-data", one
 * OwnDataReader in those of own-data-protocol.js.
 */
import { expose } from "comlink";
import { ExperimentWorker } from "./experiment.js";
import { TrainingWorker } from "./training-worker.js";

/** A QueryWorker, whose script the first screen does without. */
function queryWorker() {
  const made = import("./query-worker.js").then(({ QueryWorker }) => new QueryWorker());
  return {
    command: async (/** @type {[any, ...any[]]} */ ...args) => (await made).command(...args),
    query: async (/** @type {[any, any, ...any[]]} */ ...args) => (await made).query(...args),
  };
}

/** An OwnDataReader, as well. */
function ownDataReader() {
  const made = import("./own-data-reader.js").then(({ OwnDataReader }) => new OwnDataReader());
  return {
    command: async (/** @type {[any, ...any[]]} */ ...args) => (await made).command(...args),
  };
}

if (self.name === "query") expose(queryWorker());
else if (self.name === "own-data") expose(ownDataReader());
else expose(self.name === "experiment" ? new ExperimentWorker() : new TrainingWorker());
