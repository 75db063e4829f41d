/**
 * The worker's entry, spoken to by Comlink: one TrainingWorker in the words of protocol.js, or one
 * ExperimentWorker in those of experiment-protocol.js when the page names the worker so.
 */
import { expose } from "comlink";
import { ExperimentWorker } from "./experiment.js";
import { TrainingWorker } from "./training-worker.js";

expose(self.name === "experiment" ? new ExperimentWorker() : new TrainingWorker());
