/**
 * Links: a network's provenance and settings as the hash of an address, and back. A link always
 * names how the network began; where the training can be replayed it says how, and which
 * fingerprint must come of it.
 *
 *   #noise&check=1apmjj6&start=random&seed=5&rate=2&run=300*rate~1_c200&data=mnist&print=d72da0eb
 *
 * It begins with the lab that is open, if one is. Where it says more than a start, a checksum comes
 * next, "check=0k3x9ab"; older links have none.
 *
 * `run` lists what was done, oldest first, joined by "_": "300" is 300 mini-batches by a new
 * trainer, "c200" 200 more by the same one, "e5" five single examples; "*key~value" names an option
 * that differs from the link's settings. `data` is the kind of digits that it was done with; in an
 * address that names no network, "data=mnist" and "data=handwriting" choose them.
 *
 * @typedef {import("../common/provenance.js").Entry} Entry
 * @typedef {import("../common/provenance.js").Provenance} Provenance
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("../common/settings.js").PageSettings} PageSettings
 * @typedef {import("../worker/protocol.js").Request} Request
 * @typedef {keyof typeof REASONS} Reason
 *
 * @typedef {object} Asked  what an address asks for
 * @property {string} lab  id of the lab to open; "" for the playground
 * @property {boolean} isLink  it names a network, training or settings; else any network will do
 * @property {Request["start"]} start
 * @property {NetworkSettings} settings
 * @property {Entry[]} replay
 * @property {string} data  kind of digits that the replay needs, or ""
 * @property {string} print  first digits of the fingerprint that must come of it, or ""
 * @property {Reason | ""} why  it cannot make the very network that it was copied from
 * @property {string} weights  a model file, packed; see pack.js
 * @property {"" | "unread" | "changed"} damage  why this is not what was meant: a word of the
 *   network could not be read, or the checksum says that the link was changed
 * @property {string[]} strange  parts of it that could not be read
 * @property {Partial<PageSettings>} page
 */
import { isLab, PLAYGROUND, placeFor } from "../common/labs.js";
import { inexactBecause, isUntouched, REASONS } from "../common/provenance.js";
import {
  formatSetting,
  NETWORK_KEYS,
  pageDefaults,
  parseInLink,
  parseSetting,
  SETTINGS,
  STRUCTURE_KEYS,
  TRAINING_KEYS,
} from "../common/settings.js";
import { shownText } from "../common/shown-text.js";
import { impliedSettings, OPENING } from "../common/starts.js";
import { presetSettings } from "../common/training-options.js";
import { CHECK, checkOf, readings, STARTS } from "./link-text.js";

/** Digits of a fingerprint that a link carries. */
const PRINT = 8;
const PRINTED = /^[0-9a-f]{8}$/;
/** Letters of a strange part that are shown. */
const SHOWN = 40;
/** Kinds of digits. @type {readonly string[]} */
const DATA = ["mnist", "handwriting", "own", "part"];

/**
 * A hash with another lab in front.
 * @param {string} hash  with or without "#" @param {string} lab  "" for the playground
 * @returns {string} without "#"
 */
export function withLab(hash, lab) {
  const [first, ...rest] = hash.replace(/^#/, "").split("&");
  const words = isLab(first) || first === "" ? rest : [first, ...rest];
  return (lab ? [lab, ...words] : words).join("&");
}

/**
 * Of what a link says, theme and speed are left to whoever opens it.
 * @template {Pick<PageSettings, "hide" | "labs">} T @param {T} settings
 */
export const withoutLook = (settings) => ({
  ...settings,
  ...pageDefaults(),
  hide: settings.hide,
  labs: settings.labs,
});

/**
 * @param {object} network
 * @param {string} [network.lab]  that the link opens
 * @param {Provenance} network.provenance @param {NetworkSettings & PageSettings} network.settings
 * @param {string} network.fingerprint
 * @returns {{ hash: string, why: Reason | "" }} without "#"; `why` is "" when the link makes this
 *   very network
 */
export function linkOf({ provenance, settings, fingerprint, lab = PLAYGROUND }) {
  const why = inexactBecause(provenance) || mixedData(provenance);
  const kind = provenance.start.kind === "file" ? "random" : provenance.start.kind;
  const replay = provenance.done.filter(isReplayable);
  /** @type {[string, string][]} */
  const words = [["start", kind], ...settingWords(settings, kind)];
  if (replay.length) {
    words.push(...runWords(replay, settings), ["data", replay[replay.length - 1].data.kind]);
  }
  if (why) words.push(["why", why]);
  else if (!isUntouched(provenance)) words.push(["print", fingerprint.slice(0, PRINT)]);
  const place = placeFor(lab, settings.labs);
  return { hash: withLab(written(words, settings), place), why };
}

/**
 * A link that carries the network itself.
 * @param {string} weights  packed model file @param {NetworkSettings & PageSettings} settings
 * @param {string} fingerprint
 */
export function weightsHash(weights, settings, fingerprint) {
  const training = settingWords(settings, "file").filter(
    ([key]) => !STRUCTURE_KEYS.includes(/** @type {any} */ (key)),
  );
  const print = /** @type {[string, string]} */ (["print", fingerprint.slice(0, PRINT)]);
  return written([["start", "file"], ...training, print, ["weights", weights]], settings);
}

/**
 * What an address asks for, checked; anything else in it is ignored, and named. Never throws.
 * @param {string} hash @returns {Asked}
 */
export function readLink(hash) {
  const ways = readings(hash).map(askedIn);
  const isGood = (/** @type {Asked} */ { damage }) => damage === "";
  return (
    ways.find((asked) => isGood(asked) && !asked.strange.length) ?? ways.find(isGood) ?? ways[0]
  );
}

/** @param {import("./link-text.js").Words} words @returns {Asked} */
function askedIn({ lab, said, check, strange }) {
  const { values, unread, leftOut } = valuesIn(said);
  const network = /** @type {Partial<NetworkSettings>} */ (only(values, isNetworkKey));
  const isLink = ["start", "run", "steps", CHECK, ...NETWORK_KEYS].some((key) => said.has(key));
  const kind = startIn(said.get("start"), isLink);
  const implied = { ...impliedSettings(kind), ...presetSettings(network.recipe ?? "own") };
  const settings = { ...implied, ...network };
  const replay = runIn(said.get("run") ?? said.get("steps") ?? "", settings);
  const weights = kind === "file" ? (said.get("weights") ?? "") : "";
  unread.push(...unreadIn(said, { start: kind, steps: replay !== null, weights }));
  return {
    lab: lab || PLAYGROUND,
    isLink,
    start: kind === "random" ? { kind, seed: settings.seed } : { kind },
    settings,
    replay: replay ?? [],
    data: said.get("data") ?? "",
    print: PRINTED.test(said.get("print") ?? "") ? (said.get("print") ?? "") : "",
    why: reasonIn(said.get("why")),
    weights,
    damage: check === "fails" ? "changed" : unread.length ? "unread" : "",
    strange: [...unread, ...leftOut, ...strange].map((part) => shownText(part, SHOWN)),
    page: /** @type {Partial<PageSettings>} */ (only(values, (key) => !isNetworkKey(key))),
  };
}

/* ---- writing ---- */

/**
 * @param {[string, string][]} words  of the network @param {PageSettings} settings
 */
function written(words, settings) {
  // A start alone can be cut to nothing else.
  const check = words.length > 1 ? [[CHECK, checkOf(words)]] : [];
  return [...check, ...words, ...pageWords(settings)]
    .map(([key, text]) => `${key}=${encodeURIComponent(text)}`)
    .join("&");
}

/**
 * What differs from what the start implies.
 * @param {NetworkSettings} settings
 * @param {typeof STARTS[number]} kind
 * @returns {[string, string][]}
 */
function settingWords(settings, kind) {
  const implied = { ...impliedSettings(kind), ...presetSettings(settings.recipe) };
  return NETWORK_KEYS.filter((key) => key !== "recipe" || settings.recipe !== "own")
    .map((key) => /** @type {[string, string]} */ ([key, formatSetting(key, settings[key])]))
    .filter(
      ([key, text]) =>
        key === "recipe" || text !== formatSetting(key, implied[/** @type {"seed"} */ (key)]),
    );
}

/** @param {PageSettings} settings @returns {[string, string][]} */
function pageWords(settings) {
  return SETTINGS.filter(({ effect }) => effect === "page")
    .map(({ key, initial }) => ({ key, initial, value: settings[/** @type {"theme"} */ (key)] }))
    .filter(({ key, initial, value }) => formatSetting(key, value) !== formatSetting(key, initial))
    .map(({ key, value }) => [key, formatSetting(key, value)]);
}

/** @param {Replayable[]} replay @param {NetworkSettings} settings @returns {[string, string][]} */
function runWords(replay, settings) {
  const text = replay.map((entry) => runWord(entry, settings)).join("_");
  return [[/^\d+$/.test(text) ? "steps" : "run", text]];
}

/** @typedef {Extract<Entry, { data: any }>} Replayable */

/** @param {Entry} entry @returns {entry is Replayable} */
const isReplayable = (entry) => entry.kind === "trained" || entry.kind === "examples";

/** @param {Replayable} entry @param {NetworkSettings} settings */
function runWord(entry, settings) {
  if (entry.kind === "examples") return `e${entry.count}${option("rate", entry.rate, settings)}`;
  const options = TRAINING_KEYS.map((key) => option(key, entry.options[key], settings));
  return `${entry.continued ? "c" : ""}${entry.steps}${options.join("")}`;
}

/** @param {keyof NetworkSettings} key @param {unknown} value @param {NetworkSettings} settings */
function option(key, value, settings) {
  return value === settings[key] ? "" : `*${key}~${formatSetting(key, value)}`;
}

/** @param {Provenance} provenance @returns {Reason | ""} */
function mixedData({ done }) {
  const kinds = new Set(done.filter(isReplayable).map(({ data }) => data.kind));
  return kinds.size > 1 ? "mixed" : "";
}

/* ---- reading ---- */

/**
 * @param {Map<string, string>} said
 * @returns {{ values: Record<string, any>, unread: string[], leftOut: string[] }} words that could
 *   not be read: of the network, and of the page
 */
function valuesIn(said) {
  /** @type {Record<string, any>} */
  const values = {};
  /** @type {string[]} */ const unread = [];
  /** @type {string[]} */ const leftOut = [];
  for (const { key, type } of SETTINGS) {
    const text = said.get(key);
    if (text === undefined) continue;
    const value = parseInLink(key, text);
    const isPart = type === "names" && value?.join(".").length !== text.length;
    if (value !== undefined) values[key] = value;
    if (value === undefined || isPart) {
      (isNetworkKey(key) ? unread : leftOut).push(`${key}=${text}`);
    }
  }
  return { values, unread, leftOut };
}

/**
 * Words besides the settings that could not be read.
 * @param {Map<string, string>} said
 * @param {{ start: string, steps: boolean, weights: string }} read  steps: whether they could
 */
function unreadIn(said, { start, steps, weights }) {
  const isRead = {
    start: said.get("start") === start && (start !== "file" || weights),
    weights,
    [said.has("run") ? "run" : "steps"]: steps,
    data: DATA.includes(said.get("data") ?? ""),
    print: PRINTED.test(said.get("print") ?? ""),
    why: reasonIn(said.get("why")),
  };
  return Object.keys(isRead)
    .filter((key) => said.has(key) && !isRead[/** @type {"why"} */ (key)])
    .map((key) => `${key}=${said.get(key)}`);
}

/** @param {Record<string, any>} values @param {(key: string) => boolean} holds */
function only(values, holds) {
  return Object.fromEntries(Object.entries(values).filter(([key]) => holds(key)));
}

/** @param {string} key */
const isNetworkKey = (key) => NETWORK_KEYS.includes(/** @type {any} */ (key));

/**
 * Links of old times said "lesson" for what is "pretrained" now. They open today's lesson's
 * network, and the page says that it is not the one they were copied from where they carry a
 * fingerprint.
 * @param {string | undefined} text
 * @param {boolean} isLink a link of old times named no start but the usual one
 */
function startIn(text, isLink) {
  const named = STARTS.find((kind) => kind === text);
  return named ?? (isLink ? "random" : OPENING);
}

/** @param {string | undefined} text @returns {Reason | ""} */
function reasonIn(text) {
  return text && Object.hasOwn(REASONS, text) ? /** @type {Reason} */ (text) : "";
}

/**
 * @param {string} text
 * @param {NetworkSettings} settings
 * @returns {Entry[] | null} null when it is no list of entries
 */
function runIn(text, settings) {
  if (!text || text === "0") return [];
  const entries = text.split("_").map((word) => entryIn(word, settings));
  return entries.every((entry) => entry !== null) ? entries : null;
}

/** @param {string} word @param {NetworkSettings} settings @returns {Entry | null} */
function entryIn(word, settings) {
  const [head, ...parts] = word.split("*");
  const found = /^([ce]?)(\d{1,9})$/.exec(head);
  if (!found || Number(found[2]) === 0) return null;
  /** @type {Record<string, any>} */
  const options = Object.fromEntries(TRAINING_KEYS.map((key) => [key, settings[key]]));
  for (const part of parts) {
    const [key, value] = part.split("~");
    const parsed = Object.hasOwn(options, key) ? parseSetting(key, value ?? "") : undefined;
    if (parsed === undefined) return null;
    options[key] = parsed;
  }
  const data = {
    kind: /** @type {const} */ ("mnist"),
    name: "",
    checksum: "",
    count: 0,
    drawings: 0,
  };
  const amount = Number(found[2]);
  if (found[1] === "e")
    return { kind: "examples", rate: options.rate, from: 0, count: amount, data };
  const continued = found[1] === "c";
  return { kind: "trained", options: /** @type {any} */ (options), continued, data, steps: amount };
}
