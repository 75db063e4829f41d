/** The near end of a contestant in a child process of Node. */

import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ROOT } from "./files.js";

/**
 * @typedef {object} Handle
 * @property {string} name
 * @property {string} version
 * @property {(request: any) => Promise<any>} ask  see contestants/desk.js
 * @property {() => unknown} stop  perhaps a promise of its end
 */

/**
 * @param {string} name
 * @param {string} module  a file of contestants/, without .js
 * @param {string} [build]  the folder whose engine it takes, as a URL; this one unless given
 * @returns {Promise<Handle>}
 */
export async function startProcess(name, module, build = ROOT.href) {
  const program = fileURLToPath(new URL("./child.js", import.meta.url));
  const child = fork(program, [module, build], { serialization: "advanced" });
  const ended = once(child, "exit");
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
      const id = ++last;
      const answer = reply(id);
      child.send({ id, request }, (error) => error && waiting.get(id)?.reject(error));
      return answer;
    },
    stop() {
      if (child.connected) child.disconnect();
      return ended;
    },
  };
}
