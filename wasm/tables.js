// The engine's lists and settings, as its C tables have them: what options are called, what they
// may be, and what they are when left out.

import { lists, pixels, settings } from "../build/tables.js";
import * as check from "./check.js";

/**
 * @typedef {typeof lists} Lists
 * @typedef {Lists["activations"][number]} Activation
 * @typedef {Lists["outputs"][number]} OutputFunction
 * @typedef {Lists["costs"][number]} Cost
 * @typedef {Lists["optimizers"][number]} Optimizer
 * @typedef {Lists["schedules"][number]} Schedule
 * @typedef {Lists["noiseKinds"][number]} NoiseKind
 * @typedef {Lists["attacks"][number]} AttackMethod
 *
 * @typedef {keyof typeof settings} Table
 * @typedef {(typeof settings)["trainer"][number]["name"]} TrainerSetting
 * @typedef {(typeof settings)["attack"][number]["name"]} AttackSetting
 *
 * @typedef {object} Setting one option
 * @property {string} name  "augment.shift" is `shift` of the group `augment`
 * @property {"integer" | "number" | "choice"} type
 * @property {number} [low] @property {number} [high]
 * @property {keyof Lists} [list]  of a choice
 * @property {number} default  of a choice an index of its list
 * @property {keyof Lists} [each]  the option is an object with a number for each name of the list
 * @property {string} [unit]
 */

/**
 * The options that settings are of: a group's members belong to one option.
 * @template {string} Name
 * @typedef {Name extends `${infer Group}.${string}` ? Group : Name} OptionOf
 */

/**
 * Refused by the compiler unless what is written of options are those of the engine's table.
 * @template Written
 * @template {[Written] extends [Engine]
 *   ? [Engine] extends [Written] ? unknown : never
 *   : never} Engine
 * @typedef {Engine} SameNames
 */

export { classes, maxLayers, maxWidth, notADigit } from "../build/tables.js";
/** The names that options may have: activation functions, outputs, costs and so on. */
export { lists };

// A name is an index into the engine's own list.
for (const list of [lists, ...Object.values(lists)]) Object.freeze(list);

/** Pixels of an image. */
export const pixelCount = pixels;

/**
 * The settings of a table, in the engine's order, and how many numbers each takes.
 * @param {Table} table @returns {(Setting & { size: number })[]}
 */
export const settingsOf = (table) =>
  /** @type {Setting[]} */ (/** @type {unknown} */ (settings[table])).map((setting) => ({
    ...setting,
    size: setting.each ? lists[setting.each].length : 1,
  }));

/** @param {Table} table @param {string} name @returns {Setting} */
function settingOf(table, name) {
  const setting = settingsOf(table).find((candidate) => candidate.name === name);
  if (!setting) throw new Error(`${table} has no setting ${name}`);
  return setting;
}

/** What a setting is when it is left out. @param {Table} table @param {string} name */
export const defaultOf = (table, name) => settingOf(table, name).default;

/**
 * The least and the largest that a number may be.
 * @param {Table} table
 * @param {string} name
 */
export function rangeOf(table, name) {
  const { low: min = 0, high: max = 0 } = settingOf(table, name);
  return { min, max };
}

/** Names of a table's options; of a group only the group's. @param {Table} table */
export function optionNames(table) {
  return [...new Set(settingsOf(table).map(({ name }) => name.split(".")[0]))];
}

/**
 * A value of one setting, checked.
 * @param {Setting} setting
 * @param {unknown} value
 */
function checked({ name, type, low = 0, high = 0, list }, value) {
  if (list) return check.oneOf(name, value, lists[list]);
  return type === "integer"
    ? check.integer(name, value, low, high)
    : check.real(name, value, low, high);
}

/**
 * One number for each name of a list; all zero when nothing is given.
 * @param {Setting} setting
 * @param {unknown} value
 */
function checkedEach(setting, value) {
  const names = lists[/** @type {keyof Lists} */ (setting.each)];
  if (value === undefined || value === null) return names.map(() => 0);
  check.options(setting.name, value, names);
  const given = /** @type {Record<string, unknown>} */ (value);
  const numbers = names.map((name) =>
    checked({ ...setting, name: `${setting.name}.${name}` }, given[name] ?? 0),
  );
  if (numbers.every((number) => number === 0)) {
    throw new RangeError(`${setting.name}: expected one kind at least, got none`);
  }
  return numbers;
}

/**
 * Options as numbers in the engine's order: choices as indices, defaults for what is left out, and
 * zeros for a group that is left out or null.
 * @param {Table} table
 * @param {object} options  whose names are known to be right
 * @returns {Float64Array}
 */
export function numbersOf(table, options) {
  const given = /** @type {Record<string, any>} */ (options);
  const numbers = settingsOf(table).flatMap((setting) => {
    const [first, member] = setting.name.split(".");
    if (setting.each) return checkedEach(setting, given[first]);
    if (member && (given[first] ?? null) === null) return 0;
    const value = member ? given[first][member] : given[first];
    return value === undefined ? setting.default : checked(setting, value);
  });
  return Float64Array.from(numbers);
}

/**
 * Refuses options, and members of groups, that a table does not have.
 * @param {string} what  they are for
 * @param {Table} table
 * @param {object} options
 * @param {readonly string[]} [others]  options that there may be as well
 */
export function checkNames(what, table, options, others = []) {
  check.options(what, options, [...optionNames(table), ...others]);
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { name } of settingsOf(table)) {
    const [group, member] = name.split(".");
    if (member) groups.set(group, [...(groups.get(group) ?? []), member]);
  }
  for (const [group, members] of groups) {
    const given = /** @type {Record<string, unknown>} */ (options)[group];
    if (given !== undefined && given !== null) check.options(group, given, members);
  }
}
