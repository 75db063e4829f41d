/**
 * What people type for a setting: what is taken for a valid value, and the words for what would
 * have been one.
 */
import { setting } from "../common/settings.js";

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

/** What a valid value is, for a sentence that begins with "Enter". @param {string} key */
export function rangeWords(key) {
  const { type, min = 0, max = 0 } = setting(key);
  const [least, most] = [min, max].map(plain);
  if (type === "layers")
    return `1 to ${MOST_LAYERS} layers of ${least} to ${most} neurons, such as 16-16`;
  return `${type === "integer" ? "a whole number" : "a number"} from ${least} to ${most}`;
}

/** @param {number} value */
function plain(value) {
  return value.toLocaleString("en-US", { maximumFractionDigits: 6, useGrouping: false });
}
