/** What is wrong with IDX files, MNIST's or a visitor's. `name` is that of a file. */

/* ---- one file ---- */

/** @param {string} name */
export const neitherImagesNorLabels = (name) => `${name} is not an IDX file of images or labels`;

/** @param {string} name @param {number} rows @param {number} columns @param {number} side */
export const wrongSize = (name, rows, columns, side) =>
  `${name} has images of ${rows}×${columns} pixels, not ${side}×${side}`;

/** @param {string} name */
export const wrongLabels = (name) => `${name} does not hold the labels that its header announces`;

/** @param {string} name */
export const labelsNotImages = (name) => `${name} holds labels, not images`;

/** @param {string} name */
export const endsEarly = (name) => `${name} ends before its last image`;

/** @param {string} name */
export const goesOn = (name) => `${name} goes on after its last image`;

/** @param {string} name */
export const webPage = (name) => `${name} is a web page, not an IDX file`;

/** @param {string} name */
export const notIdx = (name) => `${name} is not an IDX file`;

/** @param {string} name */
export const notUnpacked = (name) =>
  `${name} cannot be unpacked: its gzip data are damaged or incomplete`;
