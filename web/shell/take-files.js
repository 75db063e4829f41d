/** What is done with files of the visitor's: a model, or own digits, which a dialog shows first. */
import * as texts from "../texts/en/shell-captions.js";
import { openOwnData } from "./open-own-data.js";
/** @typedef {import("../model/session.js").Session} Session */

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
