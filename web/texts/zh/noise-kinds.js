/** The kinds of noise, as they are named inside a sentence; others by the engine's name. */

export const kinds = {
  uniform: "均匀噪声",
  gaussian: "高斯噪声",
  saltpepper: "椒盐噪声",
  blocks: "色块",
  shuffled: "打乱的数字",
  smooth: "云雾",
  scribble: "涂鸦",
};
