/** Whatever happens to a link on its way, no other network is opened without a word. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { LAB_NAMES } from "../../web/common/labs.js";
import { NETWORK_KEYS, setting, TRAINING_KEYS } from "../../web/common/settings.js";
import { impliedSettings } from "../../web/common/starts.js";
import { linkOf, readLink, weightsHash } from "../../web/model/link.js";
import { linkIn, linkInSearch } from "../../web/model/link-text.js";

const RUNS = { numRuns: 5_000 };
const FINGERPRINT = "85b863329a925341";

/** Values of a setting that its control allows. @param {string} key @returns {fc.Arbitrary<any>} */
function valueFor(key) {
  const { type, min = 0, max = 0, choices = {} } = setting(key);
  if (type === "integer") return fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) });
  if (type === "number") return fc.double({ min: Math.max(min, 1e-6), max, noNaN: true });
  if (type === "flag") return fc.boolean();
  if (type === "layers") return fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 4 });
  if (type === "names") return fc.subarray(Object.keys(choices));
  return fc.constantFrom(...Object.keys(choices));
}

const start = fc.oneof(
  fc.constantFrom({ kind: "lesson" }, { kind: "pretrained" }, { kind: "best" }, { kind: "file" }),
  fc.integer({ min: 0, max: 9999 }).map((seed) => ({ kind: "random", seed })),
);
const data = fc.record({
  kind: fc.constantFrom("mnist", "handwriting"),
  name: fc.constant("MNIST"),
  checksum: fc.constantFrom("1", ""),
  count: fc.constant(60_000),
  drawings: fc.constant(0),
});
const options = fc.record(Object.fromEntries(TRAINING_KEYS.map((key) => [key, valueFor(key)])));
const entry = fc.oneof(
  fc.record({
    kind: fc.constant("trained"),
    options,
    continued: fc.boolean(),
    data,
    steps: fc.integer({ min: 1, max: 99_999 }),
  }),
  fc.record({
    kind: fc.constant("examples"),
    rate: fc.constantFrom(1, 0.3),
    from: fc.constant(0),
    count: fc.integer({ min: 1, max: 99 }),
    data,
  }),
  fc.constant({ kind: "edited" }),
);
const changes = fc.record(Object.fromEntries(NETWORK_KEYS.map((key) => [key, valueFor(key)])), {
  requiredKeys: [],
});
const page = fc.record({
  theme: valueFor("theme"),
  speed: valueFor("speed"),
  hide: valueFor("hide"),
  labs: valueFor("labs"),
});

/** A link as the page writes it, without "#". */
const link = fc
  .record({
    start,
    done: fc.array(entry, { maxLength: 3 }),
    changes,
    page,
    lab: fc.constantFrom("", ...LAB_NAMES.map(({ id }) => id)),
    weights: fc.option(fc.string({ unit: fc.constantFrom(..."aZ09-_"), minLength: 3 })),
  })
  .map(({ weights, lab, ...about }) => {
    const settings = { ...impliedSettings(/** @type {any} */ (about.start.kind)), ...about.page };
    Object.assign(settings, about.changes);
    if (about.start.kind === "random") settings.seed = /** @type {any} */ (about.start).seed;
    if (weights) return weightsHash(weights, /** @type {any} */ (settings), FINGERPRINT);
    const provenance = /** @type {any} */ ({ start: about.start, done: about.done });
    const all = { provenance, settings: /** @type {any} */ (settings), fingerprint: FINGERPRINT };
    return linkOf({ ...all, lab }).hash;
  });

/** Of the network alone. @param {string} hash */
function networkIn(hash) {
  const { start, settings, replay, data, print, why, weights } = readLink(hash);
  return { start, settings, replay, data, print, why, weights };
}

/** Does the page say anything of it? @param {string} hash */
function isSaid(hash) {
  const { damage, strange } = readLink(hash);
  return damage !== "" || strange.length > 0;
}

/**
 * Nothing is left of a link that was cut before its first word: so it looks like a link to a lab.
 * @param {string} hash
 */
const isLabAlone = (hash) => !/[=]/.test(hash) && !isSaid(hash);

/** @param {string} hash @param {string} mangled */
function assertSameOrSaid(hash, mangled) {
  if (isLabAlone(mangled) || isSaid(mangled)) return;
  assert.deepEqual(networkIn(mangled), networkIn(hash), `#${hash}\n#${mangled}`);
}

test("every link is read as it was written, and nothing is said of it", () => {
  fc.assert(
    fc.property(link, (hash) => {
      const { damage, strange } = readLink(`#${hash}`);
      assert.deepEqual({ damage, strange }, { damage: "", strange: [] }, hash);
    }),
    { numRuns: 2000 },
  );
});

test("a link with one letter changed, cut out or put in opens the same network or says so", () => {
  const letter = fc.oneof(
    fc.constantFrom(..."abcdefxyz0123456789&=#%?.,;-_~*+ \n"),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  );
  fc.assert(
    fc.property(link, fc.nat(), fc.constantFrom(0, 1), letter, fc.boolean(), (...drawn) => {
      const [hash, place, removed, put, isPut] = drawn;
      const at = place % hash.length;
      const mangled = hash.slice(0, at) + (isPut ? put : "") + hash.slice(at + removed);
      assertSameOrSaid(hash, mangled);
    }),
    RUNS,
  );
});

test("a link that was cut off opens the same network or says so", () => {
  fc.assert(
    fc.property(link, fc.nat(), (hash, place) => {
      assertSameOrSaid(hash, hash.slice(0, place % hash.length));
    }),
    RUNS,
  );
});

test("a link with two letters swapped, or a part twice, opens the same network or says so", () => {
  fc.assert(
    fc.property(link, fc.nat(), fc.nat({ max: 60 }), (hash, place, length) => {
      const at = place % hash.length;
      const swapped = hash.slice(0, at) + (hash[at + 1] ?? "") + hash[at] + hash.slice(at + 2);
      assertSameOrSaid(hash, swapped);
      const doubled = hash.slice(0, at + length) + hash.slice(at);
      assertSameOrSaid(hash, doubled);
    }),
    RUNS,
  );
});

const escaped = (/** @type {string} */ text) =>
  text.replace(/[^a-z0-9]/gi, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);

/**
 * What happens to links, and leaves all of them.
 * @type {Record<string, (hash: string) => string>}
 */
const PASSED_ON = {
  "a full stop": (hash) => `${hash}.`,
  "a comma": (hash) => `${hash},`,
  "a bracket": (hash) => `${hash})`,
  "square bracket and full stop": (hash) => `${hash}].`,
  "a quote": (hash) => `${hash}"`,
  quotes: (hash) => `${hash}”`,
  "an escaped quote": (hash) => `${hash}%E2%80%9D`,
  "an angle bracket": (hash) => `${hash}>`,
  "an ellipsis": (hash) => `${hash}…`,
  "words after it": (hash) => `${hash} and then press Train`,
  "escaped words after it": (hash) => `${hash}%20and%20then%20press%20Train`,
  "words in another script": (hash) => `${hash}，然后按“训练”`,
  "percent-encoding": escaped,
  "percent-encoding, twice": (hash) => escaped(escaped(hash)),
  "capital percent-encoding": (hash) => escaped(hash).toUpperCase().replace(/^/, ""),
  "&amp;": (hash) => hash.replaceAll("&", "&amp;"),
  "&amp;amp;": (hash) => hash.replaceAll("&", "&amp;amp;"),
  "&not": (hash) => hash.replaceAll("&nothing", "¬hing"),
  "line breaks": (hash) => hash.replace(/(.{20})/g, "$1\r\n"),
  spaces: (hash) => hash.replace(/(.{20})/g, "$1 "),
  "an invisible space": (hash) => hash.replace(/(.{20})/g, "$1\u200b"),
  "quoted-printable": (hash) => hash.replaceAll("=", "=3D").replace(/(.{20}[^=3D])/g, "$1=\r\n"),
  capitals: (hash) => hash.toUpperCase(),
  "full-width signs": (hash) => hash.replaceAll("=", "＝").replaceAll("&", "＆"),
  "a longer dash": (hash) => hash.replaceAll("-", "–"),
  "Markdown's backslashes": (hash) => hash.replace(/[*_~]/g, "\\$&"),
  "Markdown's emphasis": (hash) => `*${hash}*`,
  "tracking parameters": (hash) => `${hash}?utm_source=mail&utm_medium=x&fbclid=IwAR0x`,
  "tracking parameters after &": (hash) => `${hash}&utm_source=mail&gclid=a.b`,
  "two signs": (hash) => `#${hash}`,
};

for (const [name, change] of Object.entries(PASSED_ON)) {
  test(`a link that is passed on with ${name} opens the same network, without a word`, () => {
    fc.assert(
      fc.property(link, (hash) => {
        const isPacked = hash.includes("weights=");
        if (isPacked && /capital|dash|Markdown/i.test(name)) return;
        const mangled = change(hash);
        assert.deepEqual(networkIn(`#${mangled}`), networkIn(`#${hash}`), `${hash}\n${mangled}`);
        assert.equal(readLink(`#${mangled}`).damage, "", mangled);
      }),
      { numRuns: 300 },
    );
  });
}

/**
 * What becomes of a link whose "#" has become "?".
 * @type {Record<string, (hash: string) => string>}
 */
const AS_SEARCH = {
  "as it was": (hash) => hash,
  "percent-encoded": encodeURIComponent,
  "with &amp;": (hash) => hash.replaceAll("&", "&amp;"),
  "with other words": (hash) => `utm_source=mail&lang=de&${hash}&a=b&start_time=7`,
};

for (const [name, change] of Object.entries(AS_SEARCH)) {
  test(`a link whose "#" has become "?" is read ${name}, and what is not of it is left`, () => {
    fc.assert(
      fc.property(link, (hash) => {
        const { search } = new URL(`http://host/?${change(hash)}`);
        const found = linkInSearch(search);
        assert.deepEqual(readLink(found.link), readLink(hash), search);
        const others =
          name === "with other words" ? "utm_source=mail&lang=de&a=b&start_time=7" : "";
        assert.equal(found.rest, others, search);
      }),
      { numRuns: 300 },
    );
  });
}

test("a search without words of a link is no link, and stays as it is", () => {
  for (const said of [
    "",
    "lang=de",
    "utm_source=x&fbclid=y",
    "a=b&noises",
    "print=1&data=x",
    "start=2020-05-01",
    "start=true&a=b",
    "=&&",
  ]) {
    assert.deepEqual(linkInSearch(said && `?${said}`), { link: "", rest: said });
  }
});

test("a lab or words of the page behind a # belong to the link in the search before it", () => {
  const network = "start=random&seed=5&steps=60";
  for (const [hash, search, meant] of [
    ["", "", ""],
    ["#noise", "", "#noise"],
    ["", `?${network}`, network],
    ["#noise", `?utm_source=x&${network}`, `noise&${network}`],
    ["#noise&theme=dark", `?${network}`, `noise&theme=dark&${network}`],
    ["#", `?noise&${network}`, `noise&${network}`],
    ["#start=best", `?${network}`, "start=best"],
  ]) {
    assert.deepEqual(readLink(linkIn({ hash, search })), readLink(meant), hash + search);
  }
});
