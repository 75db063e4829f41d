/** What a copy of the network can be fine-tuned for. */

export const noise = "Reject noise";
export const attacks = "Resist small changes (adversarial training)";
