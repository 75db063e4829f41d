/**
 * A plane through parameter space: its costs as they come in, coarse to fine, the path of this run,
 * and where the network is by now. The plane stays where it is until it is centred again: by hand,
 * or when training has led the network out of the square.
 *
 * @typedef {import("./queries.js").Choice} Choice
 * @typedef {import("./queries.js").Picture} Picture
 * @typedef {import("./plane.js").Landscape} Landscape
 * @typedef {import("./plane.js").Cell} Cell
 * @typedef {import("../../common/planes.js").Place} Place
 * @typedef {import("../../model/state.js").State} State
 */

import { html, nothing } from "lit";
import { lengthOf, pointOf, projectionOn } from "../../common/planes.js";
import * as texts from "../../texts/en/downhill.js";
import { joined } from "../../texts/en/locale.js";
import { PaintController } from "../../ui/controllers.js";
import { plainKey } from "../../ui/keys.js";
import { Part } from "../../ui/part.js";
import { QueryController } from "../../ui/query-controller.js";
import { hasDigits, waitingWords } from "./digits.js";
import { cellAt, costOf, isInside, knownCell, rangeOf } from "./plane.js";
import { paintPlane } from "./plane-paint.js";
import { beginningWords, lackingWords, throughWords, whereWords } from "./plane-words.js";
import { putNetwork } from "./put-network.js";
import { Trail } from "./trail.js";

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowDown: [0, -1], ArrowUp: [0, 1] };
/** Cells that a key moves with Shift. */
const FAR = 10;
/** Steps after which a path gives a plane, when there was none to begin with. */
const PATH = 20;
/** While training goes on, another plane needs so many times the steps of the last. */
const LATER = 4;

class DownhillPlane extends Part {
  static properties = {
    choice: { state: true },
    seed: { state: true },
    pinned: { state: true },
    hovered: { state: true },
  };

  /** The picture that is shown. @type {Landscape | null} */
  land = null;
  /** @type {((parameters: ArrayLike<number>) => Place) | null} */
  #project = null;
  #trail = new Trail();
  #seen = { generation: -1, version: -1, steps: 0 };
  /** Training, and not undo or an edit, led the network out of the square. */
  #hasLeft = false;
  /** Networks that undo and redo may come back to, without another plane. @type {Set<string>} */
  #known = new Set();
  /** The plane was made before there was a path, and has random directions in its place. */
  #lacksPath = false;
  /** Grows with every plane that is wanted. */
  #turn = 0;

  constructor() {
    super();
    this.pauseWhenHidden = true;
    /** @type {Choice} */
    this.choice = "path";
    this.seed = 1;
    /** @type {Cell | null} */
    this.pinned = null;
    /** @type {Cell | null} */
    this.hovered = null;
    this.query = new QueryController(this, {
      session: () => this.session,
      key: (state) => (hasDigits(state) ? `${this.choice} ${this.seed} ${this.#turn}` : null),
      subject: () => String(this.#turn),
      ask: (_, signal) => this.#ask(signal),
      // Its key changes when another plane is wanted, not with every step of the training.
      pause: 0,
    });
    new PaintController(
      this,
      () => this.#paint(),
      () => this.querySelector("canvas"),
    );
  }

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    return (
      state.version !== before.version || state.phase !== before.phase || state.data !== before.data
    );
  }

  willUpdate() {
    const { state } = this;
    const land = this.land;
    if (!land || !state.parameters) return;
    const { generation, version, fingerprint, phase } = state;
    // Training may end without a further step: its last network is one to come back to.
    if (generation === this.#seen.generation && phase !== "running") this.#known.add(fingerprint);
    const isOther = generation !== this.#seen.generation && !this.#known.has(fingerprint);
    if (isOther || land.shape !== shapeOf(state)) {
      this.land = null;
      this.#recentre();
    } else if (version !== this.#seen.version) {
      this.#follow(land, state.parameters);
      this.#seen = { generation, version, steps: state.steps };
    }
    if (this.#isPathLost(land)) this.#recentre();
  }

  /** @param {Landscape} land @param {Float32Array} parameters */
  #follow(land, parameters) {
    const { fingerprint, generation, phase, steps } = this.state;
    if (phase !== "running") this.#known.add(fingerprint);
    const isTrained = generation === this.#seen.generation && steps > this.#seen.steps;
    if (this.#project) this.#trail.add(this.#project(parameters), steps, isTrained);
    const { now } = this.#trail;
    const isOut = now !== undefined && Number.isFinite(now.away) && !isInside(land, now);
    this.#hasLeft = isOut && steps > this.#seen.steps;
    if (this.#lacksPath && this.#hasPath(land)) this.#recentre();
  }

  /** Whether there is a path that gives a plane, by now. @param {Landscape} land */
  #hasPath({ hasPath, path }) {
    return hasPath || this.state.steps >= path[path.length - 1].step + PATH;
  }

  /**
   * Whether the path needs another plane; while training, only now and then.
   * @param {Landscape} land
   */
  #isPathLost({ path }) {
    if (!this.#hasLeft) return false;
    const { phase, steps } = this.state;
    if (phase !== "running") return true;
    const isWhole = this.query.status === "done" && this.query.isCurrent;
    return isWhole && !this.pinned && steps >= LATER * path[path.length - 1].step;
  }

  #recentre() {
    this.#lacksPath = false;
    this.#hasLeft = false;
    this.#turn++;
    this.pinned = null;
    this.requestUpdate();
  }

  /* ---- what is computed ---- */

  /** @param {AbortSignal} signal */
  async #ask(signal) {
    const { choice, seed, session } = this;
    const { generation } = session.state;
    const shape = shapeOf(session.state);
    const turn = this.#turn;
    const isWanted = () =>
      turn === this.#turn &&
      generation === session.state.generation &&
      shapeOf(session.state) === shape;
    const take = (/** @type {Picture} */ picture) => isWanted() && this.#take(picture, shape);
    await session.query("downhillPlane", { choice, seed }, take, isWanted, signal);
    return true;
  }

  /** @param {Picture} picture @param {string} shape */
  #take({ frame, ...grid }, shape) {
    if (frame) {
      const { generation, fingerprint } = this.state;
      this.land = { ...frame, ...grid, shape };
      this.#project = projectionOn(frame.plane);
      this.#lacksPath = frame.choice !== this.choice;
      this.#trail = new Trail();
      this.#seen = { generation, version: -1, steps: frame.path[frame.path.length - 1].step };
      this.#known = new Set([fingerprint]);
    } else if (this.land) {
      this.land = { ...this.land, ...grid };
    }
    this.requestUpdate();
  }

  /* ---- what is seen ---- */

  render() {
    const land = this.land;
    return html`
      <h3 class="title" data-testid="downhill-plane-finding"
        >${land ? this.#finding(land) : this.#waiting()}</h3>
      <div class="row" role="group" aria-label=${texts.directions}>
        ${Object.entries(texts.planes).map(([choice, words]) => this.#option(choice, words))}
        ${this.#shown === "random" ? this.#otherButton() : nothing}
      </div>
      <p class="quiet" id="downhill-path-obstacle" ?hidden=${!this.#isPathless}
        >${land && this.#isPathless ? lackingWords(land.path) : ""}</p>
      <p class="quiet" data-testid="downhill-through">${land ? throughWords(land) : ""}</p>
      <div class="downhill-plane" role="application" tabindex="0" data-testid="downhill-plane"
        aria-label=${texts.plane}
        @pointermove=${this.#hover} @pointerleave=${this.#leave} @click=${this.#pin}
        @keydown=${this.#walk}>
        <canvas role="img" aria-label=${land ? this.#description(land) : texts.noCosts}></canvas>
      </div>
      ${land ? this.#details(land) : nothing}`;
  }

  /** The cost at the cursor is read out where the keyboard goes, not where the pointer passes. */
  get #isHeard() {
    return !this.hovered && !this.session.isBusy;
  }

  #waiting() {
    const isFailed = this.query.status === "failed";
    if (isFailed) return texts.planeNotComputed;
    return waitingWords(this.state, texts.computingPlane);
  }

  /** @param {Landscape} land */
  #finding(land) {
    const { low, high } = rangeOf(land);
    return texts.costRange(low, high);
  }

  /** The directions that need a path cannot be shown. */
  get #isPathless() {
    return this.land !== null && !this.#hasPath(this.land);
  }

  /** The choice that is seen, or on its way; null before anything is. @returns {Choice | null} */
  get #shown() {
    if (!this.land) return null;
    return this.#isPathless ? "random" : this.choice;
  }

  /** @param {string} choice @param {string} words */
  #option(choice, words) {
    const isDisabled = this.#isPathless && choice !== "random";
    const act = () => {
      if (isDisabled) return;
      this.choice = /** @type {Choice} */ (choice);
      this.#recentre();
    };
    return html`<button aria-pressed=${choice === this.#shown} aria-disabled=${isDisabled}
      aria-describedby=${isDisabled ? "downhill-path-obstacle" : nothing}
      data-testid="downhill-${choice}" @click=${act}>${words}</button>`;
  }

  /** @param {Landscape} land */
  #details(land) {
    const cell = this.#cell(land);
    const canRecentre = this.#trail.hasMoved;
    return html`
      <div class="row between">
        <p class="number">${texts.costAtCursor(cell && costOf(land, cell), this.#isHeard)}</p>
        <button data-testid="downhill-put" aria-disabled=${!this.pinned}
          aria-describedby="downhill-put-how" @click=${this.#put}>${texts.putHere}</button>
      </div>
      <p class="quiet small" id="downhill-put-how">${texts.putHow}</p>
      <div class="row between">
        <p class="where" data-testid="downhill-away">${whereWords(land, this.#trail)}</p>
        <button data-testid="downhill-recentre" aria-disabled=${!canRecentre}
          @click=${() => canRecentre && this.#recentre()}>${texts.recentre}</button>
      </div>
      <p class="quiet small">${this.#about(land)}</p>`;
  }

  /** @param {Landscape} land */
  #about({ choice, as, count: digits, side, plane, path }) {
    const size = (as[as.length - 1] - as[0]) * (choice === "random" ? lengthOf(plane.u) : 1);
    const sentences = [
      this.#isPathless ? "" : beginningWords(path),
      texts.scale(size, digits),
      side < as.length ? texts.soFar(side) : "",
    ];
    return joined(sentences);
  }

  #otherButton() {
    const act = () => {
      this.seed++;
      this.#recentre();
    };
    return html`<button class="plain" data-testid="downhill-other" @click=${act}
      >${texts.otherDirections}</button>`;
  }

  /** @param {Landscape} land */
  #description(land) {
    const { low, high } = rangeOf(land);
    const { path } = land;
    return texts.contours(low, high, path.length > 1 ? path[0] : null);
  }

  #paint() {
    const land = this.land;
    const canvas = this.querySelector("canvas");
    if (!land || !canvas) return;
    const { path } = land;
    const { stops } = this.#trail;
    const trail = stops.length ? stops : [path[path.length - 1]];
    paintPlane(canvas, { land, trail, cursor: this.#cell(land) });
  }

  /* ---- the cursor ---- */

  /** Where the cursor is. @param {Landscape} land */
  #cell(land) {
    const cell = this.hovered ?? this.pinned;
    return cell && knownCell(land, cell);
  }

  /** @param {PointerEvent | MouseEvent} event @returns {Cell | null} */
  #under({ clientX, clientY, currentTarget }) {
    const { left, top, width, height } = /** @type {Element} */ (
      currentTarget
    ).getBoundingClientRect();
    const last = (this.land?.as.length ?? 0) - 1;
    const i = Math.round(((clientX - left) / width) * last);
    const j = Math.round((1 - (clientY - top) / height) * last);
    return this.land && knownCell(this.land, { i, j });
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (event.pointerType === "mouse") this.hovered = this.#under(event);
  }

  #leave() {
    this.hovered = null;
  }

  /** @param {MouseEvent} event */
  #pin(event) {
    this.pinned = this.#under(event);
    this.hovered = null;
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const land = this.land;
    const arrow = ARROWS[plainKey(event)];
    if (!arrow || !land) return;
    event.preventDefault();
    const from = this.pinned ?? cellAt(land, this.#trail.now ?? land.path[0]);
    const step = ((land.as.length - 1) / (land.side - 1)) * (event.shiftKey ? FAR : 1);
    this.hovered = null;
    this.pinned = knownCell(land, { i: from.i + step * arrow[0], j: from.j + step * arrow[1] });
  }

  /** The network to where the cursor is pinned; can be undone. */
  #put() {
    const land = this.land;
    const { pinned, session } = this;
    if (!land || !pinned) return;
    const { i, j } = knownCell(land, pinned);
    const values = pointOf(land.plane, land.as[i], land.bs[j]);
    this.#known.add(this.state.fingerprint);
    session.act(putNetwork(session, values));
  }
}

/** What has to stay the same for the costs of a plane to hold. @param {State} state */
function shapeOf({ network, data }) {
  const { layers, hidden, output, cost } = network ?? {};
  return [layers?.join("-"), hidden, output, cost, data.generation].join(" ");
}

customElements.define("dh-downhill-plane", DownhillPlane);
