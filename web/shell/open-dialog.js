/** Opens one of the page's dialogs. @param {"settings-dialog" | "keys-dialog"} id */
export function openDialog(id) {
  const dialog = /** @type {HTMLDialogElement | null} */ (document.getElementById(id));
  if (!dialog || dialog.open) return;
  dialog.showModal();
  dialog.scrollTop = 0;
}
