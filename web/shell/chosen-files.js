/**
 * Files with their paths, as a visitor has chosen or dropped them: folders are walked through.
 *
 * @typedef {import("../common/own-data/read.js").Chosen} Chosen
 */

/** No folder of pictures has more; else it is a mistake, such as a whole disk. */
const MOST = 100_000;

/** @param {Iterable<File>} files @returns {Chosen[]} */
export function chosenFiles(files) {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/**
 * All files in what was dropped; what the system does not let the page read, a folder too, is
 * in the list as locked.
 * @param {FileSystemEntry[]} entries @returns {Promise<Chosen[]>}
 */
export async function filesIn(entries) {
  /** @type {Chosen[]} */
  const chosen = [];
  const waiting = [...entries];
  for (let entry = waiting.pop(); entry && chosen.length < MOST; entry = waiting.pop()) {
    const path = entry.fullPath.replace(/^\//, "");
    try {
      if (entry.isDirectory) {
        waiting.push(...(await childrenOf(/** @type {FileSystemDirectoryEntry} */ (entry))));
      } else {
        const file = await fileOf(/** @type {FileSystemFileEntry} */ (entry));
        chosen.push({ path, file });
      }
    } catch {
      chosen.push({ path, file: new Blob(), isLocked: true });
    }
  }
  return chosen;
}

/** @param {FileSystemFileEntry} entry @returns {Promise<File>} */
const fileOf = (entry) => new Promise((resolve, reject) => entry.file(resolve, reject));

/** @param {FileSystemDirectoryEntry} folder @returns {Promise<FileSystemEntry[]>} */
async function childrenOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    // A browser gives a hundred at a time.
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return all;
    all.push(...some);
  }
}
