/**
 * The worker's one object: it puts together the live network, training, data, undo and saving,
 * carries out the page's commands, answers queries, and reports the whole state, never more than
 * one report at a time.
 *
 * @typedef {import("./protocol.js").Commands} Commands
 * @typedef {import("./protocol.js").Report} Report
 */
import { transfer } from "comlink";
import { scalarEngine } from "../../wasm/engine.js";
import * as texts from "../texts/en/worker.js";
import { BRINGS_DIGITS, checkReady, commandsOf, OWN_DATA, SILENT } from "./command-rules.js";
import { Datasets, loadSources } from "./datasets.js";
import { browserEnvironment } from "./environment.js";
import { LiveNetwork } from "./live-network.js";
import { loadModule, once } from "./load-module.js";
import { ModelFiles } from "./model-files.js";
import { NetworkCommands } from "./network-commands.js";
import { ParameterCopies } from "./parameter-copies.js";
import { answer, loadQuery } from "./queries.js";
import { cardOf, InputReading } from "./reading.js";
import { Reporter } from "./reporter.js";
import { Saver } from "./saver.js";
import { SavedNetworks } from "./storage.js";
import { Training } from "./training.js";
import { UndoHistory } from "./undo-history.js";

/** @implements {Omit<Commands, "keptData" | "removeKeptData">} */
export class TrainingWorker {
  /** @type {import("./datasets.js").Engine} */ #engine = /** @type {any} */ (null);
  /** @type {LiveNetwork} */ #live = /** @type {any} */ (null);
  /** @type {Training} */ #training = /** @type {any} */ (null);
  /** @type {Datasets} */ #datasets = /** @type {any} */ (null);
  /** @type {NetworkCommands} */ #commands = /** @type {any} */ (null);
  /** @type {Saver} */ #saver = /** @type {any} */ (null);
  /** @type {SavedNetworks} */ #storage = /** @type {any} */ (null);
  /** @type {Reporter | null} */ #reporter = null;
  #history = new UndoHistory();
  #dataFolder = "";
  #revision = 0;
  #sent = new ParameterCopies();
  #input = new InputReading();
  /** Training stopped by itself. */ #failure = { times: 0, words: "" };

  /** @param {Partial<import("./environment.js").Environment>} [environment] */
  constructor(environment = {}) {
    this.environment = { ...browserEnvironment(), ...environment };
  }

  /* ---- the border ---- */

  /**
   * Carries out a command.
   * @param {keyof Commands} name
   * @param {any[]} args
   * @returns {Promise<import("./protocol.js").Done>}
   */
  async command(name, ...args) {
    if (!COMMANDS.has(name)) throw new RangeError(texts.noCommand(name));
    checkReady(name, this.#live);
    if (BRINGS_DIGITS.has(name)) await loadSources();
    const target = OWN_DATA.has(name) ? await this.#ownData() : this;
    const value = await /** @type {any} */ (target)[name](...args);
    // The page is waiting for the outcome.
    if (!SILENT.has(name)) this.#reporter?.now();
    return { revision: this.#revision, value };
  }

  /**
   * Answers a query; see queries.js.
   * @param {string} name
   * @param {any[]} args
   * @returns {Promise<any>}
   */
  async query(name, ...args) {
    checkReady("query", this.#live);
    const loading = loadQuery(name);
    if (loading) await loading;
    const { net, provenance, settings, path, generation, version } = this.#live;
    // The report that tells the page of this version, if it is not on its way already.
    const revision = this.#sent.version === version ? this.#revision : this.#revision + 1;
    /** @type {any[]} */
    const moved = [];
    const context = {
      ...{ net, provenance, settings, path, generation, version },
      ...{ engine: this.#engine, datasets: this.#datasets },
      yieldToEvents: this.environment.yieldTo,
      handOver: (/** @type {any[]} */ arrays) => arrays.map(({ buffer }) => moved.push(buffer)),
    };
    const value = await answer(name, context, args, this.#live);
    return transfer({ revision, value }, moved);
  }

  /* ---- commands, as protocol.js describes them ---- */

  /** @type {Commands["open"]} */
  async open({ id, data, speed, since }, report) {
    const { engine, store, claimed, setTimer, fetch, yieldTo, frame } = this.environment;
    this.#engine = await engine();
    this.#dataFolder = data;
    this.#reporter = new Reporter(
      () => this.#compose(),
      report,
      () => (this.#training.phase === "running" ? this.#sent.rest : 0),
    );
    const live = new LiveNetwork(this.#engine, {
      beforeReplace: () => this.#training.release(),
      changed: () => this.#changed(),
    });
    Object.assign(live, { generation: since.generation, version: since.version });
    this.#revision = since.revision;
    this.#live = live;
    this.#datasets = this.#makeDatasets(since.data);
    this.#training = new Training(live, this.#datasets, {
      changed: () => this.#report(),
      diverged: () => this.#commands.diverged(),
      failed: (error) => this.#fail(error),
      yieldToEvents: yieldTo,
      frame: async (isShown) => {
        await frame();
        if (isShown) await this.#reporter?.idle();
      },
    });
    this.#training.setPace(speed);
    this.#commands = new NetworkCommands({
      live,
      training: this.#training,
      history: this.#history,
      datasets: this.#datasets,
      models: new ModelFiles({ fetch, setTimer }),
      yieldToEvents: yieldTo,
    });
    this.#storage = new SavedNetworks({ store, claimed, setTimer });
    this.#saver = this.#makeSaver(id);
    return { scalarEngine: scalarEngine() };
  }

  /** @param {string} id */
  #makeSaver(id) {
    const saver = new Saver({
      live: this.#live,
      history: this.#history,
      storage: this.#storage,
      isTraining: () => this.#training.phase === "running",
      snapshot: () => this.#commands.snapshot(),
      changed: () => this.#report(),
      setTimer: this.environment.setTimer,
    });
    saver.id = id;
    return saver;
  }

  async saved() {
    await this.#storage.migrate(this.#engine);
    return this.#storage.list();
  }

  /** @param {string} id */
  async restore(id) {
    const found = await this.#storage.load(id);
    if (!found) return false;
    if (found.history) this.#history.load(found.history);
    this.#commands.resume(found.snapshot);
    return true;
  }

  /** @param {string} id */
  async openSaved(id) {
    const found = await this.#storage.load(id);
    if (!found) throw new Error(texts.notSavedAnyMore);
    this.#commands.openSaved(found.snapshot);
  }

  /** @type {Commands["resume"]} */
  async resume(snapshot) {
    const found = await this.#storage.load(this.#saver.id).catch(() => null);
    if (found?.history) this.#history.load(found.history);
    this.#commands.resume(snapshot);
  }

  /** @type {Commands["start"]} */
  start(request) {
    return this.#commands.start(request);
  }

  /** @type {Commands["begin"]} */
  begin(kind) {
    return this.#commands.begin(kind);
  }

  /** @type {Commands["loadFile"]} */
  loadFile(bytes, name) {
    return this.#commands.loadFile(bytes, name);
  }

  /** @type {Commands["adopt"]} */
  adopt(bytes, base, entry, settings) {
    return this.#commands.adopt(bytes, base, entry, settings);
  }

  reset() {
    return this.#commands.reset();
  }

  /** @type {Commands["set"]} */
  set(changes, label) {
    return this.#commands.set(changes, label).finally(() => this.#changed());
  }

  async run() {
    this.#training.start();
  }

  async pause() {
    if (this.#training.isBusy) this.#training.stop();
    this.#changed();
    await this.#training.evaluate();
  }

  /** @type {Commands["pace"]} */
  async pace(speed) {
    this.#training.setPace(speed);
  }

  /** @type {Commands["step"]} */
  async step(size) {
    this.#datasets.of("train");
    if (size === "epoch") return this.#training.stepEpoch();
    if (size === "batch") this.#training.stepBatch();
    else this.#training.stepExample();
    await this.#training.evaluate();
  }

  /** @type {Commands["edit"]} */
  edit(edit) {
    return this.#commands.edit(edit);
  }

  /** @type {Commands["teach"]} */
  teach(pixels, label) {
    return this.#commands.teach(pixels, label);
  }

  async recover() {
    this.#commands.recover();
    await this.#training.evaluate();
  }

  undo() {
    return this.#goBack("undo");
  }

  redo() {
    return this.#goBack("redo");
  }

  /** @type {(way: "undo" | "redo") => ReturnType<Commands["undo"]>} */
  async #goBack(way) {
    const isData = this.#history.next(way)?.data !== undefined;
    const data = isData ? await (await this.#ownData()).goBack(way) : null;
    // The digits that it is about may be in use already, or gone.
    if (isData && !data) return this.#goBack(way);
    if (!data) await this.#commands[way]();
    this.#changed();
    return data;
  }

  /** @type {Commands["show"]} */
  async show(input) {
    const pixels =
      "strokes" in input ? this.#engine.ink(/** @type {any} */ (input.strokes)) : input.pixels;
    this.#input.put(input.id, Float32Array.from(pixels));
    if (this.#live.net) this.#reporter?.now();
  }

  /** @type {Commands["loadData"]} */
  async loadData(isChoice) {
    await this.#datasets.load(this.#dataFolder, isChoice);
  }

  /** @type {Commands["useOwnData"]} */
  async useOwnData(own) {
    const commands = await this.#ownData();
    this.#datasets.useOwn(own, true);
    const { report } = this.#datasets;
    await this.#training.evaluate();
    return commands.keep(report, own);
  }

  /** @type {Commands["useKeptData"]} */
  async useKeptData(id, isChoice) {
    const { choices } = this.#datasets;
    return (await this.#ownData()).useKeptData(id, choices, isChoice);
  }

  /** @type {Commands["useHandwriting"]} */
  useHandwriting(isChoice) {
    return this.#datasets.useHandwriting(isChoice);
  }

  save() {
    return this.#saver.save();
  }

  async ping() {}

  /** What only those need who bring digits of their own. */
  #ownData = once(async () => {
    const { ownStore: store, setTimer } = this.environment;
    const folder = this.#dataFolder;
    const parts = {
      ...{ datasets: this.#datasets, training: this.#training, folder, store, setTimer },
      ...{ commands: this.#commands, history: this.#history },
    };
    const { OwnDataCommands } = await loadModule(() => import("./own-data.js"), import.meta.url);
    return new OwnDataCommands(parts);
  });

  /** @param {number} generation  that the first digits come after */
  #makeDatasets(generation) {
    const { fetch, setTimer, yieldTo, files } = this.environment;
    let wasComplete = false;
    return new Datasets(this.#engine, {
      fetch,
      setTimer,
      yieldToEvents: yieldTo,
      generation,
      ...(files && { files }),
      onChange: ({ testComplete }) => {
        this.#training.dataChanged();
        if (testComplete && !wasComplete) this.#training.evaluate();
        wasComplete = testComplete;
        this.#report();
      },
      beforeReplace: () => {
        wasComplete = false;
        this.#training.releaseData();
      },
      replaced: (data) => {
        this.#commands.replacedData(data);
        this.#changed();
      },
    });
  }

  /** The network, its settings or what can be undone changed. */
  #changed() {
    this.#saver?.changed();
    this.#report();
  }

  #report() {
    this.#reporter?.schedule();
  }

  /** @param {Error} error */
  #fail(error) {
    this.#failure = { times: this.#failure.times + 1, words: error.message };
    this.#report();
  }

  /** @returns {Report} */
  #compose() {
    const { generation, version, net, provenance, settings, steps, examples, epoch } = this.#live;
    const training = this.#training;
    return {
      revision: ++this.#revision,
      generation,
      version,
      card: net ? cardOf(net) : null,
      provenance: net ? provenance : null,
      settings: net ? settings : null,
      parameters: this.#sent.take(net, version),
      fingerprint: this.#sent.fingerprint,
      phase: training.phase,
      divergence: training.divergence,
      replaying: training.replay.isOn,
      steps,
      examples,
      epoch,
      cost: training.takeCost(),
      speed: training.speed,
      trainingMs: net ? training.time.of(this.#live) : null,
      reading: net ? this.#input.by(net, version) : null,
      evaluation: training.evaluation,
      data: this.#datasets.report,
      history: this.#history.report,
      saving: {
        id: this.#saver.id,
        version: this.#saver.saved,
        trouble: this.#storage.trouble,
      },
      trainingFailure: this.#failure,
    };
  }
}

/** What `command` can be asked for. @type {ReadonlySet<string>} */
const COMMANDS = new Set([...commandsOf(TrainingWorker), ...OWN_DATA]);
