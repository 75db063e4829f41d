/** Texts that are the same in English and in Spanish: names, symbols, words that both have. */
export default [
  "Adam",
  "AdamW",
  "Error",
  "Esc",
  "Labs",
  "Leaky ReLU",
  "Momentum",
  "Original",
  "SGD + momentum",
  "Softmax",
  "Zoom",
  "leaky ReLU",
  "softmax",
];
