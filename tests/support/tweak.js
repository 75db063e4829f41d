/** The lab Tweak without a browser: its workbench on a session, and a visitor's storage. */
import assert from "node:assert/strict";
import { defaults } from "../../web/common/settings.js";
import { Bench } from "../../web/labs/tweak/bench.js";
import { RunStore } from "../../web/labs/tweak/run-store.js";
import { Browser } from "./browser-in-node.js";

/** @typedef {import("../../web/labs/tweak/run.js").Run} Run */

/** A visitor's storage, with the methods that RunStore uses. */
export class Memory {
  /** @type {Map<string, any>} */ values = new Map();
  /** @type {Error | null} of every call */ fault = null;

  #check() {
    if (this.fault) throw this.fault;
  }
  async get(/** @type {string} */ key) {
    this.#check();
    return structuredClone(this.values.get(key));
  }
  async getMany(/** @type {string[]} */ keys) {
    this.#check();
    return keys.map((key) => structuredClone(this.values.get(key)));
  }
  async setMany(/** @type {[string, any][]} */ entries) {
    this.#check();
    for (const [key, value] of entries) this.values.set(key, structuredClone(value));
  }
  async delMany(/** @type {string[]} */ keys) {
    this.#check();
    for (const key of keys) this.values.delete(key);
  }
  async keys() {
    this.#check();
    return [...this.values.keys()];
  }
}

/** @param {Memory} [memory] @param {Browser} [browser] */
export async function opened(memory = new Memory(), browser = new Browser()) {
  const tab = await browser.open();
  const bench = new Bench(tab.session, { store: new RunStore(memory), channel: null });
  await untilBench(bench, ({ isRead }) => isRead);
  return { tab, bench, memory };
}

/** @param {Bench} bench @param {(state: Bench["state"]) => unknown} holds */
export async function untilBench(bench, holds) {
  for (const end = performance.now() + 20_000; performance.now() < end; ) {
    if (holds(bench.state)) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  assert.fail(`never came: ${holds}`);
}

/**
 * Nothing runs or waits, and what came of it is stored.
 * @param {Bench} bench
 * @param {number} runs
 */
export const untilDone = (bench, runs) =>
  untilBench(
    bench,
    ({ running, waiting, runs: all }) => !running.length && !waiting.length && all.length === runs,
  );

/** @param {Partial<Run>} [changes] @returns {Run} */
export function runOf(changes = {}) {
  const data = /** @type {const} */ ({ kind: "mnist", name: "MNIST", checksum: "ab" });
  return {
    ...{
      id: "a-1",
      time: 1000,
      settings: defaults(),
      data: { ...data, count: 60000, drawings: 0 },
    },
    ...{ outcome: "finished", why: "", epochs: 20, steps: 120_000, seconds: 3, accuracy: 0.95 },
    ...{ test: 10_000, fingerprint: "0123456789abcdef", curve: [[1, 0.2, 0.9]] },
    ...changes,
  };
}

/**
 * This tab's storage, as the page sees it, until `after`.
 * @param {(end: () => void) => unknown} after
 * @returns {Map<string, string>} what is in it
 */
export function tabStorage(after) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  globalThis.sessionStorage = /** @type {any} */ ({
    getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => kept.set(key, text),
    removeItem: (/** @type {string} */ key) => kept.delete(key),
  });
  after(() => Reflect.deleteProperty(globalThis, "sessionStorage"));
  return kept;
}
