/** What a part asks before its user sees the answer, as the frame of a lab asks its question. */
import { predict } from "../../ui/predict.js";

export class GuessController {
  /** Index of a choice. @type {number | null} */
  guess = null;
  /** Whether the answer may be seen. */
  isShown = false;
  #host;
  #question;
  #choices;

  /**
   * @param {import("../../ui/controllers.js").Host} host
   * @param {{ question: string, choices: readonly string[] }} asked
   */
  constructor(host, { question, choices }) {
    this.#host = host;
    this.#question = question;
    this.#choices = choices;
    host.addController(this);
  }

  hostConnected() {}

  /**
   * The question, the choices and what is answered to a guess.
   * @param {(guess: number) => string} answer
   * @param {{ right?: number | null, canSkip?: boolean, isMoving?: boolean }} [options]  right:
   *   index of the right choice, as far as it is known; canSkip: something is hidden
   *   until there is a guess; isMoving: the answer changes all the time, and nobody reads it out
   */
  render(answer, { right = null, canSkip = false, isMoving = false } = {}) {
    return predict({
      ...{ question: this.#question, choices: this.#choices, guess: this.guess, right },
      choose: (guess) => this.#show(guess),
      skip: canSkip && !this.isShown ? this.#skip : null,
      ...{ answer, isMoving },
    });
  }

  /** Whether it was guessed. @param {number} right  index of the right choice */
  isRight(right) {
    return this.guess === right;
  }

  /** The button that has the focus goes. @param {Event} event */
  #skip = ({ currentTarget }) => {
    const before = /** @type {Element} */ (currentTarget).previousElementSibling;
    /** @type {HTMLElement | null} */ (before)?.focus({ preventScroll: true });
    this.#show(null);
  };

  /** @param {number | null} guess */
  #show(guess) {
    this.guess = guess;
    this.isShown = true;
    this.#host.requestUpdate();
  }
}
