import { showDialog } from "./show-dialog.js";

/**
 * Opens the dialog "Class link", of the network as it is now.
 * @returns {Promise<any>} its element
 */
export function openClassDialog() {
  // It does not follow the network while it is closed.
  /** @type {any} */ (document.querySelector("dh-class-dialog"))?.requestUpdate?.();
  return showDialog("class-dialog", () => import("./class-dialog.js"));
}
