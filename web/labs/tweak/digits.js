/**
 * The digits that a run waits for. It is trained on no others, unless its visitor says so.
 *
 * @typedef {import("../../worker/protocol.js").DataReport} DataReport
 * @typedef {import("./run.js").Plan} Plan
 *
 * @typedef {Pick<DataReport, "kind" | "name" | "checksum" | "drawings">} Digits  kind "none":
 *   whichever come first; checksum "": those of that name, which were not all in
 */
import { shownText } from "../../common/shown-text.js";
import * as texts from "../../texts/en/tweak.js";
import { digitWords } from "./words.js";

const KINDS = ["mnist", "handwriting", "own", "none"];

/** @param {Digits} data @returns {Digits} */
export const digitsIn = ({ kind, name, checksum, drawings }) => ({
  kind,
  name,
  checksum,
  drawings,
});

/**
 * Whether a run that waits for some digits can be trained on these.
 * @param {{ plan: Plan, data: Digits }} job @param {Digits} now
 */
export function isFor({ plan, data }, now) {
  if (data.kind === "none") return true;
  // Drawings come last: the first so many digits are the same.
  if (!plan.count && data.drawings !== now.drawings) return false;
  if (data.checksum && now.checksum) return data.checksum === now.checksum;
  return data.kind === now.kind && data.name === now.name;
}

/**
 * Those of the jobs that wait for other digits than these.
 * @template {{ plan: Plan, data: Digits }} J
 * @param {readonly J[]} jobs @param {DataReport} now
 */
export const forOthers = (jobs, now) =>
  now.complete ? jobs.filter((job) => !isFor(job, now)) : [];

/**
 * Which digits they wait for, and which there are, as a sentence or two.
 * @param {readonly { data: Digits }[]} jobs  for others @param {Digits} now
 */
export function othersWords(jobs, now) {
  const known = [...new Set(jobs.map(({ data }) => digitWords(data)))];
  const there = digitWords(now);
  if (known.length === 1 && known[0] === there) {
    return texts.waitForNamesakes(jobs.length, there);
  }
  return texts.waitForOthers(jobs.length, known, there);
}

/**
 * Digits out of storage; whichever come first when they are damaged.
 * @param {any} value @returns {Digits}
 */
export function checkedDigits(value) {
  const { kind, name, checksum, drawings } = value ?? {};
  const isWhole = KINDS.includes(kind) && Number.isSafeInteger(drawings) && drawings >= 0;
  if (!isWhole || typeof name !== "string" || typeof checksum !== "string") {
    return { kind: "none", name: "", checksum: "", drawings: 0 };
  }
  return { kind, name: shownText(name), checksum, drawings };
}
