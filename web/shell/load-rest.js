/**
 * What the first screen does without: print styles, the footer, the frame of labs, the service
 * worker, and presentation mode after a reload. It is loaded at once where a system has wishes of
 * its own or the tab presents, else when the page is first touched, or some time after it is there:
 * who opens it to print it touches nothing. The print styles must be there before printing begins,
 * as it waits for nothing.
 */

import { isPresenting } from "./presenting.js";

/** See styles/wishes.css. */
const WISHES = ["forced-colors: active", "prefers-contrast: more", "prefers-reduced-transparency"];
const TOUCHES = ["pointermove", "pointerdown", "keydown", "hashchange", "beforeprint", "online"];
/** What tells that a visitor uses the page. */
const USES = ["pointerdown", "keydown", "wheel", "touchstart"];

/** After the page is ready, and at least between two tries, ms. */
const LATER = 1500;

/** @param {import("../model/session.js").Session} session */
export function loadRest(session) {
  const wishes = WISHES.map((wish) => matchMedia(`(${wish})`));
  const first = new AbortController();
  const used = firstUse();
  const wasPresenting = isPresenting();
  let isTrying = false;
  const load = async () => {
    if (isTrying) return;
    isTrying = true;
    const rest = await import("./rest.js").catch(() => null);
    if (first.signal.aborted) return;
    // Without a connection, or on a page that is being left: at a later touch.
    if (!rest) {
      setTimeout(() => {
        isTrying = false;
      }, LATER);
      return;
    }
    first.abort();
    rest.watchMedia(session, wishes);
    if (wasPresenting) session.act(rest.beginPresentation(session));
    void rest.watchVersions(session, used);
  };
  for (const wish of wishes) wish.addEventListener("change", load, first);
  for (const kind of TOUCHES) addEventListener(kind, load, first);
  const isWished = wasPresenting || wishes.some(({ matches }) => matches);
  setTimeout(load, isWished ? 0 : LATER);
}

/** @returns {Promise<void>} */
function firstUse() {
  return new Promise((resolve) => {
    const used = new AbortController();
    for (const name of USES) {
      addEventListener(
        name,
        () => {
          used.abort();
          resolve();
        },
        { signal: used.signal, passive: true, capture: true },
      );
    }
  });
}
