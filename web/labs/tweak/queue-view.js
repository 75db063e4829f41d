/** The queue: what is trained, how far it is, what waits, and the way to pause and stop it. */
import { html, nothing } from "lit";
import * as texts from "../../texts/en/tweak.js";
import { BenchPart } from "./bench-part.js";
import { digitsIn, forOthers, othersWords } from "./digits.js";
import { bestOf } from "./order.js";
import { runWords, settingWords } from "./words.js";

class TweakQueue extends BenchPart {
  #wasBusy = false;
  #hadFocus = false;
  shown = /** @type {const} */ (["waiting", "current", "isPaused", "data"]);

  render() {
    const { current, waiting, data } = this.bench.state;
    if (!current && !waiting.length) return nothing;
    const others = forOthers(waiting, data);
    const isGoing = current || others.length < waiting.length;
    return html`
      ${isGoing ? this.#going() : nothing}
      ${current ? this.#bar(current) : nothing}
      <div role="status">${others.length ? this.#others(others) : nothing}</div>
      ${waiting.length ? this.#waiting() : nothing}
      <p class="only-heard" role="status">${isGoing ? this.#announcement() : ""}</p>`;
  }

  #going() {
    const { current, isPaused } = this.bench.state;
    return html`<div class="row">
      <p class="now" data-testid="tweak-now">${this.#now()}</p>
      <div class="row">
        <button data-testid="tweak-pause" @click=${this.#toggle}
          >${isPaused ? texts.resume : texts.pause}</button>
        ${current ? this.#stopButton(current.isStopping) : nothing}
      </div>
    </div>`;
  }

  /** The digits were replaced while they waited. @param {import("./queue.js").Job[]} others */
  #others(others) {
    const { queue, state } = this.bench;
    const data = digitsIn(state.data);
    return html`<div class="row">
      <p class="now" data-testid="tweak-others">${othersWords(others, data)}</p>
      <div class="row">
        <button data-testid="tweak-train-others" @click=${() => queue.trainOn(data)}
          >${texts.trainOnThese}</button>
        <button data-testid="tweak-remove-others"
          @click=${() => queue.remove(...others.map(({ id }) => id))}>${texts.removeThem}</button>
      </div>
    </div>`;
  }

  #toggle() {
    const { queue, state } = this.bench;
    if (state.isPaused) queue.resume();
    else queue.pause();
  }

  willUpdate() {
    this.#hadFocus = this.contains(document.activeElement);
  }

  updated() {
    this.#keepFocus();
    this.#tellOfEnd();
  }

  /** Where the button that had it is gone: the queue's first, or else the way to train again. */
  #keepFocus() {
    if (!this.#hadFocus || this.contains(document.activeElement)) return;
    const train = this.parentElement?.querySelector('[data-testid="tweak-train"]');
    const next = this.querySelector("button") ?? train;
    /** @type {HTMLElement | null | undefined} */ (next)?.focus({ preventScroll: true });
  }

  /** What ends out of sight is told of. */
  #tellOfEnd() {
    const { current, waiting, runs } = this.bench.state;
    const isBusy = current !== null || waiting.length > 0;
    const hasEnded = this.#wasBusy && !isBusy;
    this.#wasBusy = isBusy;
    const lab = /** @type {HTMLElement} */ (this.parentElement);
    const { top, bottom } = lab.getBoundingClientRect();
    if (!hasEnded || (top < innerHeight && bottom > 0)) return;
    const best = bestOf(runs);
    this.bench.page.say(best ? texts.queueDoneBest(best.accuracy) : texts.queueDone, {
      key: "tweak-done",
      button: texts.showThem,
      act: () => this.bench.page.goTo("tweak"),
    });
  }

  #now() {
    const { current, isPaused } = this.bench.state;
    if (!current) {
      const { complete } = this.bench.state.data;
      if (isPaused) return texts.pausedBefore;
      return complete ? texts.starting : texts.digitsLoading;
    }
    const { run } = current;
    return texts.now({
      run: runWords(run),
      epoch: Math.floor(run.epochs),
      epochs: run.settings.epochs,
      isCopying: !run.curve.length,
      accuracy: run.accuracy,
      isPaused,
      left: this.bench.left,
    });
  }

  /** @param {boolean} isStopping */
  #stopButton(isStopping) {
    return html`<button data-testid="tweak-stop" aria-disabled=${isStopping}
      @click=${() => this.bench.queue.stop()}>${texts.stop}</button>`;
  }

  /** @param {import("./queue.js").Current} current */
  #bar({ run }) {
    return html`<progress aria-label=${texts.epochsTrained} max=${run.settings.epochs}
      .value=${run.epochs}></progress>`;
  }

  #waiting() {
    const { waiting } = this.bench.state;
    const { queue } = this.bench;
    return html`<details class="waiting">
      <summary data-testid="tweak-waiting"
        >${texts.waiting(waiting.length)}</summary>
      <ul role="list">
        ${waiting.map(
          ({ id, plan }) => html`<li class="row"><span>${waitingWords(plan.settings)}</span>
          <button class="plain" @click=${() => queue.remove(id)}
            aria-label=${texts.removeRun(settingWords(plan.settings))}
            >${texts.remove}</button></li>`,
        )}
      </ul>
      <button data-testid="tweak-clear" @click=${() => queue.remove()}>${texts.removeAll}</button>
    </details>`;
  }

  /** Said once for each run. */
  #announcement() {
    const { current, isPaused } = this.bench.state;
    if (isPaused) return texts.paused;
    return current ? texts.training(runWords(current.run)) : "";
  }
}

/** @param {import("../../common/settings.js").NetworkSettings} settings */
function waitingWords(settings) {
  const words = settingWords(settings);
  return settings.recipe === "own" ? words : texts.waitingPreset(words, settings.epochs);
}

customElements.define("dh-tweak-queue", TweakQueue);
