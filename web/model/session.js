/**
 * The page's one state and everything that can be done to it. Parts and labs draw what the session tells them and ask
 * the session for work; nobody else speaks to the worker.
 *
 * @typedef {import("../worker/protocol.js").Report} Report
 * @typedef {import("../common/settings.js").Settings} Settings
 * @typedef {import("./state.js").Model} Model
 * @typedef {import("./state.js").Notice} Notice
 * @typedef {import("./state.js").Shown} Shown
 * @typedef {import("./state.js").State} State
 */
import { proxy } from "comlink";
import {
  asksForRun,
  planOf,
  readHash,
  setting,
  settingsOf,
  writeHash,
} from "../common/settings.js";
import { forget, keep, kept } from "../worker/storage.js";
import { Readings } from "./input.js";
import { linkTo } from "./link.js";
import { fetchModel, readNote } from "./models.js";
import {
  firstState,
  followed,
  gentleTraining,
  keptModel,
  NAMES,
  NOTHING,
  RANDOM,
} from "./state.js";
import { nextFrame, Store } from "./store.js";
import { History } from "./training-curve.js";

/** @extends {Store<State>} */
export class Session extends Store {
  history = new History();
  #noiseSeed = 1;
  #digit = 0;
  #savedVersion = -1;
  #readings = new Readings(this);
  #rateChanged = false;

  /** @param {import("comlink").Remote<import("../worker/training.js").Workshop>} worker */
  constructor(worker) {
    super(firstState(location.hash));
    this.worker = worker;
    /** @type {Record<string, any>} presets by name, as the engine gives them */
    this.recipes = {};
  }

  /** Opens the workshop and brings in a network. */
  async open() {
    try {
      const onReport = (/** @type {Report} */ report) => this.#heard(report);
      const onData = (/** @type {State["data"]} */ data) => this.update({ data });
      const { recipes } = await this.worker.open(proxy(onReport), proxy(onData));
      this.recipes = recipes;
      this.#applyRecipe(readHash(location.hash));
      await this.#firstNetwork();
      this.update({ stage: "ready" });
    } catch (error) {
      this.update({
        stage: "failed",
        notice: { text: `The engine did not start: ${error.message}`, stays: true },
      });
      throw error;
    }
  }

  /** Brings in the digits, then trains as far as the address asks for. */
  async loadData() {
    await this.worker.loadData(new URL("./data/", document.baseURI).href);
    const { steps } = this.state.settings;
    const isOwn = ["kept", "taught"].includes(this.state.model.kind);
    if (steps > this.state.steps && !isOwn) this.worker.run(steps);
  }

  /** The network asked for and how to train it. */
  get plan() {
    return planOf(this.state.settings, this.recipes);
  }

  /**
   * A lab's question to the network; see worker/instruments.js. A function among the arguments is called back from there.
   * @param {string} name @param {any[]} args @returns {Promise<any>}
   */
  ask(name, ...args) {
    const sent = args.map((arg) => (typeof arg === "function" ? proxy(arg) : arg));
    return this.worker.ask(name, ...sent);
  }

  /* ---- training ---- */

  toggle() {
    return this.state.phase === "running" || this.state.phase === "waiting"
      ? this.pause()
      : this.run();
  }

  async run() {
    if (this.state.phase === "finished") await this.set("epochs", Math.ceil(this.state.epoch) + 10);
    this.update({ notice: null });
    await this.worker.run();
  }

  async pause() {
    await this.worker.pause();
    await this.save();
  }

  /** @param {import("../worker/protocol.js").StepSize} [size] */
  async step(size = /** @type {any} */ (this.state.stepSize)) {
    if (!this.state.data.train) return this.say("The digits have not come yet.");
    await this.worker.step(size);
  }

  /** Back to the random network of this seed; can be undone. */
  async reset() {
    const before = { ...(await this.ask("keepsake")), model: this.state.model };
    if (!(await this.#build())) return;
    await forget();
    this.update({
      notice: {
        text: "A random network: its answers mean nothing yet.",
        button: "Undo",
        act: () => this.#restore(before),
      },
    });
  }

  /** Changes a setting; what it does to the network is written in the table. @param {string} key @param {any} value */
  async set(key, value) {
    this.update({ settings: { ...this.state.settings, [key]: value } });
    const { effect } = setting(key);
    if (key === "start") await this.start(value);
    else if (key === "recipe") await this.setAll(this.#ofRecipe(value));
    else if (effect === "reset") await this.reset();
    else if (effect === "live") await this.#adjust(key);
    else if (effect === "next") await this.worker.retrain(this.plan);
    this.#writeAddress();
  }

  /** What the next step already obeys. @param {string} key */
  async #adjust(key) {
    this.#rateChanged ||= key === "rate" && this.state.steps > 0;
    await this.worker.adjust(this.plan);
  }

  /** Several settings at once, and a random network of that kind. @param {Partial<Settings>} values */
  async setAll(values) {
    this.update({ settings: { ...this.state.settings, ...values } });
    await this.reset();
    this.#writeAddress();
  }

  /** Begins again with one of the page's networks. @param {string} name  "lesson", "best" or "random" */
  async start(name) {
    this.update({ settings: { ...this.state.settings, start: name } });
    if (name === "random") return this.reset();
    await this.#loadNamed(/** @type {import("./models.js").ModelName} */ (name));
    await forget();
    this.#writeAddress();
  }

  /** A committed network, or where it is not to be had, a random one and a word about it. @param {import("./models.js").ModelName} name */
  async #loadNamed(name) {
    try {
      await this.load(await fetchModel(name), name);
    } catch (error) {
      await this.#build();
      this.say(`${NAMES[name]} could not be loaded; this one is random. (${error.message})`);
    }
  }

  /** Puts a model file's network on the page. @param {Uint8Array} bytes @param {Model["kind"]} kind */
  async load(bytes, kind) {
    const network = await this.worker.build(this.plan, bytes);
    const said = readNote(network.note);
    const model = { kind, name: said.name || NAMES[kind], note: said.note };
    const settings = {
      ...this.state.settings,
      ...gentleTraining(network.cost),
      ...readHash(location.hash),
    };
    this.#fresh({ network, model, settings: followed(settings, network) });
    await this.worker.retrain(this.plan);
  }

  /** A network that a lab taught takes the place of the one on the page, and is kept; can be undone. @param {Uint8Array} bytes  its model file */
  async adopt(bytes) {
    const { model, settings } = this.state;
    const before = { ...(await this.ask("keepsake")), model, settings };
    const last = await kept();
    await this.load(bytes, "taught");
    this.#savedVersion = -1;
    await this.save();
    this.update({
      notice: {
        text: `${this.state.model.name} is on the page now.`,
        button: "Undo",
        act: async () => {
          await this.#restore(before);
          await (last ? keep(last) : forget());
        },
      },
    });
  }

  /** Learns from digits of one's own from now on. @param {import("../worker/datasets.js").OwnData} own */
  async useIdx(own) {
    await this.worker.useIdx(own);
    this.history.clear();
    this.say(`From now on the network learns from ${own.name}.`);
  }

  /* ---- what is on the input ---- */

  /** @param {number[][][]} strokes */
  draw(strokes) {
    const shown = strokes.length
      ? { ...NOTHING, kind: /** @type {const} */ ("drawing"), strokes }
      : NOTHING;
    this.#show({ strokes }, shown);
  }

  /** Any picture. @param {Float32Array} pixels @param {Partial<Shown>} about */
  showPicture(pixels, about) {
    this.#show({ pixels }, { ...NOTHING, kind: "picture", ...about });
  }

  /** A digit never trained on; the next one of a fixed, mixed-up order. @param {number} [index] */
  async testDigit(index) {
    const { test } = this.state.data;
    if (!test) return this.say("The test digits have not come yet.");
    this.#digit = index ?? (this.#digit + 3571) % test;
    const at = this.#digit;
    const { pixels, label } = await this.worker.picture("test", at);
    this.showPicture(pixels, {
      kind: "digit",
      label,
      words: `Test digit ${at}: somebody’s ${label}`,
    });
  }

  /** Static on the input. @param {string} kind @param {number} [seed] */
  async noise(kind, seed = this.#noiseSeed++) {
    const pixels = await this.ask("noise", { kind, seed });
    this.showPicture(pixels, { kind: "noise", words: `Noise “${kind}”, seed ${seed}` });
    return pixels;
  }

  /** @param {State["neuron"]} neuron */
  pick(neuron) {
    this.update({ neuron });
  }

  /* ---- words, keeping, sharing ---- */

  /** @param {string} text */
  say(text) {
    this.update({ notice: { text } });
  }

  dismiss() {
    this.update({ notice: null });
  }

  /** Keeps what was trained or taught here for the next visit. */
  async save() {
    const { version, steps, model, settings } = this.state;
    const isNew = steps > 0 || model.kind === "taught";
    if (version === this.#savedVersion || !isNew) return;
    this.#savedVersion = version;
    await keep({ ...(await this.ask("keepsake")), hash: location.hash, model, settings });
  }

  /**
   * The address that makes this very network again, and what keeps it from doing so, if anything.
   * @param {string[]} [hide]  controls that a class is not to see
   */
  link(hide = this.state.settings.hide) {
    return linkTo(this.state, hide, this.#rateChanged);
  }

  /* ---- inside ---- */

  /** @param {string} name @returns {Partial<Settings>} */
  #ofRecipe(name) {
    const recipe = this.recipes[name];
    return recipe ? settingsOf(name, recipe) : {};
  }

  /** A recipe named in the address, less what the address says otherwise. @param {Partial<Settings>} said */
  #applyRecipe(said) {
    if (said.recipe)
      this.update({
        settings: { ...this.state.settings, ...this.#ofRecipe(said.recipe), ...said },
      });
  }

  async #firstNetwork() {
    const said = readHash(location.hash);
    const last = await kept();
    if (last?.hash === location.hash)
      return this.#restore({ ...last, model: keptModel(last.model) }, true);
    const start = said.start ?? (asksForRun(said) ? "random" : "lesson");
    this.update({ settings: { ...this.state.settings, start } });
    if (start === "random") return this.#build();
    return this.#loadNamed(/** @type {import("./models.js").ModelName} */ (start));
  }

  async #build() {
    this.update({ settings: { ...this.state.settings, start: "random" } });
    try {
      const network = await this.worker.build(this.plan);
      this.#fresh({ network, model: RANDOM, notice: null });
      return true;
    } catch (error) {
      this.update({
        notice: { text: `These settings make no network: ${error.message}`, stays: true },
      });
      return false;
    }
  }

  /** @param {Partial<State>} news */
  #fresh(news) {
    this.history.clear();
    this.#rateChanged = false;
    this.update({
      settings: followed(this.state.settings, news.network),
      steps: 0,
      examples: 0,
      epoch: 0,
      cost: null,
      evaluation: null,
      neuron: null,
      ...news,
    });
    this.#readings.again();
  }

  /** @param {{ bytes: Uint8Array, steps: number, examples: number, model: Model, settings?: Settings }} before @param {boolean} [again] */
  async #restore({ bytes, steps, examples, model, settings }, again = false) {
    this.update({ settings: { ...this.state.settings, ...settings } });
    const network = await this.worker.build(this.plan, bytes);
    await this.worker.setProgress({ steps, examples });
    this.#fresh({ network, steps, examples, model });
    const notice = {
      text: "Your network from last time.",
      button: "Start over",
      act: () => this.start("lesson"),
    };
    this.update({ notice: again ? notice : null });
  }

  /** @param {Report} report @returns {Promise<void>} resolves when it is on the screen */
  #heard(report) {
    const { parameters, reading, evaluation, learningRate, ...rest } = report;
    const news = /** @type {Partial<State>} */ (rest);
    if (parameters) news.parameters = parameters;
    if (reading) news.reading = reading;
    if (evaluation) news.evaluation = evaluation;
    if (rest.cost === null) delete news.cost;
    if (rest.phase === "diverged" && this.state.phase !== "diverged")
      news.notice = this.#diverged(learningRate, rest.cost);
    const finished = rest.phase === "finished" && this.state.phase === "running";
    this.history.add(rest.epoch, rest.cost, evaluation?.accuracy ?? null);
    news.historyVersion = this.history.version;
    this.update(news);
    if (finished) this.save();
    return new Promise((resolve) => nextFrame(resolve));
  }

  /** @param {number} rate @param {number | null} cost @returns {Notice} */
  #diverged(rate, cost) {
    const what =
      cost === null || Number.isFinite(cost)
        ? "The network has collapsed, it gives everything the same answer"
        : "The cost is no longer a number";
    return {
      text: `${what}: the learning rate, ${rate}, is too high.`,
      button: "Back to the last good network",
      stays: true,
      act: async () => {
        await this.set("rate", Math.min(rate / 10, setting("rate").initial));
        await this.worker.recover();
        this.dismiss();
      },
    };
  }

  /** @param {import("../worker/protocol.js").Input} input @param {Shown} shown */
  #show(input, shown) {
    this.update({ shown });
    this.#readings.show(input);
  }

  #writeAddress() {
    const hash = writeHash(this.state.settings);
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  }
}
