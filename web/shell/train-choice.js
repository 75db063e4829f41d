/**
 * Train, on a network that comes trained: it hardly changes any more, so this offers to train a
 * random one instead. Asked once in a visit, and of a network that was not trained on yet. The
 * first button has the focus: Space or Enter once more, and a random network learns; undo brings
 * this one back.
 */
import { html } from "lit";
import { isUntouched } from "../common/provenance.js";
import { sprint } from "../model/sprint.js";
import * as texts from "../texts/en/shell.js";
import { Part } from "../ui/part.js";
import { placeBeside } from "../ui/popover.js";
import "./train-choice.css";

/** @typedef {import("../model/session.js").Session} Session */

/** Trains or pauses, as the button Train and its key do. @param {Session} session */
export function pressTrain(session) {
  const choice = /** @type {TrainChoice | null} */ (document.querySelector("dh-train-choice"));
  if (!choice?.ask()) session.act(session.toggle());
}

class TrainChoice extends Part {
  /** In this visit one was chosen. */
  #isMade = false;

  /** @type {Part["shouldPaint"]} */
  shouldPaint(state, before) {
    const keys = /** @type {const} */ (["evaluation", "generation", "data", "digits", "status"]);
    return keys.some((key) => state[key] !== before[key]);
  }

  /** Asks, if there is something to choose. @returns {boolean} whether it does */
  ask() {
    if (this.#isMade || !this.#hasChoice) return false;
    if (this.#panel.matches(":popover-open")) return true;
    this.#panel.showPopover();
    placeBeside(
      this.#panel,
      /** @type {Element} */ (this.parentElement?.querySelector(".primary")),
    );
    return true;
  }

  render() {
    const words = texts.alreadyTrained(this.state.evaluation?.accuracy);
    return html`
      <section class="train-choice" popover role="dialog" aria-labelledby="train-choice-title">
        <p><b id="train-choice-title">${words}</b>
          ${texts.startRandomToWatch}</p>
        <div class="row">
          <button class="primary" autofocus data-testid="train-random"
            title=${this.session.resetWords} @click=${() => this.#choose(() => this.#fromRandom())}
            >${texts.startRandom}</button>
          <button data-testid="train-sprint"
            @click=${() => this.#choose(() => sprint(this.session))}
            >${texts.sprint(this.session.digits.areMnist)}</button>
          <button data-testid="train-on" @click=${() => this.#choose(() => this.session.run())}
            >${texts.keepTraining}</button>
        </div>
      </section>`;
  }

  /** Nothing else can have begun to train it while the choice is open, but a link or a lab. */
  updated() {
    if (!this.#hasChoice && this.#panel.matches(":popover-open")) this.#panel.hidePopover();
  }

  get #panel() {
    return /** @type {HTMLElement} */ (this.querySelector(".train-choice"));
  }

  get #hasChoice() {
    const { provenance, settings } = this.state;
    const isTrained = provenance && provenance.start.kind !== "random" && isUntouched(provenance);
    return Boolean(isTrained) && !this.session.isBusy && !settings.hide.includes("reset");
  }

  /** @param {() => Promise<void>} act */
  #choose(act) {
    this.#isMade = true;
    this.#panel.hidePopover();
    this.session.act(act());
  }

  async #fromRandom() {
    await this.session.reset();
    await this.session.run();
  }
}

customElements.define("dh-train-choice", TrainChoice);
