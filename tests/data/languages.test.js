/** Every language has the texts of English, each with the same parameters, and no others. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";

const texts = new URL("../../web/texts/", import.meta.url);
const languages = readdirSync(texts, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "en")
  .map(({ name }) => name);
const files = readdirSync(new URL("en/", texts)).filter((file) => file.endsWith(".js"));

/** @param {string} language @param {string} file */
const textsOf = (language, file) => import(new URL(`${language}/${file}`, texts).href);

/** The words of a text, a template's among them, without its markup. @param {unknown} text */
function wordsOf(text) {
  const { strings } = /** @type {{ strings?: readonly string[] }} */ (text ?? {});
  const whole = typeof text === "string" ? text : strings?.join(" ");
  return whole?.replace(/<code>.*?<\/code>|<math.*?<\/math>|<[^>]*>/gs, " ");
}

test("each language has a file that looks at its page", () => {
  const looks = readdirSync(new URL("../thorough/", import.meta.url));
  for (const language of languages)
    assert.ok(looks.includes(`looks-${language}.test.js`), language);
});

/** A word of two letters or more that is not a name. @param {string | undefined} words */
const isSentence = (words) => /\p{Ll}{2,}/u.test(words ?? "");

for (const language of languages) {
  test(`${language} has every text of English, and no others`, async () => {
    const faults = [];
    const own = readdirSync(new URL(`${language}/`, texts)).filter((file) => file.endsWith(".js"));
    for (const file of own.filter((file) => !files.includes(file)))
      faults.push(`${file}: left over`);
    for (const file of files) {
      if (!own.includes(file)) {
        faults.push(`${file}: missing`);
        continue;
      }
      const [english, translated] = await Promise.all([
        textsOf("en", file),
        textsOf(language, file),
      ]);
      faults.push(...differences(english, translated).map((fault) => `${file}: ${fault}`));
    }
    assert.equal(faults.length, 0, `\n${faults.join("\n")}`);
  });

  test(`${language} leaves nothing in English`, async () => {
    /** @type {{ default: string[] }} */
    const { default: same } = await import(`./same-texts/${language}.js`);
    const faults = [];
    for (const file of files) {
      const [english, translated] = await Promise.all([
        textsOf("en", file),
        textsOf(language, file),
      ]);
      for (const [key, words] of leaves(english)) {
        const others = new Map(leaves(translated));
        const name = `${file}: ${key}`;
        if (isSentence(words) && others.get(key) === words && !same.includes(words)) {
          faults.push(`${name}: ${words}`);
        }
      }
    }
    assert.equal(faults.length, 0, `\n${faults.join("\n")}`);
  });
}

/** @param {any} english @param {any} translated @param {string} [at] @returns {string[]} */
function differences(english, translated, at = "") {
  const faults = [];
  for (const key of Object.keys(translated)) {
    if (!(key in english)) faults.push(`${at}${key}: left over`);
  }
  for (const [key, text] of Object.entries(english)) {
    const other = translated[key];
    const kind = kindOf(text);
    if (!(key in translated)) faults.push(`${at}${key}: missing`);
    else if (kindOf(other) !== kind)
      faults.push(`${at}${key}: ${kindOf(other)} instead of ${kind}`);
    else if (kind === "function" && other.length > text.length) {
      faults.push(`${at}${key}: takes ${other.length} instead of ${text.length}`);
    } else if (kind === "list" && other.length !== text.length) {
      faults.push(`${at}${key}: ${other.length} items instead of ${text.length}`);
    } else if (kind === "list" || kind === "object") {
      faults.push(...differences(text, other, `${at}${key}.`));
    }
  }
  return faults;
}

/** @param {unknown} text */
function kindOf(text) {
  if (typeof text !== "object" || text === null) return typeof text;
  if (Array.isArray(text)) return "list";
  return "strings" in text ? "template" : "object";
}

/**
 * All strings and templates.
 * @param {any} all @param {string} [at] @returns {[string, string][]}
 */
function leaves(all, at = "") {
  return Object.entries(all).flatMap(([key, text]) => {
    const words = wordsOf(text);
    if (words !== undefined) return [[`${at}${key}`, words.replace(/\s+/g, " ").trim()]];
    return typeof text === "object" && text ? leaves(text, `${at}${key}.`) : [];
  });
}

test("a sentence ends once, a question as a question", async () => {
  for (const folder of ["en", "de", "es", "zh"]) {
    const { withStop } = await import(`../../web/texts/${folder}/locale.js`);
    const stop = folder === "zh" ? "。" : ".";
    const ends = ["no", "No.", "No?", "No!"].map(withStop);
    assert.deepEqual(ends, [`no${stop}`, `No${stop}`, "No?", "No!"], folder);
  }
  const { labNotShown } = await import("../../web/texts/en/shell.js");
  const { notReached } = await import("../../web/texts/en/load-files.js");
  assert.equal(
    labNotShown(notReached),
    "This lab could not be shown: a file of this page could not be loaded; is the device online?",
  );
});
