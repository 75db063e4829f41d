/** A ring around the pointer, which a class can follow; filled while it is pressed. */

/** It goes when the pointer has not moved for that long, ms. */
const STILL = 3000;

/** @returns {() => void} takes it away */
export function highlightPointer() {
  const ring = document.createElement("div");
  ring.className = "pointer-ring";
  ring.hidden = true;
  document.body.append(ring);
  const life = new AbortController();
  let rest = 0;
  const show = (/** @type {PointerEvent} */ { clientX, clientY, buttons }) => {
    ring.hidden = false;
    ring.style.translate = `${clientX}px ${clientY}px`;
    ring.toggleAttribute("data-pressed", buttons > 0);
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      ring.hidden = true;
    }, STILL);
  };
  for (const kind of /** @type {const} */ (["pointermove", "pointerdown", "pointerup"])) {
    addEventListener(kind, show, { signal: life.signal, passive: true, capture: true });
  }
  return () => {
    life.abort();
    clearTimeout(rest);
    ring.remove();
  };
}
