/** The same core compiled natively: a program that is asked line by line and answers in JSON. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { FOLDER } from "./files.js";

/**
 * @param {string} name
 * @param {{ file: string, version: string }} program
 * @returns {Promise<import("./process.js").Handle>}
 */
export async function startNative(name, { file, version }) {
  const child = spawn(file, [FOLDER], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();

  return {
    name,
    version,
    async ask(request) {
      child.stdin.write(`${line(request)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${name} ended without an answer`);
      return JSON.parse(value);
    },
    stop() {
      child.stdin.end();
      return ended;
    },
  };
}

/**
 * One net at a time is open in the program, so the id is not sent.
 *
 * @param {any} request  see contestants/desk.js
 */
function line(request) {
  switch (request.ask) {
    case "open": {
      const { net, batch, optimizer, rate, examples = 0 } = request.job;
      const words = [net.hidden, net.output, net.cost, optimizer, batch, rate, examples];
      return `open ${words.join(" ")} ${net.layers.length} ${net.layers.join(" ")}`;
    }
    case "slice":
      return `slice ${request.work} ${request.ms / 1000}`;
    case "check":
      return `check ${request.steps}`;
    case "close":
      return "close";
    default:
      throw new Error(`the native program cannot be asked to ${request.ask}`);
  }
}
