/**
 * Two inputs: a contour map, the gradient, and gradient descent beside momentum and Adam from the
 * same start. `<dh-two-inputs .session>`
 */
import { html } from "lit";
import { number } from "../../common/downhill-numbers.js";
import * as texts from "../../texts/en/downhill-functions.js";
import { PaintController } from "../../ui/controllers.js";
import { LightElement } from "../../ui/part.js";
import { advance, endOf, METHODS, pathFrom, steepness, TOLERANCE } from "./descent.js";
import "./functions.css";
import { MAP, SURFACES } from "./functions.js";
import {
  arrowOf,
  choiceButtons,
  findingHeading,
  placing,
  RunController,
  rateSlider,
  runButtons,
} from "./functions-run.js";
import { paintMap, placeOf, pointAt } from "./two-inputs-plot.js";
import { rules } from "./two-inputs-rules.js";
import { finding, outcome } from "./two-inputs-words.js";

/** Milliseconds between two steps. */
const PAUSE = { first: 250, least: 33 };
const KEY_STEP = 0.05;

/** @typedef {import("./functions.js").Point} Point */

class TwoInputs extends LightElement {
  static properties = { name: { state: true }, rate: { state: true } };

  /** Not read: the surfaces have nothing to do with the network. */
  session = null;
  #run = new RunController(this, () => this.#step(), PAUSE);
  #paths = pathsFrom(SURFACES.ravine.start);

  constructor() {
    super();
    this.name = "ravine";
    this.rate = SURFACES.ravine.rate;
    new PaintController(
      this,
      () => paintMap(this.#canvas, { surface: this.#surface, paths: this.#paths }),
      () => this.#canvas,
    );
  }

  get #canvas() {
    return /** @type {HTMLCanvasElement} */ (this.querySelector("canvas"));
  }

  get #surface() {
    return SURFACES[this.name];
  }

  get #start() {
    return this.#paths[0].points[0];
  }

  get #isOver() {
    return this.#paths.every(({ state }) => state !== "moving");
  }

  render() {
    return html`
      ${choiceButtons(texts.surface, texts.surfaces, this.name, (name) => this.#choose(name))}
      <div class="function">
        ${this.#figure()}
        <div class="side">
          ${this.#controls()} ${this.#table()} ${rules}
        </div>
      </div>`;
  }

  #figure() {
    const words = finding(this.#surface, this.#paths);
    const start = placing(this, (event) => this.#place(pointAt(event, this.#canvas)));
    const [x, y] = placeOf(this.#start);
    return html`
      <figure>
        <figcaption>
          ${findingHeading("two-finding", words, this.#run)}
          <p id="two-keys" class="quiet">${texts.chooseStart}</p>
        </figcaption>
        <div class="function-plot map" data-testid="two-plot" @click=${start.click}
          @pointerdown=${start.drag} @pointermove=${start.drag} @pointerup=${start.drag}
          @pointercancel=${start.drag} @lostpointercapture=${start.drag}>
          <canvas role="img" aria-label=${texts.map(words)}></canvas>
          <div class="ball" role="application" tabindex="0" data-testid="two-start"
            aria-label=${texts.startAt(this.#start)} aria-describedby="two-keys"
            style="left:${100 * x}%;top:${100 * y}%" @keydown=${this.#key}></div>
        </div>
      </figure>`;
  }

  #controls() {
    return html`
      ${runButtons(this.#run, {
        canStep: !this.#isOver,
        canGoBack: this.#paths[0].points.length > 1,
        step: () => this.#step(),
        back: () => this.#place(this.#start),
      })}
      ${rateSlider(this.rate, [-3, 0.5], (rate) => {
        this.rate = rate;
      })}`;
  }

  #table() {
    const surface = this.#surface;
    return html`
      <table>
        <thead>
          <tr>
            <td></td><th>C</th><th>|∇C|</th>
            <th>${texts.stepsTo(TOLERANCE)}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#paths.map(
            (path) => html`
              <tr data-method=${path.method}>
                <th scope="row"><i class="sample"></i>${texts.methods[path.method]}</th>
                <td data-testid="two-cost">${number(surface.cost(endOf(path)))}</td>
                <td>${number(steepness(surface, endOf(path)))}</td>
                <td data-testid="two-outcome">${outcome(surface, path)}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
  }

  /** Whether another step can follow. */
  #step() {
    for (const path of this.#paths) advance(path, this.#surface, this.rate);
    this.requestUpdate();
    return !this.#isOver;
  }

  /** @param {Point} start */
  #place([x, y]) {
    this.#run.stop();
    this.#paths = pathsFrom([clamp(x, MAP[0]), clamp(y, MAP[1])]);
    this.requestUpdate();
  }

  /** @param {string} name */
  #choose(name) {
    this.name = name;
    this.rate = this.#surface.rate;
    this.#place(this.#surface.start);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = arrowOf(event);
    if (!arrow) return;
    event.preventDefault();
    const [x, y] = this.#start;
    this.#place([x + arrow[0] * KEY_STEP, y + arrow[1] * KEY_STEP]);
  }
}

/** @param {Point} start */
function pathsFrom(start) {
  return Object.keys(METHODS).map((method) =>
    pathFrom(/** @type {import("./descent.js").Method} */ (method), start),
  );
}

/** To hundredths. @param {number} value @param {number} most */
function clamp(value, most) {
  return Math.round(100 * Math.max(-most, Math.min(most, value))) / 100;
}

customElements.define("dh-two-inputs", TwoInputs);
