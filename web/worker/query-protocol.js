/**
 * What crosses the border between the page and a worker of the pool, which answers queries of the
 * labs about snapshots of the page's network.
 *
 * @typedef {import("./mnist.js").SetName} SetName
 *
 * @typedef {object} Subject  what a question is about; one message, never of two networks
 * @property {import("./protocol.js").NetworkCard} card
 * @property {Float32Array} parameters  canonical order, finite
 * @property {import("../common/provenance.js").Provenance} provenance
 * @property {import("../common/settings.js").NetworkSettings} settings
 * @property {{ steps: number[], parameters: Float32Array } | null} path  snapshots, one after the
 *   other; null for a query that does not ask for it
 * @property {number} generation  of the network
 * @property {number} version  of the network
 * @property {import("./protocol.js").DataReport} data  the page's digits
 *
 * @typedef {Subject & { id: number, digits: Record<SetName, number> }} Asked  id: for `cancel`;
 *   digits: how many of the first ones the query may use, which are there
 *
 * @typedef {{ value: any, generation: number, version: number }} Answer  and which network it is
 *   about
 *
 * @typedef {object} QueryWorkerCommands
 * @property {() => Promise<void>} open  first of all
 * @property {(set: SetName, images: Uint8Array, labels: Uint8Array) => Promise<number>} add
 *   appends digits; answers with how many are in
 * @property {() => Promise<void>} clear  lets go of all digits; questions about them reject
 * @property {(id: number) => Promise<void>} cancel  that question rejects with an AbortError when
 *   it pauses next
 * @property {() => Promise<void>} ping
 */

export {};
