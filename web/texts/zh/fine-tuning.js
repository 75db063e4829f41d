/** What a copy of the network can be fine-tuned for. */

export const noise = "拒绝噪声";
export const attacks = "抵抗微小改动（对抗训练）";
