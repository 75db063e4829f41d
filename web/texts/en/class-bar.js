/** The bar that tells of a class link. */

export const classView = "Class view: this link shows a part of the page.";
export const showAll = "Show everything";
