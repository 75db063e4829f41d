/** The kinds of noise, as they are named inside a sentence; others by the engine's name. */

export const kinds = {
  uniform: "Pixelrauschen",
  gaussian: "Gauß-Rauschen",
  saltpepper: "Salz und Pfeffer",
  blocks: "Blöcke",
  shuffled: "verwürfelte Ziffern",
  smooth: "Wolken",
  scribble: "Gekritzel",
};
