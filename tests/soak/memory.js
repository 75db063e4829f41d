/**
 * What a page holds: its JavaScript heap after a garbage collection in Chromium, the memory of the
 * browser's processes in Firefox, which has no way to ask for a collection.
 *
 * @typedef {{ heap: number, nodes: number, listeners: number }} Held  bytes; elements and texts;
 *   event listeners
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
    return { heap: usedSize, nodes, listeners: jsEventListeners };
  } finally {
    await client.detach();
  }
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
