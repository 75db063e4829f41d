/**
 * The one owner of training and test digits. MNIST streams in from the page's own host and can be
 * used from the first thousand on; where it is not to be had, the engine's handwriting takes its
 * place.
 *
 * At most one source is being brought in. It replaces the digits in use as soon as it has digits of
 * both sets, or at once when there are none to lose; so a failed attempt costs nobody their data.
 *
 * @typedef {import("./protocol.js").DataReport} DataReport
 * @typedef {import("./protocol.js").DataChosen} DataChosen
 * @typedef {import("./protocol.js").OwnData} OwnData
 * @typedef {import("../common/provenance.js").DataName} DataName
 * @typedef {import("../common/mnist-files.js").DataFile} DataFile
 * @typedef {import("./digit-source.js").Engine} Engine
 * @typedef {import("./digit-source.js").Dataset} Dataset
 * @typedef {import("./mnist.js").SetName} SetName
 * @typedef {import("./digit-source.js").DigitSource} DigitSource
 * @typedef {import("./download.js").Interrupted} Interrupted
 * @typedef {Pick<DataReport, "trouble" | "remedy">} Notice
 *
 * @typedef {object} DatasetsOptions
 * @property {import("./download.js").Connection["fetch"]} fetch
 * @property {() => Promise<void>} yieldToEvents
 * @property {import("./timer.js").SetTimer} [setTimer]
 * @property {readonly DataFile[]} [files]  MNIST's, in the order of MNIST_FILES
 * @property {number} [generation]  that the first digits come after
 * @property {(report: DataReport) => void} onChange
 * @property {(data: DataChosen) => void} [replaced]  a choice that can be undone has replaced them
 * @property {() => void} beforeReplace  whoever uses the digits lets go of them; they are freed
 *   when it returns
 */
import { NO_DATA } from "../common/data-report.js";
import { MNIST_FILES } from "../common/mnist-files.js";
import * as texts from "../texts/en/worker.js";
import { loadModule } from "./load-module.js";
import { startTimer } from "./timer.js";

/** Milliseconds without usable digits after which built-in handwriting is offered. */
const PATIENCE = 10_000;
/**
 * Milliseconds after which training begins with the digits that are in. Before, it waits for all of
 * them: only then can a link make the same network.
 */
const GRACE = 20_000;
/** @type {Notice} */
const NO_NOTICE = { trouble: "", remedy: "" };

/** @type {typeof import("./digit-sources.js")} */
let sources;

/** To be awaited before a Datasets brings anything in; may be called again when it has failed. */
export async function loadSources() {
  sources ??= await loadModule(() => import("./digit-sources.js"), import.meta.url);
}

export class Datasets {
  /** @type {DataReport} */
  report = NO_DATA;
  /** How often a source was chosen. */
  choices = 0;

  #engine;
  #options;
  /** In use. @type {DigitSource | null} */ #current = null;
  /**
   * Being brought in; the same object as the one in use once it has replaced it.
   * @type {DigitSource | null}
   */
  #incoming = null;
  #generation;
  #notice = NO_NOTICE;
  #isSlow = false;
  /** Those who wait have waited long enough for all digits of the source coming in. */
  #isLate = false;
  /** Damaged files came, perhaps out of a cache. */
  #avoidsCaches = false;

  /** @param {Engine} engine @param {DatasetsOptions} options */
  constructor(engine, options) {
    this.#engine = engine;
    this.#options = { setTimer: startTimer, files: MNIST_FILES, ...options };
    this.#generation = options.generation ?? 0;
  }

  /**
   * Training digits in so far. They are freed when the data are replaced.
   * @returns {Dataset | null}
   */
  get train() {
    return this.#current?.train ?? null;
  }

  /** Test digits in so far, as `train`. @returns {Dataset | null} */
  get test() {
    return this.#current?.test ?? null;
  }

  /** Whether training should begin: with all digits, or with what is in after a while. */
  get canTrain() {
    return this.train !== null && (this.report.complete || this.#isLate);
  }

  /** @param {SetName} set @returns {Dataset} */
  of(set) {
    const data = this[set];
    if (data) return data;
    throw new Error(texts.digitsAreLoading(set));
  }

  /** What was chosen last, and may be on its way. @returns {DataChosen | null} */
  get chosen() {
    return this.#incoming && chosenAs(this.#incoming);
  }

  /** What the present training digits are called in a network's provenance. @returns {DataName} */
  nameOf() {
    this.of("train");
    const { kind, name, checksum, trainTotal, drawings } = this.report;
    return {
      kind: /** @type {DataName["kind"]} */ (kind),
      name,
      checksum,
      count: trainTotal,
      drawings,
    };
  }

  /**
   * Brings in MNIST, or built-in handwriting where it is not to be had; the report says why.
   * Resolves at the last digit, or when another source is chosen meanwhile.
   * @param {string} base  address of the folder of the four files, ending in "/"
   * @param {boolean} [isChoice]  the visitor's, which can be undone
   */
  async load(base, isChoice) {
    const source = this.#begin(new sources.DigitSource(this.#engine, "mnist", "MNIST"), isChoice);
    this.#tell();
    const { setTimer } = this.#options;
    const timers = [
      setTimer(() => this.#foundLate(source), GRACE),
      setTimer(() => this.#foundSlow(source), PATIENCE),
    ];
    try {
      await this.#bringIn(source, base);
    } catch (error) {
      if (!source.signal.aborted) await this.#failed(source, base, error);
    } finally {
      for (const cancel of timers) cancel();
    }
  }

  /**
   * Uses built-in handwriting. Resolves at the last digit.
   * @param {boolean} [isChoice]
   */
  useHandwriting(isChoice) {
    return this.#write(NO_NOTICE, isChoice);
  }

  /**
   * Uses these digits alone. Throws an Error for people, and changes nothing, when they cannot be
   * used.
   * @param {OwnData} own @param {boolean} [isChoice]
   */
  useOwn(own, isChoice) {
    const source = sources.DigitSource.ofFiles(this.#engine, own);
    this.#arrived(this.#begin(source, isChoice));
  }

  /**
   * Adds copies of a drawing to the training digits.
   * @param {Uint8Array} pixels  784, 0…255 @param {number} label @param {number} copies
   */
  addDrawings(pixels, label, copies) {
    this.of("train");
    const images = new Uint8Array(copies * pixels.length);
    for (let i = 0; i < copies; i++) images.set(pixels, i * pixels.length);
    this.#current?.addDrawings({ images, labels: new Uint8Array(copies).fill(label) });
    this.#tell();
  }

  /* ---- sources ---- */

  /**
   * Stops what is coming in. What is in use stays for now.
   * @param {DigitSource} source  to be brought in instead @param {boolean} [isChoice]
   */
  #begin(source, isChoice = false) {
    const last = this.#incoming;
    if (isChoice) source.former = this.#formerOf(source);
    this.choices++;
    last?.abort();
    if (last !== this.#current) last?.free();
    this.#incoming = source;
    this.#notice = NO_NOTICE;
    this.#isSlow = false;
    this.#isLate = false;
    return source;
  }

  /**
   * What there is to go back to from that source.
   * @param {DigitSource} source @returns {DataChosen | null}
   */
  #formerOf(source) {
    const inUse = this.train ? this.#current : this.#incoming;
    // Without own digits MNIST would have been loaded.
    const standard = source.kind === "own" ? MNIST : null;
    const former = inUse ? chosenAs(inUse) : standard;
    return former && isSameData(former, chosenAs(source)) ? null : former;
  }

  /** @param {DigitSource} source @param {string} base */
  async #bringIn(source, base) {
    const { fetch, setTimer, files, yieldToEvents } = this.#options;
    /** @type {RequestCache} */
    const cache = this.#avoidsCaches ? "reload" : "default";
    const connection = { fetch, setTimer, signal: source.signal, cache };
    await sources.loadMnist(files, base, connection, {
      begin: (total) => {
        source.expect(total);
        this.#arrived(source);
      },
      add: (set, examples) => {
        source.add(set, examples);
        this.#arrived(source);
      },
      end: (set) => {
        if (set === "test") source.endTest();
        this.#arrived(source);
      },
      yieldToEvents,
    });
    source.signal.throwIfAborted();
    source.end();
    this.#arrived(source);
  }

  /** @param {Notice} notice  why it is used @param {boolean} [isChoice] */
  async #write(notice, isChoice) {
    const source = this.#begin(
      new sources.DigitSource(this.#engine, "handwriting", texts.handwriting),
      isChoice,
    );
    this.#notice = notice;
    const { train, test, slice } = sources.HANDWRITING;
    source.expect(train);
    for (let from = 0; from < train; from += slice) {
      source.addHandwriting("train", from, slice);
      if (from < test) source.addHandwriting("test", from, slice);
      if (from + slice === test) source.endTest();
      this.#arrived(source);
      await this.#options.yieldToEvents();
      if (source.signal.aborted) return;
    }
    source.end();
    this.#arrived(source);
  }

  /** There is something new in that source. @param {DigitSource} source */
  #arrived(source) {
    const old = this.#current;
    if (old !== source) {
      const isInUse = old?.train || old?.test;
      if (isInUse && !(source.train && source.test)) return;
      if (isInUse) this.#options.beforeReplace();
      old?.free();
      this.#current = source;
      this.#generation++;
      if (source.former) this.#options.replaced?.(source.former);
    }
    this.#tell();
  }

  /* ---- trouble ---- */

  /** @param {DigitSource} source  that began a while ago */
  #foundLate(source) {
    if (this.#incoming !== source || source.signal.aborted) return;
    this.#isLate = true;
    this.#tell();
  }

  /** @param {DigitSource} source  that began long ago */
  #foundSlow(source) {
    if (this.#incoming !== source || source.signal.aborted || (this.train && this.test)) return;
    this.#isSlow = true;
    this.#tell();
  }

  /** @param {DigitSource} source  MNIST @param {string} base @param {Error} error */
  async #failed(source, base, error) {
    source.abort();
    const isDamaged = error instanceof sources.IdxError;
    if (isDamaged) {
      this.#avoidsCaches = true;
      sources.forgetCopies(this.#options.files, base).catch(() => {});
    }
    if (error instanceof sources.Interrupted && source.train && source.isTestComplete) {
      return this.#keepPart(source, error);
    }
    const remains = this.#current;
    if (remains?.isComplete && !(isDamaged && remains.kind === "mnist")) {
      source.free();
      this.#incoming = remains;
      this.#notice = noticeOf(error, remains);
      return this.#tell();
    }
    // A host that has no MNIST at all is nothing to complain of.
    const isAbsent = error instanceof sources.NotFound && !source.report.trainTotal;
    await this.#write(isAbsent ? NO_NOTICE : noticeOf(error, null));
  }

  /**
   * @param {DigitSource} source  some training digits and all test digits
   * @param {Interrupted} error
   */
  #keepPart(source, error) {
    const trouble = texts.onlyPartIsIn(error.message, ...source.progress);
    source.endEarly();
    this.#notice = { trouble, remedy: "retry" };
    this.#arrived(source);
  }

  #tell() {
    if (this.train && this.test) this.#isSlow = false;
    const digits = this.#current?.report ?? NO_DATA;
    const notice = this.#isSlow ? slowNotice(digits.train, this.#options.files) : this.#notice;
    this.report = { ...digits, ...notice, generation: this.#generation };
    this.#options.onChange(this.report);
  }
}

/** @type {DataChosen} */
const MNIST = { kind: "mnist", id: "", name: "MNIST" };

/** @param {DigitSource} source @returns {DataChosen} */
function chosenAs({ kind, report: { name, checksum } }) {
  return { kind, id: kind === "own" ? checksum : "", name };
}

/** @param {DataChosen} data @param {DataChosen | null} other */
export const isSameData = ({ kind, id }, other) => kind === other?.kind && id === other.id;

/**
 * @param {Error} error  that ended the loading of MNIST
 * @param {DigitSource | null} remains  in use
 * @returns {Notice}
 */
function noticeOf(error, remains) {
  const isDamaged = error instanceof sources.IdxError;
  const isHandwriting = !remains || remains.kind === "handwriting";
  const used = isHandwriting ? "" : remains.report.name;
  const remedy = error instanceof sources.NotFound ? "" : "retry";
  return { trouble: texts.noMnist(error.message, isDamaged, used), remedy };
}

/** @param {number} train  digits in so far @param {readonly DataFile[]} files @returns {Notice} */
function slowNotice(train, [trainImages, , testImages]) {
  const total = sources.digitsIn(train ? testImages : trainImages);
  return { trouble: texts.slow(train > 0, total), remedy: "offer-handwriting" };
}
