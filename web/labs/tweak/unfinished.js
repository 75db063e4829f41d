/**
 * What the queue of this tab still has to train, kept over a reload of the page. Without storage it
 * is lost with the page.
 *
 * @typedef {import("./run.js").Plan} Plan
 * @typedef {import("./digits.js").Digits} Digits
 */
import { checkedSettings } from "../../common/settings.js";
import { checkedDigits } from "./digits.js";

const KEY = "downhill-unfinished";

/**
 * @returns {{ plan: Plan, data: Digits }[]} none when there are none or what was kept is damaged
 */
export function unfinished() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    return kept.map((/** @type {any} */ { settings, count, data }) => ({
      plan: { settings: checkedSettings(settings), count: Number(count) || 0 },
      data: checkedDigits(data),
    }));
  } catch {
    return [];
  }
}

/** @param {import("./bench.js").BenchState} state */
export function keepUnfinished({ running, waiting }) {
  const jobs = [...running, ...waiting].sort((a, b) => a.number - b.number);
  const kept = jobs.map(({ plan, data }) => ({ ...plan, data }));
  try {
    if (kept.length) sessionStorage.setItem(KEY, JSON.stringify(kept));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Then a reload forgets them, as it would anyway.
  }
}
