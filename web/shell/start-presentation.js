import { fetched } from "./fetched.js";

/** @typedef {import("../model/session.js").Session} Session */

/** Of the element that is in the page while presenting. */
const TAG = "dh-presentation";

/** Begins presentation mode, or ends it. @param {Session} session */
export async function present(session) {
  const going = document.querySelector(TAG);
  if (going) going.remove();
  else await beginPresentation(session);
}

/**
 * Begins it, unless it has begun; rejects when it cannot be fetched.
 * @param {Session} session
 */
export async function beginPresentation(session) {
  await fetched(import("./presentation/present.js"));
  if (document.querySelector(TAG)) return;
  const presentation = /** @type {any} */ (document.createElement(TAG));
  presentation.session = session;
  document.getElementById("page")?.append(presentation);
}
