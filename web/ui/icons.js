/**
 * Icons: 24 units wide, one stroke; hidden from screen readers, the button beside them has the
 * words.
 */
import { svg } from "lit";

/** @param {import("lit").TemplateResult<2>} shapes */
const icon = (shapes) => svg`<svg viewBox="0 0 24 24" aria-hidden="true">${shapes}</svg>`;

export const icons = {
  run: icon(svg`<path class="solid" d="M8 5.5v13l10-6.5z"/>`),
  pause: icon(svg`<path d="M8.5 6v12M15.5 6v12" stroke-width="3"/>`),
  step: icon(svg`<path class="solid" d="M6 6v12l8-6z"/><path d="M18 6v12"/>`),
  reset: icon(svg`<path d="M4 12a8 8 0 1 0 2.6-5.9"/><path d="M4 4v4.5h4.5"/>`),
  undo: icon(svg`<path d="M9 6 4.5 10.5 9 15"/><path d="M5 10.5h9a5 5 0 0 1 0 10h-2"/>`),
  unstroke: icon(svg`<path d="M9 6h11v12H9l-5.5-6z"/><path d="m12 9.5 5 5M17 9.5l-5 5"/>`),
  clear: icon(svg`<path d="M6 6l12 12M18 6 6 18"/>`),
  noise: icon(
    svg`<path stroke-width="2.6" d="M5 5h.01M10 7h.01M16 5h.01M19 10h.01
      M6 12h.01M12 12h.01M9 16h.01M16 15h.01M5 19h.01M12 19h.01M19 19h.01"/>`,
  ),
  digit: icon(svg`<rect x="4.5" y="4.5" width="15" height="15" rx="3"/><path d="M9.5 9h5l-3 7"/>`),
  journey: icon(svg`<path d="M3.5 12h13"/><path d="m12.5 7 5 5-5 5"/><path d="M20.5 5v14"/>`),
  sun: icon(
    svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2
      M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4"/>`,
  ),
  moon: icon(svg`<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>`),
  labs: icon(
    svg`<rect x="4.5" y="4.5" width="6" height="6" rx="1.5"/>
      <rect x="13.5" y="4.5" width="6" height="6" rx="1.5"/>
      <rect x="4.5" y="13.5" width="6" height="6" rx="1.5"/>
      <rect x="13.5" y="13.5" width="6" height="6" rx="1.5"/>`,
  ),
  pen: icon(svg`<path d="m5 19 1-4L16 5l3 3L9 18z"/>`),
  open: icon(svg`<path d="m7 10 5 5 5-5"/>`),
  larger: icon(svg`<path d="M14 4.5h5.5V10M10 19.5H4.5V14M19 5l-6 6M5 19l6-6"/>`),
  keys: icon(
    svg`<path d="M9 9.2a3 3 0 1 1 4.2 2.8c-.9.4-1.2 1-1.2 2"/>
      <path d="M12 17.6h.01" stroke-width="2.4"/>`,
  ),
  settings: icon(
    svg`<path d="M4 7h9M19 7h1M4 17h1M11 17h9"/>
      <circle cx="16" cy="7" r="2.5"/><circle cx="8" cy="17" r="2.5"/>`,
  ),
};
