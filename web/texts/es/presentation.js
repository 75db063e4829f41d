/** Words of presentation mode. */

export const slides = "Diapositivas";
/** @param {number} at @param {number} count */
export const slide = (at, count) => `${at} / ${count}`;
export const previous = "Diapositiva anterior (Re Pág)";
export const next = "Diapositiva siguiente (Av Pág)";
export const end = "Terminar la presentación (Esc)";
