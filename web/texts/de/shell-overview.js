/** The list of all labs. */

export const title = "Die Labore, in der Reihenfolge des Videos";
