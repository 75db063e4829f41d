/** The worker's door: one workshop, spoken to by Comlink in the words of protocol.js. */
import { expose } from "comlink";
import { Workshop } from "./training.js";

expose(new Workshop());
