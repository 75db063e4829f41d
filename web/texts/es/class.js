/** Class links: the dialog that makes them, and the sheet that is printed. */

import { html } from "lit";
import { count } from "../../common/numbers.js";

export const title = "Enlace de clase";
export const close = "Cerrar";
export const intro =
  "Un enlace para una clase abre esta red solo con lo que elijas. Lo que se oculta queda oculto " +
  "en todas partes: en la barra, en la lista de laboratorios, en las teclas y en las direcciones.";
/** @param {(words: string) => unknown} plans  a link */
export const orPlan = (plans) =>
  html`O toma uno de los ${plans("planes de clase")}: cada uno de sus pasos tiene su enlace.`;

export const shown = "Laboratorios visibles";
export const hidden = "Controles ocultos";
export const language = "Idioma";
export const ownLanguage = "El de cada lector";
export const withLook = "Con el tema y la velocidad de esta página";
export const task = "Tarea, impresa sobre el código";
export const noPlace = "Elige al menos un laboratorio.";

export const qrCode = "Código QR del enlace";
/** @param {number} most characters */
export const tooLong = (most) =>
  `El enlace tiene más de ${count(most)} caracteres: ninguna tableta lee su código. Cópialo.`;
export const copyLink = "Copiar el enlace";
export const print = "Imprimirlo con la tarea";

/** Why the link does not make the very network on the page. @param {string} why half a sentence */
export const inexact = (why) => `No crea exactamente esta red, porque ${why}.`;
