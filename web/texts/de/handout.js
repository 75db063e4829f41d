/** A page that is printed: above its link and beside its QR code. */

/** @param {string} why  the link does not make the very network, half a sentence; "": it does */
export const opensThis = (why) =>
  why
    ? `Dieser Link öffnet diese Seite, aber nicht mit genau diesem Netz, denn ${why}:`
    : "Dieser Link öffnet diese Seite mit genau diesem Netz:";
