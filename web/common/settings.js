/**
 * The one table of settings: it drives the controls, the address and the defaults. A value from
 * outside is parsed and checked here; what does not pass is as if it had not been said.
 *
 * @typedef {object} Setting
 * @property {string} key  in the address and in the state
 * @property {string} label
 * @property {"integer" | "number" | "choice" | "layers" | "names" | "flag"} type
 * @property {any} initial
 * @property {number} [min]
 * @property {number} [max]
 * @property {Record<string, string>} [choices]  value → words
 * @property {"network" | "training" | "live" | "page"} effect what a change does: a new random
 *   network; a new trainer for the same network; the trainer goes on with it; the page only
 *
 * @typedef {object} NetworkSettings the settings that the worker owns: a network, and how to train
 *   it
 * @property {number} seed
 * @property {number[]} layers  neurons in each hidden layer
 * @property {import("../../wasm/tables.js").Activation} hidden
 * @property {import("../../wasm/tables.js").OutputFunction} output
 * @property {import("../../wasm/tables.js").Cost} cost
 * @property {number} rate
 * @property {number} batch
 * @property {import("../../wasm/tables.js").Optimizer} optimizer
 * @property {number} decay
 * @property {import("../../wasm/tables.js").Schedule} schedule
 * @property {number} epochs  where training stops by itself, and where a cosine schedule ends
 * @property {boolean} augment
 * @property {number} nothing  fraction of "not a digit" examples in a mini-batch
 * @property {"own" | "video" | "modern" | "sprint" | "tweaked" | "best"} recipe
 *
 * @typedef {object} PageSettings
 * @property {"auto" | "dark" | "light"} theme
 * @property {"auto" | "example" | "batch" | "slow" | "full"} speed  how fast Train goes; auto: a
 *   random network slowly at first, every other and a sprint at full speed
 * @property {string[]} hide  controls that a class link hides
 * @property {string[]} labs  PLACES that a class link shows; none: all
 *
 * @typedef {NetworkSettings & PageSettings} Settings
 */
import * as texts from "../texts/en/settings.js";
import { maxLayers, maxWidth, named, rangeOf } from "./engine-tables.js";
import { DRAW, LAB_IDS } from "./lab-ids.js";
import { parameterCount } from "./parameters.js";

/** Their names are a matter of the page: see labs.js. */
const PLACES = Object.fromEntries([DRAW, ...LAB_IDS].map((id) => [id, id]));

/** What a class link hides or shows. */
const LIST = /** @type {const} */ ({ type: "names", initial: [], effect: "page" });

/**
 * Where a bound is a number, it is the page's own: seeds are numbers that can be typed; a step of
 * the widest layers, or of the largest mini-batch, is one call of the engine, during which the
 * worker answers nobody; a learning rate of 0, or mini-batches of "not a digit" alone, train
 * nothing; a weight decay above 1 can only diverge.
 * @type {readonly Setting[]}
 */
export const SETTINGS = [
  {
    key: "seed",
    label: texts.seed,
    type: "integer",
    initial: 1,
    min: 0,
    max: 4294967295,
    effect: "network",
  },
  {
    key: "layers",
    label: texts.layers,
    type: "layers",
    initial: [16, 16],
    min: 1,
    max: 1024,
    effect: "network",
  },
  {
    key: "hidden",
    label: texts.activation,
    type: "choice",
    initial: "sigmoid",
    choices: named("activations", texts.activations),
    effect: "network",
  },
  {
    key: "output",
    label: texts.output,
    type: "choice",
    initial: "sigmoid",
    choices: named("outputs", texts.outputs),
    effect: "network",
  },
  {
    key: "cost",
    label: texts.cost,
    type: "choice",
    initial: "quadratic",
    choices: named("costs", texts.costs),
    effect: "network",
  },
  {
    key: "rate",
    label: texts.rate,
    type: "number",
    initial: 1,
    ...rangeOf("trainer", "learningRate"),
    min: 1e-6,
    effect: "live",
  },
  {
    key: "batch",
    label: texts.batch,
    type: "integer",
    initial: 10,
    ...rangeOf("trainer", "batchSize"),
    max: 1024,
    effect: "training",
  },
  {
    key: "optimizer",
    label: texts.optimizer,
    type: "choice",
    initial: "sgd",
    choices: named("optimizers", texts.optimizers),
    effect: "training",
  },
  {
    key: "decay",
    label: texts.decay,
    type: "number",
    initial: 0,
    ...rangeOf("trainer", "weightDecay"),
    max: 1,
    effect: "training",
  },
  {
    key: "schedule",
    label: texts.schedule,
    type: "choice",
    initial: "constant",
    choices: named("schedules", texts.schedules),
    effect: "training",
  },
  {
    key: "epochs",
    label: texts.epochs,
    type: "integer",
    initial: 20,
    min: 1,
    max: 10000,
    effect: "live",
  },
  {
    key: "augment",
    label: texts.augment,
    type: "flag",
    initial: false,
    choices: { 0: texts.off, 1: texts.on },
    effect: "training",
  },
  {
    key: "nothing",
    label: texts.notADigit,
    type: "number",
    initial: 0,
    ...rangeOf("trainer", "noise"),
    max: 0.9,
    effect: "training",
  },
  {
    key: "recipe",
    label: texts.preset,
    type: "choice",
    initial: "own",
    choices: {
      own: texts.custom,
      video: texts.asInTheLesson,
      modern: texts.modern,
      sprint: texts.fastest,
      tweaked: texts.widerLayers,
      best: texts.mostAccurate,
    },
    effect: "network",
  },
  {
    key: "theme",
    label: texts.theme,
    type: "choice",
    initial: "auto",
    choices: { auto: texts.system, dark: texts.dark, light: texts.light },
    effect: "page",
  },
  {
    key: "speed",
    label: texts.speed,
    type: "choice",
    initial: "auto",
    choices: {
      auto: texts.slowAtFirst,
      example: texts.oneExamplePerFrame,
      batch: texts.oneBatchPerFrame,
      slow: texts.slow,
      full: texts.fullSpeed,
    },
    effect: "page",
  },
  {
    key: "hide",
    label: texts.hide,
    choices: {
      ...{ reset: texts.hideReset, step: texts.hideStep, settings: texts.hideSettings },
      ...{ noise: texts.hideNoise, test: texts.hideTest, file: texts.hideFile },
    },
    ...LIST,
  },
  { key: "labs", label: texts.shownLabs, choices: PLACES, ...LIST },
];

/** Hidden layers of the engine's networks, at most; its layers are these and the outputs. */
const MOST_HIDDEN = maxLayers - 1;
/** No link makes a larger network than the controls can. */
const MOST_PARAMETERS = 4_000_000;

const TABLE = new Map(SETTINGS.map((setting) => [setting.key, setting]));

/**
 * Keys of the worker's settings, in the order of the table.
 * @type {readonly (keyof NetworkSettings)[]}
 */
export const NETWORK_KEYS = /** @type {any} */ (
  SETTINGS.filter(({ effect }) => effect !== "page").map(({ key }) => key)
);
/**
 * A change of one of these makes a new random network.
 * @type {readonly (keyof NetworkSettings)[]}
 */
export const STRUCTURE_KEYS = ["layers", "hidden", "output", "cost", "seed"];
/**
 * What a trainer is made from.
 * @type {readonly (keyof import("./provenance.js").TrainingOptions)[]}
 */
export const TRAINING_KEYS = /** @type {any} */ ([
  ...NETWORK_KEYS.filter((key) => !STRUCTURE_KEYS.includes(key)),
  "seed",
]);

/** @returns {NetworkSettings} */
export function defaults() {
  return /** @type {any} */ (
    Object.fromEntries(NETWORK_KEYS.map((key) => [key, setting(key).initial]))
  );
}

/** @returns {PageSettings} */
export function pageDefaults() {
  return /** @type {any} */ (
    Object.fromEntries(
      SETTINGS.filter(({ effect }) => effect === "page").map(({ key, initial }) => [key, initial]),
    )
  );
}

/**
 * The setting of that key; throws RangeError for one that is not in the table.
 * @param {string} key
 */
export function setting(key) {
  const found = TABLE.get(key);
  if (!found) throw new RangeError(texts.noSuchSetting(key));
  return found;
}

/**
 * @type {Record<Setting["type"], (text: string, setting: Setting) => any>} text → value, or
 *   undefined
 */
const PARSERS = {
  integer: (text, { min = 0, max = 0 }) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  },
  number: (text, { min = 0, max = 0 }) => {
    const value = /^[\d.]{1,30}(e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  },
  choice: (text, { choices = {} }) => (Object.hasOwn(choices, text) ? text : undefined),
  flag: (text) => (text === "1" ? true : text === "0" ? false : undefined),
  layers: (text, { min = 1, max = 1 }) => {
    if (!/^\d{1,4}(-\d{1,4}){0,3}$/.test(text)) return undefined;
    const widths = text.split("-").map(Number);
    return widths.every((n) => n >= min && n <= max) ? widths : undefined;
  },
  names: (text, { choices = {} }) => {
    if (text.length > 200) return undefined;
    return [...new Set(text.split("."))].filter((name) => Object.hasOwn(choices, name));
  },
};

/**
 * A value for that key out of text, or undefined when the text is none.
 * @param {string} key
 * @param {string} text
 */
export function parseSetting(key, text) {
  const known = TABLE.get(key);
  return known ? PARSERS[known.type](text.trim(), known) : undefined;
}

/**
 * The same of a link, which may name layers that no control offers: a model file brought them.
 * @param {string} key @param {string} text
 */
export function parseInLink(key, text) {
  if (key !== "layers") return parseSetting(key, text);
  if (!text) return [];
  if (!/^\d{1,4}(-\d{1,4}){0,6}$/.test(text)) return undefined;
  const layers = checkedLayers(text.split("-").map(Number));
  const isFit = layers && parameterCount([784, ...layers, 10]) <= MOST_PARAMETERS;
  return isFit ? layers : undefined;
}

/** The text that parseSetting reads back. @param {string} key @param {any} value */
export function formatSetting(key, value) {
  const { type } = setting(key);
  if (type === "layers") return value.join("-");
  if (type === "names") return value.join(".");
  return type === "flag" ? (value ? "1" : "0") : String(value);
}

/**
 * The worker's settings out of storage, every one of them checked; throws an Error that names the
 * first that is no good.
 * @param {any} values @returns {NetworkSettings}
 */
export function checkedSettings(values) {
  return /** @type {any} */ (
    Object.fromEntries(NETWORK_KEYS.map((key) => [key, checkedValue(key, values?.[key])]))
  );
}

/** @param {any} values @returns {import("./provenance.js").TrainingOptions} */
export function checkedTraining(values) {
  return /** @type {any} */ (
    Object.fromEntries(TRAINING_KEYS.map((key) => [key, checkedValue(key, values?.[key])]))
  );
}

/** @param {string} key @param {unknown} value */
function checkedValue(key, value) {
  const { type, label } = setting(key);
  const isList = type === "layers" || type === "names";
  const said = isList === Array.isArray(value) ? formatSetting(key, value) : "";
  const checked = key === "layers" ? checkedLayers(value) : parseSetting(key, said);
  if (checked === undefined) throw new Error(texts.notValid(label));
  return checked;
}

/**
 * A model file may have layers that no control offers.
 * @param {any} value
 * @returns {number[] | undefined}
 */
function checkedLayers(value) {
  const isList = Array.isArray(value) && value.length <= MOST_HIDDEN;
  const isWidth = (/** @type {unknown} */ n) =>
    Number.isInteger(n) && Number(n) >= 1 && Number(n) <= maxWidth;
  return isList && value.every(isWidth) ? [...value] : undefined;
}

/**
 * Settings of the first that the second has otherwise; those that the second lacks do not count.
 * @param {NetworkSettings} settings @param {Partial<NetworkSettings>} others
 */
export function changedKeys(settings, others) {
  return NETWORK_KEYS.filter(
    (key) => key in others && formatSetting(key, settings[key]) !== formatSetting(key, others[key]),
  );
}

/**
 * The part that a trainer is made from.
 * @param {NetworkSettings} settings
 * @returns {import("./provenance.js").TrainingOptions}
 */
export function trainingOf(settings) {
  return /** @type {any} */ (Object.fromEntries(TRAINING_KEYS.map((key) => [key, settings[key]])));
}

/**
 * The settings as a network of that kind has them.
 * @param {NetworkSettings} settings
 * @param {import("../worker/protocol.js").NetworkCard} card
 */
export function fitted(settings, { layers, hidden, output, cost }) {
  return { ...settings, layers: layers.slice(1, -1), hidden, output, cost };
}
