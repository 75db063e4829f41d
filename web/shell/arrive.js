/** Where language.js leaves it. */
export const MOVED = "moved";

/**
 * Takes up what the page in another language was left with: the browser keeps it with an address,
 * not for the next one. See language.js.
 */
export function arrive() {
  try {
    const moved = sessionStorage.getItem(MOVED);
    sessionStorage.removeItem(MOVED);
    if (moved && !history.state) history.replaceState(JSON.parse(moved), "");
  } catch {
    // Nothing is kept in this browser.
  }
}
