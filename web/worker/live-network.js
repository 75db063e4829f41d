/**
 * The network on the page: parameters, where they come from, and how they are to be trained. It is
 * replaced whole or changed together with the provenance entry that tells of the change, so that
 * the two never disagree.
 *
 * @typedef {import("../../wasm/network.js").Network} Network
 * @typedef {import("../common/provenance.js").Provenance} Provenance
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("./protocol.js").Snapshot} Snapshot
 */
import { Path } from "../../wasm/path.js";
import { after, epochsOf, examplesOf, stepsOf } from "../common/provenance.js";
import { cardOf } from "./reading.js";

/** Snapshots of the path, and bytes for them all; a few of the largest network. */
const SNAPSHOTS = 256;
const PATH_BYTES = 16e6;
const FEWEST = 4;

export class LiveNetwork {
  /** @type {Network} */ net = /** @type {any} */ (null);
  /** @type {Provenance} */ provenance = { start: { kind: "random", seed: 0 }, done: [] };
  /** Where `net` has been since it came: snapshots by steps, a few hundred at most. */
  path = new Path();
  /** @type {NetworkSettings} */ settings = /** @type {any} */ (null);
  /** Grows whenever the network is replaced. */
  generation = 0;
  /** Grows with every change of the parameters; never the same for two networks. */
  version = 0;

  /**
   * @param {import("./datasets.js").Engine} engine
   * @param {{ beforeReplace: () => void, changed: () => void }} listeners beforeReplace: the old
   *   network is about to be freed
   */
  constructor(engine, { beforeReplace, changed }) {
    this.engine = engine;
    this.beforeReplace = beforeReplace;
    this.changed = changed;
  }

  /**
   * Takes the network over.
   * @param {Network} net
   * @param {Provenance} provenance
   * @param {NetworkSettings} settings
   */
  replace(net, provenance, settings) {
    this.beforeReplace();
    this.net?.free();
    Object.assign(this, { net, provenance, settings });
    const most = Math.floor(PATH_BYTES / (4 * net.parameterCount));
    this.path = new Path({ most: Math.max(FEWEST, Math.min(SNAPSHOTS, most)) });
    this.#pass();
    this.generation++;
    this.#changed();
  }

  /**
   * What was just done to the parameters of `net`.
   * @param {import("../common/provenance.js").Entry} entry
   */
  did(entry) {
    this.provenance = after(this.provenance, entry);
    // The trainer takes the snapshots of its steps.
    if (entry.kind !== "trained") this.#pass();
    this.#changed();
  }

  /**
   * Other parameters for the same network, with the provenance that belongs to them.
   * @param {Float32Array} parameters  canonical order, finite @param {Provenance} provenance
   */
  rewind(parameters, provenance) {
    this.net.setParameters(parameters);
    this.provenance = provenance;
    this.#pass();
    this.#changed();
  }

  /** The path comes by here. */
  #pass() {
    this.path.add(this.steps, this.net.parameters);
  }

  #changed() {
    this.version++;
    this.changed();
  }

  get steps() {
    return stepsOf(this.provenance);
  }

  get examples() {
    return examplesOf(this.provenance);
  }

  get epoch() {
    return epochsOf(this.provenance);
  }

  /** Which network this is. */
  get about() {
    const { generation, version, epoch } = this;
    return { generation, version, epoch };
  }

  /** A copy of all of it. @returns {Snapshot} */
  snapshot() {
    const { net, provenance, settings } = this;
    return { card: cardOf(net), parameters: net.parameters, provenance, settings };
  }

  /**
   * The network of a snapshot in place of this one; throws and changes nothing when it makes no
   * network.
   * @param {Snapshot} snapshot
   */
  restore({ card, parameters, provenance, settings }) {
    const { layers, hidden, output, cost } = card;
    const net = this.engine.network({ layers, hidden, output, cost, seed: 0 });
    try {
      net.setParameters(parameters);
    } catch (error) {
      net.free();
      throw error;
    }
    this.replace(net, provenance, settings);
  }
}
