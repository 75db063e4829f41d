/**
 * What crosses the border between the page and a worker that trains a network which is not the
 * page's. The page feeds it copies of its digits; nothing of the page's network is touched.
 *
 * @typedef {import("./mnist.js").SetName} SetName
 * @typedef {import("../../wasm/network.js").NetworkOptions} NetworkOptions
 * @typedef {import("../../wasm/trainer.js").TrainerOptions} TrainerOptions
 *
 * @typedef {object} Plan  the same plan on the same digits gives the same network, to the bit
 * @property {NetworkOptions} network
 * @property {TrainerOptions} trainer  `totalSteps` of a cosine schedule is worked out here
 * @property {number} epochs  more than 0; at most so many, with `until`
 * @property {number} [count]  only the first so many training digits; all by default
 * @property {{ fraction: number, seed: number } | null} [shuffled]  labels permuted as
 *   `dataset.shuffledLabels` does; the training accuracy is measured on these labels
 * @property {{ trainAccuracy: number } | null} [until]  stop at the first whole epoch, or part of
 *   the first ones, with at least this training accuracy, 0…1
 * @property {boolean} [measureTrain]  whether reports have the training accuracy
 *
 * @typedef {object} Point  of the network after so many steps
 * @property {number} epoch  as planned; the steps are rounded up to whole mini-batches
 * @property {number} steps
 * @property {number} examples
 * @property {number | null} cost  mean over the steps since the point before; null at the start
 * @property {number | null} trainAccuracy  0…1, on all digits trained on; null: not measured
 * @property {number} testAccuracy  0…1, on all test digits
 * @property {number} seconds  of training alone: neither measuring nor waiting
 *
 * @typedef {object} Outcome
 * @property {"finished" | "reached" | "diverged" | "stopped"} kind  reached: what `until` asks for
 * @property {Point | null} point  the last one reported; of a network that was stopped in between,
 *   one more, unless its training accuracy is asked for; null when stopped before the first
 * @property {string} fingerprint  of the network at the end; "" when it is not known
 *
 * @typedef {object} ExperimentCommands  all but `train` answer within one slice of training
 * @property {() => Promise<void>} open  first of all
 * @property {(set: SetName, images: Uint8Array, labels: Uint8Array) => Promise<number>} add
 *   appends digits; answers with how many are in
 * @property {() => Promise<void>} clear  lets go of the digits and the network
 * @property {(plan: Plan, report: (point: Point) => unknown) => Promise<Outcome>} train
 *   a new network; resolves when its training has ended. The next step waits for `report`.
 * @property {() => Promise<void>} pause  also before `train`, which then begins paused
 * @property {() => Promise<void>} resume
 * @property {() => Promise<void>} stop  `train` resolves with "stopped"
 * @property {() => Promise<Float32Array>} parameters  of the newest network, as it is now
 * @property {() => Promise<Uint8Array>} save  its model file
 * @property {() => Promise<void>} ping
 */

export {};
