/** The settings that are typed: what may be, and how people are told. */
import { local } from "../common/numbers.js";
import { formatSetting, setting } from "../common/settings.js";
import * as texts from "../texts/en/controls.js";

/** As `parseSetting` accepts. */
const MOST_LAYERS = 4;
/** Of every network: its pixels and its outputs. @type {[number, number]} */
const ENDS = [784, 10];

/** @param {string} key @returns {import("../common/typed-numbers.js").Kind} */
export function kindOf(key) {
  const { type, min = 0, max = 0 } = setting(key);
  if (type === "layers") {
    return { type: "list", min, max, most: MOST_LAYERS, ends: ENDS, none: texts.none };
  }
  return { type: type === "integer" ? "integer" : "number", min, max };
}

/** A value as its field shows it. @param {string} key @param {any} value */
export const fieldText = (key, value) =>
  local(formatSetting(key, value)) || (setting(key).type === "layers" ? texts.none : "");

/** Says what to enter. @param {string} key */
export function adviceOn(key) {
  const { type, min, max } = kindOf(key);
  const example = texts.examples[key];
  if (type === "list") return texts.enterLayers(MOST_LAYERS, min, max, example);
  if (type === "number") return texts.enterNumber(min, max, example);
  return texts.enterWholeNumber(texts.units[key] ?? "", min, max, example);
}
