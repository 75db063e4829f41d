/** Files of the page that are fetched when they are needed first. */

/** As half a sentence. */
export const notReached = "本页的一个文件无法加载；设备联网了吗？";
