/**
 * When shell/media.js is loaded: at once where a system has wishes of its own, else when the page
 * is first touched, or some time after it is there: who opens it to print it touches nothing. The
 * print styles must be there before printing begins, as it waits for nothing.
 */

/** See styles/wishes.css. */
const WISHES = ["forced-colors: active", "prefers-contrast: more", "prefers-reduced-transparency"];
const TOUCHES = ["pointermove", "pointerdown", "keydown", "hashchange", "beforeprint"];
/** After the page is ready, and at least between two tries, ms. */
const LATER = 1500;

/** @param {import("../model/session.js").Session} session */
export function loadMediaWhenNeeded(session) {
  const wishes = WISHES.map((wish) => matchMedia(`(${wish})`));
  const first = new AbortController();
  let isTrying = false;
  const load = async () => {
    if (isTrying) return;
    isTrying = true;
    const media = await import("./media.js").catch(() => null);
    if (first.signal.aborted) return;
    // Without a connection, or on a page that is being left: at a later touch.
    if (!media) {
      setTimeout(() => {
        isTrying = false;
      }, LATER);
      return;
    }
    first.abort();
    media.watchMedia(session, wishes);
  };
  for (const wish of wishes) wish.addEventListener("change", load, first);
  for (const kind of TOUCHES) addEventListener(kind, load, first);
  setTimeout(load, wishes.some(({ matches }) => matches) ? 0 : LATER);
}
