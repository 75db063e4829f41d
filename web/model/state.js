/**
 * What the page knows, as one object: the session replaces it, everything else reads it. Every
 * field that a report of the worker brings changes together with the others, so that nothing in it
 * belongs to two networks.
 *
 * @typedef {import("../worker/protocol.js").Report} Report
 * @typedef {import("../common/settings.js").Settings} Settings
 *
 * @typedef {object} Shown  what lies on the network's input
 * @property {number} id  another one for every input
 * @property {"nothing" | "drawing" | "digit" | "noise" | "picture"} kind
 * @property {number[][][]} strokes  of a drawing; points in 0…1 of the canvas, y down
 * @property {Float32Array | null} pixels  of a picture, 784 in 0…1; null for a drawing
 * @property {number | null} label  the truth, where there is one
 * @property {string} words  for people: "Test digit 123, labelled 7."
 *
 * @typedef {import("../worker/protocol.js").Reading & { shown: Shown }} ShownReading with the input
 *   that was read
 *
 * @typedef {object} Notice  one sentence or two, and seldom more than one button
 * @property {number} id
 * @property {string} key  a notice with the same key takes its place; "" for none
 * @property {string} text
 * @property {string} [button]
 * @property {() => unknown} [act]
 * @property {{ button: string, act: () => unknown }} [other]  a second button, beside the first
 * @property {boolean} [stays]  until it is closed or its reason is gone
 *
 * @typedef {object} Failure  the page cannot go on by itself
 * @property {string} what  failed
 * @property {string} why
 * @property {string} button
 * @property {() => unknown} act
 *
 * @typedef {Omit<Report, "card" | "settings" | "parameters" | "reading" | "provenance">} FromReport
 *
 * @typedef {object} PageState
 * @property {"loading" | "ready" | "failed"} status
 * @property {string} lab  id of the lab that is open; "" for the playground
 * @property {Failure | null} failure
 * @property {Settings} settings
 * @property {import("../worker/protocol.js").NetworkCard | null} network
 * @property {import("../common/provenance.js").Provenance | null} provenance
 * @property {Float32Array | null} parameters  canonical order; replaced when they change
 * @property {Shown} shown
 * @property {ShownReading | null} reading
 * @property {{ layer: number, index: number } | null} neuron the one chosen for a closer look;
 *   layer 0 is the input
 * @property {readonly Notice[]} notices  oldest first
 * @property {import("../worker/protocol.js").StepSize} stepSize
 * @property {"none" | "offered" | "wanted"} digits  whether they were asked for: offered where
 *   loading costs the visitor money
 * @property {number} curveVersion  of the training curve
 *
 * @typedef {FromReport & PageState} State
 */
import { NO_DATA } from "../common/data-report.js";
import { PLAYGROUND } from "../common/labs.js";
import { defaults, pageDefaults } from "../common/settings.js";

/** An empty input. @type {Shown} */
export const NOTHING = {
  id: 0,
  kind: "nothing",
  strokes: [],
  pixels: null,
  label: null,
  words: "",
};

/** @returns {State} before anything is known */
export function firstState() {
  return {
    status: "loading",
    lab: PLAYGROUND,
    failure: null,
    settings: { ...defaults(), ...pageDefaults() },
    network: null,
    provenance: null,
    parameters: null,
    revision: 0,
    generation: 0,
    version: 0,
    fingerprint: "",
    phase: "paused",
    divergence: { why: "", times: 0, canRecover: false },
    replaying: false,
    steps: 0,
    examples: 0,
    epoch: 0,
    cost: null,
    speed: 0,
    trainingMs: null,
    evaluation: null,
    data: NO_DATA,
    history: { undo: "", redo: "", top: 0 },
    saving: { id: "", version: -1, trouble: "" },
    trainingFailure: { times: 0, words: "" },
    shown: NOTHING,
    reading: null,
    neuron: null,
    notices: [],
    stepSize: "batch",
    digits: "none",
    curveVersion: 0,
  };
}
