/** Text from outside, as it is shown: one line, short, and what it says is what is seen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NAME, shownText } from "../../web/common/shown-text.js";

test("common names stay as they are, in every script", () => {
  for (const name of [
    "mine.safetensors",
    'I\'m <b>bold</b> & "quoted".csv',
    "Zahlen – größer.png",
    "цифры.csv",
    "数字🙂.png",
    "मेरा नाम.png",
    "می\u200cخواهم.csv",
    "👩\u200d🔬.gz",
  ]) {
    assert.equal(shownText(name), name);
  }
});

test("what reorders, hides or breaks the words around it is left out", () => {
  assert.equal(shownText("gpj.\u202eexe\u202c"), "gpj.exe");
  assert.equal(shownText("\u2066a\u2069\u200b\ufeff\u0000\u001b[31mb\u007f"), "a[31mb");
  assert.equal(shownText(" a\r\n\tb\u2028c\u00a0d "), "a b c d");
  assert.equal(shownText("a\ud800b"), "ab");
  assert.equal(shownText(`Z${"\u0307".repeat(500)}o`), `Z${"\u0307".repeat(4)}o`);
});

test("a long one keeps its beginning and its end", () => {
  assert.equal(shownText(`${"a".repeat(300)}.safetensors`), `${"a".repeat(43)}…aaaa.safetensors`);
  assert.equal(shownText(`${"a".repeat(1e7)}.gz`), `${"a".repeat(43)}…${"a".repeat(13)}.gz`);
  assert.equal([...shownText("🙂".repeat(300))].length, NAME);
  assert.equal([...shownText("x".repeat(1e7), 20)].length, 20);
});

test("whatever it is, it is short, of one line, and the same when it is shown again", () => {
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(fc.nat(0xffff), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
    fc.anything(),
  );
  fc.assert(
    fc.property(texts, (value) => {
      const text = typeof value === "object" ? JSON.stringify(value) : String(value);
      const shown = shownText(text);
      assert.ok([...shown].length <= NAME);
      assert.doesNotMatch(shown, /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      assert.equal(shownText(shown), shown);
    }),
    { numRuns: 2000 },
  );
});
