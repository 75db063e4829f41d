/** What is wrong with IDX files, MNIST's or a visitor's. `name` is that of a file. */

/* ---- one file ---- */

/** @param {string} name */
export const neitherImagesNorLabels = (name) => `“${name}”不是图像或标签的 IDX 文件`;

/** @param {string} name @param {number} rows @param {number} columns @param {number} side */
export const wrongSize = (name, rows, columns, side) =>
  `“${name}”中的图像为 ${rows}×${columns} 像素，而不是 ${side}×${side}`;

/** @param {string} name */
export const wrongLabels = (name) => `“${name}”中的标签与文件头所声明的不符`;

/** @param {string} name */
export const labelsNotImages = (name) => `“${name}”中是标签，不是图像`;

/** @param {string} name */
export const endsEarly = (name) => `“${name}”在最后一幅图像之前就结束了`;

/** @param {string} name */
export const goesOn = (name) => `“${name}”在最后一幅图像之后还有数据`;

/** @param {string} name */
export const webPage = (name) => `“${name}”是网页，不是 IDX 文件`;

/** @param {string} name */
export const notIdx = (name) => `“${name}”不是 IDX 文件`;

/** @param {string} name */
export const notUnpacked = (name) => `“${name}”无法解压：它的 gzip 数据已损坏或不完整`;
