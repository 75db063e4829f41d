/** The kinds of noise in people's words, in the order in which they are shown. */

/** @type {Record<string, string>} */
export const KINDS = {
  uniform: "static",
  gaussian: "soft static",
  saltpepper: "salt and pepper",
  blocks: "blocks",
  shuffled: "shuffled digits",
  smooth: "clouds",
  scribble: "scribbles",
};

/** The kinds that the trainer never makes when it teaches noise. */
export const NEVER_TAUGHT = ["gaussian", "scribble"];
