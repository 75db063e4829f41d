/**
 * What a saved network looks like in storage. Everything that comes out of storage is checked here,
 * since another version of the page, a crash or a person may have written it; what does not pass
 * throws an Error whose message is half a sentence: "its parameters are damaged".
 *
 * @typedef {import("./protocol.js").NetworkCard} NetworkCard
 * @typedef {import("./protocol.js").SavedSummary} SavedSummary
 * @typedef {import("./protocol.js").Snapshot} Snapshot
 * @typedef {import("./undo-history.js").UndoEntry} UndoEntry
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 *
 * @typedef {object} NetworkRecord
 * @property {number} format
 * @property {string} id
 * @property {number} time  when it was saved, ms since 1970
 * @property {Snapshot} snapshot
 * @property {string} checksum  fingerprint of the snapshot's parameters
 *
 * @typedef {object} History  both with the entry that is next last
 * @property {UndoEntry[]} undoable
 * @property {UndoEntry[]} redoable
 *
 * @typedef {{ entry: UndoEntry, checksum: string }} EntryRecord  checksum "" for an entry without a
 *   network
 *
 * @typedef {object} HistoryRecord
 * @property {number} format
 * @property {string} id
 * @property {EntryRecord[]} undoable
 * @property {EntryRecord[]} redoable
 */
import { shape } from "../../wasm/shape.js";
import { parameterCount } from "../common/parameters.js";
import { checkedProvenance } from "../common/provenance.js";
import { checkedSettings, TRAINING_KEYS } from "../common/settings.js";
import { shownText } from "../common/shown-text.js";
import { areFinite } from "../common/vectors.js";
import * as texts from "../texts/en/worker-files.js";
import { fingerprintOf } from "./fingerprint.js";

const FORMAT = 1;
/** @type {import("./protocol.js").Divergence[]} */
const DIVERGENCES = ["cost", "collapsed", "step", "replaced"];

/**
 * @param {string} id
 * @param {number} time @param {Snapshot} snapshot  checked @returns {NetworkRecord}
 */
export function recordOf(id, time, snapshot) {
  return { format: FORMAT, id, time, snapshot, checksum: fingerprintOf(snapshot.parameters) };
}

/** @param {any} record @param {string} id  under which it was found @returns {NetworkRecord} */
export function checkedRecord(record, id) {
  if (record?.format !== FORMAT) throw new Error(texts.otherVersion);
  if (record.id !== id || !Number.isFinite(record.time)) throw new Error(texts.recordDamaged);
  const snapshot = checkedSnapshot(record.snapshot, String(record.checksum));
  return { format: FORMAT, id, time: record.time, snapshot, checksum: record.checksum };
}

/** @param {NetworkRecord} record @returns {SavedSummary} */
export function summaryOf({ id, time, snapshot: { provenance, card } }) {
  return { id, time, provenance, card };
}

/**
 * @param {any} snapshot
 * @param {string} [checksum]  that its parameters must have, where it is known
 * @returns {Snapshot}
 */
export function checkedSnapshot(snapshot, checksum) {
  const card = checkedCard(snapshot?.card);
  const { parameters } = snapshot;
  if (!(parameters instanceof Float32Array) || parameters.length !== card.parameterCount) {
    throw new Error(texts.parametersDoNotFit);
  }
  if (checksum !== undefined && fingerprintOf(parameters) !== checksum) {
    throw new Error(texts.parametersDamaged);
  }
  if (!areFinite(parameters)) throw new Error(texts.parametersNotFinite);
  const provenance = checkedProvenance(snapshot.provenance);
  const { diverged } = snapshot;
  const settings = checkedAll(snapshot.settings);
  const isKnown = DIVERGENCES.includes(diverged);
  return { card, parameters, provenance, settings, ...(isKnown && { diverged }) };
}

/** @param {any} card @returns {NetworkCard} */
function checkedCard(card) {
  const { hidden, output, cost } = card ?? {};
  const layers = checkedLayers(card?.layers, { hidden, output, cost });
  const count = parameterCount(layers);
  if (card.parameterCount !== count) throw new Error(texts.descriptionDamaged);
  return { layers, hidden, output, cost, parameterCount: count };
}

/**
 * A copy of the layers, when the engine can make such a network.
 * @param {any} layers @param {{ hidden: any, output: any, cost: any }} functions
 */
function checkedLayers(layers, { hidden, output, cost }) {
  try {
    return shape({ layers: [...layers], hidden, output, cost }).layers;
  } catch {
    throw new Error(texts.descriptionDamaged);
  }
}

/**
 * Checked settings. The layers may be those of a model file, which no control of the page can set:
 * wider, more, or none.
 * @param {any} settings @returns {NetworkSettings}
 */
function checkedAll(settings) {
  const { layers, hidden, output, cost } = settings ?? {};
  const widths = Array.isArray(layers) ? layers : [0];
  const sizes = checkedLayers([784, ...widths, 10], { hidden, output, cost });
  return { ...checkedSettings({ ...settings, layers: [16] }), layers: sizes.slice(1, -1) };
}

/**
 * The newest entries whose networks take no more than `capacity` bytes; those to be undone come
 * first. Nothing older than an entry that would not pass when read back, such as one of a diverged
 * network, is kept.
 * @param {string} id @param {History} history @param {number} capacity @returns {HistoryRecord}
 */
export function historyRecordOf(id, { undoable, redoable }, capacity) {
  let rest = capacity;
  /** @param {UndoEntry[]} entries */
  const newest = (entries) =>
    newestOf(entries, (entry) => {
      const { network } = checkedEntry(entry);
      const size = network?.parameters.byteLength ?? 0;
      if (size > rest) throw new Error(texts.noSpace);
      rest -= size;
      return { entry, checksum: network ? fingerprintOf(network.parameters) : "" };
    });
  return { format: FORMAT, id, undoable: newest(undoable), redoable: newest(redoable) };
}

/**
 * What can be read of a stored history: nothing older than a damaged entry.
 * @param {any} record  undefined when there is none @param {string} id
 * @returns {{ history: History, isWhole: boolean }}
 */
export function readHistory(record, id) {
  const [undoable, redoable] = [record?.undoable, record?.redoable];
  const isKnown = record?.format === FORMAT && record.id === id;
  if (!isKnown || !Array.isArray(undoable) || !Array.isArray(redoable)) {
    return { history: { undoable: [], redoable: [] }, isWhole: record === undefined };
  }
  /** @param {any} stored */
  const read = (stored) => checkedEntry(stored?.entry, String(stored?.checksum));
  const history = { undoable: newestOf(undoable, read), redoable: newestOf(redoable, read) };
  const count = history.undoable.length + history.redoable.length;
  return { history, isWhole: count === undoable.length + redoable.length };
}

/**
 * @param {any} entry @param {string} [checksum]  that its parameters must have, where it is known
 * @returns {UndoEntry}
 */
function checkedEntry(entry, checksum) {
  const { id, label, network, settings, keys, data, isDivergence } = entry ?? {};
  if (!Number.isSafeInteger(id) || typeof label !== "string") throw new Error(texts.entryDamaged);
  return {
    id,
    label,
    network: network === null ? null : checkedSnapshot(network, checksum),
    settings: checkedAll(settings),
    ...(Array.isArray(keys) && { keys: TRAINING_KEYS.filter((key) => keys.includes(key)) }),
    ...(data !== undefined && { data: checkedData(data) }),
    ...(isDivergence === true && { isDivergence }),
  };
}

/** @param {any} data @returns {import("./protocol.js").DataChosen} */
function checkedData(data) {
  if (!["mnist", "handwriting", "own"].includes(data?.kind)) throw new Error(texts.entryDamaged);
  return { kind: data.kind, id: String(data.id), name: shownText(data.name) };
}

/**
 * What `of` makes of the last values, in their order, as far back as it does not throw.
 * @template T, R @param {T[]} values  newest last @param {(value: T) => R} of @returns {R[]}
 */
function newestOf(values, of) {
  /** @type {R[]} */
  const made = [];
  for (let i = values.length - 1; i >= 0; i--) {
    try {
      made.unshift(of(values[i]));
    } catch {
      break;
    }
  }
  return made;
}
