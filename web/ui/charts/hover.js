/**
 * The values of a chart at the pointer: a line through the nearest point of the data, and words
 * beside it.
 *
 * @typedef {import("./plot.js").Chart} Chart
 * @typedef {import("./plot.js").Line} Line
 */
import { figures } from "../../common/numbers.js";
import * as texts from "../../texts/en/charts.js";
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
    const begin = x ? `${x.format?.(where) || figures(where)} ${x.label}` : texts.atEpochs(where);
    const values = lines.flatMap(({ label, scale }, i) => {
      const value = plot.data[i + 1][at];
      const { say = figures } = scales.find(({ key }) => key === scale) ?? {};
      return label.trim() && typeof value === "number" ? [{ label, value: say(value) }] : [];
    });
    return values.length ? texts.valuesAt(begin.trim(), values) : "";
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
