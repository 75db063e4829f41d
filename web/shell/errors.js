/** Errors that nobody has caught: a notice says that there was one. */
import * as texts from "../texts/en/shell.js";

/** At most one notice in that time, since what fails may fail again in every frame. */
const PAUSE_MS = 10_000;
/** Sizes that changed while they were told, and errors of scripts that are not the page's. */
const HARMLESS = /^(ResizeObserver loop|Script error)/;

/** @param {import("../model/session.js").Session} session */
export function listenToErrors(session) {
  let last = Number.NEGATIVE_INFINITY;
  const tell = (/** @type {unknown} */ reason) => {
    const words = wordsOf(reason);
    const now = performance.now();
    if (HARMLESS.test(words) || now - last < PAUSE_MS || session.state.failure) return;
    last = now;
    session.say(texts.somethingWentWrong(words), { key: "unexpected" });
  };
  addEventListener("error", ({ error, message }) => tell(error ?? message));
  addEventListener("unhandledrejection", ({ reason }) => tell(reason));
}

/** @param {unknown} reason */
function wordsOf(reason) {
  return (reason instanceof Error && reason.message) || String(reason || texts.unknownError);
}
