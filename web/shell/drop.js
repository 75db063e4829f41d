/** Files that a visitor drops on the page, or opens with it where it is installed as an app. */
import { dropFiles } from "../texts/en/shell.js";
import { fetched } from "./fetched.js";

/** @typedef {import("../model/session.js").Session} Session */

/**
 * Takes files that are dropped anywhere on the page. Its body has the attribute `data-dropping`
 * while they are held over it, with words for the style sheet.
 * @param {Session} session
 */
export function listenToDrops(session) {
  const { dataset } = document.body;
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    // Else the browser would open the file in the place of the page.
    event.preventDefault();
    if (session.state.settings.hide.includes("file")) event.dataTransfer.dropEffect = "none";
    else dataset.dropping = dropFiles;
  });
  addEventListener("dragleave", ({ relatedTarget }) => {
    // Null when the pointer leaves the window.
    if (!relatedTarget) delete dataset.dropping;
  });
  addEventListener("drop", (event) => {
    delete dataset.dropping;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    const items = [...(event.dataTransfer?.items ?? [])];
    const entries = items
      .map((item) => item.webkitGetAsEntry?.())
      .filter((entry) => entry !== null);
    session.act(taking().then(({ useFiles }) => useFiles(session, files, entries)));
  });
}

/**
 * Takes files that the system opens with the page (web.dev/learn/pwa/os-integration).
 * @param {Session} session
 */
export function listenToLaunches(session) {
  /** @type {any} */ (window).launchQueue?.setConsumer(
    (/** @type {{ files?: readonly FileSystemFileHandle[] }} */ { files = [] }) => {
      if (files.length) session.act(taking().then(({ useHandles }) => useHandles(session, files)));
    },
  );
}

const taking = () => fetched(import("./take-files.js"));
