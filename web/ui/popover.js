/** Where a popover stands: beside the button that opens it, inside the window. */

import { IS_RIGHT_TO_LEFT } from "../texts/en/locale.js";

/** CSS pixels between the two, and between the popover and the window's edge. */
const GAP = 8;

/**
 * A double click on its button is one click: the second would close what the first has opened.
 * @param {MouseEvent} event
 */
export function clickOnce(event) {
  if (event.detail > 1) event.preventDefault();
}

/**
 * Under the button, in line with its beginning; above it, where that is in the lower half of the
 * window.
 * @param {HTMLElement} popover  open @param {Element} button
 */
export function placeBeside(popover, button) {
  const { left, top, bottom } = button.getBoundingClientRect();
  const { style, offsetWidth } = popover;
  const most = document.documentElement.clientWidth - offsetWidth - GAP;
  const beginning = IS_RIGHT_TO_LEFT ? button.getBoundingClientRect().right - offsetWidth : left;
  const isLow = top > innerHeight / 2;
  style.left = `${Math.max(GAP, Math.min(beginning, most))}px`;
  style.top = isLow ? "auto" : `${bottom + GAP}px`;
  style.bottom = isLow ? `${innerHeight - top + GAP}px` : "auto";
}
