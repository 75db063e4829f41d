/** A link that the browser did not let the page copy. */

export const link = "Der Link";
/** @param {string} keys  that copy */
export const notCopied = (keys) =>
  "Der Browser hat der Seite nicht erlaubt, den Link zu kopieren. Hier ist er markiert: Kopiere " +
  `ihn mit ${keys} oder über das Menü dieses Felds.`;
