/** Whatever an address says, only a network and settings that the table allows come of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { REASONS } from "../../web/common/provenance.js";
import {
  checkedSettings,
  formatSetting,
  SETTINGS,
  setting,
  trainingOf,
} from "../../web/common/settings.js";
import { networkOptions, trainerOptions } from "../../web/common/training-options.js";
import { linkOf, readLink } from "../../web/model/link.js";

const RUNS = { numRuns: 10_000 };

/** Keys of the table, of links and of every object, values near what is meant and far from it. */
const key = fc.oneof(
  fc.constantFrom(
    ...SETTINGS.map((each) => each.key),
    ...["start", "steps", "run", "data", "print", "why", "weights"],
    ...["__proto__", "constructor", "toString", ""],
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const value = fc.oneof(
  fc.constantFrom("1", "-1", "0", "1e9", "1e999", "NaN", "Infinity", "0x10", "%", "%E0%A4%A", "١٦"),
  fc.constantFrom(
    ...["16-16", "0-0", "1024-1024-1024-1024", "9-9-9-9-9", "constructor", "<img onerror=x>"],
    ...["random", "best", "lesson", "file", "__proto__", "edited", "mnist"],
    ...["300", "c200_5", "e5*rate~0.1", "300*rate~1*rate~2", "300*__proto__~1", "_", "*", "1*~"],
  ),
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc
    .string({ unit: "binary", maxLength: 60 })
    .map((text) => encodeURIComponent(text.toWellFormed())),
);
const pair = fc.tuple(key, value, fc.constantFrom("=", "==", "", "&")).map((parts) => {
  const [name, said, between] = parts;
  return `${name}${between}${said}`;
});
const hash = fc.oneof(
  fc.array(pair, { maxLength: 12 }).map((pairs) => `#${pairs.join("&")}`),
  fc.string({ unit: "binary", maxLength: 3000 }),
);

/** Is this a value that the table allows? @param {string} name @param {any} found */
function isAllowed(name, found) {
  const { type, min = 0, max = 0, choices = {} } = setting(name);
  const within = (/** @type {number} */ n) => n >= min && n <= max;
  const isOf = {
    integer: () => Number.isInteger(found) && within(found),
    number: () => Number.isFinite(found) && within(found),
    choice: () => Object.hasOwn(choices, found),
    flag: () => typeof found === "boolean",
    // A model file may have brought more and wider ones than the controls offer.
    layers: () =>
      Array.isArray(found) &&
      found.length <= 7 &&
      found.every((n) => Number.isInteger(n) && n >= 1 && n <= 4096) &&
      found.reduce((sum, n, i) => sum + n * (i ? found[i - 1] : 784), 0) < 4e6,
    names: () => Array.isArray(found) && found.every((each) => Object.hasOwn(choices, each)),
  };
  return isOf[type]();
}

test("10,000 hostile addresses never throw and never ask for more than the table allows", () => {
  fc.assert(
    fc.property(hash, (text) => {
      const { start, settings, page, why, replay } = readLink(text);
      assert.ok(["lesson", "pretrained", "best", "random", "file"].includes(start.kind));
      for (const [name, found] of Object.entries({ ...settings, ...page })) {
        assert.ok(isAllowed(name, found), `${name}: ${JSON.stringify(found)}`);
      }
      assert.deepEqual(checkedSettings(settings), settings);
      assert.ok(why === "" || Object.hasOwn(REASONS, why));
      for (const entry of replay) {
        const amount = entry.kind === "trained" ? entry.steps : "count" in entry ? entry.count : 0;
        assert.ok(Number.isSafeInteger(amount) && amount > 0);
      }
    }),
    RUNS,
  );
});

test("whatever an address says is a network the engine can make, and an address again", () => {
  fc.assert(
    fc.property(hash, (text) => {
      const { start, settings, page } = readLink(text);
      const options = trainerOptions(trainingOf(settings));
      const { layers } = networkOptions(settings);
      assert.deepEqual([layers[0], layers.at(-1)], [784, 10]);
      assert.ok(options.batchSize >= 1 && Number(options.learningRate) > 0);
      const all = { theme: "auto", hide: [], labs: [], ...settings, ...page };
      const provenance = { start, done: [] };
      const { hash: written } = linkOf(
        /** @type {any} */ ({ provenance, settings: all, fingerprint: "" }),
      );
      assert.match(written, /^[\w=&.%~*-]*$/);
      if (start.kind === "file") return;
      const again = readLink(`#${written}`);
      assert.deepEqual({ ...again.settings, ...page }, { ...settings, ...page });
      assert.deepEqual(again.start, start);
    }),
    RUNS,
  );
});

test("every setting's own text is read back as it was", () => {
  for (const { key: name, initial } of SETTINGS) {
    const text = formatSetting(name, initial);
    const { settings, page } = readLink(`#start=random&${name}=${encodeURIComponent(text)}`);
    assert.deepEqual(/** @type {any} */ ({ ...settings, ...page })[name], initial, name);
  }
});
