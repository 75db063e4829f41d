/**
 * The address of the page and what the browser remembers with it. The browser keeps `history.state`
 * over a reload, and has none for an address that was typed, pasted or followed: so it tells a
 * tab's own network from a link.
 *
 * @typedef {object} Address
 * @property {() => string} hash
 * @property {(hash: string) => string} withHash  the whole address with another hash
 * @property {() => string | null} savedId of this tab's saved network; null for a fresh visit or a
 *   link
 * @property {(hash: string, id: string) => void} write replaces the present address; adds nothing
 *   to the history
 * @property {(id: string) => Promise<boolean>} claim the id for this tab; false when another tab
 *   has it
 * @property {() => Promise<Set<string>>} claimed  ids that open tabs have
 */
import { claimedIds, LOCK } from "../common/open-tabs.js";

/** The browser's own. @returns {Address} */
export function browserAddress() {
  return {
    hash: () => location.hash,
    withHash: (hash) => {
      const url = new URL(location.href);
      url.hash = hash;
      return url.href;
    },
    savedId: () => (typeof history.state?.network === "string" ? history.state.network : null),
    write: (hash, id) => {
      const path = location.pathname + location.search;
      history.replaceState({ network: id }, "", hash ? `${path}#${hash}` : path);
    },
    claim,
    claimed: claimedIds,
  };
}

/** Holds the lock until the tab is closed. @param {string} id @returns {Promise<boolean>} */
function claim(id) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks
      .request(LOCK + id, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise(() => {}) : undefined;
      })
      .catch(() => resolve(true));
  });
}
