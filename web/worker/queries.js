/**
 * What a lab may ask: each query is a function of the worker's context and the lab's arguments and
 * answers with plain data. Those that model/pooled-queries.js lists run in a worker of the pool,
 * on a snapshot of the network; where there is none, and all others, in the training worker. The
 * network stays as it is: a query changes a clone, and frees it. What takes more than about 15 ms
 * is cut into pieces by `await yieldToEvents()`. Another network or other digits may come
 * meanwhile: then what the query uses is freed, and it rejects with an AbortError.
 *
 * @typedef {object} QueryContext
 * @property {import("./datasets.js").Engine} engine
 * @property {import("../../wasm/network.js").Network} net  the live network, or the snapshot's
 * @property {number} generation  of `net`
 * @property {number} version  of `net`
 * @property {Pick<import("./datasets.js").Datasets, "of" | "train" | "test" | "report">} datasets
 *   in the pool only the digits that the query needs
 * @property {import("../common/provenance.js").Provenance} provenance  of `net`
 * @property {import("../common/settings.js").NetworkSettings} settings  how it is being trained
 * @property {Pick<import("../../wasm/path.js").Path, "steps" | "parameters">} path  of `net`:
 *   snapshots since it came to the page; in the pool for those that ask for it
 * @property {() => Promise<void>} yieldToEvents  lets messages be answered and training go on;
 *   rejects with an AbortError when the answer is not wanted any more
 * @property {(arrays: (Float32Array | Uint32Array)[]) => unknown} handOver  has the memory of large
 *   arrays of the answer moved to the page, not copied: nobody in the worker may use them
 *   afterwards
 */
import { pictureOf, sliceOf } from "../common/images.js";
import * as texts from "../texts/en/worker.js";
import { loadModule } from "./load-module.js";
import { modelFileOf, onnxFileOf } from "./model-files.js";
import { readingOf } from "./reading.js";

/** @typedef {"train" | "test"} SetName */

const general = {
  /**
   * The reading of a picture, without showing it.
   * @param {QueryContext} context
   * @param {Float32Array} pixels
   */
  read: ({ net }, pixels) => readingOf(net, pixels),

  /**
   * Cost of one example, as in the lesson.
   * @param {QueryContext} context
   * @param {Float32Array} pixels
   * @param {number} label
   */
  cost: ({ net }, pixels, label) => net.cost(pixels, label),

  /**
   * ∂cost/∂parameter, canonical order.
   * @param {QueryContext} context
   * @param {Float32Array} pixels
   * @param {number} label
   */
  gradient: ({ net }, pixels, label) => net.gradient(pixels, label),

  /**
   * One digit of a set.
   * @param {QueryContext} context
   * @param {SetName} set
   * @param {number} index taken modulo the set's size
   */
  picture: ({ datasets }, set, index) => {
    const data = datasets.of(set);
    const at = index % data.count;
    return { pixels: pictureOf(data, at), label: data.label(at), index: at };
  },

  /**
   * Digits of a set as bytes, to be copied elsewhere, and the generation of the data they are of;
   * ask for a few thousand at once.
   * @param {QueryContext} context
   * @param {SetName} set
   * @param {number} from
   * @param {number} count  at most; fewer when there are fewer
   */
  digits: ({ datasets }, set, from, count) => {
    const data = datasets.of(set);
    const first = Math.min(from, data.count);
    const slice = sliceOf(data, first, Math.min(count, data.count - first));
    return { ...slice, generation: datasets.report.generation };
  },

  /**
   * Pictures of noise: count·784.
   * @param {QueryContext} context
   * @param {any} options kind, seed, from, count
   */
  noise: ({ engine }, options) => engine.noise(options),

  /**
   * The model file.
   * @param {QueryContext} context
   * @param {string} words name and history, for its note
   */
  save: ({ net }, words) => modelFileOf(net, words),

  /**
   * The same as an ONNX file.
   * @param {QueryContext} context
   * @param {string} words
   */
  saveOnnx: ({ net }, words) => onnxFileOf(net, words),
};

/** @typedef {typeof general & typeof import("./lab-queries.js").labQueries} Queries */

/** Those of the labs, once one was asked. @type {Record<string, any>} */
let ofLabs = {};

/** @param {string} name */
const isKnown = (name) => Object.hasOwn(general, name) || Object.hasOwn(ofLabs, name);

/**
 * Brings in the labs' queries, if that is one of theirs; nothing needs to be waited for when it is
 * known.
 * @param {string} name
 * @returns {Promise<void> | null}
 */
export function loadQuery(name) {
  if (isKnown(name)) return null;
  return loadModule(() => import("./lab-queries.js"), import.meta.url).then(({ labQueries }) => {
    ofLabs = labQueries;
    if (!isKnown(name)) throw new RangeError(texts.noQuery(name));
  });
}

/**
 * Answers the query of that name, which is loaded. Where it fails because the network or the digits
 * were replaced meanwhile, it rejects with an AbortError: who still wants an answer asks again.
 * @param {string} name
 * @param {QueryContext} context
 * @param {any[]} args
 * @param {{ generation: number }} live  of the network that there is
 */
export async function answer(name, context, args, live) {
  const query = /** @type {any} */ (Object.hasOwn(general, name) ? general : ofLabs)[name];
  const { generation, datasets } = context;
  const digits = datasets.report.generation;
  try {
    return await query(context, ...args);
  } catch (error) {
    const isCurrent = live.generation === generation && datasets.report.generation === digits;
    throw isCurrent ? error : new DOMException(texts.replacedMeanwhile, "AbortError");
  }
}
