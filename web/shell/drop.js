/** Files that a visitor drops on the page: a model, or own digits, which a dialog shows first. */
import * as texts from "../texts/en/shell-captions.js";
import { openOwnData } from "./open-own-data.js";
/** @typedef {import("../model/session.js").Session} Session */

/**
 * Takes files that are dropped anywhere on the page. Its body has the attribute `data-dropping`
 * while they are held over it.
 * @param {Session} session
 */
export function listenToDrops(session) {
  const { dataset } = document.body;
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    dataset.dropping = "";
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
    useFiles(session, files, entries);
  });
}

/**
 * Opens the model in the files, or the dialog with the digits in them; a notice says why when they
 * are of no use.
 * @param {Session} session @param {File[]} files
 * @param {FileSystemEntry[]} [entries]  the same, when they were dropped: folders, too
 */
export async function useFiles(session, files, entries = []) {
  if (!files.length) return;
  session.dismiss("drop");
  try {
    await take(session, files, entries);
  } catch (error) {
    session.say(texts.filesNotUsed(error.message), { key: "drop" });
  }
}

/**
 * As `useFiles`, but rejects.
 * @param {Session} session @param {File[]} files @param {FileSystemEntry[]} [entries]
 */
export async function take(session, files, entries = []) {
  const model = files.find(({ name }) => name.endsWith(".safetensors"));
  if (session.state.settings.hide.includes("file")) throw new Error(texts.filesAreOff);
  if (model) {
    await session.loadFile(new Uint8Array(await model.arrayBuffer()), model.name);
    return;
  }
  const dialog = await openOwnData();
  await dialog.show(files, entries);
}
