/**
 * The label of a picture, out of its path: "7.png", "3/img_12.png", "digit-3-004.jpg". A folder
 * that is named after one class says it for all pictures in it; else it is the first number of one
 * digit in the file's name.
 *
 * @typedef {{ path: string, label: number }} Labelled
 */

/** A number of one digit, which no other digit touches. */
const ALONE = /(?<!\d)\d(?!\d)/;
/** A folder of one class: "3", "digit_3", "class-3"; not "part 3". */
const CLASS_FOLDER = /^(?:(?:class|digit|label|num|number)[\s_-]*)?(\d)$/i;

/** @param {string} path @returns {number} -1 when it says none */
export function labelOf(path) {
  const folders = path.split("/");
  const name = /** @type {string} */ (folders.pop()).replace(/\.[^.]*$/, "");
  for (const folder of folders.reverse()) {
    const label = CLASS_FOLDER.exec(folder)?.[1];
    if (label) return Number(label);
  }
  return Number(ALONE.exec(name.replace(/\s*\(\d+\)$/, ""))?.[0] ?? -1);
}

/**
 * Labels of several pictures. Where names differ only in a number that is not always of one digit
 * ("img_1" to "img_12"), it counts the pictures, and is no label.
 * @param {string[]} paths
 * @returns {number[]} -1: its name says none
 */
export function labelsOf(paths) {
  const counted = new Set(paths.map(shapeOf).filter((_, i) => labelOf(paths[i]) < 0));
  return paths.map((path) =>
    isInClassFolder(path) || !counted.has(shapeOf(path)) ? labelOf(path) : -1,
  );
}

/** @param {string} path */
function isInClassFolder(path) {
  return path
    .split("/")
    .slice(0, -1)
    .some((folder) => CLASS_FOLDER.test(folder));
}

/** A path with its numbers left out. @param {string} path */
function shapeOf(path) {
  return path.replace(/\d+/g, "#");
}
