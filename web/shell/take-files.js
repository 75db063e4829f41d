/** What is done with files of the visitor's: a model, or own digits, which a dialog shows first. */
import { shownText } from "../common/shown-text.js";
import { filesAreOff, notOpened, notReadable } from "../texts/en/open-model.js";
import { isModelFile, openModelFile } from "./open-model.js";
import { openOwnData } from "./open-own-data.js";

/** @typedef {import("../model/session.js").Session} Session */

/**
 * Opens the model in the file, or the dialog with the digits in the files; a notice says why when
 * they are of no use.
 * @param {Session} session @param {File[]} files
 * @param {FileSystemEntry[]} [entries]  the same, when they were dropped: folders, too
 */
export async function useFiles(session, files, entries = []) {
  if (!files.length) return;
  session.dismiss("drop");
  try {
    await take(session, files, entries);
  } catch (error) {
    session.say(error.message, { key: "drop" });
  }
}

/**
 * The same for files that the system hands over, which may be gone by now.
 * @param {Session} session @param {readonly FileSystemFileHandle[]} handles
 */
export async function useHandles(session, handles) {
  const files = [];
  for (const handle of handles) {
    const file = await handle.getFile().catch(() => null);
    if (file) files.push(file);
    else session.say(notOpened(shownText(handle.name), notReadable), { key: "drop" });
  }
  if (files.length === handles.length) await useFiles(session, files);
}

/**
 * As `useFiles`, but rejects.
 * @param {Session} session @param {File[]} files @param {FileSystemEntry[]} [entries]
 */
export async function take(session, files, entries = []) {
  if (session.state.settings.hide.includes("file")) throw new Error(filesAreOff);
  const isAlone = files.length === 1 && !entries.some(({ isDirectory }) => isDirectory);
  if (isAlone && (await isModelFile(files[0]))) return openModelFile(session, files[0]);
  const dialog = await openOwnData();
  await dialog.show(files, entries);
}
