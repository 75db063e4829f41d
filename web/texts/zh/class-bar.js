/** The bar that tells of a class link. */

export const classView = "课堂视图：这个链接只显示页面的一部分。";
export const showAll = "显示全部";
