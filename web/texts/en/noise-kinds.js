/** The kinds of noise, as they are named inside a sentence. */

export const uniform = "static";
export const gaussian = "soft static";
export const saltAndPepper = "salt and pepper";
export const blocks = "blocks";
export const shuffled = "shuffled digits";
export const smooth = "clouds";
export const scribble = "scribbles";
