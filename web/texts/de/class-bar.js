/** The bar that tells of a class link. */

export const classView = "Klassenansicht: Dieser Link zeigt einen Teil der Seite.";
export const showAll = "Alles zeigen";
