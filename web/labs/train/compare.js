/** Digits it trained on against digits it has never seen, over the epochs: accuracy or cost. */
import { html } from "lit";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { figures, percent } from "../../common/numbers.js";
import { colours, css, fontFamily, onColours } from "../../ui/colors.js";
import { Part } from "../../ui/part.js";

const EVERY_MS = 500;
const MOST = 1200;
const KINDS = { accuracy: "Accuracy", cost: "Cost" };

/** @typedef {{ epoch: number, version: number, trained: { accuracy: number, cost: number }, unseen: { accuracy: number, cost: number } }} Point */

class Compare extends Part {
  static properties = { kind: { state: true } };

  constructor() {
    super();
    this.pace = 120;
    this.rests = true;
    /** @type {"accuracy" | "cost"} */
    this.kind = "accuracy";
    /** @type {Point[]} */
    this.points = [];
    /** @type {uPlot | null} */
    this.plot = null;
    this.network = /** @type {unknown} */ (null);
    this.asked = 0;
    this.asking = false;
    this.stopColours = () => {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.stopColours = onColours(() => this.#make());
    this.resizes = new ResizeObserver(() => this.plot?.setSize(this.#size()));
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
    return state.historyVersion !== before.historyVersion || state.network !== before.network;
  }

  firstUpdated() {
    this.resizes?.observe(this.#box);
    this.#make();
  }

  updated() {
    this.#forget();
    this.#look();
  }

  /** Another network, or this one taken back: what was drawn did not happen. */
  #forget() {
    const { network, epoch } = this.state;
    if (network !== this.network) this.points = [];
    this.network = network;
    while (this.points.length && this.points[this.points.length - 1].epoch > epoch)
      this.points.pop();
    this.plot?.setData(this.#data());
  }

  /** Reads some of the digits it trained on, now and then, to stand beside the latest look at the unseen ones. */
  async #look() {
    const { evaluation: unseen, data, epoch, version, phase } = this.state;
    const last = this.points[this.points.length - 1];
    const soon = phase === "running" && performance.now() - this.asked < EVERY_MS;
    if (!unseen || !data.train || this.asking || soon || last?.version === version) return;
    this.asking = true;
    this.asked = performance.now();
    const trained = await this.session.ask("trainExam").catch(() => null);
    this.asking = false;
    if (!trained || this.network !== this.state.network) return;
    this.points.push({ epoch, version, trained, unseen });
    if (this.points.length > MOST) this.points = this.points.filter((_, i) => i % 2 === 0);
    this.requestUpdate();
  }

  render() {
    return html`
      <div class="row head">
        <h3>Trained on against never seen</h3>
        <div class="row" role="group" aria-label="What is drawn">
          ${Object.entries(KINDS).map(
            ([kind, words]) =>
              html`<button aria-pressed=${kind === this.kind} @click=${() => this.#pick(kind)}>${words}</button>`,
          )}
        </div>
      </div>
      <p class="quiet small">${this.#finding()}</p>
      <div class="plot" role="img" aria-label=${this.#finding()}></div>`;
  }

  /** @param {string} kind */
  async #pick(kind) {
    this.kind = /** @type {"accuracy"} */ (kind);
    await this.updateComplete;
    this.#make();
  }

  #finding() {
    const point = this.points[this.points.length - 1];
    if (!point)
      return "Train, and two lines grow: how it does on digits it trains on, and on others.";
    const { trained, unseen } = point;
    if (this.kind === "cost")
      return `Cost ${figures(trained.cost)} on digits it trained on, ${figures(unseen.cost)} on unseen ones.`;
    return `It reads ${percent(trained.accuracy)} of the digits it trained on and ${percent(unseen.accuracy)} of unseen ones.`;
  }

  get #box() {
    return /** @type {HTMLElement} */ (this.querySelector(".plot"));
  }

  #size() {
    return {
      width: Math.max(200, this.#box.clientWidth),
      height: Math.max(160, this.#box.clientHeight),
    };
  }

  /** What is known of one line, whether or not the other was looked at. @returns {uPlot.AlignedData} */
  #data() {
    const { kind, points } = this;
    const scale = kind === "accuracy" ? 100 : 1;
    const { history } = this.session;
    /** @type {uPlot.AlignedData} */
    const course = [history.epochs, history[kind].map((value) => value && scale * value)];
    const line = (/** @type {"trained" | "unseen"} */ which) =>
      /** @type {uPlot.AlignedData} */ ([
        points.map(({ epoch }) => epoch),
        points.map((point) => scale * point[which][kind]),
      ]);
    if (kind === "accuracy") return joined(line("trained"), course);
    return joined(course, line("unseen"));
  }

  #make() {
    this.plot?.destroy();
    this.plot = new uPlot(this.#options(), this.#data(), this.#box);
  }

  /** Accuracy from where most of the course lies, cost from zero. @param {number | null} max @returns {[number, number]} */
  #span(max) {
    if (this.kind === "cost") return [0, Math.max(0.1, max || 0)];
    const { accuracy } = this.session.history;
    const late = accuracy.slice(Math.floor(accuracy.length / 3)).filter((value) => value !== null);
    const least = Math.min(1, ...late);
    return [late.length > 1 ? Math.max(0, Math.floor(least * 20 - 1) * 5) : 0, 100];
  }

  /** @returns {uPlot.Options} */
  #options() {
    const { quiet, line, text } = colours();
    const font = `14px ${fontFamily()}`;
    const axis = {
      font,
      stroke: css(quiet),
      grid: { stroke: css(line), width: 1 },
      ticks: { show: false },
    };
    const percentages = (/** @type {uPlot} */ _, /** @type {number[]} */ ticks) =>
      ticks.map((tick) => (this.kind === "cost" ? String(tick) : `${tick}%`));
    const series = { spanGaps: true, points: { show: false }, width: 2 };
    return {
      ...this.#size(),
      legend: { show: false },
      cursor: { show: false },
      padding: [8, 8, 0, 0],
      scales: {
        x: {
          time: false,
          range: (_, min, max) =>
            this.session.history.epochs.length > 1 ? [min, Math.max(max, min + 0.1)] : [0, 1],
        },
        y: { range: (_, _min, max) => this.#span(max) },
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
        { ...axis, size: 52, space: 36, values: percentages },
      ],
      series: [
        {},
        { ...series, label: "trained on", stroke: css(quiet), dash: [6, 4] },
        { ...series, label: "never seen", stroke: css(text) },
      ],
      hooks: { draw: [name] },
    };
  }
}

/** Two lines over one list of epochs. @param {uPlot.AlignedData} first @param {uPlot.AlignedData} second */
function joined(first, second) {
  return /** @type {uPlot.AlignedData} */ (uPlot.join([first, second]));
}

/** Names each line where it ends. @param {uPlot} plot */
function name(plot) {
  const ratio = devicePixelRatio;
  const { ctx } = plot;
  const ends = [1, 2].map((i) => {
    const values = /** @type {(number | null | undefined)[]} */ (plot.data[i]);
    const last = values.findLast((value) => typeof value === "number");
    return { i, y: typeof last === "number" ? plot.valToPos(last, "y", true) : null };
  });
  if (plot.data[0].length < 3 || ends.some(({ y }) => y === null)) return;
  const [upper, lower] = ends.sort((a, b) => Number(a.y) - Number(b.y));
  ctx.save();
  ctx.textAlign = "right";
  ctx.font = `${14 * ratio}px ${fontFamily()}`;
  const x = plot.bbox.left + plot.bbox.width - 6 * ratio;
  for (const [end, shift] of /** @type {const} */ ([
    [upper, -8],
    [lower, 18],
  ])) {
    const { stroke, label } = plot.series[end.i];
    ctx.fillStyle = typeof stroke === "function" ? String(stroke(plot, end.i)) : String(stroke);
    const y = Math.max(plot.bbox.top + 14 * ratio, Number(end.y) + shift * ratio);
    ctx.fillText(String(label), x, y);
  }
  ctx.restore();
}

customElements.define("dh-compare", Compare);
