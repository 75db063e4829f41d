/**
 * What a page holds: the objects of its JavaScript heap after a garbage collection in Chromium, the
 * memory of the browser's processes in Firefox, which has no way to ask for a collection.
 *
 * @typedef {{ heap: number, objects: number, nodes: number, listeners: number,
 *   kinds: Map<string, number> }} Held  bytes, and those of them that are no compiled code;
 *   elements and texts; event listeners; bytes of each kind of object, "object: Map" say
 */
import { readdirSync, readFileSync } from "node:fs";

/**
 * @param {import("puppeteer-core").Page} page
 * @returns {Promise<Held>} Chromium's
 */
export async function heldBy(page) {
  const client = await page.createCDPSession();
  try {
    // A second collection takes what the finalizers of the first have let go.
    for (let i = 0; i < 2; i++) await client.send("HeapProfiler.collectGarbage");
    const { usedSize } = await client.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
    const kinds = await kindsOf(client);
    const objects = [...kinds.values()].reduce((sum, bytes) => sum + bytes, 0);
    return { heap: usedSize, objects, nodes, listeners: jsEventListeners, kinds };
  } finally {
    await client.detach();
  }
}

/**
 * Bytes of what the page has made, kind by kind. The engine compiles functions for as long as
 * some of them are used more than before, so its code grows for an hour; what the browser has of
 * its own, in C++, is no part of the heap.
 * @param {import("puppeteer-core").CDPSession} client @returns {Promise<Map<string, number>>}
 */
async function kindsOf(client) {
  /** @type {string[]} */
  const chunks = [];
  client.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => chunks.push(chunk));
  await client.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  const { snapshot, nodes, strings } = JSON.parse(chunks.join(""));
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const [type, name, size] = ["type", "name", "self_size"].map((field) => fields.indexOf(field));
  const kinds = new Map();
  for (let at = 0; at < nodes.length; at += fields.length) {
    const group = types[type][nodes[at + type]];
    if (["code", "native", "synthetic"].includes(group)) continue;
    // The name of a text is the text.
    const kind = /string/.test(group) ? group : `${group}: ${strings[nodes[at + name]]}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + nodes[at + size]);
  }
  return kinds;
}

/**
 * Memory of a process and all that it has started, each shared page by its part: Linux only.
 * @param {number} root  process id @returns {number} bytes; NaN where there is no /proc
 */
export function memoryOf(root) {
  try {
    const parents = new Map(processes().map((id) => [id, parentOf(id)]));
    const isOurs = (/** @type {number} */ id) => {
      for (let at = id; at > 1; at = parents.get(at) ?? 0) if (at === root) return true;
      return false;
    };
    return [...parents.keys()].filter(isOurs).reduce((sum, id) => sum + sharesOf(id), 0);
  } catch {
    return Number.NaN;
  }
}

const processes = () => readdirSync("/proc").filter(Number).map(Number);

/** @param {number} id */
function parentOf(id) {
  const stat = readIfThere(`/proc/${id}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

/** @param {number} id */
function sharesOf(id) {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${id}/smaps_rollup`))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** A process may end meanwhile. @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
