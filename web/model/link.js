/** Addresses that make a network again. */
import { writeHash } from "../common/settings.js";

/**
 * The address that makes this very network again, and what keeps it from doing so, if anything.
 * @param {import("./state.js").State} state
 * @param {string[]} hide  controls that a class is not to see
 * @param {boolean} rateChanged  while it was being trained
 */
export function linkTo({ settings, steps, model, early }, hide, rateChanged) {
  const start = model.kind === "best" || model.kind === "lesson" ? model.kind : "random";
  const url = new URL(location.href);
  url.hash = writeHash({ ...settings, start, steps, hide }) || "start=lesson";
  const kinds = {
    kept: "it began in an earlier visit",
    file: "it began from a file",
    taught: "it was taught as a copy in the lab “Teach it”",
  };
  const origin = kinds[/** @type {keyof typeof kinds} */ (model.kind)];
  const why = origin ?? (early ? "training began before all data was in" : "");
  return {
    href: url.href,
    why: why || (rateChanged ? "the learning rate was changed on the way" : ""),
  };
}
