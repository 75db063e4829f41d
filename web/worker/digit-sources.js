/** What brings digits in. The first screen needs none, and does without this file. */
export { HANDWRITING } from "../common/handwriting.js";
export { IdxError } from "../common/idx.js";
export { DigitSource } from "./digit-source.js";
export { Interrupted, NotFound } from "./download.js";
export { digitsIn, forgetCopies, loadMnist } from "./mnist.js";
