/** Which key an event is of, on any keyboard. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { historyKey, keyOf } from "../../web/ui/keys.js";

/**
 * An event of a key.
 * @param {string} key @param {string} code
 * @param {Record<string, any>} [rest]
 */
const event = (key, code, rest = {}) =>
  /** @type {KeyboardEvent} */ (
    /** @type {unknown} */ ({
      key,
      code,
      keyCode: 0,
      isComposing: false,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      shiftKey: false,
      ...rest,
    })
  );

test("letters are those on the keys, or of the same places where these are not Latin", () => {
  for (const [key, code, expected] of [
    ["s", "KeyS", "s"],
    ["S", "KeyS", "s"],
    ["z", "KeyY", "z"],
    ["ы", "KeyS", "s"],
    ["Ы", "KeyS", "s"],
    ["σ", "KeyS", "s"],
    ["と", "KeyS", "s"],
    ["ㄴ", "KeyS", "s"],
    ["ｓ", "KeyS", "s"],
    ["　", "Space", " "],
    ["ü", "KeyR", "ü"],
    [",", "Slash", ","],
    ["?", "Digit7", "?"],
    ["Enter", "Enter", "Enter"],
    ["Dead", "KeyS", "Dead"],
  ])
    assert.equal(keyOf(event(key, code)), expected, key);
  assert.equal(keyOf(event("؟", "Slash", { shiftKey: true })), "?");
});

test("a key that an input method takes is none", () => {
  assert.equal(keyOf(event("s", "KeyS", { isComposing: true })), "");
  assert.equal(keyOf(event("Enter", "Enter", { keyCode: 229 })), "");
  assert.equal(historyKey(event("z", "KeyZ", { ctrlKey: true, keyCode: 229 })), "");
});

test("undo and redo have keys on Apple’s keyboards, under Caps Lock and in any script", () => {
  for (const held of ["ctrlKey", "metaKey"])
    for (const key of ["z", "Z", "я", "Я", "ζ"]) {
      assert.equal(historyKey(event(key, "KeyZ", { [held]: true })), "undo", key);
      assert.equal(historyKey(event(key, "KeyZ", { [held]: true, shiftKey: true })), "redo", key);
    }
  assert.equal(historyKey(event("Y", "KeyY", { ctrlKey: true })), "redo");
  assert.equal(historyKey(event("y", "KeyY", { metaKey: true })), "", "another command there");
  assert.equal(historyKey(event("z", "KeyZ")), "");
  assert.equal(historyKey(event("z", "KeyZ", { ctrlKey: true, altKey: true })), "", "AltGr");
});
