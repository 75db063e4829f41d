/**
 * Files from the visitor, dropped on the page or chosen: a model, or own digits as IDX files,
 * gzipped or not.
 */
import * as texts from "../texts/en/shell-captions.js";
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
    useFiles(session, files);
  });
}

/**
 * Opens the model in the files, or trains on the digits in them; a notice says why when they are
 * of no use.
 * @param {Session} session @param {File[]} files
 */
export async function useFiles(session, files) {
  if (!files.length) return;
  session.dismiss("drop");
  try {
    await take(session, files);
  } catch (error) {
    session.say(texts.filesNotUsed(error.message), { key: "drop" });
  }
}

/** As `useFiles`, but rejects. @param {Session} session @param {File[]} files */
export async function take(session, files) {
  const model = files.find(({ name }) => name.endsWith(".safetensors"));
  if (model && session.state.settings.hide.includes("file")) {
    throw new Error(texts.modelFilesAreOff);
  }
  if (model) {
    await session.loadFile(new Uint8Array(await model.arrayBuffer()), model.name);
    return;
  }
  const { ownDataOf, readIdxFile } = await import("../common/idx-files.js");
  await session.useOwnData(ownDataOf(await Promise.all(files.map(readIdxFile))));
}
