/**
 * One tab stop for a group of buttons, or of others that tell something to who points at them: the
 * arrow keys, Home and End go from one to the next. The group renders `tabindex` 0 for its first
 * and −1 for the others; which one has the 0 later is the browser's to remember, not the
 * template's.
 */

import { readingKey } from "./keys.js";

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
  const step = STEPS[readingKey(event)];
  const group = /** @type {HTMLElement} */ (event.currentTarget);
  const all = /** @type {HTMLElement[]} */ ([...group.querySelectorAll("[tabindex]")]);
  const members = all.filter((member) => member.checkVisibility());
  const at = members.indexOf(/** @type {HTMLElement} */ (event.target));
  if (!step || at < 0) return;
  event.preventDefault();
  event.stopPropagation();
  const next = Math.max(0, Math.min(members.length - 1, at + step));
  for (const [i, member] of members.entries()) member.tabIndex = i === next ? 0 : -1;
  members[next].focus();
}
