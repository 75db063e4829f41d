/**
 * What crosses the border between the page and the worker, and nothing else. The worker owns the engine, the
 * network, the trainer and the data; the page owns what is seen. Arrays handed over are the receiver's.
 *
 * @typedef {object} NetworkOptions
 * @property {number[]} layers  neurons per layer, input first: [784, …, 10]
 * @property {"sigmoid" | "relu" | "step"} hidden
 * @property {"sigmoid" | "softmax"} output
 * @property {"quadratic" | "cross-entropy"} cost
 * @property {number} seed
 *
 * @typedef {object} TrainerOptions
 * @property {number} batchSize
 * @property {"sgd" | "momentum" | "adam" | "adamw"} optimizer
 * @property {number} learningRate
 * @property {number} [weightDecay]
 * @property {"constant" | "cosine"} [schedule]
 * @property {number} [epochs]  where a cosine schedule ends and training stops by itself
 * @property {object | null} [augment]
 * @property {number} [noise]  share of "not a digit" examples per batch
 * @property {number} seed
 *
 * @typedef {object} Plan  a network and how to train it, complete
 * @property {NetworkOptions} network
 * @property {TrainerOptions} trainer
 * @property {number} epochs
 *
 * @typedef {{ strokes: number[][][] } | { pixels: Float32Array }} Input  a drawing, or a picture in 0…1
 *
 * @typedef {object} Reading  what the network makes of the input
 * @property {Float32Array} pixels  784, 0…1
 * @property {Float32Array[]} activations  one array per layer, pixels first
 * @property {number | null} answer  the brightest output; null when nothing is drawn
 * @property {number} confidence  its activation, 0…1
 *
 * @typedef {object} Evaluation
 * @property {"test" | "train"} set
 * @property {number} accuracy  0…1
 * @property {number} cost  mean over the digits looked at
 * @property {number} count  how many were looked at
 * @property {Uint32Array} confusion  100, row = truth, column = answer
 * @property {boolean} exact  all of one network, not gathered while it was changing
 *
 * @typedef {"paused" | "running" | "waiting" | "finished" | "diverged"} Phase  waiting: for the first data
 *
 * @typedef {object} Report  sent at most once per animation frame, never queued
 * @property {number} version  grows with every change of the parameters
 * @property {Phase} phase
 * @property {number} steps
 * @property {number} examples
 * @property {number} epoch  examples seen ÷ examples there are
 * @property {number | null} cost  mean over the steps since the last report that had any
 * @property {number} speed  digits per second, 0 when paused
 * @property {number} learningRate
 * @property {string} fingerprint
 * @property {Float32Array | null} parameters  canonical order; null when unchanged since the last report
 * @property {Reading | null} reading  of the current input by these parameters; null when unchanged
 * @property {Evaluation | null} evaluation  a fresh one, or null
 * @property {boolean} early  training began before all data was in, so a link cannot reproduce it
 *
 * @typedef {object} DataReport
 * @property {"mnist" | "handwriting" | "own" | "none"} kind
 * @property {string} name  plain words for the page
 * @property {number} train  examples in so far
 * @property {number} trainTotal
 * @property {number} test
 * @property {boolean} testComplete
 * @property {boolean} complete
 *
 * @typedef {object} NetworkCard  a network as it left the worker's hands
 * @property {number[]} layers
 * @property {string} hidden
 * @property {string} output
 * @property {string} cost
 * @property {number} parameterCount
 * @property {string} note  what its model file says of it; empty for a fresh one
 *
 * @typedef {object} Picture
 * @property {Float32Array} pixels  784, 0…1
 * @property {number} label
 * @property {number} index
 *
 * @typedef {"example" | "batch" | "epoch"} StepSize
 *
 * @typedef {object} Listeners  how the worker calls back
 * @property {(report: Report) => Promise<void>} report  resolves when the page has painted it
 * @property {(data: DataReport) => void} data
 */

export {};
