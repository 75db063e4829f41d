/**
 * The address of the page and what the browser remembers with it. The browser keeps `history.state`
 * over a reload, and has none for an address that was typed, pasted or followed: so it tells a
 * tab's own network from a link.
 *
 * @typedef {"" | "waiting" | "running"} Unfinished  training that a reload would interrupt;
 *   waiting: for its digits
 *
 * @typedef {object} Address
 * @property {() => string} hash  with or without "#"; of a link whose "#" has become "?", its words
 * @property {(hash: string) => string} withHash  the whole address with another hash
 * @property {() => string | null} savedId of this tab's saved network; null for a fresh visit or a
 *   link
 * @property {(tabs: string[]) => boolean} isOwn  whether one of these tabs has written the present
 *   entry of the history
 * @property {(tab: string) => Unfinished} unfinished  training that the tab was in when it was left
 *   last, whichever entry of the history that was
 * @property {(hash: string) => void} go  adds an entry with that hash to the history
 * @property {(hash: string, id: string | null, tab: string, training: Unfinished) => void} write
 *   replaces the present address, the id of its saved network, that of the tab, and what the tab
 *   is in; adds nothing to the history
 * @property {(id: string) => Promise<boolean>} claim the id for this tab; false when another tab
 *   has it
 * @property {() => Promise<Set<string>>} claimed  ids that open tabs have
 */
import { claimedIds, LOCK } from "../common/open-tabs.js";
import { linkIn, linkInSearch } from "./link-text.js";

/** Before the id of a tab: where it keeps what training it is in. */
const TRAINING = "downhill-training-";

/** The browser's own. @returns {Address} */
export function browserAddress() {
  return {
    hash: () => linkIn(location),
    withHash,
    savedId: () => (typeof history.state?.network === "string" ? history.state.network : null),
    unfinished,
    isOwn: (tabs) => tabs.includes(history.state?.tab),
    go: (hash) => history.pushState(history.state, "", withHash(hash)),
    write: (hash, network, tab, training) => {
      history.replaceState({ network, tab }, "", withHash(hash));
      keepUnfinished(tab, training);
    },
    claim,
    claimed: claimedIds,
  };
}

/**
 * The whole address: a path that begins with "//" would be read as a host. The hash alone says what
 * is on the page.
 * @param {string} hash
 */
function withHash(hash) {
  const url = new URL(location.href);
  url.search = linkInSearch(url.search).rest;
  url.hash = hash;
  return url.href;
}

/** @param {string} tab @returns {Unfinished} */
function unfinished(tab) {
  try {
    const kept = sessionStorage.getItem(TRAINING + tab);
    return kept === "waiting" || kept === "running" ? kept : "";
  } catch {
    return "";
  }
}

/** @param {string} tab @param {Unfinished} training */
function keepUnfinished(tab, training) {
  try {
    if (training) sessionStorage.setItem(TRAINING + tab, training);
    else sessionStorage.removeItem(TRAINING + tab);
  } catch {
    // Then a reload ends training without a word.
  }
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
