/** A link as a QR code, for a projector, a tablet's camera and paper. */
import { generate } from "lean-qr/nano";
import { html, nothing, svg } from "lit";
import * as texts from "../texts/en/class.js";
import "./qr-code.css";

/** Characters of a link whose QR code the camera of an old tablet still reads. */
export const MOST_IN_CODE = 800;

/**
 * The code, or nothing of what is too long for one.
 * @param {string} href @param {number} [most]  characters that it can have in its size
 */
export function qrCode(href, most = MOST_IN_CODE) {
  if (href.length > most) return nothing;
  const dots = generate(href);
  const rows = Array.from({ length: dots.size }, (_, y) => y);
  const path = rows
    .flatMap((y) => rows.map((x) => (dots.get(x, y) ? `M${x} ${y}h1v1h-1z` : "")))
    .join("");
  const box = `-4 -4 ${dots.size + 8} ${dots.size + 8}`;
  return html`<svg class="qr" viewBox=${box} role="img" aria-label=${texts.qrCode}
    >${svg`<path d=${path}></path>`}</svg>`;
}
