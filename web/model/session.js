/**
 * The page's one state and everything that can be done to it. Parts and labs draw what the session
 * tells them and ask the session for work; nobody else speaks to the worker.
 *
 * @typedef {import("../common/noise-kinds.js").NoiseKind} NoiseKind
 * @typedef {import("../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("../worker/protocol.js").Edit} Edit
 * @typedef {import("./state.js").Notice} Notice
 * @typedef {import("./state.js").Shown} Shown
 * @typedef {import("./state.js").State} State
 */
import { KINDS } from "../common/noise-kinds.js";
import { historyOf, isUntouched, nameOf, REASONS } from "../common/provenance.js";
import { setting } from "../common/settings.js";
import { randomWords, resetSettings } from "../common/starts.js";
import { presetSettings } from "../common/training-options.js";
import * as texts from "../texts/en/model.js";
import { ConnectionClosed } from "./connection.js";
import { Digits } from "./digits.js";
import { epochsAhead } from "./epochs-ahead.js";
import { linkOf, weightsHash, withLab, withoutLook } from "./link.js";
import { endingTraining, sayUndo, withNotice, withoutNotice } from "./notices.js";
import { Opening } from "./opening.js";
import { Recovery } from "./recovery.js";
import { noticesOf } from "./report.js";
import { NOTHING } from "./state.js";
import { WorkerStore } from "./worker-store.js";

/** Networks with more parameters make links too long to be sent: about 130,000 letters. */
const MOST_IN_LINK = 20_000;
/** Step from one test digit to the next: a prime, so that all come before one comes again. */
const STRIDE = 3571;

/** What waits for digits is meant for this network, as it is. @param {State} state */
const untouched = ({ generation, version, phase }) => `${generation} ${version} ${phase}`;

export class Session extends WorkerStore {
  #noiseSeed = 1;
  #digit = 0;
  recovery = new Recovery(this);
  opening = new Opening(this);
  digits = new Digits(this);

  /* ---- the worker ---- */

  /**
   * Starts the engine and brings in a network: this tab's own, the link's, or the lesson's.
   */
  async open() {
    await this.opening.open();
  }

  /** Loads MNIST; resolves at the last digit. Its report may come later. */
  loadData() {
    return this.digits.loadMnist();
  }

  /** Shows a failure as a notice: for what a click began. @param {Promise<unknown>} work */
  act(work) {
    work.catch((error) => {
      if (!(error instanceof ConnectionClosed)) this.say(error.message, { key: "failed" });
    });
  }

  /* ---- training ---- */

  get isBusy() {
    return this.state.phase === "running" || this.state.phase === "waiting";
  }

  toggle() {
    return this.isBusy ? this.pause() : this.run();
  }

  async run() {
    const epochs = epochsAhead(this.state);
    // The visitor has not touched that setting: there is nothing to undo.
    if (epochs !== this.state.settings.epochs) await this.commandSettings({ epochs }, "");
    this.digits.need();
    await this.command("run");
  }

  pause() {
    return this.command("pause");
  }

  /** @param {State["stepSize"]} [size] */
  step(size = this.state.stepSize) {
    if (this.state.replaying && !this.state.data.complete) {
      this.say(texts.replayComesFirst, { key: "loading" });
      return Promise.resolve();
    }
    // It waits for all digits: only then can a link make the same network.
    return this.digits.when(
      "step",
      ({ complete }) => complete,
      untouched,
      () => this.command("step", size),
    );
  }

  /** Back to the last good network after a divergence. */
  async recover() {
    await this.command("recover");
    this.say(texts.isBackAtGood(this.state.settings.rate));
  }

  /* ---- another network, other parameters ---- */

  /** Which random network a reset would make: "sigmoid, squared error, seed 1". */
  get resetWords() {
    const { provenance, settings } = this.state;
    return randomWords(provenance ? resetSettings(provenance.start, settings) : settings);
  }

  /** A random network like this one. */
  async reset() {
    const { top } = this.state.history;
    await this.command("reset");
    sayUndo(this, texts.wasReset(randomWords(this.state.settings)), top);
  }

  /** @param {import("../common/starts.js").CommittedName | "random"} kind */
  begin(kind) {
    if (kind === "random") return this.reset();
    return this.#replace("", this.command("begin", kind));
  }

  /**
   * @param {Uint8Array} bytes  a model file @param {string} name  of the file
   * @param {(foreign: import("../worker/protocol.js").Foreign) => Promise<string>} [words]  of
   *   another program's
   */
  loadFile(bytes, name, words) {
    return this.#replace(
      async (foreign) => (foreign && (await words?.(foreign))) || texts.wasOpened(name),
      this.command("loadFile", bytes, name),
    );
  }

  /** A network saved by an earlier visit. @param {string} id */
  openSaved(id) {
    return this.#replace(texts.savedWasOpened, this.command("openSaved", id));
  }

  /**
   * A lab's network takes the place of this one.
   * @param {Uint8Array} bytes its model file
   * @param {import("../common/provenance.js").Provenance} base of what it was made from
   * @param {import("../common/provenance.js").Entry} entry  what was done to it
   * @param {NetworkSettings} [settings]  to go on with; those of fine-tuning by default
   */
  adopt(bytes, base, entry, settings) {
    return this.#replace(
      entry.kind === "fine-tuned" ? texts.fineTunedIsHere : texts.trainedIsHere,
      this.command("adopt", bytes, base, entry, settings),
    );
  }

  /**
   * Edits parameters by hand.
   * @param {Omit<Edit, "generation"> & { generation?: number }} edit
   *   generation: of the network that is meant, when it is not the present one
   */
  edit({ generation = this.state.generation, ...edit }) {
    return endingTraining(this, texts.edited, this.command("edit", { ...edit, generation }));
  }

  /**
   * Trains on a drawing until it is read as that digit.
   * @param {Float32Array} pixels
   * @param {number} label
   */
  teach(pixels, label) {
    return this.digits.when(
      "teach",
      ({ train }) => train,
      untouched,
      () => this.command("teach", pixels, label),
    );
  }

  async undo() {
    this.digits.wentBack(await this.command("undo"));
  }

  async redo() {
    this.digits.wentBack(await this.command("redo"));
  }

  /* ---- settings ---- */

  /**
   * Changes a setting; what that does to the network is written in the table.
   * @param {string} key
   * @param {any} value
   */
  async set(key, value) {
    const { effect, label } = setting(key);
    if (effect === "page") {
      this.update({ settings: { ...this.state.settings, [key]: value } });
      this.opening.writeAddress();
      // Before, `open` takes it along.
      if (key === "speed" && this.state.status === "ready") await this.opening.sendSpeed();
      return;
    }
    const changes = key === "recipe" ? presetSettings(value) : { [key]: value };
    await this.setAll(changes, texts.change(label));
  }

  /**
   * Several settings at once.
   * @param {Partial<NetworkSettings>} changes
   * @param {string} label for undo
   */
  async setAll(changes, label) {
    const { history: before, generation } = this.state;
    await this.commandSettings(changes, label);
    const { history, provenance } = this.state;
    const isMine = history.top !== before.top && history.undo === label;
    const isOther = this.state.generation !== generation;
    if (isMine && isOther && provenance?.start.kind === "random" && isUntouched(provenance))
      sayUndo(this, texts.settingNeedsRandom, before.top);
  }

  /* ---- data ---- */

  /**
   * Trains on digits from files from now on.
   * @param {import("../worker/protocol.js").OwnData} own
   */
  useOwnData(own) {
    return this.digits.useOwn(own);
  }

  useHandwriting() {
    return this.digits.useHandwriting();
  }

  /* ---- where the visitor is ---- */

  /** Opens a lab; "" is the playground. @param {string} lab */
  goTo(lab) {
    this.opening.goTo(lab);
  }

  /* ---- what is on the input ---- */

  /** @param {number[][][]} strokes */
  draw(strokes) {
    this.#put(strokes.length ? { ...NOTHING, kind: "drawing", strokes } : NOTHING);
  }

  /**
   * Any picture.
   * @param {Float32Array} pixels
   * @param {Partial<Omit<Shown, "id" | "pixels" | "strokes">>} about
   */
  showPicture(pixels, about) {
    this.#put({ ...NOTHING, kind: "picture", ...about, pixels });
  }

  /**
   * A test digit; the next one of a fixed, mixed order of all when none is named.
   * @param {number} [index]
   */
  testDigit(index) {
    return this.digits.when(
      "testDigit",
      ({ test, testComplete }) => testComplete && test,
      ({ shown }) => shown.id,
      () => this.#testDigit(index),
    );
  }

  /** Noise on the input. @param {NoiseKind} kind @param {number} [seed] */
  async noise(kind, seed = this.#noiseSeed++) {
    const pixels = await this.query("noise", { kind, seed });
    this.showPicture(pixels, { kind: "noise", words: texts.noise(KINDS[kind], seed) });
    return pixels;
  }

  /** @param {State["neuron"]} neuron */
  pick(neuron) {
    this.update({ neuron });
  }

  /* ---- notices ---- */

  /**
   * @param {string} text
   * @param {Omit<Partial<Notice>, "id" | "text">} [options]
   * @returns {number} for `dismiss`
   */
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
   * @param {Partial<State["settings"]>} [asked]  what a class is to see and not to see
   * @param {boolean} [hasLook]  it brings the sharer's theme and speed, too
   * @returns {{ href: string, why: string, exact: boolean }} why: half a sentence, "" when exact
   */
  link(asked = {}, hasLook = false) {
    const { provenance, fingerprint, lab } = this.state;
    if (!provenance) throw new Error(texts.noNetwork);
    const shared = { ...this.state.settings, ...asked };
    const settings = hasLook ? shared : withoutLook(shared);
    const { hash, why } = linkOf({ provenance, fingerprint, settings, lab });
    const href = this.environment.address.withHash(hash);
    return { href, why: why && REASONS[why], exact: !why };
  }

  /** Can a link carry the network itself? */
  get fitsInLink() {
    return (this.state.network?.parameterCount ?? Infinity) <= MOST_IN_LINK;
  }

  /** A link that carries the network itself, to the bit. */
  async weightsLink() {
    const { fingerprint, lab } = this.state;
    const settings = withoutLook(this.state.settings);
    const { packed } = await import("./pack.js");
    const hash = weightsHash(await packed(await this.modelFile()), settings, fingerprint);
    return this.environment.address.withHash(withLab(hash, lab));
  }

  /** The network on the page as a file. @param {"save" | "saveOnnx"} [query]  of its format */
  modelFile(query = "save") {
    const { provenance } = this.state;
    const words = provenance ? [nameOf(provenance), historyOf(provenance)].filter(Boolean) : [];
    return this.query(query, words.join("; "));
  }

  /* ---- what the worker brings ---- */

  /**
   * @param {import("../worker/protocol.js").Report} report @param {State} before
   */
  reported(report, before) {
    for (const [key, notice] of noticesOf(report, before, this)) {
      if (notice) this.say(notice.text, { key, ...notice });
      else this.dismiss(key);
    }
  }

  /** @param {Error} error */
  lost(error) {
    this.recovery.lost(error);
  }

  /* ---- inside ---- */

  /** @param {number} [index] */
  async #testDigit(index) {
    const { test } = this.state.data;
    const step = test % STRIDE === 0 ? 1 : STRIDE;
    this.#digit = index ?? (this.#digit + step) % test;
    const { pixels, label, index: at } = await this.query("picture", "test", this.#digit);
    this.showPicture(pixels, {
      kind: "digit",
      label,
      words: texts.testDigit(at + 1, label),
    });
  }

  /** Puts an input in place. @param {Shown} about */
  #put({ id, ...about }) {
    this.update({ shown: this.input.put(about) });
  }

  /**
   * Does it, and offers to undo it.
   * @template T
   * @param {string | ((answer: T) => Promise<string>)} words @param {Promise<T>} work
   */
  async #replace(words, work) {
    const { top } = this.state.history;
    const answer = await work;
    const { provenance } = this.state;
    const text = typeof words === "string" ? words : await words(answer);
    sayUndo(this, text || (provenance ? texts.isHere(nameOf(provenance)) : ""), top);
  }
}
