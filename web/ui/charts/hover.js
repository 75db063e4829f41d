/**
 * The values of a chart at the pointer: a line through the nearest point of the data, and words
 * beside it.
 *
 * @typedef {import("./plot.js").Chart} Chart
 * @typedef {import("./plot.js").Line} Line
 */
import { figures } from "../../common/numbers.js";
import "../tip.css";

/** Shows the nearest point; nothing is dragged. @type {import("uplot").Cursor} */
export const CURSOR = { y: false, drag: { x: false, y: false }, points: { size: 7 } };

/** A hook of uPlot that tells the values at the cursor. @param {Chart} chart @returns */
export function valuesAtCursor({ scales, lines, x }) {
  const tip = document.createElement("p");
  tip.className = "tip small number";
  tip.ariaHidden = "true";
  const said = (/** @type {import("uplot")} */ plot, /** @type {number} */ at) => {
    const where = plot.data[0][at];
    const begin = x ? `${x.format?.(where) || figures(where)} ${x.label}` : epochs(where);
    const values = lines.flatMap(({ label, scale }, i) => {
      const value = plot.data[i + 1][at];
      const { say = figures } = scales.find(({ key }) => key === scale) ?? {};
      return label.trim() && typeof value === "number" ? [`${label} ${say(value)}`] : [];
    });
    return values.length ? `${begin.trim()}: ${values.join(", ")}` : "";
  };
  return (/** @type {import("uplot")} */ plot) => {
    const { idx, left = -1 } = plot.cursor;
    const isAt = typeof idx === "number" && left >= 0;
    tip.textContent = isAt ? said(plot, idx) : "";
    tip.hidden = !tip.textContent;
    if (tip.parentElement !== plot.over) plot.over.append(tip);
    if (tip.hidden) return;
    const half = tip.offsetWidth / 2;
    tip.style.left = `${Math.max(half, Math.min(plot.over.clientWidth - half, left))}px`;
    tip.style.top = "36px";
  };
}

/** @param {number} value */
const epochs = (value) => `${value.toFixed(value < 10 ? 2 : 1)} epochs`;
