/** Keyboard shortcuts of the whole page. They stay out of the way of text fields, buttons and the drawing's own keys. */

/** @param {import("../model/session.js").Session} session */
export function listenToKeys(session) {
  const drawing = () =>
    /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=drawing]"));
  const hidden = (/** @type {string} */ name) => session.state.settings.hide.includes(name);
  const press = (/** @type {string} */ id) =>
    /** @type {HTMLElement | null} */ (document.querySelector(`[data-testid=${id}]`))?.click();
  /** @type {Record<string, () => void>} */
  const keys = {
    " ": () => session.toggle(),
    s: () => hidden("step") || session.step(),
    r: () => hidden("reset") || session.reset(),
    n: () => press("noise"),
    t: () => press("test-digit"),
    c: () => press("clear"),
    d: () => {
      scrollTo({ top: 0 });
      drawing()?.focus();
    },
    "?": () =>
      /** @type {HTMLDialogElement} */ (document.getElementById("keys-dialog")).showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.closest("input, select, textarea, dialog[open]")) return;
    if (event.key === " " && target.closest("button, a, summary, [role=application]")) return;
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
