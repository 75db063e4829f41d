/** A page that is printed: above its link and beside its QR code. */

/** @param {string} why  the link does not make the very network, half a sentence; "": it does */
export const opensThis = (why) =>
  why
    ? `This link opens this page, but not with exactly this network, because ${why}:`
    : "This link opens this page with exactly this network:";
