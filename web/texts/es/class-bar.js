/** The bar that tells of a class link. */

export const classView = "Vista de clase: este enlace muestra una parte de la página.";
export const showAll = "Mostrar todo";
