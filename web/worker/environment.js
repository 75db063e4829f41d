/**
 * What the training worker finds around it, and what differs in a test.
 *
 * @typedef {object} Environment
 * @property {() => Promise<import("./datasets.js").Engine>} engine
 * @property {import("./storage.js").KeyValueStore} [store]  of saved networks
 * @property {import("./storage.js").KeyValueStore} [ownStore]  of the visitor's own digits
 * @property {() => Promise<Set<string>>} [claimed]  ids of open tabs' networks
 * @property {typeof fetch} fetch
 * @property {import("./timer.js").SetTimer} setTimer
 * @property {readonly import("../common/mnist-files.js").DataFile[]} [files]  MNIST's
 * @property {() => Promise<void>} yieldTo
 * @property {() => Promise<void>} frame
 */
import { openEngine } from "./open-engine.js";
import { nextFrame, yieldToEvents } from "./scheduling.js";
import { startTimer } from "./timer.js";

/** The browser's own. @returns {Environment} */
export const browserEnvironment = () => ({
  engine: openEngine,
  fetch: /** @type {typeof fetch} */ (globalThis.fetch.bind(globalThis)),
  setTimer: startTimer,
  yieldTo: yieldToEvents,
  frame: nextFrame,
});
