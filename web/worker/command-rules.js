/**
 * What a command may count on.
 *
 * @typedef {keyof import("./protocol.js").Commands} CommandName
 */
import * as texts from "../texts/en/worker.js";

/** Commands without an outcome to be seen, and `show`, which has reported already. */
export const SILENT = new Set(["ping", "save", "saved", "show", "loadData", "pace", "keptData"]);

/** Commands of own-data.js. */
export const OWN_DATA = new Set(["keptData", "removeKeptData"]);

/** Commands that choose a source of digits. @type {ReadonlySet<string>} */
export const BRINGS_DIGITS = new Set([
  ...["loadData", "useOwnData", "useKeptData", "removeKeptData", "useHandwriting"],
]);

/** Commands that need no network, since they bring it or have nothing to do with it. */
const EARLY = new Set([
  ...SILENT,
  "start",
  "restore",
  "resume",
  "begin",
  "openSaved",
  "loadFile",
  "useOwnData",
  "useKeptData",
  "removeKeptData",
  "useHandwriting",
]);

/** What such an object can be asked for. @param {{ prototype: object }} type */
export const commandsOf = ({ prototype }) =>
  Object.getOwnPropertyNames(prototype).filter(
    (name) => !["constructor", "command", "query"].includes(name),
  );

/**
 * Throws an Error for people while there is nothing yet that the command could act on.
 * @param {CommandName | "query"} name
 * @param {import("./live-network.js").LiveNetwork | null} live  null before `open`
 */
export function checkReady(name, live) {
  const isReady = name === "open" || name === "ping" || (live && (live.net || EARLY.has(name)));
  if (!isReady) throw new Error(texts.pageIsLoading);
}
