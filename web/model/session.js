/**
 * The page's one state and everything that can be done to it. Parts and labs draw what the session tells them and ask
 * the session for work; nobody else speaks to the worker.
 *
 * @typedef {import("../worker/protocol.js").Report} Report
 * @typedef {import("../worker/protocol.js").Commands} Commands
 * @typedef {import("../worker/protocol.js").QueryName} QueryName
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("../common/settings.js").Settings} Settings
 * @typedef {import("./state.js").Notice} Notice
 * @typedef {import("./state.js").Shown} Shown
 * @typedef {import("./state.js").State} State
 *
 * @typedef {object} PageEnvironment  what differs in a test
 * @property {() => import("./connection.js").WorkerHandle} makeWorker
 * @property {import("./address.js").Address} address
 * @property {string} dataFolder  address of the folder with MNIST, ending in "/"
 * @property {(callback: any) => any} proxy  makes a function callable from the worker
 * @property {(work: () => void) => void} [onFrame]  see Store
 * @property {(work: () => void) => void} [afterMicrotasks]
 */
import { historyOf, nameOf, REASONS } from "../common/provenance.js";
import { presetSettings, setting } from "../common/settings.js";
import { Arrivals } from "./arrivals.js";
import { Connection } from "./connection.js";
import { CurrentInput } from "./input.js";
import { linkOf, weightsHash } from "./link.js";
import { withNotice, withoutNotice } from "./notices.js";
import { Opening } from "./opening.js";
import { packed } from "./pack.js";
import { PendingSettings } from "./pending-settings.js";
import { Recovery } from "./recovery.js";
import { noticesOf, stateOf } from "./report.js";
import { firstState, NOTHING } from "./state.js";
import { Store } from "./store.js";
import { TrainingCurve } from "./training-curve.js";

/** A page may paint for one part in that many of the time while reports come in. */
const PAINTING = 3;
/** Networks with more parameters make links too long to be sent: about 130,000 letters. */
const MOST_IN_LINK = 20_000;
/** Step from one test digit to the next: a prime, so that all come before one comes again. */
const STRIDE = 3571;

/** @extends {Store<State>} */
export class Session extends Store {
  curve = new TrainingCurve();
  #noiseSeed = 1;
  #digit = 0;
  #input = new CurrentInput((input) => this.command("show", input));
  #pending = new PendingSettings();
  #arrivals = new Arrivals();

  /** @param {PageEnvironment} environment */
  constructor(environment) {
    super(firstState(), environment.onFrame, environment.afterMicrotasks);
    this.environment = environment;
    this.recovery = new Recovery(this);
    this.opening = new Opening(this);
    this.connection = new Connection(environment.makeWorker, (error) => this.recovery.lost(error));
  }

  /* ---- the worker ---- */

  /** Starts the engine and brings in a network: this tab's own, the link's, or the pretrained one. */
  async open() {
    await this.opening.open();
  }

  /** Brings in the digits; resolves at the last one. */
  async loadData() {
    await this.command("loadData");
  }

  /**
   * Has the worker do something; resolves when the page has the outcome.
   * @template {keyof Commands} K
   * @param {K} name @param {Parameters<Commands[K]>} args @returns {Promise<Awaited<ReturnType<Commands[K]>>>}
   */
  async command(name, ...args) {
    const { revision, value } = await this.connection.command(name, ...args);
    if (name !== "show" && name !== "loadData")
      await this.#arrivals.of(revision, this.state.revision);
    return value;
  }

  /**
   * A lab's question; see worker/queries.js. A function among the arguments is called back from the worker.
   * @template {QueryName} K
   * @param {K} name @param {import("../worker/protocol.js").QueryArguments<K>} args
   * @returns {Promise<import("../worker/protocol.js").QueryAnswer<K>>}
   */
  query(name, ...args) {
    const sent = args.map((/** @type {any} */ arg) =>
      typeof arg === "function" ? this.environment.proxy(arg) : arg,
    );
    return this.connection.query(name, ...sent);
  }

  /** Shows a failure as a notice: for what a click began. @param {Promise<unknown>} work */
  act(work) {
    work.catch((error) => this.say(error.message, { key: "failed" }));
  }

  /* ---- training ---- */

  get isBusy() {
    return this.state.phase === "running" || this.state.phase === "waiting";
  }

  toggle() {
    return this.isBusy ? this.pause() : this.run();
  }

  async run() {
    if (this.state.phase === "finished") await this.set("epochs", Math.ceil(this.state.epoch) + 10);
    await this.command("run");
  }

  pause() {
    return this.command("pause");
  }

  /** @param {State["stepSize"]} [size] */
  step(size = this.state.stepSize) {
    return this.command("step", size);
  }

  /** Back to the last good network after a divergence. */
  recover() {
    return this.command("recover");
  }

  /* ---- another network, other parameters ---- */

  /** The random network of the settings. */
  reset() {
    return this.#replace("Reset to a random network.", this.command("reset"));
  }

  /** @param {"pretrained" | "best" | "random"} kind */
  begin(kind) {
    if (kind === "random") return this.reset();
    return this.#replace("", this.command("begin", kind));
  }

  /** @param {Uint8Array} bytes  a model file @param {string} name  of the file */
  loadFile(bytes, name) {
    return this.#replace(`${name} was opened.`, this.command("loadFile", bytes, name));
  }

  /** A network saved by an earlier visit. @param {string} id */
  openSaved(id) {
    return this.#replace("Your saved network was opened.", this.command("openSaved", id));
  }

  /**
   * A lab's network takes the place of this one.
   * @param {Uint8Array} bytes  its model file @param {import("../common/provenance.js").Provenance} base  of what it was made from
   * @param {import("../common/provenance.js").Entry} entry  what was done to it
   */
  adopt(bytes, base, entry) {
    return this.#replace(
      "The fine-tuned network is on the page now.",
      this.command("adopt", bytes, base, entry),
    );
  }

  /** Edits parameters by hand. @param {Omit<import("../worker/protocol.js").Edit, "generation">} edit */
  edit(edit) {
    return this.command("edit", { ...edit, generation: this.state.generation });
  }

  /** Trains on a drawing until it is read as that digit. @param {Float32Array} pixels @param {number} label */
  teach(pixels, label) {
    return this.command("teach", pixels, label);
  }

  undo() {
    return this.command("undo");
  }

  redo() {
    return this.command("redo");
  }

  /* ---- settings ---- */

  /** Changes a setting; what that does to the network is written in the table. @param {string} key @param {any} value */
  async set(key, value) {
    const { effect, label } = setting(key);
    if (effect === "page") {
      this.update({ settings: { ...this.state.settings, [key]: value } });
      return;
    }
    const changes = key === "recipe" ? presetSettings(value) : { [key]: value };
    await this.setAll(changes, label.toLowerCase());
  }

  /** Several settings at once. @param {Partial<NetworkSettings>} changes @param {string} label  for undo */
  async setAll(changes, label) {
    const { generation } = this.state;
    this.#pending.add(changes);
    this.#showSettings();
    try {
      await this.command("set", changes, label);
    } finally {
      this.#pending.settle(changes);
      this.#showSettings();
    }
    if (this.state.generation !== generation)
      this.#sayUndo("A new random network, as this setting needs one.");
  }

  /* ---- data ---- */

  /** Trains on digits from files from now on. @param {import("../worker/protocol.js").OwnData} own */
  async useOwnData(own) {
    await this.command("useOwnData", own);
    this.say(`From now on the network is trained on ${own.name}.`, { key: "data" });
  }

  useHandwriting() {
    return this.command("useHandwriting");
  }

  /* ---- what is on the input ---- */

  /** @param {number[][][]} strokes */
  draw(strokes) {
    this.#put(strokes.length ? { ...NOTHING, kind: "drawing", strokes } : NOTHING);
  }

  /** Any picture. @param {Float32Array} pixels @param {Partial<Omit<Shown, "id" | "pixels" | "strokes">>} about */
  showPicture(pixels, about) {
    this.#put({ ...NOTHING, kind: "picture", ...about, pixels });
  }

  /** A test digit; the next one of a fixed, mixed order when none is named. @param {number} [index] */
  async testDigit(index) {
    const { test } = this.state.data;
    if (!test) return void this.say("The test digits are still loading.", { key: "loading" });
    const step = test % STRIDE === 0 ? 1 : STRIDE;
    this.#digit = index ?? (this.#digit + step) % test;
    const { pixels, label, index: at } = await this.query("picture", "test", this.#digit);
    this.showPicture(pixels, {
      kind: "digit",
      label,
      words: `Test digit ${at}, labelled ${label}.`,
    });
  }

  /** Noise on the input. @param {string} kind @param {number} [seed] */
  async noise(kind, seed = this.#noiseSeed++) {
    const pixels = await this.query("noise", { kind, seed });
    this.showPicture(pixels, { kind: "noise", words: `Noise “${kind}”, seed ${seed}.` });
    return pixels;
  }

  /** @param {State["neuron"]} neuron */
  pick(neuron) {
    this.update({ neuron });
  }

  /* ---- notices ---- */

  /** @param {string} text @param {Omit<Partial<Notice>, "id" | "text">} [options] @returns {number} for `dismiss` */
  say(text, options = {}) {
    const { id, notices } = withNotice(this.state.notices, { text, ...options });
    this.update({ notices });
    return id;
  }

  /** @param {number | string} which  a notice's id or key */
  dismiss(which) {
    const notices = withoutNotice(this.state.notices, which);
    if (notices !== this.state.notices) this.update({ notices });
  }

  /* ---- saving and sharing ---- */

  /** Saves the network for the next visit now. */
  async save() {
    await this.connection.command("save");
  }

  /**
   * The address that makes this very network again, or why it cannot.
   * @param {string[]} [hide]  controls that a class is not to see
   * @returns {{ href: string, why: string, exact: boolean }} why: half a sentence, "" when exact
   */
  link(hide = this.state.settings.hide) {
    const { provenance, fingerprint, settings } = this.state;
    if (!provenance) throw new Error("There is no network yet.");
    const { hash, why } = linkOf({ provenance, fingerprint, settings: { ...settings, hide } });
    const href = this.environment.address.withHash(hash);
    return { href, why: why && REASONS[why], exact: !why };
  }

  /** Can a link carry the network itself? */
  get fitsInLink() {
    return (this.state.network?.parameterCount ?? Infinity) <= MOST_IN_LINK;
  }

  /** A link that carries the network itself, to the bit. */
  async weightsLink() {
    const { settings, fingerprint } = this.state;
    const hash = weightsHash(await packed(await this.modelFile()), settings, fingerprint);
    return this.environment.address.withHash(hash);
  }

  /** The model file of the network on the page. */
  modelFile() {
    const { provenance } = this.state;
    const words = provenance ? [nameOf(provenance), historyOf(provenance)].filter(Boolean) : [];
    return this.query("save", words.join("; "));
  }

  /** What a restarted worker begins from, if the page has it. @returns {import("../worker/protocol.js").Snapshot | null} */
  snapshot() {
    const { network, parameters, provenance, settings } = this.state;
    if (!network || !parameters?.every(Number.isFinite) || !provenance) return null;
    const { theme, hide, ...rest } = settings;
    return { card: network, parameters, provenance, settings: rest };
  }

  /* ---- reports ---- */

  /** @param {Report} report @returns {Promise<void>} resolves when the page is ready for the next */
  async onReport(report) {
    const before = this.state;
    if (report.revision <= before.revision) return;
    const { phase, ...state } = stateOf(report, before, this.#input);
    this.#pending.known = report.settings ?? {};
    const settings = this.#pending.over(before.settings);
    this.update({ ...state, phase, settings });
    this.#draw(report, before);
    for (const [key, notice] of noticesOf(report, before, this)) {
      if (notice) this.say(notice.text, { key, ...notice });
      else this.dismiss(key);
    }
    this.#arrivals.arrived(report.revision);
    const cost = await this.painted();
    const rest = Math.min(250, (PAINTING - 1) * cost);
    if (rest > 4) await new Promise((resolve) => setTimeout(resolve, rest));
  }

  /* ---- inside ---- */

  /** Puts an input in place. @param {Shown} about */
  #put({ id, ...about }) {
    this.update({ shown: this.#input.put(about) });
  }

  /** The input, for a worker that does not know it. */
  showAgain() {
    return this.#input.sendAgain();
  }

  /** Does it, and offers to undo it. @param {string} text @param {Promise<unknown>} work */
  async #replace(text, work) {
    await work;
    const { provenance } = this.state;
    this.#sayUndo(text || (provenance ? `${nameOf(provenance)}.` : ""));
  }

  /** @param {string} text */
  #sayUndo(text) {
    const { top } = this.state.history;
    const act = () => this.state.history.top === top && this.undo();
    this.say(text, { key: "undo", button: "Undo", act });
  }

  #showSettings() {
    this.update({ settings: this.#pending.over(this.state.settings) });
  }

  /** @param {Report} report @param {State} before */
  #draw({ generation, epoch, cost, evaluation }, before) {
    const { curve } = this;
    if (generation !== before.generation) curve.clear();
    if (epoch < before.epoch) curve.rewind(epoch);
    if (cost !== null && Number.isFinite(cost)) curve.addCost(epoch, cost);
    if (evaluation && evaluation.version !== before.evaluation?.version) {
      curve.addAccuracy(evaluation.epoch, evaluation.accuracy);
    }
    if (curve.version !== this.state.curveVersion) this.update({ curveVersion: curve.version });
  }

  /** Nobody waits for the reports of a worker that is gone. */
  forgetReports() {
    this.update({ revision: this.state.revision + 1_000_000 });
    this.#arrivals.arrived(this.state.revision);
  }
}
