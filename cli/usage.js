// What can be typed: the one list of commands and options. Usage, parsing and the sentences about
// what is wrong with what was typed come from it.

import { parseArgs } from "node:util";
import { lists, rangeOf } from "../wasm/tables.js";
import { trainings } from "./recipes.js";

/**
 * @typedef {object} Option
 * @property {string} about
 * @property {string} [value] what stands after it; without one it is a switch
 * @property {string} [short] a letter
 * @property {readonly string[]} [words] what it may be
 * @property {[number, number]} [range] of a number
 * @property {boolean} [isWhole] of whole numbers
 * @property {boolean} [many] it may be given again
 *
 * @typedef {object} Command
 * @property {string} about
 * @property {string} [inputs] what stands after its name
 * @property {[number, number]} [count] of inputs
 * @property {readonly string[]} options
 * @property {readonly string[]} examples
 *
 * @typedef {keyof typeof commands} CommandName
 * @typedef {Record<string, any>} Values options by name; numbers are numbers
 * @typedef {{ name: CommandName, inputs: string[], values: Values }} Asked
 */

/** What was typed cannot be meant. */
export class UsageError extends Error {}

const WHOLE = /** @type {[number, number]} */ ([1, 1e6]);

/** @type {Record<string, Option>} */
export const options = {
  recipe: {
    value: "NAME",
    words: Object.keys(trainings),
    about: "a network with its training; default: modern",
  },
  epochs: {
    value: "N",
    range: [1, 10_000],
    isWhole: true,
    about: "default: the recipe's own",
  },
  data: {
    value: "PATH",
    many: true,
    about:
      "mnist (downloaded once), handwriting (built in), a folder, or files: IDX, CSV, PNG, JPEG, " +
      "gzipped or not; default: mnist",
  },
  out: { short: "o", value: "FILE", about: "the model file: .safetensors or .onnx" },
  resume: { value: "FILE", about: "continues what Ctrl-C paused, to the same bits" },
  model: { short: "m", value: "MODEL", about: "the network; default: modern" },
  path: { value: "PATH", many: true, about: 'a drawing, as an SVG path: "M 9 4 L 9 24"' },
  show: { about: "draws what the network sees" },
  kind: { value: "NAME", words: lists.noiseKinds, about: "of noise; default: all" },
  count: { value: "N", range: WHOLE, isWhole: true, about: "of images" },
  method: { value: "NAME", words: lists.attacks, about: "of attack; default: all" },
  epsilon: {
    value: "ε",
    range: [0, 1],
    about: "largest change of a pixel, 0…1; default: 0.1",
  },
  seed: {
    value: "N",
    range: [0, rangeOf("trainer", "seed").max],
    isWhole: true,
    about: "of random numbers; default: 1",
  },
  hidden: {
    value: "NAME",
    words: lists.activations,
    about: "activation function of a network of another program; default: found out",
  },
  output: {
    value: "NAME",
    words: lists.outputs,
    about: "output function of a network of another program; default: found out",
  },
  json: { about: "prints JSON, one object a line" },
  help: { short: "h", about: "prints this" },
};

const FOREIGN = ["hidden", "output"];
const COMMON = ["json", "help"];

export const commands = /** @satisfies {Record<string, Command>} */ ({
  train: {
    about: "Trains a network and saves it.",
    options: ["recipe", "seed", "epochs", "data", "out", "resume", ...COMMON],
    examples: [
      "train --recipe modern",
      "train --recipe video --seed 7 --epochs 10 -o digits.safetensors",
    ],
  },
  predict: {
    about: "Predicts which digit an image shows: PNG, JPEG, IDX, or an SVG path.",
    inputs: "[IMAGE…]",
    count: [0, 1e6],
    options: ["model", "path", "show", "count", ...FOREIGN, ...COMMON],
    examples: ["predict seven.png", 'predict --path "M 9 4 L 9 24" --show'],
  },
  evaluate: {
    about: "Prints a network's accuracy on test digits and its confusion matrix.",
    inputs: "[MODEL]",
    count: [0, 1],
    options: ["model", "data", ...FOREIGN, ...COMMON],
    examples: ["evaluate", "evaluate digits.safetensors --data photos/"],
  },
  noise: {
    about: "Prints what a network predicts for noise, and with what confidence.",
    inputs: "[MODEL]",
    count: [0, 1],
    options: ["model", "kind", "count", "seed", "data", ...FOREIGN, ...COMMON],
    examples: ["noise lesson", "noise digits.safetensors --kind uniform --count 100000"],
  },
  attack: {
    about: "Prints a network's accuracy under adversarial attacks.",
    inputs: "[MODEL]",
    count: [0, 1],
    options: ["model", "method", "epsilon", "count", "seed", "data", ...FOREIGN, ...COMMON],
    examples: ["attack", "attack digits.safetensors --epsilon 0.2"],
  },
  fingerprint: {
    about: "Prints the fingerprint of networks: the same bits, the same fingerprint.",
    inputs: "MODEL…",
    count: [1, 1e6],
    options: [...FOREIGN, ...COMMON],
    examples: ["fingerprint digits.safetensors"],
  },
  export: {
    about: "Writes a network for other programs: .onnx, .safetensors or .json.",
    inputs: "MODEL FILE",
    count: [2, 2],
    options: [...FOREIGN, ...COMMON],
    examples: ["export digits.safetensors digits.onnx", "export modern modern.json"],
  },
});

const MODELS = `MODEL is lesson or modern, which are included, or a file of any program:
safetensors or ONNX.`;
const CODES = "Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.";

/** @param {string} name @param {Option} option */
const spelled = (name, { short, value }) =>
  `${short ? `-${short}, ` : "    "}--${name}${value ? ` ${value}` : ""}`;

/** @param {string} text @param {number} width @returns {string[]} lines */
function wrapped(text, width) {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines[lines.length - 1];
    if (line && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}

/** Columns of options and of what is said about them. */
const [LEFT, RIGHT] = [22, 76];

/** @param {string} name @returns {string[]} lines */
function optionLines(name) {
  const option = options[name];
  const { about, words } = option;
  const all = words ? [about, `one of: ${words.join(", ")}`] : [about];
  return all.flatMap((text, i) =>
    wrapped(text, RIGHT - LEFT).map((line, j) => {
      const left = i + j === 0 ? spelled(name, option) : "";
      return `  ${left.padEnd(LEFT)} ${line}`;
    }),
  );
}

/** What can be typed after a command's name. @param {CommandName} name */
export function helpOf(name) {
  /** @type {Command} */
  const { about, inputs = "", options: own, examples } = commands[name];
  return [
    about,
    "",
    `Usage: downhill ${[name, "[options]", inputs].filter(Boolean).join(" ")}`,
    "",
    ...own.flatMap(optionLines),
    "",
    ...examples.map((example) => `  $ downhill ${example}`),
    "",
    ...(/MODEL/.test(inputs) || own.includes("model") ? [MODELS] : []),
    CODES,
  ].join("\n");
}

/** What can be typed at all. */
export function help() {
  const lines = Object.entries(commands).map(
    ([name, { about }]) => `  ${name.padEnd(12)} ${about}`,
  );
  return [
    "Trains small networks that read handwritten digits, and tests them with noise and attacks.",
    "",
    "Usage: downhill COMMAND [options]",
    "",
    ...lines,
    "",
    "downhill COMMAND --help says more; downhill --version prints the version.",
    "",
    MODELS,
    CODES,
  ].join("\n");
}

/** @param {string} name @returns {name is CommandName} */
export const isCommand = (name) => Object.hasOwn(commands, name);

/** The word of a list that was probably meant. @param {string} word @param {string[]} list */
function nearest(word, list) {
  const start = word.toLowerCase().slice(0, 3);
  const found = start && list.find((candidate) => candidate.startsWith(start));
  return found ? `; did you mean ${found}?` : "";
}

/**
 * @param {string} name @param {string} text
 * @returns {string | number} throws a UsageError
 */
function valueFor(name, text) {
  const { words, range, isWhole, value } = options[name];
  if (!text) throw new UsageError(`--${name}: expected ${value}, got nothing`);
  if (words && !words.includes(text)) {
    throw new UsageError(`--${name}: expected one of ${words.join(", ")}, got ${text}`);
  }
  if (!range) return text;
  const [low, high] = range;
  const number = text.trim() === "" ? Number.NaN : Number(text);
  const isRight = number >= low && number <= high && (!isWhole || Number.isInteger(number));
  if (isRight) return number;
  const what = isWhole ? "a whole number" : "a number";
  throw new UsageError(`--${name}: expected ${what} from ${low} to ${high}, got ${text}`);
}

/** @param {CommandName} name */
function parsingOf(name) {
  return Object.fromEntries(
    commands[name].options.map((option) => {
      const { value, short, many = false } = options[option];
      const type = /** @type {"string" | "boolean"} */ (value ? "string" : "boolean");
      return [option, { type, multiple: many, ...(short && { short }) }];
    }),
  );
}

/**
 * @param {CommandName} name @param {string[]} args
 * @returns {{ values: Record<string, any>, positionals: string[] }}
 */
function parsed(name, args) {
  try {
    return parseArgs({
      args,
      options: parsingOf(name),
      allowPositionals: true,
      allowNegative: false,
    });
  } catch (error) {
    const [, unknown] = /Unknown option '(-[^']+)'/.exec(error.message) ?? [];
    // Node says "Option '--seed' argument is ambiguous." and more where the value begins with "-".
    const [, unclear] =
      /^Option '[^']*(--[\w-]+)[^']*' argument is ambiguous/.exec(error.message) ?? [];
    if (unclear)
      throw new UsageError(`${unclear}: the value begins with "-": write ${unclear}=VALUE`);
    if (!unknown) throw new UsageError(error.message.split("\n")[0]);
    const known = commands[name].options.map((option) => `--${option}`);
    throw new UsageError(`${name} has no option ${unknown}${nearest(unknown, known)}`);
  }
}

/**
 * What was asked for. Throws a UsageError that says what is wrong with it.
 * @param {string[]} args @returns {Asked}
 */
export function asked([name = "", ...args]) {
  if (!isCommand(name)) {
    throw new UsageError(`there is no command ${name}${nearest(name, Object.keys(commands))}`);
  }
  const { values, positionals } = parsed(name, args);
  if (values.help) return { name, inputs: [], values };
  if (values.model && positionals.length && name !== "predict") {
    throw new UsageError(`${name}: the network is named twice: ${positionals[0]}, ${values.model}`);
  }
  /** @type {Command} */
  const { inputs = "", count: [fewest, most] = [0, 0] } = commands[name];
  if (positionals.length < fewest || positionals.length > most) {
    const expected = inputs ? `expected ${inputs}` : "expected options alone";
    throw new UsageError(`${name}: ${expected}, got ${positionals.join(" ") || "nothing"}`);
  }
  for (const [option, value] of Object.entries(values)) {
    if (typeof value === "string") values[option] = valueFor(option, value);
    if (Array.isArray(value)) for (const each of value) valueFor(option, each);
  }
  return { name, inputs: positionals, values };
}
