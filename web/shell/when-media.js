/**
 * When shell/media.js is loaded: at once where a system has wishes of its own, else when the page is
 * first touched, as nobody prints before.
 */

/** See styles/wishes.css. */
const WISHES = ["forced-colors: active", "prefers-contrast: more", "prefers-reduced-transparency"];
const TOUCHES = ["pointermove", "pointerdown", "keydown", "hashchange"];

/** @param {import("../model/session.js").Session} session */
export function loadMediaWhenNeeded(session) {
  const wishes = WISHES.map((wish) => matchMedia(`(${wish})`));
  const first = new AbortController();
  const load = async () => {
    first.abort();
    (await import("./media.js")).watchMedia(session, wishes);
  };
  for (const wish of wishes) wish.addEventListener("change", load, first);
  for (const kind of TOUCHES) addEventListener(kind, load, first);
  if (wishes.some(({ matches }) => matches)) load();
}
