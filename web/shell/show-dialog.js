import { fetched } from "./fetched.js";

/**
 * Opens the dialog of that id, once its module is there; rejects when it cannot be fetched.
 * @param {string} id @param {() => Promise<unknown>} [load]
 * @returns {Promise<any>} its element
 */
export async function showDialog(id, load) {
  if (load) await fetched(load());
  const part = /** @type {any} */ (document.querySelector(`dh-${id}`));
  await part.updateComplete;
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById(id));
  if (dialog && !dialog.open) {
    dialog.showModal();
    dialog.scrollTop = 0;
  }
  return part;
}
