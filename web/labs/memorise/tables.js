/** Where the two networks stand, and what came of each seed. */
import { html, nothing } from "lit";
import { count, percent } from "../../common/numbers.js";
import { GOAL } from "./options.js";
import { epochWords, factorOf, standingOf, times } from "./results.js";

/**
 * @typedef {import("./race.js").Race} Race
 * @typedef {import("./results.js").Standing} Standing
 */

const goal = percent(GOAL, 0);

/** @param {Race} race */
export function standings({ runners, choice }) {
  const shuffled = `${percent(choice?.fraction ?? 1, 0)} shuffled`;
  return html`<div class="stack">
    <table class="memorise-standings">
      <thead><tr>
        <th scope="col">Labels</th><th scope="col">Training accuracy</th>
        <th scope="col">Test accuracy</th><th scope="col">Epochs</th>
      </tr></thead>
      <tbody>${[false, true].map((isShuffled, i) =>
        row(isShuffled ? shuffled : "true", isShuffled, runners[i] && standingOf(runners[i])),
      )}</tbody>
    </table>
    <p class="quiet small">The training accuracy is measured on the labels a network is trained on,
      so that of the second one is on its shuffled labels. Test digits keep their true labels. Each
      network is trained until its training accuracy is ${goal}.</p>
  </div>`;
}

/** @param {string} name @param {boolean} isShuffled @param {Standing | null} [standing] */
function row(name, isShuffled, standing) {
  const id = isShuffled ? "shuffled" : "true";
  const cell = (/** @type {string} */ what, /** @type {string} */ words) =>
    html`<td data-testid="memorise-${id}-${what}">${words}</td>`;
  return html`<tr>
    <th scope="row" class=${isShuffled ? "negative" : ""}>${name}</th>
    ${cell("train", percent(standing?.last.trainAccuracy))}
    ${cell("test", percent(standing?.last.testAccuracy))}
    ${cell("epochs", standing ? `${epochWords(standing.last.epoch)}${howEnded(standing)}` : "–")}
  </tr>`;
}

/** @param {Standing} standing */
function howEnded({ kind }) {
  if (kind === "finished") return ", given up";
  return kind === "diverged" ? ", diverged" : "";
}

/** @param {Race} race */
export function seriesTable({ seeds, results, runners }) {
  if (seeds.length < 2 || !runners.length) return nothing;
  const known = new Map(results.map((result) => [result.seed, result]));
  const cells = (/** @type {(result: import("./results.js").Result) => string} */ words) =>
    seeds.map((seed) => {
      const result = known.get(seed);
      return html`<td>${result ? words(result) : "–"}</td>`;
    });
  const factor = (/** @type {import("./results.js").Result} */ result) => {
    const found = factorOf(result);
    return found === null ? "–" : times(found);
  };
  return html`<table class="memorise-series" data-testid="memorise-seeds">
    <thead><tr><th scope="col">Seed</th>${seeds.map((seed) => html`<th scope="col">${seed}</th>`)}
    </tr></thead>
    <tbody>
      <tr><th scope="row">Epochs to ${goal}, true labels</th>${cells(({ plain }) => took(plain))}</tr>
      <tr><th scope="row" class="negative">shuffled labels</th>${cells((r) => took(r.shuffled))}</tr>
      <tr><th scope="row">ratio</th>${cells(factor)}</tr>
    </tbody>
  </table>`;
}

/** @param {Standing} standing */
function took({ epochs, last }) {
  return epochs === null ? `over ${count(last.epoch)}` : epochWords(epochs);
}
