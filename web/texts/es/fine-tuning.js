/** What a copy of the network can be fine-tuned for. */

export const noise = "Rechazar ruido";
export const attacks = "Resistir cambios pequeños (entrenamiento adversario)";
