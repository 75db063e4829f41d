/** What is wrong with IDX files, MNIST's or a visitor's. `name` is that of a file. */

/* ---- one file ---- */

/** @param {string} name */
export const neitherImagesNorLabels = (name) =>
  `${name} no es un archivo IDX de imágenes ni de etiquetas`;

/** @param {string} name @param {number} rows @param {number} columns @param {number} side */
export const wrongSize = (name, rows, columns, side) =>
  `${name} tiene imágenes de ${rows}×${columns} píxeles, no de ${side}×${side}`;

/** @param {string} name */
export const wrongLabels = (name) => `${name} no contiene las etiquetas que anuncia su cabecera`;

/** @param {string} name */
export const labelsNotImages = (name) => `${name} contiene etiquetas, no imágenes`;

/** @param {string} name */
export const endsEarly = (name) => `${name} termina antes de su última imagen`;

/** @param {string} name */
export const goesOn = (name) => `${name} continúa después de su última imagen`;

/** @param {string} name */
export const webPage = (name) => `${name} es una página web, no un archivo IDX`;

/** @param {string} name */
export const notIdx = (name) => `${name} no es un archivo IDX`;

/** @param {string} name */
export const notUnpacked = (name) =>
  `${name} no se puede descomprimir: sus datos gzip están dañados o incompletos`;
