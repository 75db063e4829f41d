/** Whatever an address says, only settings that the table allows come of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  defaults,
  formatSetting,
  planOf,
  readHash,
  SETTINGS,
  setting,
  writeHash,
} from "../../web/common/settings.js";

const RUNS = { numRuns: 10_000 };

/** Keys of the table and of every object, values near what is meant and far from it. */
const key = fc.oneof(
  fc.constantFrom(...SETTINGS.map((each) => each.key), "__proto__", "constructor", "toString", ""),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const value = fc.oneof(
  fc.constantFrom("1", "-1", "0", "1e9", "1e999", "NaN", "Infinity", "0x10", "%", "%E0%A4%A", "١٦"),
  fc.constantFrom(
    "16-16",
    "0-0",
    "1024-1024-1024-1024",
    "9-9-9-9-9",
    "constructor",
    "<img onerror=x>",
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
    layers: () =>
      Array.isArray(found) &&
      found.length > 0 &&
      found.length < 5 &&
      found.every((n) => Number.isInteger(n) && within(n)),
    names: () => Array.isArray(found) && found.every((each) => Object.hasOwn(choices, each)),
  };
  return isOf[type]();
}

test("10,000 hostile addresses never throw and never say more than the table allows", () => {
  fc.assert(
    fc.property(hash, (text) => {
      const said = readHash(text);
      assert.equal(Object.getPrototypeOf(said), Object.prototype);
      for (const name of Object.keys(said)) {
        assert.ok(isAllowed(name, said[name]), `${name}: ${JSON.stringify(said[name])}`);
      }
    }),
    RUNS,
  );
});

test("whatever an address says is a plan the engine can be asked for, and an address again", () => {
  fc.assert(
    fc.property(hash, (text) => {
      const settings = { ...defaults(), ...readHash(text) };
      const { network, trainer } = planOf(settings);
      assert.deepEqual([network.layers[0], network.layers.at(-1)], [784, 10]);
      assert.ok(trainer.batchSize >= 1 && trainer.learningRate > 0);
      const written = writeHash(settings);
      assert.match(written, /^[\w=&.%-]*$/);
      assert.deepEqual({ ...defaults(), ...readHash(`#${written}`) }, settings);
    }),
    RUNS,
  );
});

test("every setting's own text is read back as it was", () => {
  for (const { key: name, initial } of SETTINGS) {
    const text = formatSetting(name, initial);
    const said = readHash(`#${name}=${encodeURIComponent(text)}`);
    assert.deepEqual(said[name], initial, name);
  }
});
