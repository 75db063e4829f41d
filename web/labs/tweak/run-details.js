/** One run in full: all its settings, how other seeds did, and what can be done with it. */
import { html, nothing } from "lit";
import { count, percent } from "../../common/numbers.js";
import { REASONS } from "../../common/provenance.js";
import { sameButSeed, spreadOf } from "./order.js";
import { allWords } from "./words.js";

/**
 * @param {import("./run.js").Run} run
 * @param {{ bench: import("./bench.js").Bench, href: string, copy: () => void, remove: () =>
 *   void }} about  href: a link that could not be copied, or ""
 */
export function runDetails(run, { bench, href, copy, remove }) {
  return html`
    <div class="stack">
      <dl class="settings-of">
        ${allWords(run).map(
          ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
        )}
      </dl>
      <p>${trained(run)} ${seeds(bench.state.runs, run)}</p>
      ${buttons(run, bench, { copy, remove })}
      ${
        href
          ? html`<input class="address" readonly aria-label="The link" .value=${href}
        @focus=${selectAll} />`
          : nothing
      }
      ${inexact(run, bench)}
    </div>`;
}

/** @param {import("./run.js").Run} run */
function trained({ steps, test, accuracy }) {
  if (!steps) return "It was not trained.";
  const reads =
    accuracy === null ? "" : ` It reads ${count(accuracy * test)} of ${count(test)} test digits.`;
  return `${count(steps)} mini-batches.${reads}`;
}

/** @param {readonly import("./run.js").Run[]} runs @param {import("./run.js").Run} run */
function seeds(runs, run) {
  const spread = spreadOf(distinct(sameButSeed(runs, run)));
  if (!spread) return "";
  const range = `${percent(spread.lowest, 2)} to ${percent(spread.highest, 2)}`;
  return `With ${spread.count} seeds: ${percent(spread.mean, 2)} on average, ${range}.`;
}

/** One of each seed. @param {import("./run.js").Run[]} runs */
const distinct = (runs) => [...new Map(runs.map((run) => [run.settings.seed, run])).values()];

/**
 * @param {import("./run.js").Run} run @param {import("./bench.js").Bench} bench
 * @param {{ copy: () => void, remove: () => void }} acts
 */
function buttons(run, bench, { copy, remove }) {
  const isTrained = run.steps > 0 && run.outcome !== "diverged" && run.outcome !== "failed";
  const adopt = html`<button data-testid="tweak-adopt" @click=${() => bench.act(bench.adopt(run))}
    >Put it on the page</button>`;
  return html`<div class="row">
    ${isTrained ? adopt : nothing}
    <button data-testid="tweak-share" @click=${copy}>Copy a link</button>
    <button data-testid="tweak-again" @click=${() => bench.again(run)}>Train again</button>
    <button data-testid="tweak-choose" @click=${() => bench.choose(run)}
      >Change its settings</button>
    <button data-testid="tweak-delete" @click=${remove}>Delete</button>
  </div>`;
}

/**
 * Why its link does not make this very network.
 * @param {import("./run.js").Run} run @param {import("./bench.js").Bench} bench
 */
function inexact(run, bench) {
  const { why } = bench.linkTo(run);
  if (!why) return nothing;
  return html`<p class="small quiet">The link makes a similar network, not exactly this one, because
    ${REASONS[why]}.</p>`;
}

/** @param {FocusEvent} event */
function selectAll({ target }) {
  /** @type {HTMLInputElement} */ (target).select();
}
