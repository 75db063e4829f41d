/** What a copy of the network can be fine-tuned for. */

export const noise = "Rauschen zurückweisen";
export const attacks = "Kleinen Änderungen standhalten (adversariales Training)";
