import * as texts from "../texts/en/shell.js";

/**
 * Opens the dialog of that id, once its module is there; rejects when it cannot be fetched.
 * @param {string} id @param {() => Promise<unknown>} [load]
 * @returns {Promise<any>} its element
 */
export async function showDialog(id, load) {
  try {
    await load?.();
  } catch {
    throw new Error(texts.dialogNotLoaded);
  }
  const part = /** @type {any} */ (document.querySelector(`dh-${id}`));
  await part.updateComplete;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById(id));
  if (dialog && !dialog.open) {
    dialog.showModal();
    dialog.scrollTop = 0;
  }
  return part;
}
