/** Cost and accuracy over the epochs, live. */
import { html } from "lit";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { figures, percent } from "../../common/numbers.js";
import { colours, css, fontFamily, onColours } from "../colors.js";
import { Part } from "../part.js";

class Curve extends Part {
  constructor() {
    super();
    /** @type {uPlot | null} */
    this.plot = null;
    this.pace = 150;
    this.rests = true;
    this.drawn = -1;
    this.stopColours = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#make());
    this.resizes = new ResizeObserver(() => this.#fit());
  }

  disconnectedCallback() {
    this.stopColours();
    this.resizes?.disconnect();
    this.plot?.destroy();
    this.plot = null;
    super.disconnectedCallback();
  }

  /** @type {Part["concerned"]} */
  concerned(state, before) {
    return (
      state.historyVersion !== before.historyVersion ||
      state.evaluation !== before.evaluation ||
      state.phase !== before.phase
    );
  }

  firstUpdated() {
    this.resizes?.observe(this.#box);
    this.#make();
  }

  updated() {
    const { history } = this.session;
    if (!this.plot || this.drawn === history.version) return;
    this.drawn = history.version;
    this.plot.setData(this.#data());
  }

  render() {
    return html`
      <p class="finding">${this.#finding()}</p>
      <div class="plot" role="img" aria-label=${this.#words()}></div>`;
  }

  #finding() {
    const { epochs, accuracy } = this.session.history;
    const { phase } = this.state;
    if (epochs.length < 2) return "Train, and the cost falls while accuracy rises";
    const best = Math.max(...accuracy.map((a) => a ?? 0));
    return phase === "running"
      ? "Cost falls, accuracy rises"
      : `Up to ${percent(best)} on unseen digits`;
  }

  #words() {
    const { cost, evaluation, epoch } = this.state;
    return `After ${epoch.toFixed(1)} epochs the cost is ${figures(cost)} and ${percent(evaluation?.accuracy)} of unseen digits are read.`;
  }

  get #box() {
    return /** @type {HTMLElement} */ (this.querySelector(".plot"));
  }

  /** @returns {uPlot.AlignedData} */
  #data() {
    const { epochs, cost, accuracy } = this.session.history;
    return /** @type {any} */ ([epochs, cost, accuracy.map((a) => (a === null ? null : 100 * a))]);
  }

  #size() {
    return {
      width: Math.max(200, this.#box.clientWidth),
      height: Math.max(140, this.#box.clientHeight),
    };
  }

  /** At least a tenth of an epoch, and one whole epoch before there is anything to show. @param {number} min @param {number} max @returns {[number, number]} */
  #span(min, max) {
    return this.session.history.epochs.length > 1 ? [min, Math.max(max, min + 0.1)] : [0, 1];
  }

  #fit() {
    this.plot?.setSize(this.#size());
  }

  #make() {
    this.plot?.destroy();
    this.plot = new uPlot(this.#options(), this.#data(), this.#box);
  }

  /** @returns {uPlot.Options} */
  #options() {
    const { quiet, line, negative, text } = colours();
    const font = `14px ${fontFamily()}`;
    const axis = {
      font,
      stroke: css(quiet),
      grid: { stroke: css(line), width: 1 },
      ticks: { show: false },
    };
    return {
      ...this.#size(),
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 0, 0, 0],
      scales: {
        x: {
          time: false,
          range: (_, min, max) => this.#span(min, max),
        },
        cost: {
          range: (_, _min, max) => [
            0,
            this.session.history.epochs.length > 1 ? Math.max(0.1, max ?? 0) : 1,
          ],
        },
        accuracy: { range: () => [0, 100] },
      },
      axes: [
        {
          ...axis,
          size: 30,
          label: "epochs",
          labelSize: 18,
          labelGap: 0,
          labelFont: font,
          space: 56,
        },
        { ...axis, scale: "cost", size: 44, space: 36, stroke: css(negative) },
        {
          ...axis,
          scale: "accuracy",
          side: 1,
          size: 48,
          grid: { show: false },
          space: 36,
          values: (_, ticks) => ticks.map((t) => `${t}%`),
        },
      ],
      series: [
        {},
        {
          label: "cost",
          scale: "cost",
          stroke: css(negative),
          width: 1.5,
          spanGaps: true,
          points: { show: false },
        },
        {
          label: "accuracy",
          scale: "accuracy",
          stroke: css(text),
          width: 1.5,
          spanGaps: true,
          points: { show: false },
        },
      ],
      hooks: { draw: [label] },
    };
  }
}

/** Names each line where it ends, instead of a legend. @param {uPlot} plot */
function label(plot) {
  const { ctx } = plot;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.textAlign = "right";
  ctx.font = `${14 * ratio}px ${fontFamily()}`;
  let above = Number.NEGATIVE_INFINITY;
  for (const [i, words] of /** @type {const} */ ([
    [2, "read right"],
    [1, "cost"],
  ])) {
    const { scale = "x", stroke } = plot.series[i];
    const values = plot.data[i];
    const last = values.findLastIndex((/** @type {unknown} */ v) => v !== null);
    if (last < 1) continue;
    const end = plot.valToPos(/** @type {number} */ (values[last]), scale, true);
    const y = Math.max(i === 2 ? end + 18 * ratio : end - 8 * ratio, above + 18 * ratio);
    above = y;
    ctx.fillStyle = typeof stroke === "function" ? String(stroke(plot, i)) : String(stroke);
    ctx.fillText(words, plot.bbox.left + plot.bbox.width - 6 * ratio, y);
  }
  ctx.restore();
}

customElements.define("dh-curve", Curve);
