/**
 * Own digits that come without test digits: some of every class are held out, chosen by a seed.
 *
 * @typedef {{ train: number[], test: number[] }} Split  indices
 */
import { shuffled } from "../ranking.js";

/** Part of the digits that is held out. */
export const HELD_OUT = 1 / 7;
/** Of the choice; the same for everybody. */
export const SEED = 1;
/** A class of at least that many digits has one among the test digits. */
const SURE = 3;
/** That many digits in the order of their labels are no accident. */
const MANY = 20;

/**
 * Both in the order of the digits; training digits that are sorted by label are shuffled, since
 * what takes the first of them would see a part of the classes.
 * @param {Uint8Array} labels  two at least @param {number} heldOut  part of them, 0…1
 * @returns {Split}
 */
export function splitOf(labels, heldOut) {
  const held = new Set();
  for (const { members, count } of quotas(labels, heldOut)) {
    for (const at of shuffled(members.length, SEED).subarray(0, count)) held.add(members[at]);
  }
  const all = orderOf(labels);
  const train = all.filter((i) => !held.has(i));
  const test = all.filter((i) => held.has(i)).sort((a, b) => a - b);
  return { train, test };
}

/** Their own order, or a random one where they are sorted. @param {Uint8Array} labels */
export function orderOf(labels) {
  const { length } = labels;
  return isSorted(labels) ? [...shuffled(length, SEED)] : Array.from(labels, (_, i) => i);
}

/** Whether digits of one label come together. @param {Uint8Array} labels */
export function isSorted(labels) {
  if (labels.length < MANY) return false;
  const seen = new Set();
  for (let i = 0; i < labels.length; i++) {
    if (i && labels[i] === labels[i - 1]) continue;
    if (seen.has(labels[i])) return false;
    seen.add(labels[i]);
  }
  return seen.size > 1 && seen.size < labels.length;
}

/**
 * How many of each class are held out: its part, rounded so that the sum is right, and one at least
 * of a class that can spare it.
 * @param {Uint8Array} labels @param {number} heldOut
 */
function quotas(labels, heldOut) {
  /** @type {Map<number, number[]>} */
  const classes = new Map();
  labels.forEach((label, i) => {
    const members = classes.get(label);
    if (members) members.push(i);
    else classes.set(label, [i]);
  });
  const total = Math.max(1, Math.round(labels.length * heldOut));
  const parts = [...classes.values()].map((members) => {
    const exact = members.length * heldOut;
    const most = members.length - 1;
    const least = Math.floor(exact) || (members.length >= SURE ? 1 : 0);
    return { members, exact, most, count: Math.min(most, least) };
  });
  let left = total - parts.reduce((sum, { count }) => sum + count, 0);
  const byRest = [...parts].sort((a, b) => b.exact - b.count - (a.exact - a.count));
  for (const part of byRest) {
    if (left <= 0 || part.count >= part.most) continue;
    part.count++;
    left--;
  }
  // One digit of each class: a test digit is needed all the same.
  if (!parts.some(({ count }) => count)) parts[0].count = 1;
  return parts;
}
