/** The queue: what is trained, how far it is, what waits, and the way to pause and stop it. */

import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { joined } from "../../texts/en/locale.js";
import * as texts from "../../texts/en/tweak.js";
import { announce } from "../../ui/announce.js";
import { BenchPart } from "./bench-part.js";
import { digitsIn, forOthers, othersWords } from "./digits.js";
import { bestOf, LETTERS } from "./order.js";
import { runWords, settingWords } from "./words.js";

class TweakQueue extends BenchPart {
  #wasBusy = false;
  #hadFocus = false;
  /** Number of the run whose beginning was announced last. */
  #told = 0;
  /** Ids of those that are trained. @type {Set<string>} */
  #going = new Set();
  shown = /** @type {const} */ (["waiting", "running", "selected", "isPaused", "data", "runs"]);

  render() {
    const { running, waiting, data } = this.bench.state;
    if (!running.length && !waiting.length) return nothing;
    const others = forOthers(waiting, data);
    const isGoing = running.length > 0 || others.length < waiting.length;
    return html`
      ${isGoing ? this.#head() : nothing}
      ${running.length ? this.#running() : nothing}
      <div role="status">${others.length ? this.#others(others) : nothing}</div>
      ${waiting.length ? this.#waiting() : nothing}`;
  }

  #head() {
    const { isPaused } = this.bench.state;
    return html`<div class="row">
      <p class="now number" data-testid="tweak-now">${this.#now()}</p>
      <button data-testid="tweak-pause" @click=${this.#toggle}
        >${isPaused ? texts.resume : texts.pause}</button>
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
    this.#announce();
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
    const { running, waiting, runs } = this.bench.state;
    const isBusy = running.length + waiting.length > 0;
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
    const { running, isPaused } = this.bench.state;
    if (running.length) return texts.now(running.length, isPaused, this.bench.left);
    const { complete } = this.bench.state.data;
    if (isPaused) return texts.pausedBefore;
    return complete ? texts.starting : texts.digitsLoading;
  }

  /** Each keeps its button, and the focus on it, when another one ends. */
  #running() {
    const { running } = this.bench.state;
    return html`<ul class="running" role="list">${repeat(
      running,
      ({ id }) => id,
      (current) => this.#run(current),
    )}</ul>`;
  }

  /** @param {import("./queue.js").Current} current */
  #run({ id, run, isStopping, lost }) {
    const words = runWords(run);
    const about = {
      letter: LETTERS[this.bench.state.selected.indexOf(id)] ?? "",
      run: words,
      epoch: Math.floor(run.epochs),
      epochs: run.settings.epochs,
      isCopying: !run.curve.length,
      accuracy: run.accuracy,
      isAgain: lost !== "",
    };
    return html`<li class="row" data-testid="tweak-running">
      <div class="now">
        <p>${texts.runNow(about)}</p>
        <progress aria-label=${texts.epochsTrained} max=${run.settings.epochs}
          .value=${run.epochs}></progress>
      </div>
      <button data-testid="tweak-stop" aria-disabled=${isStopping}
        aria-label=${texts.stopRun(words)} @click=${() => this.bench.queue.stop(id)}
        >${texts.stop}</button>
    </li>`;
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

  /** Runs that have ended, with what they came to; else the newest, when it has begun. */
  #announce() {
    const { running, runs } = this.bench.state;
    const ended = runs.filter(({ id }) => this.#going.has(id));
    for (const { id } of ended) this.#going.delete(id);
    for (const { run } of running) this.#going.add(run.id);
    const words = ended.map((run) => texts.trained(runWords(run), run.accuracy));
    const newest = running.at(-1);
    // When the newest has ended, an older one has not begun.
    if (newest && newest.number > this.#told) {
      this.#told = newest.number;
      words.push(texts.training(runWords(newest.run)));
    }
    if (words.length) announce(joined(words));
  }
}

/** @param {import("../../common/settings.js").NetworkSettings} settings */
function waitingWords(settings) {
  const words = settingWords(settings);
  return settings.recipe === "own" ? words : texts.waitingPreset(words, settings.epochs);
}

customElements.define("dh-tweak-queue", TweakQueue);
