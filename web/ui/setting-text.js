/**
 * What people type for a setting: which values are valid, and the message for one that is not.
 */
import { setting } from "../common/settings.js";
import * as texts from "../texts/en/controls.js";

/** As `parseSetting` accepts. */
const MOST_LAYERS = 4;
/** A number with a comma before each three digits, such as 1,000. */
const GROUPED = /^[1-9]\d{0,2}(,\d{3})+$/;

/**
 * The text as `parseSetting` reads it: a decimal comma becomes a point, and layers may be set apart
 * by anything that is no digit. "1,000" is left as it is, since it can mean 1 or 1000.
 * @param {string} key @param {string} text
 */
export function normalized(key, text) {
  const { type } = setting(key);
  const trimmed = text.trim();
  if (type === "layers") return trimmed.replace(/(?<=\d)[\s,;x×–-]+(?=\d)/g, "-");
  if (type === "number" && !GROUPED.test(trimmed)) return trimmed.replace(/^(\d*),(\d+)/, "$1.$2");
  return trimmed;
}

/** Says what to enter. @param {string} key */
export function adviceOn(key) {
  const { type, min = 0, max = 0 } = setting(key);
  if (type === "layers") return texts.enterLayers(MOST_LAYERS, min, max);
  return (type === "integer" ? texts.enterWholeNumber : texts.enterNumber)(min, max);
}
