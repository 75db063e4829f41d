/** Copies text for the visitor, also where a page without https has no access to the clipboard. */

/**
 * Call it from the handler of a click: the browser asks for one.
 * @param {string} text @returns {Promise<boolean>} false: the browser does not let the page copy
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyFromField(text);
  }
}

/** The old way, by a field that is selected. @param {string} text */
function copyFromField(text) {
  const field = document.createElement("textarea");
  const before = /** @type {HTMLElement | null} */ (document.activeElement);
  field.value = text;
  field.className = "only-heard";
  // Nothing outside an open dialog can be selected.
  (before?.closest("dialog") ?? document.body).append(field);
  try {
    field.select();
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    before?.focus({ preventScroll: true });
  }
}
