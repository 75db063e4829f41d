/**
 * The page's shortcuts of a single key, how an event names its key, and the visitor's switch that
 * turns the shortcuts off: who types by voice, or hits keys unawares, must be able to.
 */
import { IS_RIGHT_TO_LEFT } from "../texts/en/locale.js";
import * as texts from "../texts/en/ui.js";

/**
 * @typedef {object} Shortcut
 * @property {string} key  as keyOf() has it
 * @property {string} [hides]  name of the control that a class link may hide, with the shortcut
 */

/** In the order in which they are listed; texts and shell/keyboard.js have their words and acts. */
export const SHORTCUTS = /** @satisfies {Record<string, Shortcut>} */ ({
  train: { key: " " },
  step: { key: "s", hides: "step" },
  speed: { key: "f" },
  reset: { key: "r", hides: "reset" },
  noise: { key: "n", hides: "noise" },
  testDigit: { key: "t", hides: "test" },
  drawing: { key: "d" },
  clear: { key: "c" },
  present: { key: "p" },
  keys: { key: "?" },
});

/** @typedef {keyof typeof SHORTCUTS} ShortcutName */

/** As it stands on the key. @param {ShortcutName} name */
export function nameOf(name) {
  const { key } = SHORTCUTS[name];
  return key === " " ? texts.space : key.toUpperCase();
}

/**
 * A title: the words, and the shortcut unless it is off.
 * @param {string} words @param {ShortcutName} name
 */
export const withShortcut = (words, name) => (areOn() ? texts.withKey(words, nameOf(name)) : words);

/* ---- the key of an event ---- */

/**
 * A letter in lower case, a sign, or the name of another key; "" for a key that an input method
 * takes. Letters are those on the visitor's keys ("z" is where a German has it), but where these
 * are not Latin, as on Russian and Greek keyboards, those of the same places in the Latin layout.
 * @param {KeyboardEvent} event
 */
export function keyOf({ key, code, shiftKey, isComposing, keyCode }) {
  // Safari has composed already when it tells of the key that ends it.
  if (isComposing || keyCode === 229) return "";
  if ([...key].length > 1) return key;
  const letter = key.normalize("NFKC").toLowerCase();
  if (/^[ -~]|\p{Script=Latin}/u.test(letter)) return letter;
  if (code === "Slash" && shiftKey) return "?";
  return /^Key[A-Z]$/.test(code) ? code[3].toLowerCase() : letter;
}

/**
 * What of the history an event asks for.
 * @param {KeyboardEvent} event @returns {"undo" | "redo" | ""}
 */
export function historyKey(event) {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  if (altKey || ctrlKey === metaKey) return "";
  const key = keyOf(event);
  if (key === "z") return shiftKey ? "redo" : "undo";
  return key === "y" && ctrlKey && !shiftKey ? "redo" : "";
}

/** Whether other keys are held that make it a browser's own. @param {KeyboardEvent} event */
export const isCommand = ({ altKey, ctrlKey, metaKey }) => altKey || ctrlKey || metaKey;

/**
 * The name of a key that moves something, an arrow say; "" where it is the browser's own: Alt and
 * an arrow lead back in its history.
 * @param {KeyboardEvent} event
 */
export const plainKey = (event) => (isCommand(event) ? "" : event.key);

/** @type {Record<string, string>} */
const MIRRORED = { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" };

/** @param {KeyboardEvent} event */
function mirroredKey(event) {
  const key = plainKey(event);
  const { direction } = getComputedStyle(/** @type {Element} */ (event.currentTarget));
  return (direction === "rtl" && MIRRORED[key]) || key;
}

/**
 * The same for what is read one after the other: where that runs from right to left, the arrow to
 * the left leads on, as the one to the right does elsewhere. Pictures and charts are not mirrored.
 */
export const readingKey = IS_RIGHT_TO_LEFT ? mirroredKey : plainKey;

/* ---- the switch ---- */

/** Under which the browser remembers that the shortcuts are off. */
const OFF = "downhill-shortcuts-off";
/** For this visit, where the browser remembers nothing. */
let isOff = false;
const switched = new EventTarget();

/** Whether the shortcuts of a single key are on. */
export function areOn() {
  try {
    return localStorage.getItem(OFF) === null;
  } catch {
    return !isOff;
  }
}

/** Turns them on or off, in this visit and the next. @param {boolean} on */
export function turn(on) {
  isOff = !on;
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "1");
  } catch {
    // It holds for this visit.
  }
  switched.dispatchEvent(new Event("change"));
}

/** Updates its host when the shortcuts are switched, in another tab as well. */
export class ShortcutsController {
  #changed;

  /** @param {import("./controllers.js").Host} host */
  constructor(host) {
    this.#changed = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected() {
    switched.addEventListener("change", this.#changed);
    addEventListener("storage", this.#changed);
  }

  hostDisconnected() {
    switched.removeEventListener("change", this.#changed);
    removeEventListener("storage", this.#changed);
  }
}

/** Apple's keyboards have another key for shortcuts. */
const isApple = /Mac|iP/.test(globalThis.navigator?.platform ?? "");

/** The name of a shortcut with the key for shortcuts. @param {string} key */
export const withControl = (key) => (isApple ? `⌘${key}` : texts.ctrl(key));

/** Those of controls that are not hidden. @param {readonly string[]} hide  settings.hide */
export function shortcuts(hide) {
  const names = /** @type {ShortcutName[]} */ (Object.keys(SHORTCUTS));
  return names.filter((name) => {
    const { hides = "" } = /** @type {Shortcut} */ (SHORTCUTS[name]);
    return !hide.includes(hides);
  });
}
