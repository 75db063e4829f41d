/**
 * The lab's workbench: the settings being chosen, the queue, and this visitor's runs. There is one
 * for each session, and it outlives the lab's elements.
 *
 * @typedef {import("../../model/session.js").Session} Session
 * @typedef {import("../../common/settings.js").NetworkSettings} NetworkSettings
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").Plan} Plan
 * @typedef {import("./order.js").Order} Order
 * @typedef {import("../../worker/protocol.js").DataReport} DataReport
 *
 * @typedef {object} BenchState
 * @property {NetworkSettings} settings  being chosen
 * @property {number} count  of training digits; 0 for all
 * @property {number} seeds  that the next training is done with
 * @property {import("./queue.js").Job[]} waiting
 * @property {import("./queue.js").Current[]} running
 * @property {boolean} isPaused
 * @property {DataReport} data  the page's digits
 * @property {Run[]} runs  newest first
 * @property {boolean} isRead  what earlier visits kept is among them
 * @property {string} trouble  why runs are not kept, one sentence, or ""
 * @property {readonly string[]} selected  ids of runs to be compared, trained or being trained; ""
 *   where one was taken out
 * @property {string} open  id of the run that is shown in full, or ""
 * @property {Order} order
 */
import { defaults, setting } from "../../common/settings.js";
import { presetSettings } from "../../common/training-options.js";
import { mostRuns } from "../../model/cores.js";
import { Experiment } from "../../model/experiment.js";
import { linkOf, withoutLook } from "../../model/link.js";
import { Store } from "../../model/store.js";
import * as texts from "../../texts/en/tweak.js";
import { digitsIn } from "./digits.js";
import { missingIdeas } from "./ideas.js";
import { LETTERS, placeFor } from "./order.js";
import { RunQueue, sameRuns } from "./queue.js";
import { entryOf, provenanceOf } from "./run.js";
import { RunStore } from "./run-store.js";
import { keepUnfinished, unfinished } from "./unfinished.js";
import { runWords } from "./words.js";

/** Curves that are compared at once. */
const MOST_SELECTED = LETTERS.length;
const CHANNEL = "downhill-runs";
/** Generation of the digits while there are none. */
const NONE = -1;

/** @param {DataReport} data @returns {BenchState} */
const firstState = (data) => ({
  settings: defaults(),
  data,
  ...{ count: 0, seeds: 1, waiting: [], running: [], isPaused: false },
  ...{ runs: [], isRead: false, trouble: "", selected: [], open: "" },
  order: { column: "time", descending: true },
});

/** @extends {Store<BenchState>} */
export class Bench extends Store {
  #store;
  #channel;

  /**
   * @param {Session} session
   * @param {object} [environment]
   * @param {RunStore} [environment.store]
   * @param {BroadcastChannel | null} [environment.channel]  to the other tabs
   */
  constructor(session, { store = new RunStore(), channel = openChannel() } = {}) {
    super(
      firstState(session.state.data),
      session.environment.onFrame,
      session.environment.afterMicrotasks,
    );
    this.page = session;
    this.#store = store;
    this.#channel = channel;
    this.queue = new RunQueue({
      begin: () => new Experiment(session),
      most: () => mostRuns(session.environment, session.isBusy),
      data: () => this.#completeData(),
      generation: () => (session.areDigitsLost ? NONE : session.state.data.generation),
      tell: (news) => this.#queueChanged(news),
      ended: (run, model) => this.#ended(run, model),
      now: Date.now,
    });
    this.#channel?.addEventListener("message", () => this.#read());
    session.subscribe(({ data, phase }, before) => {
      if (data !== before.data) this.update({ data });
      if (data !== before.data || phase !== before.phase) this.queue.lookAgain();
    });
    this.#read();
    this.#takeUp(unfinished());
  }

  /* ---- choosing; as dh-controls asks ---- */

  /** @param {string} key @param {any} value */
  async set(key, value) {
    const { seed } = this.state.settings;
    const changes = key === "recipe" ? { ...defaults(), ...presetSettings(value), seed } : {};
    this.update({ settings: { ...this.state.settings, ...changes, [key]: value } });
  }

  /** @param {Promise<unknown>} work */
  act(work) {
    this.page.act(work);
  }

  /** The settings of a run, to be changed. @param {Run} run */
  choose({ settings, data }) {
    this.update({ settings, count: data.kind === "part" ? data.count : 0, seeds: 1 });
  }

  /* ---- training ---- */

  /** Trains what is chosen, with as many seeds. */
  train() {
    const { settings, count, seeds } = this.state;
    const { max = 0 } = setting("seed");
    const plans = Array.from({ length: seeds }, (_, i) => ({
      settings: { ...settings, seed: (settings.seed + i) % (max + 1) },
      count,
    }));
    this.#add(plans);
  }

  /** @param {Run} run */
  again({ settings, data }) {
    this.#add([{ settings, count: data.kind === "part" ? data.count : 0 }]);
  }

  trainIdeas() {
    this.#add(missingIdeas(this.state));
  }

  /** Seconds until the queue is done; null when no speed is known. */
  get left() {
    return this.queue.left(this.state.data);
  }

  /* ---- runs ---- */

  /** The run that gives up its place when another one is compared; undefined with a place free. */
  get displaced() {
    const { selected, runs, running } = this.state;
    if (placeFor(selected) < MOST_SELECTED) return undefined;
    const all = [...running.map(({ run }) => run), ...runs];
    return all.find(({ id }) => id === selected[MOST_SELECTED - 1]);
  }

  /**
   * Compares a run, or no longer. The others keep their places; with all places taken it gets the
   * last one, and that is said.
   * @param {string} id
   */
  select(id) {
    const { displaced } = this;
    const selected = [...this.state.selected];
    const at = selected.indexOf(id);
    if (at >= 0) selected[at] = "";
    else selected[Math.min(placeFor(selected), MOST_SELECTED - 1)] = id;
    this.update({ selected });
    if (at < 0 && displaced) this.#sayDisplaced(displaced);
  }

  /** Shows a run in full, or no longer. @param {string} id */
  toggle(id) {
    this.update({ open: this.state.open === id ? "" : id });
  }

  /**
   * By that column; the other way round when it is ordered by it already.
   * @param {Order["column"]} column
   */
  sort(column) {
    const { order } = this.state;
    const isSame = order.column === column;
    this.update({ order: { column, descending: isSame ? !order.descending : column !== "words" } });
  }

  /** Address of the page that trains this run's network. @param {Run} run */
  linkTo(run) {
    const { hide, labs } = this.page.state.settings;
    const settings = withoutLook({ ...run.settings, hide, labs });
    const about = { provenance: provenanceOf(run), settings, fingerprint: run.fingerprint };
    const { hash, why } = linkOf(about);
    return { href: this.page.environment.address.withHash(hash), why };
  }

  /** Its network takes the place of the page's. @param {Run} run */
  async adopt(run) {
    const model = await this.#store.model(run.id);
    if (!model) throw new Error(texts.weightsGone);
    const base = { ...provenanceOf(run), done: [] };
    await this.page.adopt(model, base, entryOf(run), run.settings);
  }

  /** Can be undone. @param {Run} run @param {() => void} [onUndo]  before it is back */
  async remove(run, onUndo = () => {}) {
    const model = await this.#store.model(run.id);
    await this.#store.remove(run.id);
    this.#changed();
    this.page.say(texts.deleted(runWords(run)), {
      key: "tweak-deleted",
      button: texts.undo,
      act: () => {
        onUndo();
        return this.#keep(run, model);
      },
    });
  }

  /* ---- inside ---- */

  /** @param {Run} run */
  #sayDisplaced(run) {
    const letter = LETTERS[MOST_SELECTED - 1];
    const words = texts.displaced(MOST_SELECTED, letter, runWords(run));
    this.page.say(words, { key: "tweak-displaced" });
  }

  /** @param {Plan[]} plans  for the digits that there are */
  #add(plans) {
    const data = digitsIn(this.page.state.data);
    this.#wait(plans.map((plan) => ({ plan, data })));
  }

  /** @param {ReturnType<typeof unfinished>} wishes */
  #wait(wishes) {
    try {
      this.queue.add(wishes);
    } catch (error) {
      this.page.say(error.message, { key: "failed" });
    }
  }

  /**
   * What a reload has interrupted waits, and is trained again when asked for.
   * @param {ReturnType<typeof unfinished>} wishes
   */
  #takeUp(wishes) {
    if (!wishes.length) return;
    this.#wait(wishes);
    this.queue.pause();
  }

  /** @param {import("./queue.js").News} news */
  #queueChanged(news) {
    const { running, waiting } = this.state;
    this.update(news);
    const { state } = this;
    const areSame = sameRuns(state.running, running);
    if (!areSame || state.waiting !== waiting) keepUnfinished(state);
    if (!areSame) this.#compareNow(running);
  }

  /**
   * What begins to be trained is compared if there is a place; what waits again is not.
   * @param {readonly import("./queue.js").Current[]} before
   */
  #compareNow(before) {
    const selected = this.#stillThere();
    for (const { id } of this.state.running) {
      const isNew = !before.some((run) => run.id === id);
      const place = placeFor(selected);
      if (isNew && place < MOST_SELECTED) selected[place] = id;
    }
    this.update({ selected });
  }

  /** @returns {Promise<import("../../worker/protocol.js").DataReport>} */
  #completeData() {
    const { page } = this;
    const areThere = () => page.state.data.complete && !page.areDigitsLost;
    if (areThere()) return Promise.resolve(page.state.data);
    return new Promise((resolve) => {
      const stop = page.subscribe(({ data }) => {
        if (!areThere()) return;
        stop();
        resolve(data);
      });
    });
  }

  /** Shown once it is kept. @param {Run} run @param {Uint8Array | null} model */
  async #ended(run, model) {
    await this.#keep(run, model);
    const isShown = run.steps > 0 && (run.outcome === "finished" || run.outcome === "stopped");
    const { selected } = this.state;
    const isSelected = selected.includes(run.id);
    const hasPlace = placeFor(selected) < MOST_SELECTED;
    if (isSelected ? !isShown : isShown && hasPlace) this.select(run.id);
  }

  /** @param {Run} run @param {Uint8Array | null} model */
  async #keep(run, model) {
    await this.#store.save(run, model);
    await this.#changed();
  }

  /** Other tabs show the same runs. */
  #changed() {
    this.#channel?.postMessage("changed");
    return this.#read();
  }

  async #read() {
    const runs = await this.#store.list();
    const { trouble } = this.#store;
    this.update({ runs, isRead: true, trouble });
    this.update({ selected: this.#stillThere() });
  }

  /** What is selected, without the runs that are no more. */
  #stillThere() {
    const { runs, running, selected } = this.state;
    const known = new Set([...runs, ...running].map(({ id }) => id));
    return selected.map((id) => (known.has(id) ? id : ""));
  }
}

function openChannel() {
  return globalThis.BroadcastChannel ? new BroadcastChannel(CHANNEL) : null;
}

/** @type {WeakMap<Session, Bench>} */
const benches = new WeakMap();

/** The session's workbench; made when it is first asked for. @param {Session} session */
export function benchOf(session) {
  const bench = benches.get(session) ?? new Bench(session);
  benches.set(session, bench);
  return bench;
}
