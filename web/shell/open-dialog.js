import { showDialog } from "./show-dialog.js";

/** @typedef {"settings-dialog" | "keys-dialog"} DialogName */

/** Modules of dialogs that are fetched when they are opened first. */
const MODULES = /** @type {Record<DialogName, () => Promise<unknown>>} */ ({
  "keys-dialog": () => import("./keys-dialog.js"),
  "settings-dialog": () => import("./settings-dialog.js"),
});

/** Opens one of the page's dialogs; rejects when it cannot be fetched. @param {DialogName} id */
export async function openDialog(id) {
  await showDialog(id, MODULES[id]);
}
