/** One network with hidden neurons from soft to hard: the cost along a line, and its gradient. */
import { html, nothing } from "lit";
import { jumpsIn } from "../../common/hardness.js";
import { count } from "../../common/numbers.js";
import { Part } from "../../ui/part.js";
import { activation, decimal } from "./activation.js";
import { digitsKey, loadingWords, TRAINED, whyNotPages } from "./base.js";
import { costChart, medianChart } from "./charts.js";
import { choices, DIGITS, hardnessText } from "./choices.js";
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
          <h3 class="title">The gradient of the same digits</h3>
          <p class="veil quiet">Predict first: your guess, above, shows the numbers.</p>
          <div class="veiled stack">${this.#slopes()}</div>
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
    if (!why) return "The network on the page, at every hardness with the same weights and biases.";
    if (!state.network) return "Loading the network…";
    if (!digitsKey(state)) return loadingWords(state);
    if (!looks.base) return looks.trained.status === "failed" ? "" : "Training a sigmoid network…";
    return `The network on the page ${why}. So this lab trained the lesson’s 784-16-16-10 sigmoid
      network: ${count(TRAINED.steps)} mini-batches of 10 digits, η = 1, seed ${TRAINED.seed}.`;
  }

  #costs() {
    const { looks, chosen } = this;
    const ends = looks.ends.found();
    if (!ends) {
      const words = looks.ends.query.status === "failed" ? "Not computed" : "Computing the cost…";
      return html`<h3 class="title">${looks.base ? words : "The cost along a line"}</h3>
        <div class="plot-space"></div>`;
    }
    const [sigmoid, step] = ends.lines;
    const found = looks.between.found();
    const between = found && { k: found.ks[0], costs: found.lines[0] };
    const digits = looks.own ? `${DIGITS.yours}, as ${looks.own.label},` : DIGITS[this.#digits];
    const words = `Cost of ${digits} along a line through the hidden parameters`;
    return html`
      <h3 class="title">${finding(step, between)}</h3>
      <dh-binary-plot class="tall" .chart=${costChart(ends.ts, { sigmoid, step }, between)}
        .words=${words}></dh-binary-plot>
      <p class="small quiet">${words}, ${STRETCHES + 1} points${
        chosen.zoom > 1 ? `, ${chosen.zoom}× closer` : ""
      }. At t = 0 are the weights and biases as they are; to the right is downhill for the
        sigmoid network. At t = 1 they would have moved by their own length.</p>`;
  }

  get #digits() {
    const { digits } = this.chosen;
    return digits === "yours" ? "1" : digits;
  }

  #slopes() {
    const { looks } = this;
    const found = looks.slopes.found();
    if (found) return slopesTable(found.slopes, found.hidden, found.k);
    const words = looks.slopes.query.status === "failed" ? "Not computed" : "Computing…";
    return html`<p class="quiet">${looks.base ? words : nothing}</p>`;
  }

  #medians() {
    const { looks } = this;
    const medians = looks.medians.found();
    if (!medians) {
      return html`<h3 class="title">The length of a typical gradient</h3>
        <div class="plot-space"></div>`;
    }
    const at = SOFT.indexOf(looks.softK);
    const slopes = looks.slopes.found();
    const mean = slopes?.k === looks.softK ? slopes.slopes[0].length : 0;
    const k = hardnessText(looks.softK);
    const [first, now, last] = [0, at, SOFT.length - 1].map((i) => decimal(medians[i]));
    const then = at ? html`${now} at k = ${k}` : html`${last} at k = 128`;
    return html`
      <h3 class="title">Typical length of a digit’s gradient: <span class="number"
        data-testid="binary-median">${first} at k = 1, ${then}</span></h3>
      <dh-binary-plot .chart=${medianChart(SOFT, medians, looks.softK)}
        .words=${`Median length of ∇C in the hidden layers for k from 1 to 128`}></dh-binary-plot>
      <p class="small quiet">Median of ${TYPICAL} training digits, hidden layers only.
        ${this.#others(at > 0 && mean > LONGER * medians[at])}</p>`;
  }

  /**
   * What the typical length leaves out.
   * @param {boolean} isLonger  the mean in the table is, though the neurons are hard
   */
  #others(isLonger) {
    if (this.#digits === "1") return "The table has the length of the one digit chosen.";
    if (!isLonger) return "A few digits, those close to a jump, may keep a long one.";
    return `The mean in the table is much longer: it comes from a few digits that are close to a
      jump.`;
  }
}

/**
 * @param {ArrayLike<number>} step  costs
 * @param {{ k: number, costs: ArrayLike<number> } | null} between
 */
function finding(step, between) {
  const jumps = jumpsIn(step);
  const flat = STRETCHES - jumps;
  const stairs = flat
    ? html`Step neurons: flat in <span class="number" data-testid="binary-flat">${flat}</span> of
      ${STRETCHES} stretches, jumps in the other ${jumps}`
    : `Step neurons: jumps in all ${STRETCHES} stretches; zoom in to see the stairs`;
  if (!between) return stairs;
  const hard = STRETCHES - jumpsIn(between.costs);
  const there = hard ? `flat in ${hard}` : "flat in none";
  return html`${stairs}; k = ${hardnessText(between.k)}: ${there}`;
}

customElements.define("dh-binary", Binary);
