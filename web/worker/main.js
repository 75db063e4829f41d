/** The worker's entry: one TrainingWorker, spoken to by Comlink in the words of protocol.js. */
import { expose } from "comlink";
import { TrainingWorker } from "./training-worker.js";

expose(new TrainingWorker());
