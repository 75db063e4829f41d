/** What is wrong with IDX files, MNIST's or a visitor's. `name` is that of a file. */

/* ---- one file ---- */

/** @param {string} name */
export const neitherImagesNorLabels = (name) =>
  `${name} ist keine IDX-Datei mit Bildern oder Labels`;

/** @param {string} name @param {number} rows @param {number} columns @param {number} side */
export const wrongSize = (name, rows, columns, side) =>
  `${name} hat Bilder mit ${rows}×${columns} Pixeln, nicht ${side}×${side}`;

/** @param {string} name */
export const wrongLabels = (name) =>
  `${name} enthält nicht die Labels, die der Dateikopf ankündigt`;

/** @param {string} name */
export const labelsNotImages = (name) => `${name} enthält Labels, keine Bilder`;

/** @param {string} name */
export const endsEarly = (name) => `${name} endet vor dem letzten Bild`;

/** @param {string} name */
export const goesOn = (name) => `${name} geht nach dem letzten Bild weiter`;

/** @param {string} name */
export const webPage = (name) => `${name} ist eine Webseite, keine IDX-Datei`;

/** @param {string} name */
export const notIdx = (name) => `${name} ist keine IDX-Datei`;

/** @param {string} name */
export const notUnpacked = (name) =>
  `${name} lässt sich nicht entpacken: Die gzip-Daten sind beschädigt oder unvollständig`;
