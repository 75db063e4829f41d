/** A page that is printed: above its link and beside its QR code. */

/** @param {string} why  the link does not make the very network, half a sentence; "": it does */
export const opensThis = (why) =>
  why
    ? `Este enlace abre esta página, pero no con exactamente esta red, porque ${why}:`
    : "Este enlace abre esta página con exactamente esta red:";
