/**
 * A question that is asked before its answer is seen: what to choose from, and what is answered.
 */
import { html, nothing } from "lit";
import * as texts from "../texts/en/ui.js";
import "./predict.css";

/**
 * @typedef {object} Asked
 * @property {unknown} question
 * @property {readonly string[]} choices
 * @property {number | null} guess  index of the choice made
 * @property {number | null} right  index of the right choice, as far as it is known
 * @property {(guess: number) => void} choose
 * @property {((event: Event) => void) | null} skip  shows what is hidden without a guess; null when
 *   nothing is hidden. The button that is pressed goes, and somebody must give its focus a place
 * @property {(guess: number) => unknown} answer
 * @property {boolean} isMoving  the answer changes all the time, and nobody reads it out
 */

/** @param {Asked} asked */
export function predict({ question, choices, guess, right, choose, skip, answer, isMoving }) {
  return html`
    <div class="predict">
      <p>${question}</p>
      <div class="row" role="group" aria-label=${texts.predictFirst}>
        ${choices.map(
          (
            words,
            i,
          ) => html`<button aria-pressed=${guess === i} data-mark=${markOf(i, guess, right)}
            @click=${() => choose(i)}>${words}</button>`,
        )}
        ${
          skip
            ? html`<button class="plain" data-testid="just-show" @click=${skip}
              >${texts.justShowMe}</button>`
            : nothing
        }
      </div>
      <p class="quiet" role="status" aria-live=${isMoving ? "off" : "polite"}
        >${guess === null ? "" : answer(guess)}</p>
    </div>`;
}

/**
 * A button in the answer that is pressed goes, and its focus with it: the guess has it then.
 * @param {Event} event
 */
export function focusGuess({ currentTarget }) {
  const asked = /** @type {Element} */ (currentTarget).closest(".predict");
  /** @type {HTMLElement | null | undefined} */ (
    asked?.querySelector("[aria-pressed=true]")
  )?.focus({ preventScroll: true });
}

/**
 * The right choice is marked once there is a guess, and the guess when it is wrong.
 * @param {number} choice @param {number | null} guess @param {number | null} right
 */
function markOf(choice, guess, right) {
  if (guess === null || right === null) return nothing;
  if (choice === right) return "right";
  return choice === guess ? "wrong" : nothing;
}
