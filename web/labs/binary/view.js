/** One network with hidden neurons from soft to hard: the cost along a line, and its gradient. */
import { html, nothing } from "lit";
import { hardnessText } from "../../common/binary-numbers.js";
import { jumpsIn } from "../../common/hardness.js";
import * as texts from "../../texts/en/binary.js";
import { guessFirst, loadingNetwork } from "../../texts/en/ui.js";
import { Part } from "../../ui/part.js";
import { activation } from "./activation.js";
import { digitsKey, loadingWords, TRAINED, whyNotPages } from "./base.js";
import { costChart, medianChart } from "./charts.js";
import { choices } from "./choices.js";
import { Looks, SOFT, STRETCHES, TYPICAL } from "./looks.js";
import { slopesTable } from "./slopes.js";
import "./twins.js";

/** What of the state is shown. */
const SHOWN = /** @type {const} */ (["network", "data", "generation"]);

/** A mean so many times longer than the median is made by a few digits. */
const LONGER = 10;

class Binary extends Part {
  static properties = { chosen: { state: true }, tell: { attribute: false } };

  #told = "";

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {import("./choices.js").Chosen} */
    this.chosen = { hardness: 0, digits: "10", zoom: 1 };
    /**
     * Hands the figures to the lab's prediction.
     * @type {(figures: import("../index.js").Figures) => void}
     */
    this.tell = () => {};
    this.looks = new Looks(
      this,
      () => this.session,
      () => this.chosen,
    );
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const { reading } = state;
    return (
      SHOWN.some((key) => state[key] !== before[key]) ||
      reading?.input !== before.reading?.input ||
      reading?.answer !== before.reading?.answer
    );
  }

  render() {
    const { looks, session, state, chosen } = this;
    const choose = (/** @type {Partial<typeof chosen>} */ change) => {
      this.chosen = { ...chosen, ...change };
    };
    const present = looks.own || chosen.digits !== "yours" ? chosen : { ...chosen, digits: "1" };
    return html`
      <p class="quiet" data-testid="binary-base">${this.#about()}</p>
      ${choices(/** @type {any} */ (present), state.reading?.answer != null, choose)}
      <div class="halves wide">
        <section class="stack">${this.#costs()}</section>
        ${activation(looks.k)}
      </div>
      <div class="halves">
        <section class="stack">
          <h3 class="title">${texts.gradient}</h3>
          <div class="behind-guess box">
            <p class="veil quiet">${guessFirst}</p>
            <div class="veiled stack">${this.#slopes()}</div>
          </div>
        </section>
        <section class="stack">${this.#medians()}</section>
      </div>
      <dh-binary-twins class="stack" .session=${session}></dh-binary-twins>`;
  }

  updated() {
    const found = this.looks.slopes.found();
    const [soft, step] = found?.slopes ?? [];
    const figures = found && {
      ...{ hidden: found.hidden, k: hardnessText(found.k) },
      ...{ soft: soft.nonZero, step: step.nonZero },
    };
    const told = JSON.stringify(figures);
    if (told !== this.#told) this.tell(figures);
    this.#told = told;
  }

  /** Which network it is. */
  #about() {
    const { looks, state } = this;
    const why = whyNotPages(state);
    if (!why) return texts.pagesNetwork;
    if (!state.network || why === "loading") return loadingNetwork;
    if (!digitsKey(state)) return loadingWords(state);
    if (!looks.base) return looks.trained.status === "failed" ? "" : texts.trainingNetwork;
    return texts.labsNetwork(why, TRAINED);
  }

  #costs() {
    const { looks, chosen } = this;
    const ends = looks.ends.found();
    if (!ends) {
      const words = looks.ends.query.status === "failed" ? texts.notComputed : texts.computingCost;
      return html`<h3 class="title">${looks.base ? words : texts.costAlongLine}</h3>
        <div class="plot-space"></div>`;
    }
    const [sigmoid, step] = ends.lines;
    const found = looks.between.found();
    const between = found && { k: found.ks[0], costs: found.lines[0] };
    const words = texts.line(this.#digits, looks.own ? looks.own.label : null);
    return html`
      <h3 class="title">${finding(step, between)}</h3>
      <dh-binary-plot class="tall" .chart=${costChart(ends.ts, { sigmoid, step }, between)}
        .words=${words}></dh-binary-plot>
      <p class="small quiet">${texts.lineInDetail(words, STRETCHES + 1, chosen.zoom)}</p>`;
  }

  get #digits() {
    const { digits } = this.chosen;
    return digits === "yours" ? "1" : digits;
  }

  #slopes() {
    const { looks } = this;
    const found = looks.slopes.found();
    if (found) return slopesTable(found.slopes, found.hidden, found.k);
    const words = looks.slopes.query.status === "failed" ? texts.notComputed : texts.computing;
    return html`<p class="quiet">${looks.base ? words : nothing}</p>`;
  }

  #medians() {
    const { looks } = this;
    const medians = looks.medians.found();
    if (!medians) {
      return html`<h3 class="title">${texts.typicalGradient}</h3>
        <div class="plot-space"></div>`;
    }
    const at = SOFT.indexOf(looks.softK);
    const slopes = looks.slopes.found();
    const mean = slopes?.k === looks.softK ? slopes.slopes[0].length : 0;
    const other = at || SOFT.length - 1;
    return html`
      <h3 class="title">${texts.typicalLength(medians[0], medians[other], SOFT[other])}</h3>
      <dh-binary-plot .chart=${medianChart(SOFT, medians, looks.softK)}
        .words=${texts.medians}></dh-binary-plot>
      <p class="small quiet">${texts.medianOf(TYPICAL)}
        ${this.#others(at > 0 && mean > LONGER * medians[at])}</p>`;
  }

  /**
   * What the typical length leaves out.
   * @param {boolean} isLonger  the mean in the table is, though the neurons are hard
   */
  #others(isLonger) {
    if (this.#digits === "1") return texts.oneDigit;
    return isLonger ? texts.meanIsLonger : texts.fewKeepLong;
  }
}

/**
 * @param {ArrayLike<number>} step  costs
 * @param {{ k: number, costs: ArrayLike<number> } | null} between
 */
function finding(step, between) {
  const jumps = jumpsIn(step);
  const hard = between && { k: between.k, flat: STRETCHES - jumpsIn(between.costs) };
  return texts.stairs({ flat: STRETCHES - jumps, jumps }, hard);
}

customElements.define("dh-binary", Binary);
