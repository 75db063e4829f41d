/**
 * What the page knows, as one object: the session replaces it, everything else reads it.
 *
 * @typedef {import("../worker/protocol.js").Reading} Reading
 * @typedef {import("../common/settings.js").Settings} Settings
 *
 * @typedef {object} Model  where the network on the page comes from
 * @property {"random" | "lesson" | "best" | "kept" | "file" | "taught"} kind
 * @property {string} name
 * @property {string} note  how it was made and how good it was then
 *
 * @typedef {object} Shown  what lies on the network's input
 * @property {"nothing" | "drawing" | "digit" | "noise" | "picture"} kind
 * @property {number[][][]} strokes  of a drawing; points in 0…1
 * @property {number | null} label  the truth, where there is one
 * @property {string} words  for people: "test digit 123, a 7"
 *
 * @typedef {object} Notice  one sentence and at most one button
 * @property {string} text
 * @property {string} [button]
 * @property {() => void} [act]
 * @property {boolean} [stays]
 *
 * @typedef {object} State
 * @property {"loading" | "ready" | "failed"} stage
 * @property {Settings} settings
 * @property {Model} model
 * @property {import("../worker/protocol.js").NetworkCard | null} network
 * @property {Float32Array | null} parameters  canonical order; replaced with every report that changed them
 * @property {number} version  grows with every change of the parameters
 * @property {import("../worker/protocol.js").Phase} phase
 * @property {number} steps
 * @property {number} examples
 * @property {number} epoch
 * @property {number | null} cost  mean over the last steps
 * @property {number} speed
 * @property {string} fingerprint
 * @property {import("../worker/protocol.js").Evaluation | null} evaluation  on digits never trained on
 * @property {import("../worker/protocol.js").DataReport} data
 * @property {Shown} shown
 * @property {Reading | null} reading
 * @property {{ layer: number, index: number } | null} neuron  the one picked for a closer look; layer 0 is the picture
 * @property {Notice | null} notice
 * @property {string} stepSize
 * @property {boolean} early  trained before all data was in
 * @property {number} historyVersion
 */
import { defaults, readHash } from "../common/settings.js";

export const NOTHING = /** @type {Shown} */ ({
  kind: "nothing",
  strokes: [],
  label: null,
  words: "",
});
export const RANDOM = /** @type {Model} */ ({
  kind: "random",
  name: "A random network",
  note: "it has seen no digit yet",
});

/** @type {Record<Model["kind"], string>} */
export const NAMES = {
  random: "A random network",
  lesson: "The lesson’s network",
  best: "The best network",
  kept: "Your network from last time",
  file: "A network from a file",
  taught: "The network that you taught",
};

/** @param {string} hash  of the address @returns {State} */
export function firstState(hash) {
  return {
    stage: "loading",
    settings: { ...defaults(), ...readHash(hash) },
    model: RANDOM,
    network: null,
    parameters: null,
    version: 0,
    phase: "paused",
    steps: 0,
    examples: 0,
    epoch: 0,
    cost: null,
    speed: 0,
    fingerprint: "",
    evaluation: null,
    data: {
      kind: "none",
      name: "",
      train: 0,
      trainTotal: 0,
      test: 0,
      testComplete: false,
      complete: false,
    },
    shown: NOTHING,
    reading: null,
    neuron: null,
    notice: null,
    stepSize: "batch",
    early: false,
    historyVersion: 0,
  };
}

/** The settings, as this network has them. @param {Settings} settings @param {State["network"]} [network] */
export function followed(settings, network) {
  if (!network) return settings;
  const { layers, hidden, output, cost } = network;
  return { ...settings, layers: layers.slice(1, -1), hidden, output, cost };
}

/** @param {Model} model @returns {Model} the same, met again */
export function keptModel({ kind, name, note }) {
  return { kind: "kept", name: kind === "random" ? NAMES.kept : name, note };
}

/**
 * How to go on with a network that was trained elsewhere, without spoiling it.
 * @param {string} cost  that it is judged by @returns {Partial<Settings>}
 */
export function gentleTraining(cost) {
  const { rate, batch, optimizer, decay, schedule } = defaults();
  if (cost === "quadratic") return { recipe: "own", rate, batch, optimizer, decay, schedule };
  return { recipe: "own", rate: 0.0005, batch: 64, optimizer: "adamw", decay: 0.01, schedule };
}
