/**
 * Keyboard shortcuts of the whole page. They stay out of the way of text fields, buttons and the
 * drawing's own keys.
 */

import { areOn, historyKey, isCommand, keyOf, SHORTCUTS, shortcuts } from "../ui/keys.js";
import { toDrawing } from "../ui/to-drawing.js";
import { openDialog } from "./open-dialog.js";
import { present } from "./start-presentation.js";
import { pressTrain } from "./train-choice.js";

/**
 * @typedef {import("../model/session.js").Session} Session
 * @typedef {import("../ui/keys.js").ShortcutName} ShortcutName
 */

/** What the shortcuts do. @type {Record<ShortcutName, (session: Session) => unknown>} */
const ACTS = {
  train: pressTrain,
  step: (session) => session.act(session.step()),
  speed: (session) => session.act(session.set("speed", otherSpeed(session))),
  reset: (session) => session.act(session.reset()),
  // These have buttons that know more: the kind of noise, and whether there is something to clear.
  noise: () => press("dh-drawing .noise"),
  clear: () => press("dh-drawing .clear"),
  testDigit: (session) => session.act(session.testDigit()),
  drawing: toDrawing,
  present: (session) => session.act(present(session)),
  keys: (session) => session.act(openDialog("keys-dialog")),
};

/** @param {Session} session */
const otherSpeed = ({ state }) => (state.settings.speed === "full" ? "auto" : "full");

/** @param {Session} session */
export function listenToKeys(session) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    if (isHeldOnButton(event) || changeHistory(event, session) || pressed(event, session))
      event.preventDefault();
  });
}

/**
 * Held down, Enter would press a button again and again, and Space one that got the focus
 * meanwhile.
 * @param {KeyboardEvent} event
 */
function isHeldOnButton({ repeat, key, target }) {
  const element = /** @type {HTMLElement} */ (target);
  return repeat && (key === "Enter" || key === " ") && element.closest("button, summary, a");
}

/** Undoes or redoes, if the keys say so. @param {KeyboardEvent} event @param {Session} session */
function changeHistory(event, session) {
  const which = historyKey(event);
  if (!which || !session.state.history[which] || hasOwnUndo(event)) return false;
  session.act(session[which]());
  return true;
}

/**
 * Whether it is in a drawing, or in a field with text that does not count yet: a drawing's `typed`
 * is undefined.
 * @param {Event} event
 */
function hasOwnUndo({ target }) {
  const own = /** @type {Element} */ (target).closest("dh-drawing canvas, dh-typed-field");
  return own && /** @type {any} */ (own).typed !== null;
}

/** Does what the key stands for. @param {KeyboardEvent} event @param {Session} session */
function pressed(event, session) {
  if (isCommand(event) || !areOn() || document.querySelector("dialog[open]")) return false;
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.closest("input, select, textarea")) return false;
  const key = keyOf(event);
  if (key === " " && target.closest("button, a, summary, [role=application]")) return false;
  const found = shortcuts(session.state.settings.hide).find((name) => SHORTCUTS[name].key === key);
  // Held down, a key acts once; Space must not scroll the page meanwhile.
  if (found && !event.repeat) ACTS[found](session);
  return found !== undefined;
}

/** @param {string} selector */
function press(selector) {
  /** @type {HTMLElement | null} */ (document.querySelector(selector))?.click();
}
