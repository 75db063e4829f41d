/**
 * One tab stop for a group of buttons: the arrow keys, Home and End go from one to the next. The
 * group renders `tabindex` 0 for its first button and −1 for the others; which one has the 0 later
 * is the browser's to remember, not the template's.
 */

import { isCommand } from "./keys.js";

const STEPS = /** @type {Record<string, number>} */ ({
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  Home: -Infinity,
  End: Infinity,
});

/** The group's handler of keydown. @param {KeyboardEvent} event */
export function rove(event) {
  const step = isCommand(event) ? 0 : STEPS[event.key];
  const group = /** @type {HTMLElement} */ (event.currentTarget);
  const buttons = /** @type {HTMLElement[]} */ ([...group.querySelectorAll("button")]);
  const at = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
  if (!step || at < 0) return;
  event.preventDefault();
  event.stopPropagation();
  const next = Math.max(0, Math.min(buttons.length - 1, at + step));
  for (const [i, button] of buttons.entries()) button.tabIndex = i === next ? 0 : -1;
  buttons[next].focus();
}
