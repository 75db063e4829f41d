import { showDialog } from "./show-dialog.js";

/** Opens the dialog "Class link". @returns {Promise<any>} its element */
export const openClassDialog = () => showDialog("class-dialog", () => import("./class-dialog.js"));
