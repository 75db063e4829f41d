/** The labs: their titles, and the question that each answers. */

export const playground = "Inicio";

/** By id. */
export const titles = {
  inside: "Por dentro",
  cost: "Coste",
  downhill: "Cuesta abajo",
  train: "Entrenar",
  gradient: "Gradiente",
  learned: "Qué aprendió",
  noise: "Ruido",
  fool: "Engañarla",
  teach: "Enseñarle",
  memorise: "Memorizar",
  binary: "Neuronas binarias",
  tweak: "Mejorar",
};

/** The question that each answers. */
export const questions = {
  inside: "¿Qué hace una sola neurona?",
  cost: "¿Cuán mala es una respuesta?",
  downhill: "¿Hacia dónde se baja en miles de dimensiones?",
  train: "¿Cómo aprende una red?",
  gradient: "¿Qué retoques importan más?",
  learned: "¿Qué encontró en todos esos dígitos?",
  noise: "¿Cuánta confianza muestra ante el ruido?",
  fool: "¿Cuánto hace falta para que cambie de opinión?",
  teach: "¿Puede aprender a no dejarse engañar?",
  memorise: "¿Comprende, o solo recuerda?",
  binary: "¿Por qué no basta con neuronas de todo o nada?",
  tweak: "¿Hasta dónde puede llegar?",
};
