/** Costs as people read them: they span ten powers of ten. */

const SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** 10 to that power: "0.01", "10⁻⁵" @param {number} at */
export function power(at) {
  return at >= -3 ? String(Number((10 ** at).toPrecision(1))) : `10${raised(at)}`;
}

/** Three digits that matter or four places: 0.0712, 1.234, 2×10⁻⁵ @param {number} value */
export function small(value) {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  if (value >= 0.00095) return value.toFixed(value < 0.0995 ? 4 : value < 9.995 ? 3 : 1);
  return scientific(value);
}

/** Two digits that matter @param {number} value */
export function about(value) {
  return value >= 0.00095 ? String(Number(value.toPrecision(2))) : scientific(value);
}

/** @param {number} value */
function scientific(value) {
  const [digit, exponent] = value.toExponential(0).split("e");
  return `${digit}×10${raised(Number(exponent))}`;
}

/** @param {number} at */
function raised(at) {
  return `${at < 0 ? "⁻" : ""}${[...String(Math.abs(at))].map((c) => SUPER[Number(c)]).join("")}`;
}
