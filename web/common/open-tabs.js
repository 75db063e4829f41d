/**
 * What belongs to open tabs: each holds a lock named after its network's id, as long as it is open,
 * and one that others can hold too after the own digits that it uses. Without Web Locks no tab
 * knows of another.
 */

export const LOCK = "downhill:";
export const DATA_LOCK = "downhill-data:";

/** Ids of the networks of open tabs. @returns {Promise<Set<string>>} */
export async function claimedIds() {
  return new Set(await heldIds(LOCK));
}

/** One id for each lock of that kind. @param {string} prefix @returns {Promise<string[]>} */
export async function heldIds(prefix) {
  const { held = [] } = (await globalThis.navigator?.locks?.query().catch(() => null)) ?? {};
  const names = held.map(({ name }) => String(name));
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}
