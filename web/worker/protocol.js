/**
 * Everything that crosses the border between the page and the worker, in both directions, and
 * nothing else: commands and queries (page → worker), reports (worker → page). The worker owns the
 * engine, the network and its provenance, the training settings, the data, undo and saving; the
 * page owns what is seen. Arrays handed over are the receiver's.
 *
 * @typedef {import("../common/provenance.js").Provenance} Provenance
 * @typedef {import("../common/provenance.js").Start} Start
 * @typedef {import("../common/provenance.js").Entry} Entry
 * @typedef {import("../common/starts.js").CommittedName} CommittedName
 * @typedef {import("../../wasm/formats/open.js").Foreign} Foreign
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings the part of the
 *   settings that the worker owns
 *
 * @typedef {"paused" | "running" | "waiting" | "finished" | "diverged"} Phase waiting: for the
 *   first digits
 * @typedef {"cost" | "collapsed" | "step" | "replaced"} Divergence how training has gone wrong: its
 *   cost is no number; the network has collapsed; the next step would leave weights that are no
 *   numbers; it came to such weights, and the last good network is in its place
 * @typedef {"example" | "batch" | "epoch"} StepSize
 * @typedef {import("../common/settings.js").PageSettings["speed"]} Speed
 *
 * @typedef {{ strokes: number[][][] } | { pixels: Float32Array }} Pixels a drawing, or a picture in
 *   0…1
 * @typedef {{ id: number } & Pixels} Input  what lies on the network's input; the page numbers them
 *
 * @typedef {object} Reading  what one network makes of one input
 * @property {number} input  id of the Input
 * @property {Float32Array} pixels  784, 0…1
 * @property {Float32Array[]} activations  one array per layer, pixels first
 * @property {number | null} answer  the highest output; null when nothing is drawn
 * @property {number} confidence  its activation, 0…1
 *
 * @typedef {object} Evaluation  of one version of the network on all test digits that were in
 * @property {number} generation
 * @property {number} version
 * @property {number} epoch  of that version
 * @property {number} accuracy  0…1
 * @property {number} cost  mean over the digits
 * @property {number} count  of digits
 * @property {Uint32Array} confusion  100, row = truth, column = prediction
 *
 * @typedef {object} NetworkCard  what a network is, whatever its parameters
 * @property {number[]} layers
 * @property {import("../../wasm/tables.js").Activation} hidden
 * @property {import("../../wasm/tables.js").OutputFunction} output
 * @property {import("../../wasm/tables.js").Cost} cost
 * @property {number} parameterCount
 *
 * @typedef {object} DataReport
 * @property {"mnist" | "handwriting" | "own" | "none"} kind
 * @property {string} name  for people: "MNIST", "built-in handwriting", a file's name
 * @property {string} checksum  of all training digits, hexadecimal; "" until they are all in
 * @property {number} generation  grows whenever the data are replaced
 * @property {number} train  training digits in so far
 * @property {number} trainTotal  that there will be; equal to `train` once complete
 * @property {number} test  test digits in so far
 * @property {number} drawings  of the visitor, taught and now among the training digits
 * @property {boolean} testComplete
 * @property {boolean} complete  all training digits and all test digits are in
 * @property {string} trouble  what is wrong with the source of the digits, one sentence, or ""
 * @property {"" | "offer-handwriting" | "retry"} remedy what the page should offer beside `trouble`
 *
 * @typedef {object} UndoReport
 * @property {string} undo  what would be undone ("reset"), "" for nothing
 * @property {string} redo
 * @property {number} top  id of the entry that undo would undo, 0 for none
 *
 * @typedef {object} SavingReport
 * @property {string} id  of this tab's saved network
 * @property {number} version  of the network that was saved last; -1 for none
 * @property {string} trouble  why nothing can be saved, one sentence, or ""
 *
 * @typedef {object} Report the worker's whole state at one moment. At most one is on its way; it is
 *   never a mixture of two networks: all that it says belongs to `generation` and `version`, except
 *   that `evaluation` names its own version.
 * @property {number} revision  grows with every report
 * @property {number} generation  grows whenever the network is replaced
 * @property {number} version  grows with every change of the parameters
 * @property {NetworkCard | null} card null before there is a network; then `parameters`,
 *   `provenance` and `settings` are too
 * @property {Provenance | null} provenance
 * @property {NetworkSettings | null} settings
 * @property {Float32Array | null} parameters canonical order; null when those of the last report
 *   still hold
 * @property {string} fingerprint  of the parameters
 * @property {Phase} phase
 * @property {{ why: Divergence | "", times: number, canRecover: boolean }} divergence why: ""
 *   unless the phase is "diverged"; times: how often training diverged; canRecover: there is a last
 *   good network
 * @property {boolean} replaying it trains because a link asks for it, and has not come to the
 *   link's end
 * @property {number} steps  counted from the start, as the provenance says
 * @property {number} examples
 * @property {number} epoch
 * @property {number | null} cost mean training cost over the steps since the report before; null
 *   when there were none
 * @property {number} speed  digits per second, 0 when paused
 * @property {number | null} trainingMs milliseconds of training alone, from the first step on; null
 *   where some steps were taken elsewhere
 * @property {Reading | null} reading of the current input by these parameters; null without an
 *   input
 * @property {Evaluation | null} evaluation  the newest of this generation
 * @property {DataReport} data
 * @property {{ times: number, words: string }} trainingFailure  how often training stopped by
 *   itself, and why the last time
 * @property {UndoReport} history
 * @property {SavingReport} saving
 *
 * @typedef {object} Request  a network to begin with, as a link asks for it
 * @property {Start} start
 * @property {NetworkSettings} settings  in force once the replay has ended
 * @property {Entry[]} replay  what is to be trained first
 * @property {Uint8Array | null} model the model file that a link carries inside, when start.kind is
 *   "file"
 *
 * @typedef {object} SavedSummary
 * @property {string} id
 * @property {number} time  when it was saved, ms since 1970
 * @property {Provenance} provenance
 * @property {NetworkCard} card
 *
 * @typedef {object} OpenOptions
 * @property {string} id  under which this tab saves its network
 * @property {string} data  address of the folder with MNIST, ending in "/"
 * @property {Speed} speed  of Train
 * @property {Pick<Report, "revision" | "generation" | "version"> & { data: number }} since
 *   what the page has had from an earlier worker; this one counts on from there
 *
 * @typedef {{ images: Uint8Array, labels: Uint8Array }} IdxPair  two IDX files, uncompressed
 * @typedef {{ train: IdxPair, test: IdxPair | null, name: string, heldOut: number }} OwnData
 *   without `test`, that fraction is held out, of every class; see common/own-data/split.js
 * @typedef {{ id: string, name: string, train: number, test: number, time: number }} KeptData own
 *   digits in the browser's storage; id: the checksum of the training digits
 *
 * @typedef {{ kind: "mnist" | "handwriting" | "own", id: string, name: string }} DataChosen digits
 *   that can be had again; id: of own ones, as in KeptData
 *
 * @typedef {object} Snapshot a network at one moment, whole: what undo and saving keep, and what a
 *   restart begins from
 * @property {NetworkCard} card
 * @property {Float32Array} parameters
 * @property {Provenance} provenance
 * @property {NetworkSettings} settings
 * @property {Divergence} [diverged]  its training had diverged
 *
 * @typedef {object} Edit
 * @property {number} generation  of the network that is meant
 * @property {ArrayLike<number>} indices  of parameters, canonical order
 * @property {ArrayLike<number>} values  as many, finite
 * @property {string} gesture  edits with the same text are undone together
 *
 * @typedef {{ steps: number, answer: number, confidence: number }} Taught mini-batches it took, and
 *   the prediction after them
 *
 * @typedef {object} Commands what the page can have the worker do. None answers with the network or
 *   its settings: they come by report. A command that fails rejects with an Error for people and
 *   has changed nothing.
 * @property {(options: OpenOptions, report: (report: Report) => Promise<void>) => Promise<{
 *   scalarEngine: string }>} open  first of all, once; `report` resolves when the page is ready for
 *   the next one. Answers with the address of the engine without vectors where it is used, else "".
 * @property {() => Promise<SavedSummary[]>} saved networks saved by earlier visits and closed tabs,
 *   newest first
 * @property {(id: string) => Promise<boolean>} restore the network saved under that id, with its
 *   undo history; false when there is none. Rejects when it was damaged; it is set aside then.
 * @property {(id: string) => Promise<void>} openSaved the same in place of the present network; can
 *   be undone
 * @property {(snapshot: Snapshot) => Promise<void>} resume after a crash: the network of the page's
 *   last report
 * @property {(request: Request) => Promise<void>} start what a link asks for; resolves before its
 *   replay ends
 * @property {(kind: CommittedName | "random") => Promise<void>} begin another network; can
 *   be undone
 * @property {(bytes: Uint8Array, name: string) => Promise<Foreign | null>} loadFile a model file's
 *   network; can be undone. Answers with what it was taken as, when another program made it.
 * @property {(bytes: Uint8Array, base: Provenance, entry: Entry, settings?: NetworkSettings) =>
 *   Promise<void>} adopt a lab's network; can be undone
 * @property {() => Promise<void>} reset  a random network, of the settings that resetSettings
 *   gives; can be undone
 * @property {(changes: Partial<NetworkSettings>, label: string) => Promise<void>} set settings; a
 *   new random network when one of them makes it necessary; can be undone, unless the label is ""
 * @property {() => Promise<void>} run
 * @property {() => Promise<void>} pause
 * @property {(speed: Speed) => Promise<void>} pace  how fast `run` trains, at once; what it trains
 *   does not depend on it
 * @property {(size: StepSize) => Promise<void>} step
 * @property {(edit: Edit) => Promise<void>} edit parameters by hand; training pauses. Rejects when
 *   the network was replaced.
 * @property {(pixels: Float32Array, label: number) => Promise<Taught>} teach trains on a drawing
 *   among other digits until the network reads it; can be undone
 * @property {() => Promise<void>} recover from a divergence, to the last good network of this run,
 *   at a smaller learning rate
 * @property {() => Promise<DataChosen | null>} undo  answers with the digits that it brings in, if
 *   it does; they may come later. Rejects when they are gone.
 * @property {() => Promise<DataChosen | null>} redo
 * @property {(input: Input) => Promise<void>} show  read from now on, in every report
 * @property {(isChoice?: boolean) => Promise<void>} loadData MNIST, or built-in handwriting where
 *   it is not to be had; resolves at the last digit. isChoice, here and below: the visitor's, which
 *   can be undone once other digits have been replaced.
 * @property {(own: OwnData) => Promise<{ id: string, trouble: string }>} useOwnData  and keep
 *   them; can be undone; trouble: why they are not kept, one sentence, or ""
 * @property {(id: string, isChoice?: boolean) => Promise<boolean>} useKeptData  false when they are
 *   not there
 * @property {() => Promise<KeptData[]>} keptData  newest first
 * @property {(id: string) => Promise<void>} removeKeptData  out of the storage and out of use;
 *   MNIST takes their place, or handwriting where it is not to be had
 * @property {(isChoice?: boolean) => Promise<void>} useHandwriting
 * @property {() => Promise<void>} save  now; resolves when it is stored or known not to be
 * @property {() => Promise<void>} ping
 *
 * @typedef {{ revision: number, value: any }} Done the outcome is in every report from that
 *   revision on
 *
 * @typedef {object} Remote  the worker as the page calls it
 * @property {(name: keyof Commands, ...args: any[]) => Promise<Done>} command
 * @property {(name: string, ...args: any[]) => Promise<Done>} query
 *
 * @typedef {import("./queries.js").Queries} Queries  what a lab may ask; see queries.js
 * @typedef {keyof Queries} QueryName
 */

/**
 * @template {QueryName} K
 * @typedef {Parameters<Queries[K]> extends [any, ...infer Rest] ? Rest : never} QueryArguments
 *   without the context
 */

/**
 * @template {QueryName} K
 * @typedef {Awaited<ReturnType<Queries[K]>>} QueryAnswer
 */

export {};
