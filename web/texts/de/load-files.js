/** Files of the page that are fetched when they are needed first. */

/** As half a sentence. */
export const notReached =
  "eine Datei dieser Seite konnte nicht geladen werden; ist das Gerät online?";
