import * as texts from "../texts/en/shell.js";

/** @typedef {"settings-dialog" | "keys-dialog"} DialogName */

/** Modules of dialogs that are fetched when they are opened first. */
const MODULES = /** @type {Partial<Record<DialogName, () => Promise<unknown>>>} */ ({
  "settings-dialog": () => import("./settings-dialog.js"),
});

/** Opens one of the page's dialogs; rejects when it cannot be fetched. @param {DialogName} id */
export async function openDialog(id) {
  try {
    await MODULES[id]?.();
  } catch {
    throw new Error(texts.dialogNotLoaded);
  }
  await /** @type {any} */ (document.querySelector(`dh-${id}`)).updateComplete;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById(id));
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.scrollTop = 0;
}
