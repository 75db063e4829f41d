/** Numbers of any size and sign as people read them; small ones in powers of ten. */
import { count, figures, fixed, local, withMinus } from "./numbers.js";

/** Signs before digits. */
export const MINUS = withMinus("-");
export const PLUS = MINUS.replace("−", "+");

/** Smaller numbers are written in powers of ten. */
const SMALL = 0.001;
/** So are larger ones. */
export const LARGE = 1e9;
const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** +0.0123, −1.25, +3.1×10⁻⁵, 0; three figures that matter. @param {number} value */
export function signed(value) {
  return value === 0 ? "0" : `${value < 0 ? MINUS : PLUS}${sized(Math.abs(value))}`;
}

/** The same without a plus. @param {number} value */
export function plain(value) {
  return signed(value).replace(PLUS, "");
}

/** @param {number} size */
function sized(size) {
  if (!Number.isFinite(size)) return "–";
  if (size >= LARGE) return powerOfTen(size);
  if (size >= 1000) return count(size);
  if (size >= 0.1) return figures(size);
  if (size >= SMALL) return fixed(size, size >= 0.01 ? 4 : 5);
  return powerOfTen(size);
}

/** 0.0000312 → "3.1×10⁻⁵", 3.1e12 → "3.1×10¹²" @param {number} size */
export function powerOfTen(size) {
  const [digits, power] = size.toExponential(1).split("e");
  return `${local(digits)}×${raised(Number(power))}`;
}

/** −5 → "10⁻⁵" @param {number} power */
export function raised(power) {
  const digits = [...String(Math.abs(power))].map((digit) => RAISED[Number(digit)]);
  return `10${power < 0 ? "⁻" : ""}${digits.join("")}`;
}
