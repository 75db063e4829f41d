/** A store in memory that can be told to misbehave, and networks to be saved in it. */
import assert from "node:assert/strict";
import { loadEngine } from "../../wasm/engine.js";
import { begun } from "../../web/common/provenance.js";
import { defaults, fitted } from "../../web/common/settings.js";
import { cardOf } from "../../web/worker/reading.js";
import { SavedNetworks } from "../../web/worker/storage.js";

/**
 * @typedef {import("../../web/worker/protocol.js").Snapshot} Snapshot
 * @typedef {import("../../web/worker/undo-history.js").UndoEntry} UndoEntry
 */

export const engine = await loadEngine();
export const NO_HISTORY = { undoable: [], redoable: [] };
const DATA = { kind: "mnist", name: "MNIST", checksum: "ab", count: 60000, drawings: 0 };

/** @param {number} seed @param {number[]} [layers] @returns {Snapshot} */
export function snapshotOf(seed, layers = [784, 16, 16, 10]) {
  const net = engine.network({ seed, layers });
  const card = cardOf(net);
  const { parameters } = net;
  net.free();
  const examples = /** @type {const} */ ({ kind: "examples", rate: 1, from: 0, count: 3 });
  const entry = { ...examples, data: /** @type {any} */ (DATA) };
  const provenance = { ...begun({ kind: "random", seed }), done: [entry] };
  return { card, parameters, provenance, settings: fitted({ ...defaults(), seed }, card) };
}

/** @param {number} id @param {Snapshot | null} network @returns {UndoEntry} */
export const entryOf = (id, network) => ({
  id,
  label: `action ${id}`,
  network,
  settings: defaults(),
});

/** A store in memory that can be told to misbehave, and the clocks that belong to it. */
export class Memory {
  /** @type {Map<string, any>} */ values = new Map();
  /**
   * What the next calls do instead of their work.
   * @type {Error | null | "hang" | undefined}
   */
  fault;
  calls = 0;
  time = 1000;
  /** @type {Set<() => void>} */ deadlines = new Set();
  /** @type {(() => void)[]} */ #waiting = [];

  setTimer = (/** @type {() => void} */ act, /** @type {number} */ ms) => {
    assert.equal(ms, 2000);
    this.deadlines.add(act);
    return () => void this.deadlines.delete(act);
  };

  /** As a tab that was just opened. */
  open = () => new SavedNetworks({ store: this, now: () => this.time++, setTimer: this.setTimer });
  get = (/** @type {string} */ key) => this.#call(() => structuredClone(this.values.get(key)));
  set = (/** @type {string} */ key, /** @type {any} */ value) => {
    const copy = structuredClone(value);
    return this.#call(() => void this.values.set(key, copy));
  };
  del = (/** @type {string} */ key) => this.#call(() => void this.values.delete(key));
  keys = () => this.#call(() => [...this.values.keys()]);

  /** What had hung is answered after all. */
  async answer() {
    this.fault = undefined;
    for (const go of this.#waiting.splice(0)) go();
    await new Promise(setImmediate);
  }

  /** @template T @param {() => T} work @returns {Promise<T>} */
  async #call(work) {
    this.calls++;
    if (this.fault === "hang") {
      setImmediate(() => {
        for (const act of this.deadlines) act();
        this.deadlines.clear();
      });
      await new Promise((resolve) => this.#waiting.push(() => resolve(undefined)));
    } else if (this.fault !== undefined) throw this.fault;
    return work();
  }

  /** @param {string} prefix */
  idsUnder(prefix) {
    const keys = [...this.values.keys()].filter((key) => key.startsWith(prefix));
    return keys.map((key) => key.slice(prefix.length)).sort();
  }
}
