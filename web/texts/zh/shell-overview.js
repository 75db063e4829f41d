/** The list of all labs. */

export const title = "实验，按视频的顺序";
