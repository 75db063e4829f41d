/** The kinds of noise, as they are named inside a sentence; others by the engine's name. */

export const kinds = {
  uniform: "static",
  gaussian: "soft static",
  saltpepper: "salt and pepper",
  blocks: "blocks",
  shuffled: "shuffled digits",
  smooth: "clouds",
  scribble: "scribbles",
};
