/** Two networks on the same digits with other labels: choose, run, compare. */

import { html, nothing } from "lit";
import { percentTick } from "../../common/numbers.js";
import { nextFrame } from "../../model/store.js";
import { joined } from "../../texts/en/locale.js";
import * as texts from "../../texts/en/memorise.js";
import { FindingController } from "../../ui/announce.js";
import { plotKey } from "../../ui/charts/key.js";
import { PlotController } from "../../ui/charts/plot.js";
import { VisibilityController } from "../../ui/controllers.js";
import { Part } from "../../ui/part.js";
import { buttons, choiceControls, problemOf } from "./controls.js";
import "./first-layers.js";
import { defaultChoice, layersOf, SEEDS, widthFor } from "./options.js";
import { Race } from "./race.js";
import { curvesOf, findingOf, seriesFinding, standingOf } from "./results.js";
import { keepEnded, keptEnded, nameOf } from "./saved.js";
import { standings } from "./tables.js";

const line = { scale: "accuracy" };
/** @type {import("../../ui/charts/plot.js").Line[]} */
const LINES = [
  { ...line, label: texts.trueTraining, colour: "text" },
  { ...line, label: texts.trueTest, colour: "text", dashed: true },
  { ...line, label: texts.shuffledTraining, colour: "quiet" },
  { ...line, label: texts.shuffledTest, colour: "quiet", dashed: true },
];

class Memorise extends Part {
  static properties = { tell: { attribute: false }, choice: { state: true } };

  constructor() {
    super();
    /** @type {(figures: import("../index.js").Figures) => void} */
    this.tell = () => {};
    this.choice = defaultChoice();
    /** The width was chosen by hand: it stays when the number of digits changes. */
    this.isWidthChosen = false;
    /** @type {Race} */
    this.race = /** @type {any} */ (null);
    /** What was kept last, or read. @type {import("./saved.js").Ended | null} */
    this.kept = null;
    /** Generation of the digits for which it was looked what a reload has left. */
    this.searched = -1;
    /** The visitor has chosen something. */
    this.isChosen = false;
    /** What was told last. @type {import("./answer.js").Figures | null} */
    this.told = null;
    this.visibility = new VisibilityController(this, () => {
      this.requestUpdate();
      this.#rest();
    });
    const finding = '[data-testid="memorise-finding"]';
    new FindingController(this, finding, () => this.race.phase === "running");
    new PlotController(this, () => this.#chart());
  }

  connectedCallback() {
    this.race ??= new Race(this.session, () => this.#changed());
    super.connectedCallback();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.race.free();
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return state.data !== before.data;
  }

  willUpdate() {
    const { race } = this;
    this.#compareDigits();
    this.#restore();
    this.#keep();
    this.#tellOf(race);
  }

  render() {
    const { race, choice } = this;
    const problem = problemOf(this.state.data, choice.count);
    const isBusy = race.phase !== "idle";
    return html`
      ${choiceControls(choice, isBusy, (changes) => this.#choose(changes))}
      ${buttons(race, choice, !problem)}
      <p role="status" data-testid="memorise-trouble">${race.trouble || (isBusy ? "" : problem)}</p>
      <div class="memorise-results">
        <div class="stack">
          <h3 class="title" data-testid="memorise-finding">${this.#finding()}</h3>
          <div class="plot" role="img" aria-label=${this.#description()}></div>
          ${plotKey(LINES)}
          <p class="quiet small">${race.choice ? about(race.choice) : nothing}</p>
        </div>
        ${standings(race)}
      </div>
      ${race.choice ? this.#weights(race.choice) : nothing}`;
  }

  /** What was found on digits that are no longer there goes; the same ones may come again. */
  #compareDigits() {
    const { race } = this;
    const { generation } = this.state.data;
    const name = nameOf(this.state.data);
    if (race.data === generation) race.digits ||= name;
    else if (race.data >= 0 && name === race.digits && name) race.data = generation;
    else if (race.data >= 0 && (name || !race.digits)) {
      race.drop(texts.digitsReplaced);
    }
  }

  /** The prediction hears of a series as a whole. @param {Race} race */
  #tellOf({ choice, seeds, results, phase }) {
    const isOver = phase === "idle" || results.length === seeds.length;
    const figures =
      choice && (results.length || !isOver) ? { choice, seeds, results, isOver } : null;
    const { told } = this;
    if (figures?.results === told?.results && figures?.isOver === told?.isOver) return;
    this.told = figures;
    this.tell(figures);
  }

  /** @param {import("./options.js").Choice} choice */
  #weights(choice) {
    const [plain, shuffled] = this.race.runners;
    if (this.race.isKept) return this.#keptWords();
    return html`
      <dh-memorise-layers class="memorise-layers" .layers=${layersOf(choice)} .start=${plain.start}
        .plain=${plain.parameters} .shuffled=${shuffled.parameters}></dh-memorise-layers>`;
  }

  #keptWords() {
    const { results, seeds } = this.race;
    const [ended, all] = [results.length, seeds.length];
    const words = ended < all ? texts.keptPart(ended, all) : texts.kept;
    return html`<p class="quiet" data-testid="memorise-kept">${words}</p>`;
  }

  /** Once it is known which digits there are: what was found on them before a reload. */
  #restore() {
    const { race } = this;
    const { generation } = this.state.data;
    if (!nameOf(this.state.data) || race.choice || generation === this.searched) return;
    this.searched = generation;
    const kept = keptEnded(this.state.data);
    if (!kept) return;
    race.restore(kept, generation);
    this.kept = kept;
    const choice = { ...kept.choice, seed: SEEDS[0] };
    if (!this.isChosen) this.choice = choice;
    this.isWidthChosen ||= choice.width !== widthFor(choice.count);
  }

  #keep() {
    const { ended, data } = this.race;
    const { generation } = this.state.data;
    if (!ended || ended === this.kept || !nameOf(this.state.data) || data !== generation) return;
    keepEnded(ended, this.state.data);
    this.kept = ended;
  }

  /** @param {Partial<import("./options.js").Choice>} changes */
  #choose(changes) {
    this.isChosen = true;
    if (changes.width) this.isWidthChosen = true;
    const isFree = changes.count && !this.isWidthChosen;
    const width = isFree ? { width: widthFor(Number(changes.count)) } : {};
    this.choice = { ...this.choice, ...width, ...changes };
  }

  #finding() {
    const { phase, runners, results, seeds, choice } = this.race;
    if (!choice) return texts.findingEmpty;
    const isSeries = seeds.length > 1;
    if (phase === "running") {
      return isSeries ? texts.trainingSeed(choice.seed, seeds.length) : texts.training;
    }
    if (phase === "paused") {
      return isSeries ? texts.pausedSeed(choice.seed, seeds.length) : texts.paused;
    }
    if (results.length > 1) return seriesFinding(results);
    if (results.length) {
      // What is drawn may be of the next seed, which was stopped.
      const finding = findingOf(results[0]);
      return isSeries ? texts.ofSeed(results[0].seed, finding) : finding;
    }
    const epochs = runners.map((runner) => standingOf(runner)?.last.epoch ?? 0);
    return texts.stopped(Math.max(...epochs));
  }

  #description() {
    const words = this.race.runners.flatMap((runner) => {
      const last = standingOf(runner)?.last;
      if (!last) return [];
      const { epoch, trainAccuracy, testAccuracy } = last;
      return texts.reached(runner.isShuffled, epoch, trainAccuracy, testAccuracy);
    });
    return joined(words) || texts.chartEmpty;
  }

  /** @returns {import("../../ui/charts/plot.js").Chart} */
  #chart() {
    const { runners } = this.race;
    const data = runners.length ? curvesOf(runners) : [[], [], [], [], []];
    return {
      scales: [{ key: "accuracy", range: () => [0, 100], format: percentTick }],
      lines: LINES,
      hasKey: true,
      data: /** @type {any} */ (data),
    };
  }

  /** A training waits until it can be seen how far it is. */
  #changed() {
    this.#keep();
    if (this.visibility.inSight || this.race.phase === "idle") this.requestUpdate();
    this.#rest();
    return new Promise((resolve) => nextFrame(() => resolve(undefined)));
  }

  /** Out of sight, workers that have nothing to do are ended. */
  #rest() {
    if (this.race.phase === "idle" && !this.visibility.inSight) this.race.free();
  }
}

/** @param {import("./options.js").Choice} choice */
function about({ count: digits, fraction, seed, ...shape }) {
  return texts.about(layersOf(shape).join("-"), digits, fraction, seed);
}

customElements.define("dh-memorise", Memorise);
