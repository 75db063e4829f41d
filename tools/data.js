/**
 * MNIST for `make`:
 *
 *   node tools/data.js [FOLDER]             fills build/data, or says what is used instead
 *   node tools/data.js --offline [FOLDER]   the same without a network
 *
 * The folder holds all four files, gzipped, or does not exist. MNIST_MIRRORS, a
 * list of folder addresses, takes the place of the public mirrors.
 */
import { parseArgs } from "node:util";
import { mirrorsOf, prepare } from "./mnist.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { offline: { type: "boolean" } },
});
const from = values.offline ? [] : mirrorsOf(process.env);
const isReady = await prepare({ folder: positionals[0], mirrors: from });
if (!isReady && !values.offline) {
  console.error("MNIST could not be had: the built-in handwriting is used instead.");
}
