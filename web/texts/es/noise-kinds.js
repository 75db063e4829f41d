/** The kinds of noise, as they are named inside a sentence; others by the engine's name. */

export const kinds = {
  uniform: "ruido uniforme",
  gaussian: "ruido gaussiano",
  saltpepper: "sal y pimienta",
  blocks: "bloques",
  shuffled: "dígitos barajados",
  smooth: "nubes",
  scribble: "garabatos",
};
