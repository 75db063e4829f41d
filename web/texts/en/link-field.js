/** A link that the browser did not let the page copy. */

export const link = "The link";
/** @param {string} keys  that copy */
export const notCopied = (keys) =>
  `The browser did not let the page copy the link. It is selected here: copy it with ${keys}, or ` +
  "from the menu of this field.";
