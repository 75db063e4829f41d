/** Test accuracy of the selected runs, and of those being trained, over epochs or seconds. */

import { html, nothing } from "lit";
import { percentTick } from "../../common/numbers.js";
import * as texts from "../../texts/en/tweak.js";
import { DASHED, PlotController } from "../../ui/charts/plot.js";
import { BenchPart } from "./bench-part.js";
import { forOthers } from "./digits.js";
import { axisWords, bestOf, joined, LETTERS, lowest } from "./order.js";
import { runWords } from "./words.js";

/** @typedef {import("./run.js").Run} Run */

/** How their lines are drawn. */
const DASHES = [[], DASHED, [2, 3], [12, 4, 2, 4], [12, 4], [6, 3, 2, 3, 2, 3]];
/** @typedef {"epochs" | "seconds"} Over */

class TweakChart extends BenchPart {
  shown = /** @type {const} */ (["runs", "selected", "running", "waiting", "isPaused", "data"]);
  static properties = { over: { state: true } };

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {Over} */
    this.over = "epochs";
    new PlotController(this, () => this.#chart());
  }

  /** With their names. @returns {{ label: string, run: Run, dash: number[] }[]} */
  get #lines() {
    const { runs, selected, running } = this.bench.state;
    const now = running.map(({ run }) => run).filter(({ curve }) => curve.length > 0);
    const all = [...runs, ...now];
    const lines = selected.flatMap((id, i) => {
      const run = all.find((each) => each.id === id);
      return run ? [{ label: LETTERS[i], run, dash: DASHES[i] }] : [];
    });
    const others = now.filter(({ id }) => !selected.includes(id));
    const label = (/** @type {number} */ i) => texts.lineNow(i + 1, others.length);
    return [...lines, ...others.map((run, i) => ({ label: label(i), run, dash: [] }))];
  }

  render() {
    const lines = this.#lines;
    const finding = this.#finding(lines);
    return html`
      <div class="row between">
        <h3>${finding}</h3>
        <div class="row" role="group" aria-label=${texts.horizontalAxis}>
          ${["epochs", "seconds"].map((each) => this.#choice(/** @type {Over} */ (each)))}
        </div>
      </div>
      <div class="chart">
        <div class="plot" role="img" ?hidden=${!lines.length}
          aria-label=${texts.chart(finding, lines.map(spoken))}></div>
        ${lines.length ? nothing : html`<p class="quiet placeholder">${this.#placeholder()}</p>`}
      </div>
      <p class="quiet small axis">${axisWords(lines)}</p>`;
  }

  #placeholder() {
    const { runs, running, waiting, isPaused, data } = this.bench.state;
    const isGoing = running.length || forOthers(waiting, data).length < waiting.length;
    if (isGoing) return isPaused ? texts.chartPaused : texts.chartSoon;
    const canPick = runs.some(({ curve }) => curve.length);
    return canPick ? texts.chartPick : texts.chartEmpty;
  }

  /** @param {Over} over */
  #choice(over) {
    const pick = () => {
      this.over = over;
    };
    return html`<button aria-pressed=${over === this.over} @click=${pick}
      >${over === "epochs" ? texts.overEpochs : texts.overSeconds}</button>`;
  }

  /** @param {{ label: string, run: Run }[]} lines */
  #finding(lines) {
    const best = bestOf(lines.map(({ run }) => run));
    if (!best) return texts.testAccuracy;
    const { label } = lines.find(({ run }) => run === best) ?? { label: "" };
    if (lines.length === 1) return texts.testAccuracyOf(best.accuracy);
    return texts.highestTestAccuracy(best.accuracy, label);
  }

  /** @returns {import("../../ui/charts/plot.js").Chart} */
  #chart() {
    const lines = this.#lines;
    const best = bestOf(lines.map(({ run }) => run));
    const runs = lines.map(({ run }) => run);
    return {
      id: [this.over, lowest(runs), best?.id, ...lines.map(({ label }) => label)].join(" "),
      x: {
        label: this.over === "epochs" ? texts.epochsAxis : texts.secondsAxis,
        range: (_, most) => [0, Math.max(most, 0.1) || 1],
      },
      scales: [{ key: "y", range: () => [lowest(runs), 100], format: percentTick }],
      lines: lines.map(({ label, run, dash }) => ({
        label,
        colour: run === best ? "text" : "quiet",
        scale: "y",
        dash,
      })),
      data: joined(runs, this.over),
    };
  }
}

/** @param {{ label: string, run: Run }} line */
const spoken = ({ label, run }) => ({ label, run: runWords(run), accuracy: run.accuracy });

customElements.define("dh-tweak-chart", TweakChart);
