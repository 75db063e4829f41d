/**
 * What the two parts on invented functions share: steps one after the other, and their controls.
 */

import { html } from "lit";
import { live } from "lit/directives/live.js";
import { brief } from "../../common/numbers.js";
import * as texts from "../../texts/en/downhill-functions.js";
import { VisibilityController } from "../../ui/controllers.js";
import { holding } from "../../ui/holding.js";
import { icons } from "../../ui/icons.js";
import { plainKey } from "../../ui/keys.js";

/** Steps of one run; Run goes on. */
const MOST_STEPS = 300;
/** Of log₁₀ η. */
const SLIDER_STEP = 0.05;

/** Takes steps by itself, the first ones slowly; stops out of sight. */
export class RunController {
  isRunning = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {import("../../ui/controllers.js").Host} host
   * @param {() => boolean} step  whether another one can follow
   * @param {{ first: number, least: number }} pause  milliseconds between two steps
   */
  constructor(host, step, pause) {
    this.host = host;
    this.step = step;
    this.pause = pause;
    host.addController(this);
    new VisibilityController(host, (inSight) => inSight || this.stop());
  }

  hostDisconnected() {
    this.stop();
  }

  stop() {
    clearTimeout(this.#timer);
    this.isRunning = false;
    this.host.requestUpdate();
  }

  toggle() {
    if (this.isRunning) return this.stop();
    this.isRunning = true;
    this.#next(0);
  }

  /** @param {number} count  steps so far */
  #next(count) {
    if (!this.step() || count + 1 >= MOST_STEPS) return this.stop();
    const { first, least } = this.pause;
    this.#timer = setTimeout(() => this.#next(count + 1), Math.max(least, first * 0.9 ** count));
  }
}

/**
 * What cannot be pressed keeps the focus: the button that was pressed last may be among them.
 * @param {RunController} run
 * @param {{ canStep: boolean, canGoBack: boolean, step: () => void, back: () => void }} options
 */
export function runButtons(run, { canStep, canGoBack, step, back }) {
  const isIdle = canStep && !run.isRunning;
  return html`
    <div class="row">
      <button class="primary" data-testid="descent-run" aria-disabled=${!canStep && !run.isRunning}
        @click=${() => run.toggle()}>
        ${run.isRunning ? [icons.pause, texts.pause] : [icons.run, texts.run]}</button>
      <button data-testid="descent-step" aria-disabled=${!isIdle}
        @click=${() => isIdle && step()}>${icons.step}${texts.step}</button>
      <button data-testid="descent-back" aria-disabled=${!canGoBack}
        @click=${() => canGoBack && back()}>${texts.backToStart}</button>
    </div>`;
}

/**
 * A logarithmic slider for η.
 * @param {number} rate @param {[number, number]} range  of log₁₀ η
 * @param {(rate: number) => void} change  two figures that matter
 */
export function rateSlider(rate, [min, max], change) {
  const slide = (/** @type {Event & { target: HTMLInputElement }} */ { target }) =>
    change(Number((10 ** Number(target.value)).toPrecision(2)));
  return html`
    <label class="rate">
      <span>${texts.learningRate(rate)}</span>
      <input type="range" data-testid="descent-rate" min=${min} max=${max} step=${SLIDER_STEP}
        .value=${live(String(Math.log10(rate)))} aria-valuetext=${brief(rate)}
        @input=${slide} />
    </label>`;
}

/**
 * @param {string} label @param {Record<string, string>} choices @param {string} chosen
 * @param {(key: string) => void} choose
 */
export function choiceButtons(label, choices, chosen, choose) {
  return html`
    <div class="row" role="group" aria-label=${label}>
      ${Object.entries(choices).map(
        ([key, name]) => html`<button data-choice=${key} aria-pressed=${key === chosen}
          @click=${() => choose(key)}>${name}</button>`,
      )}
    </div>`;
}

/** Whether the pointer that went down last on a plot is a finger beside the ball. */
let mayTap = false;

/**
 * Moves the ball of a plot: by mouse from anywhere, by a finger on the ball or by a tap, as any
 * other touch scrolls the page. Then the arrow keys move it.
 * @param {import("lit").LitElement} host @param {(event: PointerEvent) => void} move
 * @param {() => void} [end]  it was let go
 */
export function placing(host, move, end = () => {}) {
  const drag = holding({
    begin: (event) => {
      mayTap = event.pointerType === "touch" && !elementOf(event).closest(".ball");
      if (mayTap) return false;
      move(event);
    },
    move,
    end,
  });
  return {
    drag,
    /** @param {PointerEvent} event */
    click: async (event) => {
      if (elementOf(event).closest(".handle")) return;
      if (mayTap) move(event);
      await host.updateComplete;
      const ball = /** @type {HTMLElement | null} */ (host.querySelector(".ball"));
      ball?.focus({ preventScroll: true });
    },
  };
}

/** @param {PointerEvent} event */
function elementOf({ target }) {
  return /** @type {Element} */ (target);
}

/**
 * Steps of an arrow key: right and up are positive; ten times with Shift; null for other keys.
 * @param {KeyboardEvent} event
 */
export function arrowOf(event) {
  const by = event.shiftKey ? 10 : 1;
  /** @type {Record<string, [number, number]>} */
  const arrows = {
    ArrowLeft: [-by, 0],
    ArrowRight: [by, 0],
    ArrowUp: [0, by],
    ArrowDown: [0, -by],
  };
  return arrows[plainKey(event)] ?? null;
}

/**
 * What is seen on a plot, as its title; during a run nobody reads it out.
 * @param {string} id @param {string} words @param {RunController} run
 */
export function findingHeading(id, words, { isRunning }) {
  return html`<h3 data-testid=${id} aria-live=${isRunning ? "off" : "polite"}>${words}</h3>`;
}
