/** The cost of the digit on the input: the picture, ten squares and their sum. */
import { html, nothing } from "lit";
import { NOT_A_DIGIT } from "../../common/example-cost.js";
import * as texts from "../../texts/en/cost.js";
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
  const words = reading.shown.words || texts.yourDrawing;
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
            @click=${() => choose(NOT_A_DIGIT)}>${texts.notADigit}</button>
          <p class="small quiet">${texts.colours}</p>
        </div>
      </div>
      <div class="stack">
        <p class="quiet">${isQuadratic ? texts.sumOfSquares : texts.sumOfTerms}</p>
        ${sum(answer)}
        <p class="small quiet">${targetWords(answer)}</p>
        ${isQuadratic && answer.terms.every(isTiny) ? tooSmall() : nothing}
      </div>
    </div>`;
}

function tooSmall() {
  return html`<p class="small quiet">${texts.tooSmall}</p>`;
}

/** @param {number} square */
function isTiny(square) {
  return Math.sqrt(square) < TINY;
}

/** @param {unknown} button  puts a digit on the input, if there may be one */
export function emptyView(button) {
  const words = button === nothing ? texts.drawDigit : texts.drawOrTakeDigit;
  return html`
    <div class="row nothing">
      <p class="quiet">${words}</p>
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
      <div class="row" role="group" aria-label=${texts.cost}>
        <button aria-pressed=${isLesson} @click=${() => choose("lesson")}
          >${texts.lessonCost}</button>
        <button aria-pressed=${!isLesson} @click=${() => choose("training")}
          >${texts.trainingCost}</button>
      </div>
      <p class="quiet">${isLesson ? texts.otherCost : texts.crossEntropy(output)}</p>
    </div>`;
}
