/** A link to a lab, or to the playground: it changes the place within the page. */
import { html, nothing } from "lit";
import { placeFor } from "../common/labs.js";

/** @typedef {import("../model/session.js").Session} Session */

/**
 * Nothing, where a class link shows other places.
 * @param {Session} session
 * @param {string} lab  its id; "" for the playground
 * @param {unknown} content
 * @param {{ name?: string, after?: () => void }} [options]  name: its class; after: once the lab is
 *   chosen
 */
export function labLink(session, lab, content, { name = "", after = () => {} } = {}) {
  if (placeFor(lab, session.state.settings.labs) !== lab) return nothing;
  const isHere = session.state.lab === lab ? "page" : "false";
  const choose = (/** @type {MouseEvent} */ event) => {
    // A new tab or window begins there by itself.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    session.goTo(lab);
    after();
  };
  return html`<a class=${name} href="#${lab}" aria-current=${isHere} @click=${choose}
    >${content}</a>`;
}
