/** Files of the page that are fetched when they are needed first. */

/** As half a sentence. */
export const notReached =
  "no se pudo cargar un archivo de esta página; ¿tiene conexión el dispositivo?";
