/** Further reading: every work belongs to a lab, and every language says what it adds there. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { LAB_IDS } from "../../web/common/lab-ids.js";
import { READING, WORKS } from "../../web/common/reading.js";

/** First authors of those that the lesson names, and of the articles that go on from it. */
const NAMED = [
  "Michael Nielsen",
  "Chris Olah",
  "Chiyuan Zhang",
  "Devansh Arpit",
  "Christian Szegedy",
  "Ian Goodfellow",
  "Aleksander Madry",
  "Hao Li",
];

/** @type {(keyof typeof WORKS)[]} */
const ids = /** @type {any} */ (Object.keys(WORKS));
const texts = new URL("../../web/texts/", import.meta.url);
const languages = readdirSync(texts, { withFileTypes: true }).filter((each) => each.isDirectory());

test("every work is tied to a lab", () => {
  const tied = Object.values(READING).flat();
  assert.deepEqual(
    ids.filter((id) => !tied.includes(id)),
    [],
  );
  assert.deepEqual(
    Object.keys(READING).filter((lab) => !LAB_IDS.some((id) => id === lab)),
    [],
  );
  const authors = tied.map((id) => WORKS[id].authors[0]);
  assert.deepEqual(
    NAMED.filter((name) => !authors.includes(name)),
    [],
  );
});

test("a work has a title, a year and an address of its own, by https", () => {
  for (const id of ids) {
    const { authors, year, title, url } = WORKS[id];
    assert.ok(authors.length > 0 && title.length > 10, id);
    assert.ok(year >= 1998 && year <= 2020, id);
    assert.equal(new URL(url).protocol, "https:", id);
    const [, posted] = /arxiv\.org\/abs\/(\d\d)\d\d\.\d{4,5}$/.exec(url) ?? [];
    // It is on arXiv in the year that it is of, or some time before.
    if (posted) assert.ok(year >= 2000 + Number(posted) && year <= 2002 + Number(posted), id);
  }
  assert.equal(new Set(ids.map((id) => WORKS[id].url)).size, ids.length);
});

for (const { name } of languages) {
  test(`${name} says in one sentence what each work adds to its lab`, async () => {
    const { adds, by } = await import(new URL(`${name}/reading.js`, texts).href);
    assert.deepEqual(Object.keys(adds), Object.keys(READING));
    for (const [lab, works] of Object.entries(READING)) {
      assert.deepEqual(Object.keys(adds[lab]), works, lab);
      for (const [id, words] of Object.entries(adds[lab])) {
        assert.match(words, /^[^.。]*(?:[.,]\d[^.。]*)*[.。]$/, `${lab}, ${id}`);
      }
    }
    assert.match(by(["A", "B"], 2017), /^A.+B.?[(（]2017[)）]$/);
    assert.match(by(["A", "B", "C", "D"], 2017), /^A [^BCD]+2017[)）]$/);
  });
}
