/** Where the two networks stand, and what came of each seed. */
import { html, nothing } from "lit";
import { percent } from "../../common/numbers.js";
import * as texts from "../../texts/en/memorise.js";
import { defaultChoice, GOAL, mostEpochs } from "./options.js";
import { factorOf, standingOf } from "./results.js";

/**
 * @typedef {import("./race.js").Race} Race
 * @typedef {import("./results.js").Standing} Standing
 */

/** @param {Race} race */
export function standings(race) {
  const { runners, choice } = race;
  const shuffled = texts.shuffledLabels(choice?.fraction ?? 1);
  return html`<div class="stack">
    <table>
      <thead><tr>
        <th scope="col">${texts.labels}</th><th scope="col">${texts.trainingAccuracy}</th>
        <th scope="col">${texts.testAccuracy}</th><th scope="col">${texts.epochs}</th>
      </tr></thead>
      <tbody>${[false, true].map((isShuffled, i) =>
        row(
          isShuffled ? shuffled : texts.trueLabels,
          isShuffled,
          runners[i] && standingOf(runners[i]),
        ),
      )}</tbody>
    </table>
    <p class="quiet small"
      >${texts.measured(GOAL, mostEpochs((choice ?? defaultChoice()).count))}</p>
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
    ${cell("epochs", standing ? reached(standing) : "–")}
  </tr>`;
}

/** @param {Standing} standing */
function reached({ kind, last: { epoch } }) {
  if (kind === "finished") return texts.givenUp(epoch);
  return kind === "diverged" ? texts.diverged(epoch) : texts.epochNumber(epoch);
}

/** @param {Race} race */
function seriesTable({ seeds, results, runners }) {
  if (seeds.length < 2 || !runners.length) return nothing;
  return html`<table data-testid="memorise-seeds">
    <caption class="only-heard">${texts.eachSeed}</caption>
    <thead><tr>
      <th scope="col">${texts.seed}</th><th scope="col">${texts.epochsTrue}</th>
      <th scope="col" class="quiet">${texts.epochsShuffled}</th><th scope="col">${texts.ratio}</th>
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
    <td>${factor === null ? "–" : texts.times(factor)}</td>
  </tr>`;
}

/** @param {Standing} standing */
function took({ epochs, last }) {
  return epochs === null ? texts.over(last.epoch) : texts.epochNumber(epochs);
}
