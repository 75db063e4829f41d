/** A page that is printed: above its link and beside its QR code. */

/** @param {string} why  the link does not make the very network, half a sentence; "": it does */
export const opensThis = (why) =>
  why
    ? `这个链接打开本页，但不能精确重现这个网络，因为${why}：`
    : "这个链接打开本页，并精确重现这个网络：";
