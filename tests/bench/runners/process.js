/** The near end of a contestant in a child process of Node. */

import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Handle
 * @property {string} name
 * @property {string} version
 * @property {(request: any) => Promise<any>} ask  see contestants/desk.js
 * @property {() => unknown} stop
 */

/**
 * @param {string} name
 * @param {string} module  a file of contestants/, without .js
 * @returns {Promise<Handle>}
 */
export async function startProcess(name, module) {
  const child = fork(fileURLToPath(new URL("./child.js", import.meta.url)), [module], {
    serialization: "advanced",
  });
  /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  /** @param {number} id */
  const reply = (id) =>
    new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
  let last = 0;

  child.on("message", (/** @type {any} */ { id, result, error }) => {
    const wait = waiting.get(id);
    waiting.delete(id);
    if (error) wait?.reject(new Error(`${name}: ${error}`));
    else wait?.resolve(result);
  });
  child.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${name} ended with ${code}`));
  });

  const version = await reply(0);
  return {
    name,
    version,
    ask(request) {
      child.send({ id: ++last, request });
      return reply(last);
    },
    stop: () => child.disconnect(),
  };
}
