/**
 * What crosses the border between the page and the worker that reads a visitor's files.
 *
 * @typedef {import("../common/own-data/read.js").Chosen} Chosen
 * @typedef {import("../common/own-data/found.js").Note} Note
 * @typedef {import("../common/own-data/mends.js").Mends} Mends
 * @typedef {import("./protocol.js").OwnData} OwnData
 *
 * @typedef {object} Draft  what was found, before it is used
 * @property {string} name  of the training digits
 * @property {string} testName  of the test digits, or "" when some are to be held out
 * @property {number} count  of the images in the training digits' files
 * @property {{ train: number[], test: number[] }} counts  of each class, 0 to 9, after the split
 * @property {{ pixels: Uint8Array, label: number }[]} preview  20 at most, by label; 0…255
 * @property {Note[]} notes
 * @property {string} refusal  why they cannot be used, half a sentence, or ""
 * @property {Mends} mends  that are in force
 *
 * @typedef {object} OwnDataReaderCommands  each rejects with an Error for people, half a sentence
 * @property {(chosen: Chosen[], progress: (done: number, total: number) => unknown) =>
 *   Promise<Draft>} read  progress: pictures, or images of a number that is not known, total 0
 * @property {(mends: Mends) => Promise<Draft>} mend  the same files
 * @property {() => Promise<OwnData>} take  as they are to be used
 * @property {() => Promise<void>} ping
 */

export {};
