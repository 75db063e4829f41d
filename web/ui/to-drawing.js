/** The way to the drawing, wherever the visitor is: it opens if it is folded, and has the focus. */

/** @typedef {HTMLElement & { openDrawing: () => void }} Playground */

export function toDrawing() {
  /** @type {Playground | null} */ (document.querySelector("dh-playground"))?.openDrawing();
}
