/** All words of the page are in web/texts. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sources, wordsIn } from "../support/words.js";

/**
 * Names and code, the same in every language, by their file.
 * @type {Record<string, string[]>}
 */
const NAMES = {
  // Heads of columns of a CSV file.
  "labs/tweak/order.js": ["training digits", "epochs trained", "test digits", "test accuracy"],
  "labs/inside/sum-table.js": ["total z"],
  "shell/presentation/present.js": ["Page"],
  "shell/drop.js": ["Files"],
  "shell/playground.js": ["Downhill", "button icon larger"],
  "public/start.js": ["?lang=……"],
  "shell/class-dialog.js": ["Downhill"],
  "shell/language.js": ["?lang=…"],
  "shell/share-panel.js": ["downhill-….…"],
  "shell/toolbar.js": ["Downhill", "(prefers-color-scheme: light)"],
  "worker/mnist.js": ["…….gz"],
  "common/model-note.js": ["parameters …"],
  "labs/gradient/queries.js": ["Given up."],
  "labs/index.js": ["./…/index.js"],
  "labs/train/panels.js": ["--s:…;--c:var(--…)"],
};

/** Titles of works and names of authors, as they are in every language. */
const BIBLIOGRAPHY = "web/common/reading.js";

test("no module outside web/texts holds words for people", () => {
  const found = sources("web")
    .filter((path) => !path.startsWith("web/texts/") && path !== BIBLIOGRAPHY)
    .flatMap((path) => {
      const names = NAMES[path.replace(/^web\//, "")] ?? [];
      return wordsIn(path).filter(({ words }) => !names.includes(words));
    });
  const list = found.map(({ path, line, words }) => `${path}:${line} ${words}`).join("\n");
  assert.equal(found.length, 0, `Move these to web/texts/en/:\n${list}`);
});

test("no style sheet holds words for people", () => {
  const found = sources("web", ".css").flatMap((path) => {
    const written = readFileSync(path, "utf8").match(/content: "[^"]*\p{L}{2}[^"]*"/gu) ?? [];
    return written.map((words) => `${path}: ${words}`);
  });
  assert.equal(found.join("\n"), "");
});
