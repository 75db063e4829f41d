/** The list of all labs. */

export const title = "Los laboratorios, en el orden del vídeo";
