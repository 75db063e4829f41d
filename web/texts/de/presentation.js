/** Words of presentation mode. */

export const slides = "Folien";
/** @param {number} at @param {number} count */
export const slide = (at, count) => `${at} / ${count}`;
export const previous = "Vorige Folie (Bild ↑)";
export const next = "Nächste Folie (Bild ↓)";
export const end = "Präsentation beenden (Esc)";
