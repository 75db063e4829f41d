import * as texts from "../texts/en/shell.js";

/** @typedef {"settings-dialog" | "keys-dialog" | "own-data-dialog"} DialogName */

/** Modules of dialogs that are fetched when they are opened first. */
const MODULES = /** @type {Partial<Record<DialogName, () => Promise<unknown>>>} */ ({
  "settings-dialog": () => import("./settings-dialog.js"),
  "own-data-dialog": () => import("./own-data-dialog.js"),
});

/**
 * Opens one of the page's dialogs; rejects when it cannot be fetched.
 * @param {DialogName} id @returns {Promise<any>} its element
 */
export async function openDialog(id) {
  try {
    await MODULES[id]?.();
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
