/** A drawing outlives a reload of its tab, where the browser has storage. */

/** @typedef {import("./state.js").Shown["strokes"]} Strokes */

const KEY = "downhill-drawing";

/** Keeps it when the page is left. @param {import("./session.js").Session} session */
export function keepDrawing(session) {
  addEventListener("pagehide", () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify(session.state.shown.strokes));
    } catch {
      // Then a reload forgets it.
    }
  });
}

/** The one that this tab was left with; none when it is damaged. @returns {Strokes} */
export function keptDrawing() {
  try {
    const strokes = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return strokes.every(isStroke) ? strokes : [];
  } catch {
    return [];
  }
}

/** @param {any} stroke */
const isStroke = (stroke) =>
  stroke.length > 0 && stroke.every((/** @type {any} */ [x, y]) => Number.isFinite(x + y));
