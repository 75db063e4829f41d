/** The cost of the digit on the input: the picture, ten squares and their sum. */
import { html, nothing } from "lit";
import { NOT_A_DIGIT } from "../../common/example-cost.js";
import { targetWords } from "./answer.js";
import { squares, sum, TINY } from "./squares.js";

/**
 * @typedef {import("./answer.js").Answer} Answer
 * @typedef {import("./answer.js").MeasureName} MeasureName
 */

/**
 * @param {Answer} answer @param {unknown} button  puts another digit on the input
 * @param {(target: number, isByKeyboard?: boolean) => void} choose
 */
export function answerView(answer, button, choose) {
  const { reading, measure, target } = answer;
  const isQuadratic = measure.cost === "quadratic";
  const words = reading.shown.words || "Your drawing.";
  return html`
    <div class="digit">
      <figure>
        <canvas class="picture" role="img" aria-label=${words}></canvas>
        <figcaption class="small quiet">${words}</figcaption>
        ${button}
      </figure>
      <div class="stack">
        ${squares(answer, choose)}
        <div class="row under">
          <button aria-pressed=${target === NOT_A_DIGIT} data-target="nothing"
            @click=${() => choose(NOT_A_DIGIT)}>Not a digit</button>
          <p class="small quiet"><span class="negative">Orange</span>: the output should be higher.
            <span class="positive">Blue</span>: it should be lower. A dot: too small to draw.</p>
        </div>
      </div>
      <div class="stack">
        <p class="quiet">${isQuadratic ? "Sum of the ten squares" : "Sum of the ten terms"}</p>
        ${sum(answer)}
        <p class="small quiet">${targetWords(answer)}</p>
        ${isQuadratic && answer.terms.every(isTiny) ? TOO_SMALL : nothing}
      </div>
    </div>`;
}

const TOO_SMALL = html`
  <p class="small quiet">No square is large enough to draw. Choose another target to see a large
    cost.</p>`;

/** @param {number} square */
function isTiny(square) {
  return Math.sqrt(square) < TINY;
}

/** @param {unknown} button  puts a digit on the input, if there may be one */
export function emptyView(button) {
  const words = button === nothing ? "Draw a digit" : "Draw a digit or take a test digit";
  return html`
    <div class="row nothing">
      <p class="quiet">${words} to see its ten squared errors.</p>
      ${button}
    </div>`;
}

/**
 * The choice of a network that is trained on another cost than the lesson's.
 * @param {MeasureName} name @param {import("../../common/example-cost.js").OutputName} output
 * @param {(name: MeasureName) => void} choose
 */
export function measureChoice(name, output, choose) {
  const isLesson = name === "lesson";
  return html`
    <div class="stack">
      <div class="row" role="group" aria-label="Cost">
        <button aria-pressed=${isLesson} @click=${() => choose("lesson")}
          >The lesson’s squared error</button>
        <button aria-pressed=${!isLesson} @click=${() => choose("training")}
          >Cross-entropy (its training cost)</button>
      </div>
      <p class="quiet">${isLesson ? OTHER_COST : crossEntropyWords(output)}</p>
    </div>`;
}

const OTHER_COST =
  "This network was trained on another cost, cross-entropy: that is the cost in the toolbar.";

/** @param {import("../../common/example-cost.js").OutputName} output */
function crossEntropyWords(output) {
  const term =
    output === "softmax"
      ? "−ln of the output of the right digit"
      : "−ln a of the output that should be 1 and −ln(1 − a) of each that should be 0";
  return `Cross-entropy is ${term}: nearly 0 when the network is confident and right, and without
    bound when it is confident and wrong.`;
}
