/**
 * What the queue of this tab still has to train, kept over a reload of the page. Without storage it
 * is lost with the page.
 *
 * @typedef {import("./run.js").Plan} Plan
 */
import { checkedSettings } from "../../common/settings.js";

const KEY = "downhill-unfinished";

/** @returns {Plan[]} none when there are none or what was kept is damaged */
export function unfinished() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return kept.map((/** @type {any} */ { settings, count }) => ({
      settings: checkedSettings(settings),
      count: Number(count) || 0,
    }));
  } catch {
    return [];
  }
}

/** @param {import("./bench.js").BenchState} state */
export function keepUnfinished({ current, waiting }) {
  const plans = [...(current ? [current.plan] : []), ...waiting.map(({ plan }) => plan)];
  try {
    if (plans.length) sessionStorage.setItem(KEY, JSON.stringify(plans));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Then a reload forgets them, as it would anyway.
  }
}
