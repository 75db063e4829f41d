/**
 * Keyboard shortcuts of the whole page. They stay out of the way of text fields, buttons and the
 * drawing's own keys.
 */

import * as texts from "../texts/en/shell.js";
import { toDrawing } from "../ui/to-drawing.js";
import { openDialog } from "./open-dialog.js";
import { pressTrain } from "./train-choice.js";

/**
 * @typedef {import("../model/session.js").Session} Session
 *
 * @typedef {object} Shortcut
 * @property {string} name  on the key, for people
 * @property {string} key  as in KeyboardEvent.key, lower case
 * @property {string} words  what it does
 * @property {string} [hides]  name of the control that a class link may hide, with the shortcut
 * @property {(session: Session) => unknown} act
 */

/** Apple's keyboards have another key for shortcuts. */
const isApple = /Mac|iP/.test(globalThis.navigator?.platform ?? "");

/** The name of a shortcut with the key for shortcuts. @param {string} key */
export const withControl = (key) => (isApple ? `⌘${key}` : texts.ctrl(key));

/** @type {readonly Shortcut[]} */
const SHORTCUTS = [
  {
    name: texts.space,
    key: " ",
    words: texts.keyTrain,
    act: pressTrain,
  },
  {
    name: "S",
    key: "s",
    words: texts.step,
    hides: "step",
    act: (session) => session.act(session.step()),
  },
  {
    name: "F",
    key: "f",
    words: texts.keySpeed,
    act: (session) => session.act(session.set("speed", otherSpeed(session))),
  },
  {
    name: "R",
    key: "r",
    words: texts.keyReset,
    hides: "reset",
    act: (session) => session.act(session.reset()),
  },
  // These have buttons that know more: the kind of noise, and whether there is something to clear.
  {
    name: "N",
    key: "n",
    words: texts.keyNoise,
    hides: "noise",
    act: () => press("dh-drawing .noise"),
  },
  {
    name: "T",
    key: "t",
    words: texts.keyTestDigit,
    hides: "test",
    act: (session) => session.act(session.testDigit()),
  },
  { name: "D", key: "d", words: texts.keyDrawing, act: toDrawing },
  { name: "C", key: "c", words: texts.keyClear, act: () => press("dh-drawing .clear") },
  { name: "?", key: "?", words: texts.keyKeys, act: () => openDialog("keys-dialog") },
];

/** @param {Session} session */
const otherSpeed = ({ state }) => (state.settings.speed === "full" ? "auto" : "full");

/** Those of controls that are not hidden. @param {readonly string[]} hide  settings.hide */
export function shortcuts(hide) {
  return SHORTCUTS.filter(({ hides }) => !hides || !hide.includes(hides));
}

/** @param {Session} session */
export function listenToKeys(session) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey) return;
    const isTaken =
      event.ctrlKey || event.metaKey ? changeHistory(event, session) : pressed(event, session);
    if (isTaken) event.preventDefault();
  });
}

/** Undoes or redoes, if the keys say so. @param {KeyboardEvent} event @param {Session} session */
function changeHistory({ key, shiftKey, ctrlKey, target }, session) {
  const hasOwnUndo =
    "textarea, dh-drawing canvas, input:not([type=checkbox], [type=radio], [type=range])";
  if (/** @type {HTMLElement} */ (target).closest(hasOwnUndo)) return false;
  const { undo, redo } = session.state.history;
  const letter = key.toLowerCase();
  const isRedo = letter === "z" ? shiftKey : letter === "y" && ctrlKey;
  if (isRedo && redo) session.act(session.redo());
  else if (letter === "z" && !shiftKey && undo) session.act(session.undo());
  else return false;
  return true;
}

/** Does what the key stands for. @param {KeyboardEvent} event @param {Session} session */
function pressed(event, session) {
  if (document.querySelector("dialog[open]")) return false;
  const target = /** @type {HTMLElement} */ (event.target);
  if (target.closest("input, select, textarea")) return false;
  if (event.key === " " && target.closest("button, a, summary, [role=application]")) return false;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const found = shortcuts(session.state.settings.hide).find((each) => each.key === key);
  // Held down, a key acts once; Space must not scroll the page meanwhile.
  if (found && !event.repeat) found.act(session);
  return found !== undefined;
}

/** @param {string} selector */
function press(selector) {
  /** @type {HTMLElement | null} */ (document.querySelector(selector))?.click();
}
