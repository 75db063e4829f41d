/**
 * MNIST on this machine: from the folder that MNIST_DIR names, from
 * build/data, or from the public mirrors, and always the very bytes that were
 * published in 1998, verified uncompressed.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { MNIST_FILES } from "../web/common/mnist-files.js";
import { download } from "./download.js";

const mirrors = [
  "https://ossci-datasets.s3.amazonaws.com/mnist/",
  "https://storage.googleapis.com/cvdf-datasets/mnist/",
];

/** Those that MNIST_MIRRORS lists, or else the public ones. @param {NodeJS.ProcessEnv} env */
export const mirrorsOf = (env) => env.MNIST_MIRRORS?.split(/[\s,]+/).filter(Boolean) ?? mirrors;

/** Where the gzipped files are kept. */
export const dataFolder = fileURLToPath(new URL("../build/data", import.meta.url));

/**
 * @typedef {import("../web/common/mnist-files.js").DataFile} DataFile
 * @typedef {{ images: Uint8Array, labels: Uint8Array }} IdxPair uncompressed IDX files
 */

/**
 * MNIST as uncompressed IDX bytes, from MNIST_DIR or build/data; never from the network.
 *
 * @returns {{ train: IdxPair, test: IdxPair } | null} null when neither has it
 */
export function loadMnist() {
  return mnistIn(process.env.MNIST_DIR) ?? mnistIn(dataFolder);
}

/**
 * MNIST as uncompressed IDX bytes.
 *
 * @param {string | undefined} folder
 * @returns {{ train: IdxPair, test: IdxPair } | null} null when it does not hold all four files
 */
export function mnistIn(folder) {
  const read = readFolder(folder);
  if (!read) return null;
  const [trainImages, trainLabels, testImages, testLabels] = read.map((file) => file.bytes);
  return {
    train: { images: trainImages, labels: trainLabels },
    test: { images: testImages, labels: testLabels },
  };
}

/**
 * MNIST for a tool that cannot do without it; ends the program with one sentence when there is
 * none.
 *
 * @param {string} why the sentence's first half
 */
export function neededMnist(why) {
  const mnist = loadMnist();
  if (mnist) return mnist;
  console.error(`${why}: set MNIST_DIR, or run make data with a network.`);
  process.exit(1);
}

/**
 * Makes `folder` hold the four files, gzipped: already there, copied from `source`, or downloaded.
 *
 * @param {object} [options]
 * @param {string} [options.source] a folder with the four files, .gz or not
 * @param {string} [options.folder] what is filled; its download waits in `${folder}.download`
 * @param {string[]} [options.mirrors] none: no network is used
 * @param {readonly DataFile[]} [options.wanted]
 * @param {(sentence: string) => void} [options.say]
 * @returns {Promise<boolean>} whether folder is complete and verified
 */
export async function prepare({
  source = process.env.MNIST_DIR,
  folder = dataFolder,
  mirrors: from = mirrors,
  wanted = MNIST_FILES,
  say = (sentence) => console.error(sentence),
} = {}) {
  if (readFolder(folder, wanted)) return true;
  rmSync(folder, { recursive: true, force: true });
  const given = readFolder(source, wanted);
  if (given) fill(folder, given);
  else if (source) say(`MNIST_DIR (${source}) does not hold the four files of MNIST.`);
  return given !== null || (from.length > 0 && downloadAll(folder, from, wanted, say));
}

/**
 * @param {string} folder
 * @param {string[]} from
 * @param {readonly DataFile[]} wanted
 * @param {(sentence: string) => void} say
 */
async function downloadAll(folder, from, wanted, say) {
  say("Downloading MNIST (11 MB), once");
  const waiting = `${folder}.download`;
  mkdirSync(waiting, { recursive: true });
  const reachable = new Set(from);
  for (const file of wanted) {
    const path = join(waiting, `${file.name}.gz`);
    const there = readVerified(waiting, file);
    const done = await (there ??
      download({
        path,
        name: `${file.name}.gz`,
        mirrors: reachable,
        limit: 2 ** 24,
        verify: (bytes) => uncompress(bytes, file) !== null,
        progress: showProgress(file.name),
      }));
    if (!done) return removeEmpty(waiting);
  }
  renameSync(waiting, folder);
  return true;
}

/** @param {string} folder kept when a part waits in it to be resumed @returns {false} */
function removeEmpty(folder) {
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  return false;
}

/**
 * @param {string} name
 * @returns {(bytes: number, total: number) => void} draws on a terminal only
 */
function showProgress(name) {
  if (!process.stderr.isTTY) return () => {};
  return (bytes, total) => {
    const share = Number.isNaN(total) ? "" : ` of ${(total / 1e6).toFixed(1)}`;
    const end = bytes === total ? "\n" : "";
    process.stderr.write(`\r  ${name}  ${(bytes / 1e6).toFixed(1)}${share} MB${end}`);
  };
}

/**
 * @param {string} folder
 * @param {{ name: string, packed: Uint8Array }[]} contents
 */
function fill(folder, contents) {
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  for (const { name, packed } of contents) writeFileSync(join(half, `${name}.gz`), packed);
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
}

/**
 * All wanted files of a folder, or null when one is missing or is not what it should be.
 *
 * @param {string | undefined} folder
 * @param {readonly DataFile[]} [wanted]
 */
function readFolder(folder, wanted = MNIST_FILES) {
  if (!folder) return null;
  const read = [];
  for (const file of wanted) {
    const found = readVerified(folder, file);
    if (!found) return null;
    read.push(found);
  }
  return read;
}

/**
 * @param {string} folder
 * @param {DataFile} file
 * @returns {{ name: string, bytes: Uint8Array, packed: Uint8Array } | null} packed is gzipped
 */
function readVerified(folder, file) {
  const path = join(folder, file.name);
  for (const candidate of [`${path}.gz`, path]) {
    if (!existsSync(candidate)) continue;
    const stored = readFileSync(candidate);
    const bytes = uncompress(stored, file);
    if (bytes) {
      const isPacked = bytes !== stored;
      return {
        name: file.name,
        bytes,
        get packed() {
          return isPacked ? stored : gzipSync(stored);
        },
      };
    }
  }
  return null;
}

/**
 * The uncompressed bytes, gzipped or not to begin with; null when they are not the file's.
 *
 * @param {Uint8Array} stored
 * @param {DataFile} file
 */
function uncompress(stored, { size, sha256 }) {
  try {
    const isPacked = stored[0] === 0x1f && stored[1] === 0x8b;
    const bytes = isPacked ? gunzipSync(stored, { maxOutputLength: size }) : stored;
    return createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : null;
  } catch {
    return null;
  }
}
