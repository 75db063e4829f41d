// The digits that are meant: MNIST, built-in handwriting, or somebody's files.

import { createHash } from "node:crypto";
import { basename, join, relative, resolve } from "node:path";
import { mirrorsOf, mnistIn, prepare } from "../tools/mnist.js";
import { HANDWRITING } from "../web/common/handwriting.js";
import { picked } from "../web/common/images.js";
import { count } from "../web/common/numbers.js";
import { imageNotes, refusal, trainingNotes } from "../web/common/own-data/checks.js";
import { meansOf } from "../web/common/own-data/means.js";
import { NO_MENDS } from "../web/common/own-data/mends.js";
import { foundIn } from "../web/common/own-data/read.js";
import { HELD_OUT, splitOf } from "../web/common/own-data/split.js";
import { bytesIn, cacheFolder, filesUnder, gunzipped, isFolder, reasonOf } from "./files.js";
import { decode } from "./picture.js";

/**
 * @import { Engine } from "../wasm/formats/open.js"
 * @import { Dataset } from "../wasm/dataset.js"
 * @import { Found, Note } from "../web/common/own-data/found.js"
 * @import { Output } from "./output.js"
 *
 * @typedef {object} Digits
 * @property {string} name
 * @property {Dataset} train
 * @property {Dataset} test
 * @property {string[]} notes what should be known of them, sentences
 *
 * @typedef {"train" | "test"} SetName
 * @typedef {object} Source
 * @property {string} name
 * @property {string[]} notes
 * @property {string[]} [toTrain] notes of interest to who trains on them
 * @property {(set: SetName) => Dataset} make
 */

/**
 * Digits to train on, and test digits.
 * @param {Engine} engine @param {readonly string[]} meant "mnist", "handwriting", or paths
 * @param {Output} output @returns {Promise<Digits>}
 */
export async function digitsOf(engine, meant, output) {
  const { name, notes, toTrain = [], make } = await sourceOf(engine, meant, output);
  const sets = { train: make("train"), test: make("test") };
  return { name, notes: [...notes, ...toTrain], ...sets };
}

/**
 * Test digits alone: the others are many, and take their time.
 * @param {Engine} engine @param {readonly string[]} meant @param {Output} output
 * @returns {Promise<Omit<Digits, "train">>}
 */
export async function testDigitsOf(engine, meant, output) {
  const { name, notes, make } = await sourceOf(engine, meant, output);
  return { name, notes, test: make("test") };
}

/**
 * @param {Engine} engine @param {readonly string[]} meant @param {Output} output
 * @returns {Promise<Source>}
 */
async function sourceOf(engine, meant, output) {
  const [first = "mnist"] = meant;
  const isNamed = meant.length > 0;
  if (meant.length < 2 && first === "handwriting") return handwriting(engine, []);
  if (meant.length < 2 && first === "mnist") return mnist(engine, output, isNamed);
  return own(engine, meant);
}

/** @param {Engine} engine @param {string[]} notes @returns {Source} */
function handwriting(engine, notes) {
  const make = (/** @type {SetName} */ set) =>
    engine.handwriting({ count: HANDWRITING[set], seed: HANDWRITING.seeds[set] });
  return { name: "built-in handwriting", notes, make };
}

/**
 * @param {Engine} engine @param {Output} output
 * @param {boolean} isNamed then nothing else will do
 * @returns {Promise<Source>}
 */
async function mnist(engine, output, isNamed) {
  const folder = join(cacheFolder(), "mnist");
  const given = process.env.MNIST_DIR;
  const mirrors = mirrorsOf(process.env);
  const files = mnistIn(given) ?? (await cached(folder, mirrors, output));
  if (files) return { name: "MNIST", notes: [], make: (set) => engine.datasetFromIdx(files[set]) };
  const why = "MNIST could not be downloaded";
  if (!isNamed) return handwriting(engine, [`${why}: built-in handwriting is used instead.`]);
  throw new Error(
    `${why}: set MNIST_DIR to a folder with its four files, or use --data handwriting`,
  );
}

/** @param {string} folder @param {string[]} mirrors @param {Output} output */
async function cached(folder, mirrors, output) {
  try {
    await prepare({ folder, mirrors, say: output.tell });
    return mnistIn(folder);
  } catch (error) {
    output.tell(`MNIST cannot be kept in ${folder}: ${reasonOf(error)}`);
    return null;
  }
}

/** @param {Engine} engine @param {readonly string[]} paths @returns {Promise<Source>} */
async function own(engine, paths) {
  const chosen = [];
  for (const path of paths) {
    for (const { path: file, shown } of await filesIn(path)) {
      chosen.push({ path: shown, file: new Blob([await bytesIn(file)]) });
    }
  }
  const found = await foundIn(chosen, { decode, gunzipped });
  const why = refusal(found.sets);
  if (why) throw new Error(`--data: ${why}`);
  const [train, test] = setsOf(found);
  const notes = [...words(imageNotes(found, NO_MENDS, meansOf(engine))), ...doubtsOf(found)];
  const toTrain = words(trainingNotes(found.sets));
  const sets = { train, test };
  return { name: found.sets[0].name, notes, toTrain, make: (set) => engine.dataset(sets[set]) };
}

/** @param {Note[]} notes */
const words = (notes) => notes.map(({ text }) => text);

/**
 * A folder's files are shown with its name, which may say a label, or that they are test digits.
 * @param {string} path @returns {Promise<{ path: string, shown: string }[]>} of a folder, all
 */
async function filesIn(path) {
  if (!(await isFolder(path))) return [{ path, shown: path }];
  const folder = basename(resolve(path));
  const files = await filesUnder(path);
  return files.map((file) => ({
    path: file,
    shown: join(folder, relative(path, file)).replaceAll("\\", "/"),
  }));
}

/** What may be wrong with some of them. @param {Found} found */
function doubtsOf({ sets }) {
  const unsure = sets.reduce((sum, set) => sum + (set.unsure?.length ?? 0), 0);
  if (!unsure) return [];
  const marks = "marks at the border, a shadow perhaps, or lines of the paper";
  return [`Pictures with ${marks}: ${unsure}. downhill predict --show draws what is seen of one.`];
}

/** Some of every class are held out where there are no test digits. @param {Found} found */
function setsOf({ sets: [train, test] }) {
  if (test) return [train, test];
  const split = splitOf(train.labels, HELD_OUT);
  return [picked(train, split.train), picked(train, split.test)];
}

/** By which the same digits in the same order are known again. @param {Dataset} data */
export function checksumOf(data) {
  const hash = createHash("sha256").update(data.labels);
  for (let i = 0; i < data.count; i += 1) hash.update(data.image(i));
  return hash.digest("hex").slice(0, 16);
}

/** Words about digits that are to be trained on. @param {Digits} digits */
export const digitsWords = ({ name, train, test }) =>
  `${name}: ${count(train.count)} digits to train on, ${count(test.count)} test digits`;
