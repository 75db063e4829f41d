/** Where the two networks stand, and what came of each seed. */
import { html, nothing } from "lit";
import { count, percent } from "../../common/numbers.js";
import { defaultChoice, GOAL, mostEpochs } from "./options.js";
import { epochNumber, factorOf, standingOf, times } from "./results.js";

/**
 * @typedef {import("./race.js").Race} Race
 * @typedef {import("./results.js").Standing} Standing
 */

const goal = percent(GOAL, 0);

/** @param {Race} race */
export function standings(race) {
  const { runners, choice } = race;
  const shuffled = `${percent(choice?.fraction ?? 1, 0)} shuffled`;
  return html`<div class="stack">
    <table>
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
      network is trained until its training accuracy is ${goal}, or given up after
      ${count(mostEpochs((choice ?? defaultChoice()).count))} epochs.</p>
    ${seriesTable(race)}
  </div>`;
}

/** @param {string} name @param {boolean} isShuffled @param {Standing | null} [standing] */
function row(name, isShuffled, standing) {
  const id = isShuffled ? "shuffled" : "true";
  const cell = (/** @type {string} */ what, /** @type {string} */ words) =>
    html`<td data-testid="memorise-${id}-${what}">${words}</td>`;
  return html`<tr>
    <th scope="row" class=${isShuffled ? "quiet" : ""}>${name}</th>
    ${cell("train", percent(standing?.last.trainAccuracy))}
    ${cell("test", percent(standing?.last.testAccuracy))}
    ${cell("epochs", standing ? `${epochNumber(standing.last.epoch)}${howEnded(standing)}` : "–")}
  </tr>`;
}

/** @param {Standing} standing */
function howEnded({ kind }) {
  if (kind === "finished") return ", given up";
  return kind === "diverged" ? ", diverged" : "";
}

/** @param {Race} race */
function seriesTable({ seeds, results, runners }) {
  if (seeds.length < 2 || !runners.length) return nothing;
  return html`<table data-testid="memorise-seeds">
    <caption class="only-heard">Each seed</caption>
    <thead><tr>
      <th scope="col">Seed</th><th scope="col">Epochs, true</th>
      <th scope="col" class="quiet">shuffled</th><th scope="col">Ratio</th>
    </tr></thead>
    <tbody>${seeds.map((seed) => seedRow(seed, results))}</tbody>
  </table>`;
}

/** @param {number} seed @param {import("./results.js").Result[]} results */
function seedRow(seed, results) {
  const result = results.find((each) => each.seed === seed);
  const factor = result ? factorOf(result) : null;
  return html`<tr>
    <th scope="row">${seed}</th>
    <td>${result ? took(result.plain) : "–"}</td>
    <td>${result ? took(result.shuffled) : "–"}</td>
    <td>${factor === null ? "–" : times(factor)}</td>
  </tr>`;
}

/** @param {Standing} standing */
function took({ epochs, last }) {
  return epochs === null ? `over ${count(last.epoch)}` : epochNumber(epochs);
}
