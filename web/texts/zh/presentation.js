/** Words of presentation mode. */

export const slides = "幻灯片";
/** @param {number} at @param {number} count */
export const slide = (at, count) => `${at} / ${count}`;
export const previous = "上一张幻灯片（Page Up）";
export const next = "下一张幻灯片（Page Down）";
export const end = "结束放映（Esc）";
