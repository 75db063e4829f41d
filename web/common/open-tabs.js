/**
 * Which saved networks belong to open tabs: each tab holds a lock named after its network's id, as
 * long as it is open. Without Web Locks no tab knows of another.
 */

export const LOCK = "downhill:";

/** Ids of the networks of open tabs. @returns {Promise<Set<string>>} */
export async function claimedIds() {
  const { held = [] } = (await globalThis.navigator?.locks?.query().catch(() => null)) ?? {};
  return new Set(held.map(({ name }) => String(name).slice(LOCK.length)));
}
