/** A link that the browser did not let the page copy. */

export const link = "El enlace";
/** @param {string} keys  that copy */
export const notCopied = (keys) =>
  `El navegador no permitió a la página copiar el enlace. Aquí está seleccionado: cópialo con ` +
  `${keys} o desde el menú de este campo.`;
