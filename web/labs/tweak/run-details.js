/** One run in full: all its settings, how other seeds did, and what can be done with it. */
import { html, nothing } from "lit";
import { REASONS } from "../../common/provenance.js";
import * as texts from "../../texts/en/tweak.js";
import "../../ui/link-field.js";
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
      ${href ? html`<dh-link-field .href=${href}></dh-link-field>` : nothing}
      ${inexact(run, bench)}
    </div>`;
}

/** @param {import("./run.js").Run} run */
function trained({ steps, test, accuracy }) {
  if (!steps) return texts.untrained;
  if (accuracy === null) return texts.trainedFor(steps);
  return texts.trainedReads(steps, accuracy * test, test);
}

/** @param {readonly import("./run.js").Run[]} runs @param {import("./run.js").Run} run */
function seeds(runs, run) {
  const spread = spreadOf(distinct(sameButSeed(runs, run)));
  return spread ? texts.seeds(spread) : "";
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
    >${texts.adopt}</button>`;
  return html`<div class="row">
    ${isTrained ? adopt : nothing}
    <button data-testid="tweak-share" @click=${copy}>${texts.copyLink}</button>
    <button data-testid="tweak-again" @click=${() => bench.again(run)}>${texts.trainAgain}</button>
    <button data-testid="tweak-choose" @click=${() => bench.choose(run)}
      >${texts.changeSettings}</button>
    <button data-testid="tweak-delete" @click=${remove}>${texts.deleteRun}</button>
  </div>`;
}

/**
 * Why its link does not make this very network.
 * @param {import("./run.js").Run} run @param {import("./bench.js").Bench} bench
 */
function inexact(run, bench) {
  const { why } = bench.linkTo(run);
  if (!why) return nothing;
  return html`<p class="small quiet">${texts.inexactLink(REASONS[why])}</p>`;
}
