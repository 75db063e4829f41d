/** Files of the page that are fetched when they are needed first. */

/** As half a sentence. */
export const notReached = "a file of this page could not be loaded; is the device online?";
