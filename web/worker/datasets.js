/**
 * The digits to learn from and the ones kept back. MNIST streams in from the page's own host and can be used from the
 * first thousand on; where it is not to be had, the engine's handwriting takes its place.
 *
 * @typedef {import("./protocol.js").DataReport} DataReport
 * @typedef {Awaited<ReturnType<typeof import("../../wasm/engine.js").loadEngine>>} Engine
 * @typedef {import("../../wasm/dataset.js").Dataset} Dataset
 *
 * @typedef {{ images: Uint8Array, labels: Uint8Array }} IdxPair  two IDX files, unpacked
 * @typedef {{ train: IdxPair, test: IdxPair | null, name: string, keptBack: number }} OwnData  without `test`, that share is kept back
 */
import { fetchLabels, streamImages } from "../common/idx.js";
import { sliceOf } from "../common/images.js";
import { breath } from "./scheduling.js";

const PIECE = 1000;
const PEN = { train: 20000, test: 4000, slice: 250 };

export class Supply {
  /** @type {Dataset | null} */
  train = null;
  /** @type {Dataset | null} */
  test = null;
  /** @type {DataReport} */
  report = {
    kind: "none",
    name: "",
    train: 0,
    trainTotal: 0,
    test: 0,
    testComplete: false,
    complete: false,
  };

  /** Grows when the data are replaced, so that what still comes in is let go. */
  #turn = 0;

  /** @param {Engine} engine @param {(report: DataReport) => void} changed */
  constructor(engine, changed) {
    this.engine = engine;
    this.changed = changed;
  }

  /** Brings in all there is. Resolves when complete. @param {string} base  the folder of the four files, ending in / */
  async load(base) {
    const turn = this.#turn;
    try {
      await this.#mnist(base);
    } catch {
      if (turn !== this.#turn) return;
      if (!this.train || !this.test) return this.#handwriting();
      this.#tell({ complete: true, testComplete: true, name: "the part of MNIST that came" });
    }
  }

  /** The data of that name; throws when it has not come yet. @param {"train" | "test"} set @returns {Dataset} */
  of(set) {
    const data = this[set];
    if (!data) throw new Error(`the ${set} digits have not come yet`);
    return data;
  }

  /** Replaces all data; throws and changes nothing when a file is no good. @param {OwnData} own */
  useOwn({ train, test, name, keptBack }) {
    const all = this.engine.datasetFromIdx(train);
    const cut = test ? all.count : Math.ceil(all.count * (1 - keptBack));
    const rest = test ? this.engine.datasetFromIdx(test) : all.slice(cut);
    this.#dropAll();
    this.train = test ? all : all.slice(0, cut);
    this.test = rest;
    this.#tell({
      kind: "own",
      name,
      train: cut,
      trainTotal: cut,
      test: rest.count,
      testComplete: true,
      complete: true,
    });
  }

  /** @param {string} base */
  async #mnist(base) {
    const url = (/** @type {string} */ name) => `${base}${name}-ubyte.gz`;
    const [trainLabels, testLabels] = await Promise.all([
      fetchLabels(url("train-labels-idx1")),
      fetchLabels(url("t10k-labels-idx1")),
    ]);
    this.#tell({ kind: "mnist", name: "MNIST", trainTotal: trainLabels.length });
    await Promise.all([
      this.#pour("test", url("t10k-images-idx3"), testLabels).then(() =>
        this.#tell({ testComplete: true }),
      ),
      this.#pour("train", url("train-images-idx3"), trainLabels),
    ]);
    this.#tell({ complete: true });
  }

  /** @param {"train" | "test"} set @param {string} url @param {Uint8Array} labels */
  async #pour(set, url, labels) {
    const turn = this.#turn;
    for await (const { images, from, total } of streamImages(url, PIECE)) {
      if (turn !== this.#turn) return;
      if (total !== labels.length)
        throw new Error(`${url}: ${total} images, ${labels.length} labels`);
      this.#add(set, { images, labels: labels.slice(from, from + images.length / 784) });
      await breath();
    }
  }

  async #handwriting() {
    this.#dropAll();
    const turn = this.#turn;
    this.#tell({ kind: "handwriting", name: "built-in handwriting", trainTotal: PEN.train });
    for (let made = 0; made < PEN.train; made += PEN.slice) {
      this.#write("train", 1, made);
      if (made < PEN.test) this.#write("test", 2, made);
      await breath();
      if (turn !== this.#turn) return;
    }
    this.#tell({ complete: true, testComplete: true });
  }

  /** @param {"train" | "test"} set @param {number} seed @param {number} from  in the seed's sequence */
  #write(set, seed, from) {
    const made = this.engine.handwriting({ count: PEN.slice, seed, from });
    this.#add(set, sliceOf(made, 0, PEN.slice));
    made.free();
  }

  /** @param {"train" | "test"} set @param {{ images: Uint8Array, labels: Uint8Array }} examples */
  #add(set, examples) {
    const data = this[set];
    if (data) data.append(examples);
    else this[set] = this.engine.dataset(examples);
    this.#tell({ [set]: this.of(set).count });
  }

  #dropAll() {
    this.#turn++;
    this.train?.free();
    this.test?.free();
    this.train = null;
    this.test = null;
    this.report = {
      kind: "none",
      name: "",
      train: 0,
      trainTotal: 0,
      test: 0,
      testComplete: false,
      complete: false,
    };
  }

  /** @param {Partial<DataReport>} news */
  #tell(news) {
    this.report = { ...this.report, ...news };
    this.changed(this.report);
  }
}
