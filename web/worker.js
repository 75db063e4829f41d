/** The worker's door: one workshop, spoken to by Comlink in the words of protocol.js. */
import { expose } from "comlink";
import { Workshop } from "./worker/workshop.js";

expose(new Workshop());
