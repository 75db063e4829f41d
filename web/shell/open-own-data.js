import { showDialog } from "./show-dialog.js";

/** Opens the dialog "Your data". @returns {Promise<any>} its element */
export const openOwnData = () =>
  showDialog("own-data-dialog", () => import("./own-data-dialog.js"));
