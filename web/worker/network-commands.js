/**
 * Commands that replace the network or change it by other means than training. Each that takes
 * something away can be undone; each that fails throws an Error for people and has changed nothing.
 *
 * @typedef {import("./live-network.js").LiveNetwork} LiveNetwork
 * @typedef {import("./training.js").Training} Training
 * @typedef {import("./undo-history.js").UndoHistory} UndoHistory
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("../common/provenance.js").Provenance} Provenance
 * @typedef {import("../common/provenance.js").Start} Start
 * @typedef {import("./protocol.js").Snapshot} Snapshot
 */
import { fromPlanes } from "../../wasm/byte-planes.js";
import { after, begun, isUntouched } from "../common/provenance.js";
import { fitted, NETWORK_KEYS, STRUCTURE_KEYS, TRAINING_KEYS } from "../common/settings.js";
import { resetSettings } from "../common/starts.js";
import { fineTuning, networkOptions } from "../common/training-options.js";
import { areFinite } from "../common/vectors.js";
import * as texts from "../texts/en/worker.js";
import { openAnyModel, openModel } from "./model-files.js";
import { cardOf } from "./reading.js";
import { teachDrawing } from "./teaching.js";

/** Settings that a trainer follows without being made again. */
const LIVE_KEYS = ["rate", "epochs"];

export class NetworkCommands {
  #gesture = "";
  /** Entry of the gesture's first edit, in the undo history. */
  #gestureEntry = 0;
  /** The file that is being opened: the next one comes after it. @type {Promise<unknown>} */
  #opening = Promise.resolve();

  /**
   * @param {object} parts
   * @param {LiveNetwork} parts.live
   * @param {Training} parts.training
   * @param {UndoHistory} parts.history
   * @param {import("./datasets.js").Datasets} parts.datasets
   * @param {import("./model-files.js").ModelFiles} parts.models
   * @param {() => Promise<void>} parts.yieldToEvents
   */
  constructor({ live, training, history, datasets, models, yieldToEvents }) {
    this.live = live;
    this.training = training;
    this.history = history;
    this.datasets = datasets;
    this.models = models;
    this.yieldToEvents = yieldToEvents;
  }

  /* ---- beginning ---- */

  /** What a link asks for. @param {import("./protocol.js").Request} request */
  async start({ start, settings, replay, model }) {
    if (start.kind === "random") {
      this.#randomNetwork({ ...settings, seed: start.seed ?? settings.seed });
    } else {
      const opened = await this.#modelOf(start.kind, model);
      this.#use(opened, start.kind, opened.name, settings);
    }
    this.training.startReplay([...replay]);
    this.training.evaluate();
  }

  /** @param {import("../common/starts.js").CommittedName | "random"} kind */
  async begin(kind) {
    if (kind === "random") return this.reset();
    const opened = await this.models.open(this.live.engine, kind);
    this.#undoably(texts.undoLoading, () => this.#use(opened, kind, opened.name));
  }

  /** @param {Uint8Array} bytes @param {string} name  of the file */
  async loadFile(bytes, name) {
    const inTurn = this.#opening.then(() => openAnyModel(this.live.engine, fromPlanes(bytes)));
    this.#opening = inTurn.catch(() => {});
    const { opened, foreign } = await inTurn;
    this.#undoably(texts.undoFile, () => this.#use(opened, "file", opened.name || name));
    return foreign;
  }

  /**
   * @param {Uint8Array} bytes
   * @param {Provenance} base
   * @param {import("../common/provenance.js").Entry} entry
   * @param {NetworkSettings} [settings]  to go on with
   */
  async adopt(bytes, base, entry, settings) {
    const { net } = openModel(this.live.engine, bytes);
    const how = settings ? fitted(settings, cardOf(net)) : this.#toFineTune(net);
    const label = entry.kind === "fine-tuned" ? texts.undoFineTuned : texts.undoTrained;
    this.#undoably(label, () => this.live.replace(net, after(base, entry), how));
  }

  /** A random network like this one. */
  async reset() {
    const { live } = this;
    this.#undoably(texts.undoReset, () =>
      this.#randomNetwork(resetSettings(live.provenance.start, live.settings)),
    );
  }

  /* ---- changing ---- */

  /** @param {Partial<NetworkSettings>} changes @param {string} label */
  async set(changes, label) {
    const { live, training, history } = this;
    training.cancelReplay();
    const settings = { ...live.settings, ...changes };
    const changed = NETWORK_KEYS.filter((key) => !isSame(settings[key], live.settings[key]));
    // A preset is a recipe from the beginning on, whatever the network was before.
    const isPreset = (changes.recipe ?? "own") !== "own";
    if (!changed.length && !(isPreset && !isFresh(live.provenance))) return;
    if (isPreset || changed.some((key) => STRUCTURE_KEYS.includes(key))) {
      return this.#undoably(label, () => this.#randomNetwork(settings));
    }
    const { settings: before } = live;
    // What the page sets by itself has no label.
    if (label) history.push({ label, network: null, settings: before, keys: changed });
    this.#train(settings, changed);
  }

  /** Parameters by hand. @param {import("./protocol.js").Edit} edit */
  async edit({ generation, indices, values, gesture }) {
    const { live, training, history } = this;
    if (generation !== live.generation) {
      throw new Error(texts.notEditedOther);
    }
    const parameters = edited(live.net.parameters, indices, values);
    if (!areFinite(parameters)) {
      throw new Error(texts.notEditedDiverged);
    }
    const isFirst = gesture !== this.#gesture || history.top?.id !== this.#gestureEntry;
    const before = isFirst && this.snapshot();
    training.stop();
    training.cancelReplay();
    if (before) {
      this.#push(texts.undoEdit, before);
      this.#gesture = gesture;
      this.#gestureEntry = history.top?.id ?? 0;
    }
    training.changedByHand();
    live.net.setParameters(parameters);
    live.did({ kind: "edited" });
    training.evaluate();
  }

  /**
   * Trains on a drawing until the network reads it.
   * @param {Float32Array} pixels
   * @param {number} label
   */
  async teach(pixels, label) {
    const { live, training, datasets, yieldToEvents } = this;
    datasets.of("train");
    const before = this.snapshot();
    if (before.diverged === "replaced") throw new Error(texts.notTaughtDiverged);
    training.stop();
    training.cancelReplay();
    const { version } = live;
    const digits = datasets.report.generation;
    const { parameters, ...taught } = await teachDrawing(
      { engine: live.engine, net: live.net, settings: live.settings, datasets, yieldToEvents },
      pixels,
      label,
    );
    if (live.version !== version || training.isBusy) {
      throw new Error(texts.notTaughtOther);
    }
    if (datasets.report.generation !== digits) {
      throw new Error(texts.notTaughtOtherDigits);
    }
    if (!areFinite(parameters)) throw new Error(texts.teachingDiverged(live.settings.rate));
    this.#push(texts.undoTeaching, before);
    training.changedByHand();
    datasets.addDrawings(taught.image, label, taught.copies);
    live.net.setParameters(parameters);
    live.did({ kind: "taught", label });
    training.evaluate();
    const { steps, answer, confidence } = taught;
    return { steps, answer, confidence };
  }

  async undo() {
    this.#restore(this.history.undo(() => this.#present));
  }

  async redo() {
    this.#restore(this.history.redo(() => this.#present));
  }

  /** A network as it was, whose history is there. @param {Snapshot} snapshot */
  resume(snapshot) {
    const { live, training, history } = this;
    const { diverged } = snapshot;
    live.restore(snapshot);
    if (diverged === "replaced") history.endDivergence();
    if (diverged) training.resumeDiverged(diverged, goodBefore(snapshot, history.divergence));
    training.evaluate();
  }

  /** A saved network in place of this one. @param {Snapshot} snapshot */
  openSaved(snapshot) {
    const { diverged } = snapshot;
    this.#undoably(texts.undoSaved, () => this.live.restore(snapshot));
    if (diverged && diverged !== "replaced") this.training.resumeDiverged(diverged, null);
  }

  /** Training has diverged: to undo that brings the last good network back. */
  diverged() {
    const { live, training, history } = this;
    const { good } = training;
    const isKnown = history.divergence?.network?.parameters === good?.parameters;
    if (!good || isKnown || good.provenance === live.provenance) return;
    const { settings } = live;
    const { parameters, provenance } = good;
    const network = { card: cardOf(live.net), parameters, provenance, settings };
    history.push({ label: texts.undoDivergence, network, settings, isDivergence: true });
  }

  /** Others were chosen. @param {import("./protocol.js").DataChosen} data  that were in use */
  replacedData(data) {
    const { settings } = this.live;
    this.history.push({ label: texts.undoData, network: null, settings, keys: [], data });
  }

  /** Back to the last good network, at a smaller learning rate. */
  recover() {
    const { training, history } = this;
    const { good } = training;
    if (!good) throw new Error(texts.noGoodNetwork);
    const present = this.snapshot();
    training.recover(good);
    if (history.divergence?.network?.parameters === good.parameters) history.endDivergence(present);
  }

  /**
   * What is in force; of a network whose weights are no numbers, the last good one.
   * @returns {Snapshot}
   */
  snapshot() {
    const snapshot = this.live.snapshot();
    const { good, divergence } = this.training;
    if (areFinite(snapshot.parameters) || !good) {
      return divergence.why ? { ...snapshot, diverged: divergence.why } : snapshot;
    }
    const { parameters, provenance } = good;
    return { ...snapshot, parameters, provenance, diverged: "replaced" };
  }

  /** @returns {import("./undo-history.js").Present} */
  get #present() {
    return { snapshot: this.snapshot(), data: this.datasets.chosen };
  }

  /* ---- inside ---- */

  /**
   * Does it, and remembers what was before, if that was another network; when it throws, nothing
   * has happened.
   * @param {string} label
   * @param {() => void} act
   */
  #undoably(label, act) {
    this.training.cancelReplay();
    const before = this.snapshot();
    act();
    if (!isSameNetwork(before, this.snapshot())) this.#push(label, before);
    this.training.evaluate();
  }

  /** An action is done. @param {string} label @param {Snapshot} before */
  #push(label, { diverged, ...before }) {
    const { history } = this;
    const { settings } = before;
    // To undo the action leads to the last good network already.
    if (diverged === "replaced") history.endDivergence();
    const isKept = diverged && diverged !== "replaced";
    history.push({ label, network: isKept ? { ...before, diverged } : before, settings });
  }

  /** @param {NetworkSettings} settings */
  #randomNetwork(settings) {
    const net = this.live.engine.network(networkOptions(settings));
    this.live.replace(net, begun({ kind: "random", seed: settings.seed }), settings);
  }

  /**
   * @param {Exclude<Start["kind"], "random">} kind
   * @param {Uint8Array | null} model that a link carries
   */
  async #modelOf(kind, model) {
    if (kind !== "file") return this.models.open(this.live.engine, kind);
    if (!model) throw new Error(texts.emptyLink);
    return openModel(this.live.engine, model);
  }

  /**
   * @param {import("./model-files.js").OpenedModel} opened
   * @param {Exclude<Start["kind"], "random">} kind
   * @param {string} name @param {NetworkSettings} [settings]  those of a link
   */
  #use({ net, note }, kind, name, settings) {
    const start = { kind, name, note, fingerprint: net.fingerprint };
    const how = settings ? fitted(settings, cardOf(net)) : this.#toFineTune(net);
    this.live.replace(net, begun(start), how);
  }

  /**
   * The settings to go on training this network with.
   * @param {import("../../wasm/network.js").Network} net
   */
  #toFineTune(net) {
    const card = cardOf(net);
    return fitted({ ...this.live.settings, ...fineTuning(card.cost) }, card);
  }

  /**
   * Other settings for the same network.
   * @param {NetworkSettings} settings
   * @param {readonly string[]} changed
   */
  #train(settings, changed) {
    const { live, training } = this;
    live.settings = settings;
    const isLive = changed.every((key) => LIVE_KEYS.includes(key));
    const movesEnd = changed.includes("epochs") && settings.schedule === "cosine";
    if (isLive && !movesEnd) training.takeRate();
    else training.dropTrainer();
    training.settingsChanged();
  }

  /** @param {import("./undo-history.js").UndoEntry | null} entry */
  #restore(entry) {
    const { live, training } = this;
    if (!entry || entry.data) return;
    training.cancelReplay();
    if (entry.network) return this.resume(entry.network);
    const { settings, keys = TRAINING_KEYS } = entry;
    // The network may be another one by now: what describes it stays.
    const changed = keys.filter(
      (key) => !STRUCTURE_KEYS.includes(key) && !isSame(settings[key], live.settings[key]),
    );
    const before = Object.fromEntries(changed.map((key) => [key, settings[key]]));
    this.#train({ ...live.settings, ...before }, changed);
  }
}

/**
 * The last good network before a snapshot's training diverged, as far as the history has it.
 * @param {Snapshot} snapshot @param {import("./undo-history.js").UndoEntry | null} divergence
 */
function goodBefore({ card, provenance }, divergence) {
  const good = divergence?.network ?? null;
  const words = JSON.stringify([card, provenance.start]);
  return good && JSON.stringify([good.card, good.provenance.start]) === words ? good : null;
}

/** To the bit, in the same state. @param {Snapshot} a @param {Snapshot} b */
function isSameNetwork({ parameters, ...rest }, { parameters: others, ...otherRest }) {
  const words = JSON.stringify(rest);
  return words === JSON.stringify(otherRest) && parameters.every((each, i) => each === others[i]);
}

/** Random, and nothing done to it. @param {Provenance} provenance */
const isFresh = (provenance) => provenance.start.kind === "random" && isUntouched(provenance);

/** @param {unknown} a @param {unknown} b */
function isSame(a, b) {
  return Array.isArray(a) && Array.isArray(b) ? a.join() === b.join() : a === b;
}

/**
 * @param {Float32Array} parameters changed
 * @param {ArrayLike<number>} indices
 * @param {ArrayLike<number>} values
 */
function edited(parameters, indices, values) {
  if (indices.length !== values.length) {
    throw new RangeError(texts.unequalEdit(indices.length, values.length));
  }
  for (let i = 0; i < indices.length; i++) {
    const index = indices[i];
    if (!Number.isInteger(index) || !(index in parameters)) {
      throw new RangeError(texts.noParameter(index));
    }
    if (!Number.isFinite(Math.fround(values[i]))) {
      throw new RangeError(texts.noWeight(values[i]));
    }
    parameters[index] = values[i];
  }
  return parameters;
}
