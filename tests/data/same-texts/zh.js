/** Texts that are the same in English and in Chinese: names, symbols, words that both have. */
export default [
  "sigmoid",
  "Sigmoid",
  "softmax",
  "Softmax",
  "leaky ReLU",
  "Leaky ReLU",
  "Adam",
  "AdamW",
  "Esc",
];
