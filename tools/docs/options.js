/** What the engine's own tables say of options: ranges, units, defaults, what may be chosen. */
import { lists, settings } from "../../build/tables.js";

/** The types of a table's options; groups of options are types of their own. */
const TYPE_OF = { network: "NetworkOptions", trainer: "TrainerOptions", attack: "AttackOptions" };
/** @type {Record<string, string>} */
const GROUP_OF = { augment: "Augment", harden: "Hardening" };

/** Ranges that nobody reads digit by digit. */
const NAMED_NUMBERS = new Map([
  [Number.MAX_SAFE_INTEGER, "2⁵³ − 1"],
  [1e12, "10¹²"],
]);

/** @param {number} value */
const shown = (value) =>
  NAMED_NUMBERS.get(value) ?? value.toLocaleString("en", { maximumSignificantDigits: 5 });

/** @param {any} setting @returns {string[]} */
function said({ low, high, default: usual, unit, list, each }) {
  if (each) return [];
  if (list) return [`by default \`"${/** @type {any} */ (lists)[list][usual]}"\``];
  // A default that is no value says that the option is left out.
  const isLeftOut = usual < low;
  const parts = [
    `${shown(low)}…${shown(high)}`,
    unit,
    isLeftOut ? "" : `by default ${shown(usual)}`,
  ];
  return parts.filter(Boolean);
}

/** By "type.option". @type {Map<string, string[]>} */
const tables = new Map();
for (const [table, type] of Object.entries(TYPE_OF)) {
  for (const setting of /** @type {any} */ (settings)[table]) {
    const [group, name] = setting.name.split(".");
    tables.set(name ? `${GROUP_OF[group]}.${name}` : `${type}.${group}`, said(setting));
  }
}

/** @param {string} type @param {string} option */
export const saidOf = (type, option) => tables.get(`${type}.${option}`) ?? [];

/** What an alias of one of the engine's lists may be. @param {string} code */
export function choices(code) {
  const list = /^Lists\["(\w+)"\]\[number\]$/.exec(code)?.[1];
  const names = list && /** @type {Record<string, readonly string[]>} */ (lists)[list];
  return names ? names.map((name) => JSON.stringify(name)).join(" | ") : code;
}
