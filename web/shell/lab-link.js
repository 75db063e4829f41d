/** A link to a lab, or to the playground: it changes the place within the page. */
import { html } from "lit";

/** @typedef {import("../model/session.js").Session} Session */

/**
 * @param {Session} session
 * @param {string} lab  its id; "" for the playground
 * @param {unknown} content
 * @param {{ name?: string, after?: () => void }} [options]  name: its class; after: once the lab is
 *   chosen
 */
export function labLink(session, lab, content, { name = "", after = () => {} } = {}) {
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
