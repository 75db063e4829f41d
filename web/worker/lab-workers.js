/** Workers of the labs, which the first screen does without. */
export { ExperimentWorker } from "./experiment.js";
export { QueryWorker } from "./query-worker.js";
