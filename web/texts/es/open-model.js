/** Model files that a visitor picks or drops. `name` is that of a file. */
import { count, fixed } from "../../common/numbers.js";

export const filesAreOff =
  "Los archivos no se usaron: el enlace de esta página desactiva los archivos.";

/** @param {string} name @param {string} why  one or more sentences */
export const notOpened = (name, why) => `${name} no se abrió. ${why}`;

/* ---- why, as sentences ---- */

export const notReadable =
  "No se pudo leer: se movió, cambió o eliminó después de elegirlo. Elígelo de nuevo.";

/** @param {string} size @param {string} most  of the largest network's file, both with units */
export const tooLarge = (size, most) =>
  `Ocupa ${size}, pero el archivo de la mayor red que cabe aquí ocupa ${most}. ` +
  "Abre el archivo de una red más pequeña.";

/**
 * What else it is.
 * @type {Partial<Record<import("../../common/file-kind.js").FileKind, string>>}
 */
export const others = {
  empty: "Está vacío. Guarda el modelo de nuevo.",
  idx: "Es un archivo IDX de imágenes o etiquetas, no un modelo. Ábrelo con «Tus datos».",
  picture: "Es una imagen, no un modelo. Ábrela con «Tus datos».",
  drawing: "Es un dibujo SVG, no un modelo.",
  zip: "Es un archivo ZIP. Descomprímelo y abre el modelo que contiene.",
  gzip: "Está comprimido con gzip. Descomprímelo y abre el modelo que contiene.",
  page: "Es una página web, no un modelo. Descarga el modelo de nuevo.",
  text: "Es un texto, no un modelo. Abre una tabla de imágenes (CSV) con «Tus datos».",
  unknown: "No es un modelo en formato safetensors ni ONNX. Conviértelo a uno de ellos.",
};

const MEGABYTE = 1e6;
/** @param {number} bytes */
export const sizeOf = (bytes) => {
  const megabytes = Math.ceil(bytes / MEGABYTE);
  return megabytes < 1000 ? `${count(megabytes)} MB` : `${fixed(megabytes / 1000, 1)} GB`;
};
