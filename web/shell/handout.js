/** What a printed page says of itself: the link that opens it, and its QR code. */
import { html, nothing } from "lit";
import * as texts from "../texts/en/handout.js";
import { qrCode } from "../ui/qr-code.js";

/** Characters of a link whose code is read at the size that it has on the sheet. */
const MOST = 400;

/** @param {import("../model/session.js").Session} session */
export function handout(session) {
  if (!session.state.provenance) return nothing;
  const { href, why } = session.link();
  return html`
    <p class="small">${texts.opensThis(why)}<br /><span translate="no">${href}</span></p>
    ${qrCode(href, MOST)}`;
}
