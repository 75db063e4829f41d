/**
 * The one table of settings: it drives the controls, the address bar and the defaults. A value from outside is parsed
 * and checked here; what does not pass is as if it had not been said.
 *
 * @typedef {object} Setting
 * @property {string} key  in the address and in the state
 * @property {string} label
 * @property {"integer" | "number" | "choice" | "layers" | "names" | "flag"} type
 * @property {any} initial
 * @property {number} [min]
 * @property {number} [max]
 * @property {Record<string, string>} [choices]  value → words
 * @property {"reset" | "live" | "next" | "page"} effect  what a change does: a new network; at once; a new trainer; the page only
 * @property {string} [hint]
 */

/** @type {readonly Setting[]} */
export const SETTINGS = [
  {
    key: "start",
    label: "Begin with",
    type: "choice",
    initial: "lesson",
    choices: {
      lesson: "The lesson’s network",
      best: "The best network",
      random: "A random network",
    },
    effect: "reset",
  },
  {
    key: "seed",
    label: "Seed",
    type: "integer",
    initial: 1,
    min: 0,
    max: 4294967295,
    effect: "reset",
  },
  {
    key: "layers",
    label: "Hidden layers",
    type: "layers",
    initial: [16, 16],
    min: 1,
    max: 1024,
    effect: "reset",
    hint: "Neurons in each hidden layer, such as 16-16",
  },
  {
    key: "hidden",
    label: "Squash",
    type: "choice",
    initial: "sigmoid",
    choices: { sigmoid: "Sigmoid", relu: "ReLU", step: "Step (binary)" },
    effect: "reset",
  },
  {
    key: "output",
    label: "Output",
    type: "choice",
    initial: "sigmoid",
    choices: { sigmoid: "Sigmoid", softmax: "Softmax" },
    effect: "reset",
  },
  {
    key: "cost",
    label: "Cost",
    type: "choice",
    initial: "quadratic",
    choices: { quadratic: "Squares", "cross-entropy": "Cross-entropy" },
    effect: "reset",
  },
  {
    key: "rate",
    label: "Learning rate",
    type: "number",
    initial: 1,
    min: 1e-6,
    max: 1e6,
    effect: "live",
    hint: "How far each step goes",
  },
  {
    key: "batch",
    label: "Mini-batch",
    type: "integer",
    initial: 10,
    min: 1,
    max: 1024,
    effect: "next",
  },
  {
    key: "optimizer",
    label: "Optimiser",
    type: "choice",
    initial: "sgd",
    choices: { sgd: "Plain descent", momentum: "Momentum", adam: "Adam", adamw: "AdamW" },
    effect: "next",
  },
  {
    key: "decay",
    label: "Weight decay",
    type: "number",
    initial: 0,
    min: 0,
    max: 1,
    effect: "next",
  },
  {
    key: "schedule",
    label: "Rate over time",
    type: "choice",
    initial: "constant",
    choices: { constant: "Constant", cosine: "Cosine to zero" },
    effect: "next",
  },
  {
    key: "epochs",
    label: "Stop after epochs",
    type: "integer",
    initial: 20,
    min: 1,
    max: 10000,
    effect: "live",
  },
  {
    key: "augment",
    label: "Bend the digits",
    type: "flag",
    initial: false,
    choices: { 0: "As they are", 1: "A little, each time anew" },
    effect: "next",
    hint: "Shifted, turned and stretched, so that no digit is seen twice",
  },
  {
    key: "nothing",
    label: "Share of noise",
    type: "number",
    initial: 0,
    min: 0,
    max: 0.9,
    effect: "next",
    hint: "Examples that must be answered with nothing",
  },
  {
    key: "recipe",
    label: "Recipe",
    type: "choice",
    initial: "own",
    choices: {
      own: "My own",
      video: "As in the video",
      modern: "As one would today",
      tweaked: "A changed hidden structure",
      best: "The most accurate",
    },
    effect: "reset",
  },
  {
    key: "steps",
    label: "Steps taken",
    type: "integer",
    initial: 0,
    min: 0,
    max: 1e7,
    effect: "page",
    hint: "A link with this trains that many steps by itself",
  },
  {
    key: "theme",
    label: "Colours",
    type: "choice",
    initial: "auto",
    choices: { auto: "As the system", dark: "Dark", light: "Light" },
    effect: "page",
  },
  {
    key: "hide",
    label: "Hidden for a class",
    type: "names",
    initial: [],
    choices: {
      reset: "Reset",
      step: "Step",
      settings: "Settings",
      noise: "Noise",
      test: "Test digits",
      file: "Model file",
    },
    effect: "page",
  },
];

const TABLE = new Map(SETTINGS.map((setting) => [setting.key, setting]));

/** @typedef {Record<string, any>} Settings  one value for each key of the table */

/** @returns {Settings} */
export function defaults() {
  return Object.fromEntries(SETTINGS.map(({ key, initial }) => [key, initial]));
}

/** The setting of that key; throws RangeError for one that is not in the table. @param {string} key */
export function setting(key) {
  const found = TABLE.get(key);
  if (!found) throw new RangeError(`no setting is called ${key}`);
  return found;
}

/** @type {Record<Setting["type"], (text: string, setting: Setting) => any>} text → value, or undefined */
const PARSERS = {
  integer: (text, { min = 0, max = 0 }) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    return value >= min && value <= max ? value : undefined;
  },
  number: (text, { min = 0, max = 0 }) => {
    const value = /^[\d.]{1,20}(e[+-]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN;
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

/** A value for that key out of text, or undefined when the text is none. @param {string} key @param {string} text */
export function parseSetting(key, text) {
  const known = TABLE.get(key);
  return known ? PARSERS[known.type](text.trim(), known) : undefined;
}

/** The text that parseSetting reads back. @param {string} key @param {any} value */
export function formatSetting(key, value) {
  const { type } = setting(key);
  if (type === "layers") return value.join("-");
  if (type === "names") return value.join(".");
  return type === "flag" ? (value ? "1" : "0") : String(value);
}

/**
 * What an address's hash says, checked; anything else in it is ignored. Never throws.
 * @param {string} hash @returns {Partial<Settings>}
 */
export function readHash(hash) {
  /** @type {Partial<Settings>} */
  const said = {};
  for (const part of hash.replace(/^#/, "").slice(0, 2000).split("&")) {
    const cut = part.indexOf("=");
    if (cut < 1) continue;
    const key = part.slice(0, cut);
    const value = parseSetting(key, unescaped(part.slice(cut + 1)));
    if (value !== undefined) said[key] = value;
  }
  return said;
}

/** The hash for these settings; what is as it was at first is left out. @param {Settings} settings */
export function writeHash(settings) {
  return SETTINGS.map(({ key, initial }) => [key, formatSetting(key, settings[key] ?? initial)])
    .filter(([key, text]) => text !== formatSetting(key, setting(key).initial))
    .map(([key, text]) => `${key}=${encodeURIComponent(text)}`)
    .join("&");
}

/** Does this part of an address ask for a run of its own? @param {Partial<Settings>} said */
export function asksForRun(said) {
  return Object.keys(said).some((key) => setting(key).effect !== "page" || key === "steps");
}

/** How digits are bent: pixels, radians, shares. */
const BEND = { shift: 2, rotate: 0.2, scale: 0.12, shear: 0.2, elastic: 0 };

/**
 * A recipe of the engine as settings.
 * @param {string} name @param {import("../worker/protocol.js").Plan} recipe @returns {Partial<Settings>}
 */
export function settingsOf(name, { network, trainer, epochs }) {
  return {
    recipe: name,
    layers: network.layers.slice(1, -1),
    hidden: network.hidden,
    output: network.output,
    cost: network.cost,
    rate: trainer.learningRate,
    batch: trainer.batchSize,
    optimizer: trainer.optimizer,
    decay: trainer.weightDecay ?? 0,
    schedule: trainer.schedule ?? "constant",
    augment: Boolean(trainer.augment),
    nothing: trainer.noise ?? 0,
    epochs,
  };
}

/**
 * @param {Settings} s
 * @param {Record<string, import("../worker/protocol.js").Plan>} [recipes]  a recipe in force adds what no control shows
 * @returns {import("../worker/protocol.js").Plan}
 */
export function planOf(s, recipes = {}) {
  const recipe = recipes[s.recipe]?.trainer;
  return {
    network: {
      layers: [784, ...s.layers, 10],
      hidden: s.hidden,
      output: s.output,
      cost: s.cost,
      seed: s.seed,
    },
    trainer: {
      ...recipe,
      augment: s.augment ? (recipe?.augment ?? BEND) : null,
      noise: s.nothing,
      batchSize: s.batch,
      optimizer: s.optimizer,
      learningRate: s.rate,
      weightDecay: s.decay,
      schedule: s.schedule,
      seed: s.seed,
    },
    epochs: s.epochs,
  };
}

/** @param {string} text */
function unescaped(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
