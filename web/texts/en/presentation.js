/** Words of presentation mode. */

export const slides = "Slides";
/** @param {number} at @param {number} count */
export const slide = (at, count) => `${at} / ${count}`;
export const previous = "Previous slide (Page Up)";
export const next = "Next slide (Page Down)";
export const end = "End the presentation (Esc)";
